// Where a person's highlight stands in a text, said so that it is found again when the page has changed:
// the selectors of the W3C Web Annotation Data Model, text quote and text position. The reader and the live page use the same.

/**
 * @typedef {object} Selectors
 * @property {{ exact: string, prefix: string, suffix: string }} quote the words, and up to 32 characters before and after
 * @property {{ start: number, end: number }} position UTF-16 units of the text it was made on
 */
/** @typedef {{ start: number, end: number }} Span UTF-16 units */

/** Context kept on each side, UTF-16 units. */
const CONTEXT = 32;
/** Longest quote that is compared letter by letter when it is nowhere whole, squeezed UTF-16 units. */
const LONGEST_FUZZY = 1000;
/** Share of a quote that may differ. */
const TOLERANCE = 0.2;
/** Characters of a quote's ends that lead to places worth comparing. */
const SEED = 8;
/** Most places compared. */
const PLACES = 64;

/**
 * Says where a stretch of a text stands.
 *
 * @param {string} text
 * @param {number} start UTF-16 units, within the text
 * @param {number} end not before `start`
 * @returns {Selectors}
 */
export function describe(text, start, end) {
  return {
    quote: { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) },
    position: { start, end },
  };
}

/**
 * A text with its white space and invisible characters left out, and the way back. Texts of one article differ in these between
 * the live page and the reader; nothing else of them is compared.
 */
export class Squeezed {
  /** @param {string} text */
  constructor(text) {
    this.whole = text;
    this.from = new Uint32Array(text.length);
    let kept = 0;
    const parts = [];
    for (const { 0: part, index } of text.matchAll(VISIBLE)) {
      parts.push(part);
      for (let at = 0; at < part.length; at++) this.from[kept++] = index + at;
    }
    this.text = parts.join("");
    this.from = this.from.subarray(0, kept);
  }

  /** @param {number} start @param {number} end squeezed @returns {Span} of the whole text */
  span(start, end) {
    return { start: this.from[start], end: this.from[end - 1] + 1 };
  }

  /** How many squeezed characters stand before a place of the whole text. @param {number} offset */
  before(offset) {
    let low = 0;
    let high = this.from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.from[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const VISIBLE = /[^\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g;

/**
 * Finds a highlight in a text: the quote whole where its context or its position fits best, else the closest wording.
 *
 * @param {Squeezed} squeezed made once of each text
 * @param {Selectors} selectors
 * @returns {Span | null} null where the text does not hold it: keep it and say so
 */
export function locate(squeezed, selectors) {
  const exact = squeeze(selectors.quote.exact);
  if (!exact) return null;
  const prefix = squeeze(selectors.quote.prefix);
  const suffix = squeeze(selectors.quote.suffix);
  const expected = squeezed.before(selectors.position.start);
  const whole = occurrences(squeezed.text, exact);
  if (whole.length > 0) {
    const best = bestOf(whole, (at) => contextScore(squeezed.text, at, at + exact.length, prefix, suffix) - distance(at, expected, squeezed.text.length));
    return squeezed.span(best, best + exact.length);
  }
  const near = exact.length <= LONGEST_FUZZY ? closest(squeezed.text, exact, prefix, suffix, expected) : null;
  return near && squeezed.span(near.start, near.end);
}

/** @param {string} text */
function squeeze(text) {
  return text.replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g, "");
}

/** @param {string} text @param {string} part @returns {number[]} */
function occurrences(text, part) {
  const found = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < 10_000; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/**
 * @param {number[]} places
 * @param {(place: number) => number} score
 */
function bestOf(places, score) {
  let best = places[0];
  let highest = -Infinity;
  for (const place of places) {
    const now = score(place);
    if (now > highest) [best, highest] = [place, now];
  }
  return best;
}

/** How far a place is from the expected one, 0 to 1: less than one character of context. @param {number} at @param {number} expected @param {number} length */
function distance(at, expected, length) {
  return Math.abs(at - expected) / (length + 1);
}

/** How many characters of the context stand around a place as they did. @param {string} text @param {number} start @param {number} end @param {string} prefix @param {string} suffix */
function contextScore(text, start, end, prefix, suffix) {
  let score = 0;
  for (let back = 1; back <= prefix.length && text[start - back] === prefix[prefix.length - back]; back++) score++;
  for (let on = 0; on < suffix.length && text[end + on] === suffix[on]; on++) score++;
  return score;
}

/**
 * The closest wording around places that share a piece of the quote or its context.
 *
 * @param {string} text
 * @param {string} exact
 * @param {string} prefix
 * @param {string} suffix
 * @param {number} expected
 * @returns {Span | null}
 */
function closest(text, exact, prefix, suffix, expected) {
  const limit = Math.floor(exact.length * TOLERANCE);
  if (limit === 0) return null;
  /** @type {{ start: number, end: number, score: number } | null} */
  let best = null;
  for (const at of candidatePlaces(text, exact, prefix, expected)) {
    const from = Math.max(0, at - limit);
    const found = approximate(text.slice(from, at + exact.length + limit), exact, limit);
    if (!found) continue;
    const [start, end] = [from + found.start, from + found.end];
    const score = contextScore(text, start, end, prefix, suffix) - found.errors - distance(start, expected, text.length);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

/**
 * Places where the quote may begin: where a piece of it stands, or what stood before it; the nearest to the expected one.
 *
 * @param {string} text
 * @param {string} exact
 * @param {string} prefix
 * @param {number} expected
 */
function candidatePlaces(text, exact, prefix, expected) {
  const places = new Set();
  const size = Math.min(SEED, Math.max(2, exact.length >> 2));
  for (let from = 0; from + size <= exact.length; from += size) {
    for (const at of occurrences(text, exact.slice(from, from + size))) places.add(Math.max(0, at - from));
  }
  const before = prefix.slice(-SEED);
  if (before.length === SEED) for (const at of occurrences(text, before)) places.add(at + SEED);
  return [...places].sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, PLACES);
}

/**
 * The stretch of a short text that a pattern is nearest to by edits (Sellers 1980).
 *
 * @param {string} text
 * @param {string} pattern
 * @param {number} limit most edits
 * @returns {{ start: number, end: number, errors: number } | null}
 */
function approximate(text, pattern, limit) {
  const rows = pattern.length + 1;
  let costs = Uint16Array.from({ length: rows }, (_, row) => row);
  let starts = new Uint32Array(rows);
  /** @type {{ start: number, end: number, errors: number } | null} */
  let best = null;
  for (let column = 1; column <= text.length; column++) {
    const nextCosts = new Uint16Array(rows);
    const nextStarts = new Uint32Array(rows);
    nextStarts[0] = column;
    for (let row = 1; row < rows; row++) {
      const same = costs[row - 1] + (text[column - 1] === pattern[row - 1] ? 0 : 1);
      const added = costs[row] + 1;
      const left = nextCosts[row - 1] + 1;
      const least = Math.min(same, added, left);
      nextCosts[row] = least;
      nextStarts[row] = least === same ? starts[row - 1] : least === added ? starts[row] : nextStarts[row - 1];
    }
    [costs, starts] = [nextCosts, nextStarts];
    const errors = costs[rows - 1];
    if (errors <= limit && (!best || errors < best.errors)) best = { start: starts[rows - 1], end: column, errors };
  }
  return best && best.end > best.start ? best : null;
}
