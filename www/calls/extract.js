// The calls that read pages and texts, over an engine.
import { RubricateError } from "../error.js";
import { addressOf, isDocument, isElement, snapshot } from "../page.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("../types.js").Article} Article */
/** @typedef {import("../types.js").Keyword} Keyword */
/** @typedef {import("../types.js").ExtractOptions} ExtractOptions */
/** @typedef {import("../types.js").KeywordOptions} KeywordOptions */

/**
 * Takes the options of `extract` apart: what the module takes, and what is for bytes alone.
 *
 * @param {ExtractOptions | undefined} options
 * @returns {{ charset: string | undefined, rest: Omit<ExtractOptions, "charset"> }}
 */
export function readOptions(options) {
  if (options && typeof options !== "object") throw new RubricateError("badOption", "option options: expected an object");
  const { charset, ...rest } = options ?? {};
  if (charset && typeof charset !== "string") throw new RubricateError("badOption", "option charset: expected a string");
  return { charset: charset || undefined, rest };
}

/**
 * Whether a page is a live document, or a part of one.
 *
 * @param {unknown} page
 * @returns {page is Document | Element}
 */
export function isLive(page) {
  return isDocument(page) || isElement(page);
}

/** The options with the document's own address, where none is given. @param {Document | Element} page @param {ExtractOptions} options */
export function withAddress(page, options) {
  return { ...options, url: options.url === undefined ? addressOf(page) : options.url };
}

/**
 * What of a text or an article the keywords are found in.
 *
 * @param {string | Pick<Article, "textContent" | "title" | "lang">} textOrArticle
 * @param {KeywordOptions | undefined} options
 * @returns {[text: string, options: KeywordOptions | undefined]}
 */
export function textOf(textOrArticle, options) {
  if (typeof textOrArticle === "string") return [textOrArticle, options];
  if (typeof textOrArticle?.textContent !== "string") throw new RubricateError("badInput", "expected a text or an article");
  const { textContent, title, lang } = textOrArticle;
  return [textContent, { title, lang, ...options }];
}

/**
 * The text of a page that is no live document.
 *
 * @param {Engine} engine
 * @param {unknown} page
 * @param {string | undefined} charset what HTTP said, for bytes
 * @returns {string}
 */
export function htmlOf(engine, page, charset) {
  if (typeof page === "string") return page;
  const bytes = bytesOf(page);
  if (!bytes) throw new RubricateError("badInput", "expected a page: HTML, its bytes, a document or an element");
  return engine.decode(bytes, charset);
}

/** @param {unknown} page @returns {Uint8Array | undefined} */
function bytesOf(page) {
  if (page instanceof ArrayBuffer) return new Uint8Array(page);
  if (ArrayBuffer.isView(page)) return new Uint8Array(page.buffer, page.byteOffset, page.byteLength);
  return undefined;
}

/**
 * The calls that every build with `extract` has; `page` is a live document.
 *
 * @param {Engine} engine
 */
export function createLiveCalls(engine) {
  return {
    /** @param {Document | Element} page @param {ExtractOptions} options @returns {Article} */
    extract: (page, options) => engine.extractSnapshot(snapshot(page), withAddress(page, options)),

    /** @param {Uint8Array} message @param {ExtractOptions} [options] @returns {Article} */
    extractSnapshot: (message, options) => engine.extractSnapshot(message, options),

    /** @param {Document | Element} page @returns {boolean} */
    isReadable: (page) => engine.isReadableSnapshot(snapshot(page), undefined),

    /** @param {Uint8Array} message @returns {boolean} */
    isReadableSnapshot: (message) => engine.isReadableSnapshot(message, undefined),

    /** @param {string | Pick<Article, "textContent" | "title" | "lang">} textOrArticle @param {KeywordOptions} [options] @returns {Keyword[]} */
    keywords: (textOrArticle, options) => engine.keywords(...textOf(textOrArticle, options)),
  };
}
