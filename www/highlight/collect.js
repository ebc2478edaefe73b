// Gathers the text of a page by blocks, each with the way back to its text nodes. Reads only; changes nothing.
//
// Asking for an element's style is what costs most. Where no match can run on from what stands before an element, it is not
// asked: its tag is believed, the block is not `sure`, and whoever finds something in it looks closer (`place.js`).
import { Block, isText } from "./block.js";
import { ASIDE, BLOCK, FRAME, INLINE, isBlock, judge, NOTHING, REPLACED, SHOWS, WHOLE, WITHIN } from "./kind.js";

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
  /** @type {import("./divide.js").Dividers | null} */
  #dividers;
  /** Whether no match can run on from what was read last. */
  #divided;
  /** The text, nodes and their ends of the block being read. */
  #text = "";
  /** @type {Text[]} */
  #nodes = [];
  /** @type {number[]} */
  #ends = [];
  /** @type {Element[]} */
  #asides = [];
  /** Trees within trees: the innermost last. @type {Level[]} */
  #levels = [];

  /**
   * @param {string} exclude a selector of what to leave out; "" for nothing
   * @param {import("./divide.js").Dividers | null} [dividers] those of the terms; without them the style of all is asked
   */
  constructor(exclude, dividers = null) {
    this.#exclude = exclude;
    this.#dividers = dividers;
    this.#divided = dividers !== null;
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
    if (WHOLE.has(/** @type {Element} */ (node).localName) && this.#readWhole(/** @type {Element} */ (node))) return this.#leave(level, node);
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

  /**
   * Reads an element at one go, if it is a block that holds nothing but text, in its lines or in ordinary elements there.
   *
   * @param {Element} element
   * @returns {boolean} whether it was
   */
  #readWhole(element) {
    if (element.shadowRoot !== null || (this.#exclude && element.matches(this.#exclude)) || !this.#isPlain(element)) return false;
    const text = element.textContent ?? "";
    if (!this.#isBlock(element, text)) return false;
    this.#flush();
    if (!isBlank(text)) this.blocks.push(new Block(text, null, element, this.#dividers === null));
    this.#divided = this.#dividers !== null;
    return true;
  }

  /** Whether an element that holds `text` is a block, as far as it matters. @param {Element} element @param {string} text */
  #isBlock(element, text) {
    if (this.#dividers === null) return judge(element) === (BLOCK | SHOWS);
    return (this.#divided && this.#dividers.end(text, true)) || isBlock(element);
  }

  /** Whether all elements in a block stand in its lines and show, as far as it matters. @param {Element} block */
  #isPlain(block) {
    let element = block.firstElementChild;
    while (element) {
      if (!this.#isWithin(element) || (!this.#isApart(element, block) && judge(element) !== (INLINE | SHOWS))) return false;
      let next = element.firstElementChild ?? element.nextElementSibling;
      while (!next) {
        element = /** @type {Element} */ (element.parentNode);
        if (element === block) return true;
        next = element.nextElementSibling;
      }
      element = next;
    }
    return true;
  }

  /** Whether an element stands in a line, by its tag, and shows what it holds. @param {Element} element */
  #isWithin(element) {
    const tag = element.localName;
    // Of those that stand in a line only `span` can have a shadow tree.
    return WITHIN.has(tag) && !(tag === "span" && element.shadowRoot !== null) && !(this.#exclude && element.matches(this.#exclude));
  }

  /** Whether no match runs on from the text right before an element in a block. @param {Element} element @param {Element} block */
  #isApart(element, block) {
    if (this.#dividers === null) return false;
    const before = element.previousSibling;
    if (before === null) return element.parentNode === block;
    return isText(before) && this.#dividers.end(before.data, false);
  }

  /** Adds a text node to the open block. @param {Text} node */
  #take(node) {
    const data = node.data;
    if (this.#dividers) this.#divided = this.#dividers.end(data, this.#divided);
    if (this.#nodes.length === 0 && isBlank(data)) return;
    this.#text += data;
    this.#nodes.push(node);
    this.#ends.push(this.#text.length);
  }

  /** Ends the open block where one ends whatever the terms; ruby texts of it follow as blocks of their own. */
  #close() {
    this.#flush();
    this.#divided = this.#dividers !== null;
    if (this.#asides.length === 0) return;
    const levels = this.#levels;
    for (const aside of this.#asides.splice(0)) {
      this.#levels = [new Level([...aside.childNodes], (judge(aside) & SHOWS) !== 0, true)];
      this.#visit(Infinity);
    }
    this.#levels = levels;
  }

  #flush() {
    if (this.#nodes.length === 0) return;
    this.blocks.push(new Block(this.#text, { nodes: this.#nodes, ends: this.#ends }, null, true));
    this.#text = "";
    this.#nodes = [];
    this.#ends = [];
  }
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
