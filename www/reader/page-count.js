// How many pages an article has, by the numbered links to them in its first page.

/** Pages beyond this number are no pages of one article. */
const MOST = 200;

/**
 * @param {string | Uint8Array} source of the first page
 * @param {string} next the address of the second
 * @returns {number | null} null where its address has no number, or nothing leads further
 */
export function pageCount(source, next) {
  const url = new URL(next);
  const parts = /^(.*?)(?:\b|_)(0*2)(\D*)$/.exec(lastPart(url));
  if (!parts) return null;
  const [, before, , after] = parts;
  const [, name, search] = /** @type {RegExpExecArray} */ (/^([^?]*)(.*)$/.exec(before));
  const start = search ? `(?:${literal(name)})?${literal(search)}` : `${literal(name)}_?`;
  // Addresses are ASCII: whatever the charset, they can be read as latin1. In source an ampersand may be written as an entity.
  const text = (typeof source === "string" ? source : new TextDecoder("latin1").decode(source)).replaceAll("&amp;", "&");
  const numbered = new RegExp(`[/"'=]${start}(\\d{1,3})${literal(after)}(?=["'#\\s>\\0])`, "g");
  const numbers = [...text.matchAll(numbered)].map(([, number]) => Number(number)).filter((number) => number <= MOST);
  const last = Math.max(2, ...numbers);
  return numbers.length > 0 ? last : null;
}

/** What a link in the page itself would name: the end of the path, and the search. @param {URL} url */
function lastPart({ pathname, search }) {
  const names = pathname.split("/");
  const end = names.pop() ?? "";
  return (search || !/^\d*$/.test(end) ? end : `${names.pop()}/${end}`) + search;
}

/** @param {string} text as a pattern that means itself */
function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
