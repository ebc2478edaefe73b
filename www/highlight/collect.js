// Gathers the text of a page by blocks, each with the way back to its text nodes. Reads only; changes nothing.
import { ASIDE, BLOCK, FRAME, INLINE, judge, NOTHING, REPLACED, SHOWS } from "./kind.js";

/**
 * Text that a reader sees without a break: what a match may run across.
 *
 * @typedef {object} Block
 * @property {string} text
 * @property {Text[]} nodes the text nodes it was read from, in order; never empty
 * @property {number[]} ends where each of them ends in `text`, in UTF-16 units
 * @property {StaticRange[]} ranges its matches, by start; filled in later
 * @property {number[]} terms which term each of them is
 */

/** How many nodes are visited between two chances to pause. */
const STRIDE = 512;

/** Nodes being gone through one after the other, each with all within. */
class Level {
  at = 0;
  /** For each open element: whether it is a block, and whether text right around it shows. @type {boolean[]} */
  blocks = [];
  /** @type {boolean[]} */
  shown = [];

  /**
   * @param {Node[]} nodes
   * @param {boolean} shows whether text among them shows
   * @param {boolean} closes whether the open block ends with them
   */
  constructor(nodes, shows, closes) {
    this.nodes = nodes;
    this.node = nodes.length > 0 ? nodes[0] : null;
    this.shows = shows;
    this.closes = closes;
  }
}

/** Reads text by blocks. */
export class Collector {
  /** @type {Block[]} in the order of the page */
  blocks = [];
  /** Open shadow roots and documents of frames that were entered. @type {Set<Document | ShadowRoot>} */
  entered = new Set();
  /** @type {string} */
  #exclude;
  /** @type {Block | null} */
  #open = null;
  /** @type {Element[]} */
  #asides = [];
  /** Trees within trees: the innermost last. @type {Level[]} */
  #levels = [];

  /** @param {string} exclude a selector of what to leave out; "" for nothing */
  constructor(exclude) {
    this.#exclude = exclude;
  }

  /**
   * Reads `root` and all within, pausing (yielding) now and then.
   *
   * @param {Node} root
   * @returns {Generator<void, void, void>}
   */
  *read(root) {
    this.#levels.push(new Level([root], true, true));
    while (!this.#visit(STRIDE)) yield;
  }

  /**
   * Reads neighbours, children of one block or of one root.
   *
   * @param {Node} first
   * @param {Node} last a later sibling of `first`, or itself
   */
  readRun(first, last) {
    const nodes = [];
    for (let node = /** @type {Node | null} */ (first); node; node = node === last ? null : node.nextSibling) nodes.push(node);
    const parent = first.parentNode;
    const shows = parent?.nodeType !== 1 || (judge(/** @type {Element} */ (parent)) & SHOWS) !== 0;
    this.#levels.push(new Level(nodes, shows, true));
    this.#visit(Infinity);
  }

  /** Visits at most `most` nodes. @param {number} most @returns {boolean} whether all is read */
  #visit(most) {
    for (let left = most; left > 0; left--) {
      const level = this.#levels[this.#levels.length - 1];
      if (!level) return true;
      const { node } = level;
      if (node === null) {
        this.#levels.pop();
        if (level.closes) this.#close();
        const outer = this.#levels[this.#levels.length - 1];
        if (outer?.node) this.#leave(outer, outer.node);
      } else if (isText(node)) {
        if (level.shows) this.#take(node);
        this.#leave(level, node);
      } else this.#enter(level, node);
    }
    return this.#levels.length === 0;
  }

  /** Goes on after a node and all within. @param {Level} level @param {Node} node */
  #leave(level, node) {
    for (let from = node; ; ) {
      if (level.blocks.length === 0) {
        level.at += 1;
        level.node = level.at < level.nodes.length ? level.nodes[level.at] : null;
        return;
      }
      const next = from.nextSibling;
      if (next) {
        level.node = next;
        return;
      }
      from = /** @type {Node} */ (from.parentNode);
      if (level.blocks.pop()) this.#close();
      level.shows = /** @type {boolean} */ (level.shown.pop());
    }
  }

  /** Goes into a node, or past it. @param {Level} level @param {Node} node */
  #enter(level, node) {
    const judged = node.nodeType === 1 ? judge(/** @type {Element} */ (node)) : node.nodeType > 8 ? BLOCK | SHOWS : NOTHING;
    const kind = judged & ~SHOWS;
    const element = /** @type {Element} */ (node);
    if (kind === NOTHING) return this.#leave(level, node);
    if (this.#exclude && node.nodeType === 1 && element.matches(this.#exclude)) {
      this.#close();
      return this.#leave(level, node);
    }
    if (kind === ASIDE) {
      this.#asides.push(element);
      return this.#leave(level, node);
    }
    if (kind !== INLINE) this.#close();
    const within = this.#within(element, kind);
    if (within) {
      this.#levels.push(new Level(within, (judged & SHOWS) !== 0, kind !== INLINE));
      return;
    }
    const child = kind === REPLACED || kind === FRAME ? null : node.firstChild;
    if (!child) return this.#leave(level, node);
    if (kind === INLINE && isText(child) && !child.nextSibling) {
      if (judged & SHOWS) this.#take(child);
      return this.#leave(level, node);
    }
    level.blocks.push(kind === BLOCK);
    level.shown.push(level.shows);
    level.shows = (judged & SHOWS) !== 0;
    level.node = child;
  }

  /** What shows in an element in place of its children: a shadow tree, what a slot was given, the document of a frame. @param {Element} element @param {number} kind @returns {Node[] | null} */
  #within(element, kind) {
    const tree = kind === FRAME ? documentOf(element) : element.shadowRoot;
    if (tree) {
      this.entered.add(tree);
      return [...tree.childNodes];
    }
    const assigned = element.localName === "slot" && "assignedNodes" in element ? /** @type {HTMLSlotElement} */ (element).assignedNodes() : [];
    return assigned.length > 0 ? assigned : null;
  }

  /** Adds a text node to the open block. @param {Text} node */
  #take(node) {
    const data = node.data;
    const block = this.#open;
    if (block) {
      block.text += data;
      block.nodes.push(node);
      block.ends.push(block.text.length);
    } else if (!isBlank(data)) {
      this.#open = { text: data, nodes: [node], ends: [data.length], ranges: NONE, terms: NONE };
    }
  }

  /** Ends the open block; ruby texts of it follow as blocks of their own. */
  #close() {
    if (this.#open) this.blocks.push(this.#open);
    this.#open = null;
    if (this.#asides.length === 0) return;
    const levels = this.#levels;
    for (const aside of this.#asides.splice(0)) {
      this.#levels = [new Level([...aside.childNodes], (judge(aside) & SHOWS) !== 0, true)];
      this.#visit(Infinity);
    }
    this.#levels = levels;
  }
}

/** Matches of a block that has none. @type {any[]} */
export const NONE = Object.freeze(/** @type {any} */ ([]));

/** @param {Node} node @returns {node is Text} */
export function isText(node) {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** Whether a text is empty or white space. @param {string} data */
function isBlank(data) {
  return data.charCodeAt(0) > 32 ? false : !/\S/.test(data);
}

/** The document of a frame of the same origin. @param {Element} frame @returns {Document | null} */
export function documentOf(frame) {
  try {
    return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
  } catch {
    return null;
  }
}

/** Runs slices of work to their end at once. @param {Generator<void, void, void>} slices */
export function finish(slices) {
  while (!slices.next().done);
}
