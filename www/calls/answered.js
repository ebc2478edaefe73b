// What an engine in a worker answers, whichever entry stands behind it.
import { findFlat } from "./find.js";

/** @typedef {Exclude<import("../messages.js").CallName, "search">} Plain */

/**
 * Of an entry's calls those that take and give plain data, and `search`.
 *
 * @param {import("../engine.js").Engine} engine the entry's
 * @param {{ [name in Plain]: (...values: any[]) => unknown }} entry
 */
export function answered(engine, { extract, extractSnapshot, isReadable, isReadableSnapshot, keywords }) {
  return {
    extract,
    extractSnapshot,
    isReadable,
    isReadableSnapshot,
    keywords,
    /** @param {Parameters<import("../messages.js").Calls["find"]>} question */
    search: (...question) => findFlat(engine, ...question),
  };
}
