// The engine in the extension's own origin: the one entry of its build.
import { compile, Engine } from "../../engine.js";
import * as bindings from "../../wasm/full.js";

const engine = new Engine(bindings);

/** @type {Promise<void> | null} */
let starting = null;

/**
 * The engine, started.
 *
 * @returns {Promise<Engine>}
 */
export async function startedEngine() {
  starting ??= compile(new URL("../../wasm/full_bg.wasm", import.meta.url)).then((module) => engine.start(module));
  try {
    await starting;
  } catch (error) {
    starting = null;
    throw error;
  }
  return engine;
}
