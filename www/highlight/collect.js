// Gathers the text of a page by blocks, each with the way back to its text nodes. Reads only; changes nothing.
import { ASIDE, BLOCK, FRAME, INLINE, judge, NOTHING } from "./kind.js";

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

/** What to leave out, and who wants to know of trees within trees. */
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
  #visited = 0;

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
    yield* this.#walk(root);
    this.#close();
  }

  /**
   * Reads neighbours, children of one block or of one root.
   *
   * @param {Node} first
   * @param {Node} last a later sibling of `first`, or itself
   */
  readRun(first, last) {
    const parent = first.parentNode;
    const shows = !(parent instanceof Object && parent.nodeType === 1) || judge(/** @type {Element} */ (parent)).shows;
    for (let node = /** @type {Node | null} */ (first); node; node = node === last ? null : node.nextSibling) {
      if (isText(node)) {
        if (shows) this.#take(node);
      } else finish(this.#walk(node));
    }
    this.#close();
  }

  /** @param {Node} root @returns {Generator<void, void, void>} */
  *#walk(root) {
    /** For each open element below `root`: whether it is a block, and whether text right in it shows. */
    /** @type {boolean[]} */
    const blocks = [];
    /** @type {boolean[]} */
    const shown = [];
    let shows = true;
    for (let node = root; ; ) {
      if (++this.#visited % STRIDE === 0) yield;
      if (isText(node)) {
        if (shows) this.#take(node);
      } else {
        const judged = node.nodeType === 1 ? judge(/** @type {Element} */ (node)) : node.nodeType > 8 ? CONTAINER : COMMENT;
        if (judged.kind === INLINE || judged.kind === BLOCK) {
          const children = yield* this.#enter(node, judged.kind);
          if (children) {
            blocks.push(judged.kind === BLOCK);
            shown.push(shows);
            shows = judged.shows;
            node = children;
            continue;
          }
          if (judged.kind === BLOCK) this.#close();
        } else yield* this.#pass(/** @type {Element} */ (node), judged.kind);
      }
      for (;;) {
        if (node === root) return;
        if (node.nextSibling) {
          node = node.nextSibling;
          break;
        }
        node = /** @type {Node} */ (node.parentNode);
        if (blocks.pop()) this.#close();
        shows = /** @type {boolean} */ (shown.pop());
      }
    }
  }

  /**
   * Begins an element: its first child, or null where it has none of its own to go through.
   *
   * @param {Node} node
   * @param {number} kind
   * @returns {Generator<void, Node | null, void>}
   */
  *#enter(node, kind) {
    const element = /** @type {Element} */ (node);
    if (this.#exclude && node.nodeType === 1 && element.matches(this.#exclude)) {
      this.#close();
      return null;
    }
    if (kind === BLOCK) this.#close();
    if (element.shadowRoot) {
      this.entered.add(element.shadowRoot);
      for (const child of element.shadowRoot.childNodes) yield* this.#walkUnder(element, child);
      return null;
    }
    const assigned = element.localName === "slot" && "assignedNodes" in element ? /** @type {HTMLSlotElement} */ (element).assignedNodes() : [];
    if (assigned.length === 0) return node.firstChild;
    for (const child of assigned) yield* this.#walkUnder(element, child);
    return null;
  }

  /** Goes through `child`, which shows within `element`. @param {Element} element @param {Node} child @returns {Generator<void, void, void>} */
  *#walkUnder(element, child) {
    if (!isText(child)) yield* this.#walk(child);
    else if (judge(element).shows) this.#take(child);
  }

  /** What an element leaves behind whose children are not part of the line. @param {Element} element @param {number} kind @returns {Generator<void, void, void>} */
  *#pass(element, kind) {
    if (kind === NOTHING) return;
    if (kind === ASIDE) {
      if (!this.#exclude || !element.matches(this.#exclude)) this.#asides.push(element);
      return;
    }
    this.#close();
    const inner = kind === FRAME && !(this.#exclude && element.matches(this.#exclude)) ? documentOf(element) : null;
    if (!inner?.documentElement) return;
    this.entered.add(inner);
    yield* this.#walk(inner.documentElement);
    this.#close();
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
    for (const aside of this.#asides.splice(0)) {
      const shows = judge(aside).shows;
      for (const child of aside.childNodes) {
        if (!isText(child)) finish(this.#walk(child));
        else if (shows) this.#take(child);
      }
      if (this.#open) this.blocks.push(this.#open);
      this.#open = null;
    }
  }
}

/** Matches of a block that has none. @type {any[]} */
export const NONE = Object.freeze(/** @type {any} */ ([]));

/** What a document or a fragment is to its text. */
const CONTAINER = { kind: BLOCK, shows: true };
const COMMENT = { kind: NOTHING, shows: false };

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
