// The entry `./live`: the module without the parser of HTML, for those who read the document they are in.
import { engine } from "./calls/engine-live.js";
import { createLiveCalls, isLive, readOptions } from "./calls/extract.js";
import { createFindCalls } from "./calls/find.js";
import { createStart } from "./calls/start.js";
import { warmUpsLive } from "./calls/warm-ups.js";
import { RubricateError } from "./error.js";
import { snapshot } from "./page.js";

export { RubricateError, snapshot };

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").ExtractOptions} ExtractOptions */

const start = createStart(engine, warmUpsLive);
const calls = createLiveCalls(engine);

/**
 * Loads the module. Once it has, every call is synchronous; calling it again waits for the same.
 *
 * @param {import("./calls/start.js").InitOptions} [options] `module`: the compiled module, its bytes or its address, where it is
 *   not beside this file
 * @returns {Promise<void>}
 */
export function init({ module = new URL("./wasm/live_bg.wasm", import.meta.url) } = {}) {
  return start(module);
}

/**
 * The article of a live document.
 *
 * @param {Document | Element} page
 * @param {ExtractOptions} [options]
 * @returns {Article} `content` is null where the page has none
 * @throws {RubricateError} `unsupported` for HTML and bytes, which the entry `.` reads
 */
export function extract(page, options) {
  const { rest } = readOptions(options);
  return calls.extract(document(page), rest);
}

/**
 * Whether a live document has an article worth a reader view: cheaper than extracting it.
 *
 * @param {Document | Element} page
 * @returns {boolean}
 * @throws {RubricateError}
 */
export function isReadable(page) {
  return calls.isReadable(document(page));
}

export const {
  /** The article of a snapshot that was taken elsewhere. */
  extractSnapshot,
  /** Whether such a snapshot has an article worth a reader view. */
  isReadableSnapshot,
  /** The keywords of a text, or those that an article of it would have; best first. */
  keywords,
} = calls;

export const {
  /** Where terms stand in a text, in order; of those that begin together, the longest first. */
  find,
  /** Paints every match of terms in a page, without changing the page. */
  highlight,
  /** The same in slices that yield to the page. */
  highlightAsync,
} = createFindCalls(engine);

/** @param {unknown} page @returns {Document | Element} */
function document(page) {
  if (isLive(page)) return page;
  const isText = typeof page === "string" || page instanceof ArrayBuffer || ArrayBuffer.isView(page);
  if (isText) throw new RubricateError("unsupported", "rubricate/live reads live documents; HTML and bytes are read by the entry rubricate");
  throw new RubricateError("badInput", "expected a document or an element");
}
