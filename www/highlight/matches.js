// The matches in one block: numbers, of which ranges are made when somebody asks.

/** @typedef {import("./block.js").Block} Block */
/** Start, end and term of each match, flat, by start, in UTF-16 units. @typedef {ArrayLike<number>} Found */

/**
 * What one block holds of the matches found in a joined text.
 *
 * A page in which every other word is a match has a hundred thousand of them, and a range costs what finding ten matches does: so
 * painting takes matches that touch as one range, and the range of each match is made for those who step through them.
 */
export class Matches {
  #block;
  #found;
  #first;
  #last;
  /** Where the block begins in the joined text. */
  #from;
  /** @type {StaticRange[] | null} */
  #ranges = null;
  /** @type {StaticRange[] | null} */
  #stretches = null;

  /**
   * @param {Block} block
   * @param {Found} found
   * @param {{ first: number, last: number, from: number }} which those from `first` up to `last` in `found`; the block begins at `from`
   */
  constructor(block, found, { first, last, from }) {
    this.#block = block;
    this.#found = found;
    this.#first = first;
    this.#last = last;
    this.#from = from;
  }

  /** How many there are. */
  get count() {
    return (this.#last - this.#first) / 3;
  }

  /** Which term each is. @returns {number[]} */
  get terms() {
    return Array.from({ length: this.count }, (_, at) => this.#found[this.#first + 3 * at + 2]);
  }

  /** The range of each: the same ones each time. */
  get ranges() {
    return (this.#ranges ??= this.#make("each"));
  }

  /** Ranges that cover the same text, as few as can be: the same ones each time. */
  get stretches() {
    return (this.#stretches ??= this.#make("joined"));
  }

  /** @param {"each" | "joined"} how whether matches that touch or overlap in one text node are one range */
  #make(how) {
    const { nodes, ends } = this.#block;
    const [found, from, last] = [this.#found, this.#from, this.#last];
    const init = /** @type {StaticRangeInit} */ ({});
    const ranges = [];
    let node = 0;
    for (let at = this.#first; at < last; ) {
      const start = found[at] - from;
      let end = found[at + 1] - from;
      while (ends[node] <= start) node++;
      at += 3;
      if (how === "joined") {
        while (at < last && found[at] - from <= end && found[at + 1] - from <= ends[node]) {
          end = Math.max(end, found[at + 1] - from);
          at += 3;
        }
      }
      let until = node;
      while (ends[until] < end) until++;
      init.startContainer = nodes[node];
      init.startOffset = start - (node ? ends[node - 1] : 0);
      init.endContainer = nodes[until];
      init.endOffset = end - (until ? ends[until - 1] : 0);
      ranges.push(new StaticRange(init));
    }
    return ranges;
  }
}
