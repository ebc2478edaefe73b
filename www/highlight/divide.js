// Characters that no match runs across, which spare most questions about style.
//
// Reading `one. <p>two` as two blocks is right whatever the style of `p`, as long as no term holds a full stop: were the two
// displayed in one line, or were `p` not displayed at all, no match could run on from before it. The same is true of `on<p>two`
// as long as no term goes on after an `n`.

/** Marks that end most of the texts that stand before an element. */
const MARKS = new Set([...".,:;!?()[]\"'“”‘’»«…–—|/。，、；：！？（）「」『』《》〈〉【】·"].map((mark) => mark.charCodeAt(0)));

/** Letters, digits and ideographs that nothing else folds to, as long as case alone and no Chinese variants are passed over. */
const PLAIN = /^[\0-\x7f\u4e00-\u9fff]*$/;

/** Says which texts no match of some terms runs on from. */
export class Dividers {
  /** Whether white space divides, and whether punctuation does. */
  #spaces;
  #marks;
  /** By code of a small letter, a digit or an ideograph: whether a term goes on after it; null where other characters may be the same as these. */
  #inner;

  /** @param {string[]} terms @param {import("./options.js").FindOptions} options */
  constructor(terms, { variants }) {
    const all = terms.join("\0");
    this.#spaces = !/[^\s\0][\s\x85]+[^\s\0]/.test(all);
    // Folding makes punctuation and symbols of nothing else.
    this.#marks = !/[\p{P}\p{S}]/u.test(all);
    this.#inner = variants === undefined && PLAIN.test(all) ? innerOf(all.toLowerCase()) : null;
  }

  /**
   * Whether no match holds the end of `text` and something after it.
   *
   * @param {string} text
   * @param {boolean} divided whether that is so of what stands before `text`
   */
  end(text, divided) {
    let at = text.length - 1;
    let code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (this.#spaces) return true;
      while (isSpace(code)) code = text.charCodeAt(--at);
    }
    return at < 0 ? divided : (this.#marks && MARKS.has(code)) || this.#isLast(code);
  }

  /** Whether a match that holds a character, if there is one, ends with it. @param {number} code */
  #isLast(code) {
    if (this.#inner === null) return false;
    if (isCapital(code)) return !this.#inner[code + 0x20];
    return (isSmallOrDigit(code) || isIdeograph(code)) && !this.#inner[code];
  }
}

/** Marks the characters of terms that do not stand last; a table as short as the terms let it be. @param {string} terms with U+0000 between them */
function innerOf(terms) {
  const inner = new Uint8Array(/[^\0-\x7f]/.test(terms) ? 0xa000 : 0x80);
  for (let at = 0; at + 1 < terms.length; at++) if (terms.charCodeAt(at + 1) !== 0) inner[terms.charCodeAt(at)] = 1;
  return inner;
}

/** @param {number} code */
function isCapital(code) {
  return code >= 0x41 && code <= 0x5a;
}

/** @param {number} code */
function isSmallOrDigit(code) {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** @param {number} code */
function isIdeograph(code) {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** @param {number} code */
function isSpace(code) {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x3000;
}
