// The calls that find terms and highlight them, over an engine.
import { RubricateError } from "../error.js";
import { createHighlighter } from "../marks.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("../types.js").Match} Match */
/** @typedef {import("../types.js").FindOptions} FindOptions */

/** @param {Engine} engine */
export function createFindCalls(engine) {
  return {
    /** @param {string} text @param {string | string[]} terms @param {FindOptions} [options] @returns {Match[]} */
    find: (text, terms, options) => matches(findFlat(engine, text, terms, options)),
    ...createHighlighter({ compile: (terms, options) => engine.compile(terms, options) }),
  };
}

/**
 * Start, end and term of each match, flat.
 *
 * @param {Engine} engine
 * @param {string} text
 * @param {string | string[]} terms
 * @param {FindOptions} [options]
 */
export function findFlat(engine, text, terms, options) {
  const list = typeof terms === "string" ? [terms] : terms;
  if (typeof text !== "string") throw new RubricateError("badInput", "expected a text to find terms in");
  if (!Array.isArray(list) || list.some((term) => typeof term !== "string")) throw new RubricateError("badInput", "expected terms");
  const search = engine.compile(list, options);
  try {
    return search.find(text);
  } finally {
    search.free();
  }
}

/** @param {Uint32Array} flat @returns {Match[]} */
export function matches(flat) {
  return Array.from({ length: flat.length / 3 }, (_, at) => ({ start: flat[3 * at], end: flat[3 * at + 1], termIndex: flat[3 * at + 2] }));
}
