// The engine in the extension's own origin: the build without the parser of HTML, for pages come as snapshots.
import { engine } from "../../calls/engine-live.js";
import { compile } from "../../engine.js";

/** @typedef {import("../../engine.js").Engine} Engine */

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
