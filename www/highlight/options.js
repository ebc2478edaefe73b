// The options of a highlight, checked.
import { RubricateError } from "../error.js";

/**
 * What counts as a match; the finder checks it.
 *
 * @typedef {object} FindOptions
 * @property {boolean} [caseSensitive]
 * @property {"ignore" | "exact"} [diacritics]
 * @property {boolean | "start"} [wholeWord]
 * @property {"longest" | "all"} [overlap]
 * @property {"zh"} [variants] simplified and traditional Chinese alike
 */
/**
 * @typedef {FindOptions & {
 *   exclude?: string | string[],
 *   color?: string,
 *   watch?: boolean,
 *   signal?: AbortSignal,
 * }} HighlightOptions `exclude`: selectors of what is left out; `color`: any CSS colour; `watch`: follow the page; `signal`: aborted, it clears
 */

/**
 * Parts the options of painting from those of finding.
 *
 * @param {HighlightOptions} options
 */
export function readOptions(options) {
  const { exclude, color, watch, signal, ...find } = options;
  return { exclude: readExclude(exclude), color: read("color", color, "string"), watch: read("watch", watch, "boolean") ?? false, signal: readSignal(signal), find };
}

/**
 * @template {"string" | "boolean"} T
 * @param {string} name
 * @param {any} value
 * @param {T} type
 */
function read(name, value, type) {
  if (value !== undefined && typeof value !== type) throw new RubricateError("badOption", `option ${name}: not a ${type}`);
  return value;
}

/** @param {unknown} exclude @returns {string} one selector */
function readExclude(exclude) {
  const selectors = exclude === undefined ? [] : [exclude].flat();
  const selector = selectors.join(", ");
  try {
    if (selectors.length > 0) document.createDocumentFragment().querySelector(selector);
  } catch (cause) {
    throw new RubricateError("badOption", `option exclude: ${JSON.stringify(selector)} is no selector`, { cause });
  }
  return selector;
}

/** @param {any} signal @returns {AbortSignal | undefined} */
function readSignal(signal) {
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new RubricateError("badOption", "option signal: not an AbortSignal");
  return signal;
}
