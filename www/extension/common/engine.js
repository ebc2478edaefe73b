// The engine in the extension's own origin: the build without the parser of HTML, for pages come as snapshots.
import { compile, Engine } from "../../engine.js";
import * as bindings from "../../wasm/live.js";

const engine = new Engine(bindings);

/** @type {Promise<void> | null} */
let starting = null;

/**
 * The engine, started.
 *
 * @returns {Promise<Engine>}
 */
export async function startedEngine() {
  starting ??= compile(new URL("../../wasm/live_bg.wasm", import.meta.url)).then((module) => engine.start(module));
  try {
    await starting;
  } catch (error) {
    starting = null;
    throw error;
  }
  return engine;
}
