// The entry `./find`: the finder alone, to find and highlight.
import * as bindings from "./wasm/find.js";
import { createFindCalls } from "./calls/find.js";
import { createStart } from "./calls/start.js";
import { Engine } from "./engine.js";

export { RubricateError } from "./error.js";

/** @typedef {import("./types.js").Match} Match */
/** @typedef {import("./types.js").FindOptions} FindOptions */

const engine = new Engine(bindings);
const start = createStart(engine);

/**
 * Loads the module. Once it has, every call is synchronous; calling it again waits for the same.
 *
 * @param {import("./calls/start.js").InitOptions} [options] `module`: the compiled module, its bytes or its address, where it is
 *   not beside this file
 * @returns {Promise<void>}
 */
export function init({ module = new URL("./wasm/find_bg.wasm", import.meta.url) } = {}) {
  return start(module);
}

export const {
  /** Where terms stand in a text, in order; of those that begin together, the longest first. */
  find,
  /** Paints every match of terms in a page, without changing the page. */
  highlight,
  /** The same in slices that yield to the page. */
  highlightAsync,
} = createFindCalls(engine);
