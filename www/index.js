// The entry `.` of the package: the whole module, for pages, workers, extensions, Node, Deno and Bun.
import * as bindings from "./wasm/full.js";
import { compile, Engine } from "./engine.js";
import { RubricateError } from "./error.js";
import { createHighlighter } from "./marks.js";
import { addressOf, isDocument, isElement, snapshot } from "./page.js";

export { RubricateError, snapshot };

/** @typedef {import("./types.js").Article} Article */
/** @typedef {import("./types.js").Keyword} Keyword */
/** @typedef {import("./types.js").Match} Match */
/** @typedef {import("./types.js").ExtractOptions} ExtractOptions */
/** @typedef {import("./types.js").KeywordOptions} KeywordOptions */
/** @typedef {import("./types.js").FindOptions} FindOptions */

const engine = new Engine(bindings);
const highlighter = createHighlighter({ compile: (terms, options) => engine.compile(terms, options) });
/** @type {Promise<void> | undefined} */
let starting;

/**
 * Loads the module. Once it has, every call is synchronous; calling it again waits for the same.
 *
 * @param {{ module?: Parameters<typeof compile>[0] }} [options] `module`: the compiled module, its bytes or its address, where
 *   it is not beside this file
 * @returns {Promise<void>}
 */
export function init({ module = new URL("./wasm/full_bg.wasm", import.meta.url) } = {}) {
  starting ??= compile(module).then(
    (compiled) => {
      engine.start(compiled);
      for (const step of [0, 1]) globalThis.requestIdleCallback?.(() => engine.warmUp(step));
    },
    (reason) => {
      starting = undefined;
      throw reason;
    },
  );
  return starting;
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
  if (options && typeof options !== "object") throw new RubricateError("badOption", "option options: expected an object");
  const { charset, ...rest } = options ?? {};
  if (charset && typeof charset !== "string") throw new RubricateError("badOption", "option charset: expected a string");
  if (!isDocument(page) && !isElement(page)) return engine.extract(html(page, charset), rest);
  const url = rest.url === undefined ? addressOf(page) : rest.url;
  return engine.extractSnapshot(snapshot(page), { ...rest, url });
}

/**
 * The article of a snapshot that was taken elsewhere: in a page, for an extension or a worker to read.
 *
 * @param {Uint8Array} message
 * @param {ExtractOptions} [options]
 * @returns {Article}
 * @throws {RubricateError}
 */
export function extractSnapshot(message, options) {
  return engine.extractSnapshot(message, options);
}

/**
 * Whether a page has an article worth a reader view: cheaper than extracting it.
 *
 * @param {string | BufferSource | Document | Element} page
 * @returns {boolean}
 * @throws {RubricateError}
 */
export function isReadable(page) {
  if (isDocument(page) || isElement(page)) return engine.isReadableSnapshot(snapshot(page), undefined);
  return engine.isReadable(html(page, undefined), undefined);
}

/**
 * The keywords of a text, or those that an article of it would have.
 *
 * @param {string | Pick<Article, "textContent" | "title" | "lang">} textOrArticle
 * @param {KeywordOptions} [options]
 * @returns {Keyword[]} best first
 * @throws {RubricateError}
 */
export function keywords(textOrArticle, options) {
  if (typeof textOrArticle === "string") return engine.keywords(textOrArticle, options);
  if (typeof textOrArticle?.textContent !== "string") throw new RubricateError("badInput", "expected a text or an article");
  const { textContent, title, lang } = textOrArticle;
  return engine.keywords(textContent, { title, lang, ...options });
}

/**
 * Where terms stand in a text.
 *
 * @param {string} text
 * @param {string | string[]} terms
 * @param {FindOptions} [options]
 * @returns {Match[]} in order; of those that begin together, the longest first
 * @throws {RubricateError}
 */
export function find(text, terms, options) {
  const list = typeof terms === "string" ? [terms] : terms;
  if (typeof text !== "string") throw new RubricateError("badInput", "expected a text to find terms in");
  if (!Array.isArray(list) || list.some((term) => typeof term !== "string")) throw new RubricateError("badInput", "expected terms");
  const search = engine.compile(list, options);
  const flat = search.find(text);
  search.free();
  return Array.from({ length: flat.length / 3 }, (_, at) => ({ start: flat[3 * at], end: flat[3 * at + 1], termIndex: flat[3 * at + 2] }));
}

export const {
  /** Paints every match of terms in a page, without changing the page. */
  highlight,
  /** The same in slices that yield to the page. */
  highlightAsync,
} = highlighter;

/**
 * @param {unknown} page
 * @param {string | undefined} charset
 * @returns {string}
 */
function html(page, charset) {
  if (typeof page === "string") return page;
  if (page instanceof ArrayBuffer) return engine.decode(new Uint8Array(page), charset || undefined);
  if (ArrayBuffer.isView(page)) return engine.decode(new Uint8Array(page.buffer, page.byteOffset, page.byteLength), charset || undefined);
  throw new RubricateError("badInput", "expected a page: HTML, its bytes, a document or an element");
}
