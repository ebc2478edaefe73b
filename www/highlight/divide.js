// Characters that no match runs across, which spare most questions about style.
//
// Reading `one. <p>two` as two blocks is right whatever the style of `p`, as long as no term holds a full stop: were the two
// displayed in one line, or were `p` not displayed at all, no match could run on from before it.

/** Marks that end most of the texts that stand before an element. */
const MARKS = new Set([...".,:;!?()[]\"'“”‘’»«…–—|/。，、；：！？（）「」『』《》〈〉【】·"].map((mark) => mark.charCodeAt(0)));

/** Says which texts no match of some terms runs on from. */
export class Dividers {
  /** Whether white space divides, and whether punctuation does. */
  #spaces;
  #marks;

  /** @param {string[]} terms */
  constructor(terms) {
    const all = terms.join("\0");
    this.#spaces = !/[^\s\0][\s\x85]+[^\s\0]/.test(all);
    // Folding makes punctuation and symbols of nothing else.
    this.#marks = !/[\p{P}\p{S}]/u.test(all);
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
    return at < 0 ? divided : this.#marks && MARKS.has(code);
  }
}

/** @param {number} code */
function isSpace(code) {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x3000;
}
