// Watch lists as files: text, CSV and JSON, out and in again.

/** @typedef {import("../../reader/store.js").WatchList} WatchList */
/** @typedef {Pick<WatchList, "name" | "hue" | "terms" | "whole" | "caseSensitive">} ListFile what of a list goes into a file */
/** @typedef {"txt" | "csv" | "json"} Format */

const HUES = ["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"];
const WHOLE = ["word", "start", "anywhere"];
const COLUMNS = ["list", "colour", "match", "case", "term"];

/**
 * @param {readonly ListFile[]} lists
 * @param {Format} format
 * @returns {string} ends in a line feed
 */
export function writeLists(lists, format) {
  if (format === "txt") return `${lists.map(({ name, terms }) => [`# ${name}`, ...terms].join("\n")).join("\n\n")}\n`;
  if (format === "csv") {
    const rows = lists.flatMap(({ name, hue, whole, caseSensitive, terms }) => terms.map((term) => [name, hue, whole, caseSensitive ? "exact" : "any", term]));
    return [COLUMNS, ...rows].map((row) => row.map(quoted).join(",")).join("\n") + "\n";
  }
  const plain = lists.map(({ name, hue, whole, caseSensitive, terms }) => ({ name, colour: hue, match: whole, case: caseSensitive ? "exact" : "any", terms }));
  return `${JSON.stringify({ rubricate: "watch lists", version: 1, lists: plain }, null, 2)}\n`;
}

/**
 * Lists of a file, by what is in it: JSON, CSV with our columns, else one word a line, with `# name` above each list.
 *
 * @param {string} text
 * @param {string} name of a list without one
 * @returns {ListFile[]} those that hold a word; what is unknown takes its default
 * @throws {SyntaxError} for JSON that is none
 */
export function readLists(text, name) {
  const clean = text.replace(/^\uFEFF/, "");
  const lists = /^\s*[{[]/.test(clean) ? fromJson(clean, name) : isCsv(clean) ? fromCsv(clean, name) : fromText(clean, name);
  return lists.map((list) => ({ ...list, terms: [...new Set(list.terms.map((term) => term.trim()).filter(Boolean))] })).filter(({ terms }) => terms.length > 0);
}

/** @param {string} text @param {string} name @returns {ListFile[]} */
function fromJson(text, name) {
  const value = JSON.parse(text);
  const given = Array.isArray(value) ? value : value.lists;
  const strings = (/** @type {unknown} */ list) => (Array.isArray(list) ? list.filter((item) => typeof item === "string") : []);
  if (!Array.isArray(given)) return [];
  if (given.every((item) => typeof item === "string")) return [listOf(name, { terms: given })];
  return given.map((item) => listOf(typeof item?.name === "string" && item.name ? item.name : name, { ...item, terms: strings(item?.terms) }));
}

/** @param {string} text */
function isCsv(text) {
  return text.slice(0, text.indexOf("\n")).trim().toLowerCase().replaceAll('"', "") === COLUMNS.join(",");
}

/** @param {string} text @param {string} name @returns {ListFile[]} */
function fromCsv(text, name) {
  /** @type {Map<string, ListFile>} */
  const lists = new Map();
  for (const [listName, colour, match, exact, term] of csvRows(text).slice(1)) {
    const list = lists.get(listName) ?? listOf(listName || name, { colour, match, case: exact, terms: [] });
    lists.set(listName, list);
    if (term) list.terms.push(term);
  }
  return [...lists.values()];
}

/** @param {string} text @param {string} name @returns {ListFile[]} */
function fromText(text, name) {
  const lists = [listOf(name, { terms: [] })];
  for (const line of text.split(/\r?\n/)) {
    const heading = /^#\s*(.+)/.exec(line);
    if (heading) lists.push(listOf(heading[1].trim(), { terms: [] }));
    else lists[lists.length - 1].terms.push(line);
  }
  return lists;
}

/** @param {string} name @param {{ colour?: unknown, match?: unknown, case?: unknown, terms: string[] }} given @returns {ListFile} */
function listOf(name, { colour, match, case: exact, terms }) {
  return {
    name: name.slice(0, 80),
    hue: HUES.includes(/** @type {string} */ (colour)) ? /** @type {WatchList["hue"]} */ (colour) : "blue",
    whole: WHOLE.includes(/** @type {string} */ (match)) ? /** @type {WatchList["whole"]} */ (match) : "word",
    caseSensitive: exact === "exact",
    terms,
  };
}

/** A field of RFC 4180. @param {string} value */
function quoted(value) {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** @param {string} text @returns {string[][]} */
function csvRows(text) {
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, open, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows[rows.length - 1].push(open === undefined ? (plain ?? "") : open.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}
