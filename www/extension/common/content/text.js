// The text of a whole page as one string, with the way to its ranges and back: what own highlights are anchored in.
import { Collector } from "../../../highlight/collect.js";
import { Follower } from "../../../highlight/follow.js";
import { Slices } from "../../../highlight/schedule.js";

/** @typedef {import("../../../highlight/block.js").Block} Block */

/** What parts blocks: an anchor never looks at white space. */
const BREAK = "\n";
/** How long a page that changes is left alone before it is read again, ms. */
const SETTLE = 500;

export class PageText {
  /** @type {Follower} */
  #follower;
  /** @type {{ text: string, starts: number[] } | null} */
  #joined = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {Follower} follower
   */
  constructor(follower) {
    this.#follower = follower;
  }

  /**
   * Reads the page in slices, and follows it.
   *
   * @param {string} exclude a selector
   * @param {() => void} changed called when the text is another
   * @returns {Promise<PageText>}
   */
  static async read(exclude, changed) {
    const collector = new Collector(exclude);
    await new Slices().run(collector.read(document.documentElement));
    const text = new PageText(new Follower(document.documentElement, exclude, collector, () => text.#later(changed)));
    return text;
  }

  /** @returns {string} blocks, one line feed between two */
  get text() {
    return this.#join().text;
  }

  /** Ends the following. */
  stop() {
    clearTimeout(this.#waiting);
    this.#follower.stop();
  }

  /**
   * The ranges of a stretch of the text, one in each block it touches.
   *
   * @param {number} start
   * @param {number} end UTF-16 units
   * @returns {StaticRange[]}
   */
  ranges(start, end) {
    const { starts } = this.#join();
    const { blocks } = this.#follower;
    const ranges = [];
    for (let at = lastNotAfter(starts, start); at < blocks.length && starts[at] < end; at++) {
      const from = Math.max(0, start - starts[at]);
      const to = Math.min(blocks[at].text.length, end - starts[at]);
      if (from < to && !blocks[at].isStale) ranges.push(rangeIn(blocks[at], from, to));
    }
    return ranges;
  }

  /**
   * Where a person's selection lies in the text, without white space at its edges.
   *
   * @param {Range} range
   * @returns {{ start: number, end: number } | null} null where it holds none of the text
   */
  span(range) {
    const { starts, text } = this.#join();
    let start = -1;
    let end = -1;
    this.#follower.blocks.forEach((block, at) => {
      block.nodes.forEach((node, index) => {
        if (!range.intersectsNode(node)) return;
        const before = starts[at] + (index ? block.ends[index - 1] : 0);
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.data.length;
        if (start < 0) start = before + from;
        end = before + to;
      });
    });
    while (start < end && /\s/.test(text[start])) start++;
    while (end > start && /\s/.test(text[end - 1])) end--;
    return end > start ? { start, end } : null;
  }

  #join() {
    if (this.#joined) return this.#joined;
    let length = 0;
    const starts = this.#follower.blocks.map((block) => {
      const start = length;
      length += block.text.length + BREAK.length;
      return start;
    });
    this.#joined = { text: this.#follower.blocks.map((block) => block.text).join(BREAK), starts };
    return this.#joined;
  }

  /** @param {() => void} changed */
  #later(changed) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const { removed, added } = this.#follower.read();
      if (removed.length + added.length === 0) return;
      this.#joined = null;
      changed();
    }, SETTLE);
  }
}

/** @param {Block} block @param {number} start @param {number} end of its text */
function rangeIn({ nodes, ends }, start, end) {
  const first = ends.findIndex((edge) => edge > start);
  const last = ends.findIndex((edge) => edge >= end);
  return new StaticRange({
    startContainer: nodes[first],
    startOffset: start - (first ? ends[first - 1] : 0),
    endContainer: nodes[last],
    endOffset: end - (last ? ends[last - 1] : 0),
  });
}

/** The last place whose value is not above `limit`; 0 where there is none. @param {number[]} values ascending @param {number} limit */
function lastNotAfter(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
