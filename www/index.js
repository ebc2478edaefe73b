// The entry `.` of the package: the whole module, for pages, workers, extensions, Node, Deno and Bun.
import { engine } from "./calls/engine-full.js";
import { createLiveCalls, htmlOf, isLive, readOptions } from "./calls/extract.js";
import { createFindCalls } from "./calls/find.js";
import { createStart } from "./calls/start.js";
import { warmUps } from "./calls/warm-ups.js";
import { RubricateError } from "./error.js";
import { snapshot } from "./page.js";

export { RubricateError, snapshot };

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Keyword} Keyword */
/** @typedef {import("./types.js").Match} Match */
/** @typedef {import("./types.js").ExtractOptions} ExtractOptions */
/** @typedef {import("./types.js").KeywordOptions} KeywordOptions */
/** @typedef {import("./types.js").FindOptions} FindOptions */

const start = createStart(engine, warmUps);
const live = createLiveCalls(engine);

/**
 * Loads the module. Once it has, every call is synchronous; calling it again waits for the same.
 *
 * @param {import("./calls/start.js").InitOptions} [options] `module`: the compiled module, its bytes or its address, where it is
 *   not beside this file
 * @returns {Promise<void>}
 */
export function init({ module = new URL("./wasm/full_bg.wasm", import.meta.url) } = {}) {
  return start(module);
}

/**
 * The article of a page.
 *
 * @param {string | BufferSource | Document | Element} page HTML, its bytes, or a live document
 * @param {ExtractOptions} [options]
 * @returns {Article} `content` is null where the page has none
 * @throws {RubricateError}
 */
export function extract(page, options) {
  const { charset, rest } = readOptions(options);
  return isLive(page) ? live.extract(page, rest) : engine.extract(htmlOf(engine, page, charset), rest);
}

/**
 * Whether a page has an article worth a reader view: cheaper than extracting it.
 *
 * @param {string | BufferSource | Document | Element} page
 * @returns {boolean}
 * @throws {RubricateError}
 */
export function isReadable(page) {
  return isLive(page) ? live.isReadable(page) : engine.isReadable(htmlOf(engine, page, undefined), undefined);
}

export const {
  /** The article of a snapshot that was taken elsewhere: in a page, for an extension or a worker to read. */
  extractSnapshot,
  /** Whether such a snapshot has an article worth a reader view. */
  isReadableSnapshot,
  /** The keywords of a text, or those that an article of it would have; best first. */
  keywords,
} = live;

export const {
  /** Where terms stand in a text, in order; of those that begin together, the longest first. */
  find,
  /** Paints every match of terms in a page, without changing the page. */
  highlight,
  /** The same in slices that yield to the page. */
  highlightAsync,
} = createFindCalls(engine);
