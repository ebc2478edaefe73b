// The text of an article on the screen, with the way back to its nodes. What is found in the text is painted on the nodes.
import { Slices } from "./turn.js";

/** Elements that begin and end a line of the text: a match never runs across their edge. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);
/** Elements that part the text without holding any. */
const BREAKS = new Set(["BR", "IMG", "VIDEO", "AUDIO", "HR", "BUTTON"]);
/** Elements whose text is not the article's: a reading aid, or the reader's own. */
const SKIPPED = new Set(["RT", "RP", "BUTTON", "SCRIPT", "STYLE", "TEMPLATE"]);

/** @typedef {{ element: Element, start: number, end: number }} Block a run of text without a break in it; UTF-16 units of the index's text */
/** @typedef {{ node: Node, offset: number }} Point */

export class TextIndex {
  /** The text: blocks, one line feed between two. */
  text = "";
  /** @type {Block[]} in document order, none empty */
  blocks = [];
  /** @type {Text[]} */
  #nodes = [];
  /** @type {number[]} where each node's text begins */
  #starts = [];
  /** @type {Map<Node, number>} */
  #startOf = new Map();

  /**
   * Reads the text under a root at once.
   *
   * @param {Element} root
   * @returns {TextIndex}
   */
  static of(root) {
    const index = new TextIndex();
    for (const _ of index.#read(root));
    return index;
  }

  /**
   * Reads the text under a root in slices that let the page have its turn.
   *
   * @param {Element} root not to be changed meanwhile
   * @returns {Promise<TextIndex>}
   */
  static async inSlices(root) {
    const index = new TextIndex();
    const slices = new Slices();
    for (const _ of index.#read(root)) if (slices.over) await slices.next();
    return index;
  }

  /** Stops before each node. @param {Element} root @returns {Generator<void, void, void>} */
  *#read(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (SKIPPED.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    /** @type {string[]} */
    const parts = [];
    let broken = true;
    /** @type {Element} */
    let holder = root;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      yield;
      if (node instanceof Element) {
        broken ||= BLOCKS.has(node.nodeName) || BREAKS.has(node.nodeName);
        continue;
      }
      const block = blockAround(node.parentElement ?? root, root);
      if (block !== holder) broken = true;
      holder = block;
      if (broken && !/** @type {Text} */ (node).data.trim()) continue;
      this.#add(/** @type {Text} */ (node), parts, broken ? holder : null);
      broken = false;
    }
    this.text = parts.join("");
  }

  /**
   * @param {Text} node
   * @param {string[]} parts the text so far
   * @param {Element | null} holder where it begins a block
   */
  #add(node, parts, holder) {
    let start = this.blocks.at(-1)?.end ?? 0;
    if (holder) {
      if (this.blocks.length > 0) {
        parts.push("\n");
        start += 1;
      }
      this.blocks.push({ element: holder, start, end: start });
    }
    this.#startOf.set(node, start);
    this.#nodes.push(node);
    this.#starts.push(start);
    parts.push(node.data);
    this.blocks[this.blocks.length - 1].end = start + node.data.length;
  }

  /**
   * A range of the document for a stretch of the text. It does not follow later changes.
   *
   * @param {number} start
   * @param {number} end not before `start`, within the text
   * @returns {StaticRange | null} null where its nodes are gone
   */
  range(start, end) {
    const from = this.#point(start, "start");
    const to = this.#point(end, "end");
    if (!from || !to) return null;
    return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
  }

  /**
   * The same as a live range: for measuring and selecting.
   *
   * @param {number} start
   * @param {number} end
   * @returns {Range | null}
   */
  liveRange(start, end) {
    const fixed = this.range(start, end);
    if (!fixed?.startContainer.isConnected || !fixed.endContainer.isConnected) return null;
    const live = document.createRange();
    live.setStart(fixed.startContainer, fixed.startOffset);
    live.setEnd(fixed.endContainer, fixed.endOffset);
    return live;
  }

  /**
   * Where a range of the document lies in the text, without white space at its edges.
   *
   * @param {AbstractRange} range
   * @returns {{ start: number, end: number } | null} null where it holds none of the text
   */
  span(range) {
    let start = this.#offset(range.startContainer, range.startOffset);
    let end = this.#offset(range.endContainer, range.endOffset);
    while (start < end && /\s/.test(this.text[start])) start++;
    while (end > start && /\s/.test(this.text[end - 1])) end--;
    return end > start ? { start, end } : null;
  }

  /**
   * The block that holds a place of the text, or the one before it.
   *
   * @param {number} offset
   * @returns {number} its index in `blocks`; -1 without text
   */
  blockAt(offset) {
    return lastNotAfter(this.blocks.length, (index) => this.blocks[index].start <= offset);
  }

  /**
   * @param {number} offset
   * @param {"start" | "end"} side an end at the edge of two nodes belongs to the first
   * @returns {Point | null}
   */
  #point(offset, side) {
    const limit = side === "start" ? offset : offset - 1;
    const index = lastNotAfter(this.#starts.length, (at) => this.#starts[at] <= limit);
    if (index < 0) return null;
    const node = this.#nodes[index];
    return { node, offset: Math.min(offset - this.#starts[index], node.data.length) };
  }

  /**
   * The place in the text of a point of the document: of the first text at or after it.
   *
   * @param {Node} container
   * @param {number} offset
   */
  #offset(container, offset) {
    const known = this.#startOf.get(container);
    if (known !== undefined) return known + offset;
    const after = document.createRange();
    after.setStart(container, offset);
    const index = lastNotAfter(this.#nodes.length, (at) => after.comparePoint(this.#nodes[at], 0) < 0) + 1;
    return index < this.#starts.length ? this.#starts[index] : this.text.length;
  }
}

/**
 * @param {Element} element
 * @param {Element} root
 * @returns {Element} the nearest block at or above `element`, at most `root`
 */
function blockAround(element, root) {
  let block = element;
  while (block !== root && !BLOCKS.has(block.nodeName)) block = /** @type {Element} */ (block.parentElement);
  return block;
}

/**
 * The last index for which a test that is true first and false later is true.
 *
 * @param {number} length
 * @param {(index: number) => boolean} holds
 * @returns {number} -1 for none
 */
function lastNotAfter(length, holds) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
