// The entry `./worker`: the calls of the entry `.` as promises, worked on in a worker, so that a long page never holds up this one.
// Live documents are flattened here, and matches painted here; only plain data passes between the two.
import { isLive, readOptions, textOf, withAddress } from "./calls/extract.js";
import { matches } from "./calls/find.js";
import { startWorker } from "./calls/worker.js";
import { RubricateError } from "./error.js";
import { createHighlighter } from "./marks.js";
import { WorkerEngine } from "./messages.js";
import { snapshot } from "./page.js";

export { RubricateError, snapshot };

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Keyword} Keyword */
/** @typedef {import("./types.js").Match} Match */
/** @typedef {import("./types.js").ExtractOptions} ExtractOptions */
/** @typedef {import("./types.js").KeywordOptions} KeywordOptions */
/** @typedef {import("./types.js").FindOptions} FindOptions */
/** @typedef {import("./highlight/options.js").HighlightOptions} HighlightOptions */
/** @typedef {import("./marks.js").Marks} Marks */

let start = startWorker;
const engine = new WorkerEngine(() => start());
const highlighter = createHighlighter({
  compile: (terms, options) => ({ find: (text) => engine.search(text, terms, options), free: () => undefined }),
});

/**
 * Starts the worker and waits until it has loaded the module. Every call does so by itself; this is for those who want it done early.
 *
 * @param {{ worker?: () => import("./messages.js").WorkerLike }} [options] `worker`: starts the package's `engine.worker.js` as a module,
 *   where a bundler keeps it elsewhere
 * @returns {Promise<void>}
 */
export async function init({ worker } = {}) {
  if (worker) start = worker;
  await engine.search("", []);
}

/**
 * The article of a page.
 *
 * @param {string | BufferSource | Document | Element} page HTML, its bytes, or a live document
 * @param {ExtractOptions} [options]
 * @returns {Promise<Article>} `content` is null where the page has none
 * @throws {RubricateError}
 */
export async function extract(page, options) {
  if (!isLive(page)) return engine.extract(page, options);
  const { rest } = readOptions(options);
  return engine.extractSnapshot(snapshot(page), withAddress(page, rest));
}

/**
 * The article of a snapshot that was taken elsewhere.
 *
 * @param {Uint8Array} message
 * @param {ExtractOptions} [options]
 * @returns {Promise<Article>}
 * @throws {RubricateError}
 */
export async function extractSnapshot(message, options) {
  return engine.extractSnapshot(message, options);
}

/**
 * Whether a page has an article worth a reader view: cheaper than extracting it.
 *
 * @param {string | BufferSource | Document | Element} page
 * @returns {Promise<boolean>}
 * @throws {RubricateError}
 */
export async function isReadable(page) {
  return isLive(page) ? engine.isReadableSnapshot(snapshot(page)) : engine.isReadable(page);
}

/**
 * The keywords of a text, or those that an article of it would have.
 *
 * @param {string | Pick<Article, "textContent" | "title" | "lang">} textOrArticle
 * @param {KeywordOptions} [options]
 * @returns {Promise<Keyword[]>} best first
 * @throws {RubricateError}
 */
export async function keywords(textOrArticle, options) {
  return engine.keywords(...textOf(textOrArticle, options));
}

/**
 * Where terms stand in a text.
 *
 * @param {string} text
 * @param {string | string[]} terms
 * @param {FindOptions} [options]
 * @returns {Promise<Match[]>} in order; of those that begin together, the longest first
 * @throws {RubricateError}
 */
export async function find(text, terms, options) {
  return matches(await engine.search(text, terms, options));
}

/**
 * Paints every match of terms in a page, without changing the page, in slices that yield to it.
 *
 * @param {Node} root an element, a document, a shadow root
 * @param {string | string[]} terms
 * @param {HighlightOptions} [options]
 * @returns {Promise<Marks>}
 * @throws {RubricateError}
 */
export function highlightAsync(root, terms, options) {
  return highlighter.highlightAsync(root, terms, options);
}

export { highlightAsync as highlight };

/** Ends the worker; what was asked is refused. The next call starts another. */
export function end() {
  engine.end();
}
