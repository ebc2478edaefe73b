// Watches what was read, and reads again only what changed.
import { isText } from "./block.js";
import { Collector, finish } from "./collect.js";
import { ASIDE, BLOCK, FRAME, INLINE, kindOf, NOTHING, REPLACED } from "./kind.js";
import { insertBlocks } from "./order.js";

/** @typedef {import("./block.js").Block} Block */
/** @typedef {{ removed: Block[], added: Block[] }} Change blocks that are gone, and those read in their place */

/** How many changes are remembered; beyond, everything is read again. */
const REMEMBERED = 10_000;
/** Attributes that change what shows. */
const ATTRIBUTES = ["class", "style", "hidden", "open", "slot"];

export class Follower {
  /** @type {Block[]} in the order of the page */
  blocks;
  #root;
  #exclude;
  #dividers;
  #observer;
  /** @type {Set<Document | ShadowRoot>} */
  #entered = new Set();
  /** @type {Map<Node, Block> | null} made when first needed */
  #blockOf = null;
  /** @type {Set<Node>} nodes that came, changed, or have a new neighbour */
  #changed = new Set();
  /** @type {Set<Node>} */
  #gone = new Set();
  /** @type {MutationRecord[]} */
  #records = [];
  /** Whether so much changed that all is to be read again. */
  #all = false;
  /** Whether blocks are to be read again with care. */
  hasDoubts = false;

  /**
   * @param {Node} root what is read
   * @param {string} exclude
   * @param {Collector} collector which has read it, or will; then `enter` is to be called
   * @param {() => void} changed called once for each batch of changes
   * @param {import("./divide.js").Dividers | null} [dividers] those of the terms
   */
  constructor(root, exclude, collector, changed, dividers = null) {
    this.#root = root;
    this.#exclude = exclude;
    this.#dividers = dividers;
    this.blocks = collector.blocks;
    this.#observer = new MutationObserver((records) => {
      this.#note(records);
      changed();
    });
    this.#observe(root);
    this.enter(collector);
  }

  /** Watches the trees within that were read. @param {Collector} collector @returns {(Document | ShadowRoot)[]} those that were not known */
  enter(collector) {
    const fresh = [...collector.entered].filter((tree) => !this.#entered.has(tree));
    for (const tree of fresh) {
      this.#entered.add(tree);
      this.#observe(tree);
    }
    return fresh;
  }

  /** Has a block read again with care. @param {Block} block that is not sure */
  doubt(block) {
    const element = /** @type {Element} */ (block.whole);
    this.#gone.add(element);
    this.#changed.add(element);
    this.hasDoubts = true;
  }

  /** Whether something is to be read again. */
  get isBehind() {
    this.#note(this.#observer.takeRecords());
    return this.#all || this.#records.length + this.#changed.size > 0;
  }

  /** Ends the watching. */
  stop() {
    this.#observer.disconnect();
    this.#blockOf = null;
  }

  /**
   * Reads again what changed since the last time.
   *
   * @returns {Change & { entered: Iterable<Document | ShadowRoot> }} with trees entered for the first time
   */
  read() {
    this.#note(this.#observer.takeRecords());
    const gone = [...this.#entered].some((tree) => !isThere(tree));
    this.#sort();
    const change = this.#all || gone ? this.#readAll() : this.#readChanged();
    this.#changed.clear();
    this.#gone.clear();
    this.#all = this.hasDoubts = false;
    return change;
  }

  /** @param {Node} tree */
  #observe(tree) {
    this.#observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  }

  /** Keeps what happened for the next reading: the page waits while it is told. @param {MutationRecord[]} records */
  #note(records) {
    if (this.#all) return;
    for (const record of records) this.#records.push(record);
    if (this.#records.length <= REMEMBERED) return;
    this.#all = true;
    this.#records = [];
  }

  /** Finds the nodes that came, changed, went, or have new neighbours. */
  #sort() {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of this.#records) {
      if (type !== "childList") this.#changed.add(target);
      for (const node of addedNodes) this.#changed.add(node);
      for (const node of removedNodes) this.#gone.add(node);
      if (removedNodes.length === 0) continue;
      if (previousSibling) this.#changed.add(previousSibling);
      if (nextSibling) this.#changed.add(nextSibling);
      if (!previousSibling && !nextSibling) this.#changed.add(target);
    }
    this.#records = [];
  }

  #readAll() {
    const removed = this.blocks;
    const collector = new Collector(this.#exclude, this.#dividers);
    finish(collector.read(this.#root));
    this.blocks = collector.blocks;
    this.#blockOf = null;
    for (const tree of this.#entered) if (!isThere(tree)) this.#entered.delete(tree);
    return { removed, added: collector.blocks, entered: this.enter(collector) };
  }

  #readChanged() {
    const reading = new Reading(this.#root, this.#exclude, (this.#blockOf ??= mapBlocks(this.blocks)));
    for (const node of this.#gone) reading.lose(node);
    const changed = this.#changed;
    for (const node of changed) if (!hasAncestorIn(node, changed)) reading.readAround(node);
    reading.readOrphans();
    if (reading.dead.size > 0) this.blocks = this.blocks.filter((block) => !reading.dead.has(block));
    for (const run of reading.runs) insertBlocks(this.blocks, run.filter((block) => !reading.dead.has(block)));
    const added = reading.runs.flat().filter((block) => !reading.dead.has(block));
    return { removed: [...reading.dead], added, entered: this.enter(reading.collector) };
  }
}

/** One reading of what changed. */
class Reading {
  /** @type {Set<Block>} blocks that are no more */
  dead = new Set();
  /** @type {Block[][]} what was read, by stretches of the page */
  runs = [];
  #root;
  #blockOf;
  /** @type {Set<Node>} nodes of the stretches read */
  #read = new Set();
  /** @type {Map<Element, boolean>} whether text within shows up at all */
  #open = new Map();

  /** @param {Node} root @param {string} exclude @param {Map<Node, Block>} blockOf by the element that it is all of, else by its text nodes */
  constructor(root, exclude, blockOf) {
    this.#root = root;
    this.exclude = exclude;
    this.#blockOf = blockOf;
    this.collector = new Collector(exclude);
  }

  /** Strikes out the blocks that `node` was part of. @param {Node} node */
  lose(node) {
    for (const block of this.#blocksIn(node, node)) this.#strike(block);
  }

  /** Reads the stretch of text that `node` is part of. @param {Node} node */
  readAround(node) {
    if (!isWithin(node, this.#root)) return;
    const child = this.#childOfBlock(node);
    if (this.#read.has(child)) return;
    const [first, last] = child === this.#root ? [child, child] : runAround(child);
    for (let at = /** @type {Node | null} */ (first); at; at = at === last ? null : at.nextSibling) this.#read.add(at);
    const from = this.collector.blocks.length;
    const before = new Set(this.#blocksIn(first, last));
    const around = this.#blockAt(first.parentNode);
    if (around) before.add(around);
    if (this.#shows(child)) this.collector.readRun(first, last);
    const run = this.collector.blocks.splice(from);
    this.#replace(before, run);
  }

  /** Reads what is left of blocks that lost a part. */
  readOrphans() {
    for (const block of this.dead) {
      for (const text of block.nodes) if (text.isConnected && !this.#blockAt(text)) this.readAround(text);
    }
  }

  /**
   * Puts what was read in place of what was there, which stays where nothing changed.
   *
   * @param {Set<Block>} before
   * @param {Block[]} run
   */
  #replace(before, run) {
    const kept = new Set();
    /** @type {Block[]} */
    let stretch = [];
    for (const block of run) {
      const old = this.#blockAt(block.nodes[0]);
      if (old && !this.dead.has(old) && isSame(old, block)) {
        kept.add(old);
        stretch = [];
        continue;
      }
      if (stretch.length === 0) this.runs.push(stretch);
      stretch.push(block);
    }
    for (const block of before) if (!kept.has(block)) this.#strike(block);
    for (const block of run) {
      if (kept.has(this.#blockAt(block.nodes[0]))) continue;
      for (const text of block.nodes) {
        const old = this.#blockAt(text);
        if (old) this.#strike(old);
      }
      for (const key of keysOf(block)) this.#blockOf.set(key, block);
    }
  }

  /** @param {Block} block */
  #strike(block) {
    this.dead.add(block);
    for (const key of keysOf(block)) if (this.#blockOf.get(key) === block) this.#blockOf.delete(key);
  }

  /** @param {Node} first @param {Node} last @returns {Block[]} blocks that hold text of these siblings and of nothing around them */
  #blocksIn(first, last) {
    const blocks = [];
    for (let node = /** @type {Node | null} */ (first); node; node = node === last ? null : node.nextSibling) {
      for (const part of withTextIn(node)) {
        const block = this.#blockOf.get(part);
        if (block) blocks.push(block);
      }
    }
    return blocks;
  }

  /** The block that `node` is part of. @param {Node | null} node @returns {Block | undefined} */
  #blockAt(node) {
    for (let at = node; at; at = at.parentNode) {
      const block = this.#blockOf.get(at);
      if (block) return block;
    }
  }

  /** The node itself or the ancestor that stands in a block, not in a line. @param {Node} node */
  #childOfBlock(node) {
    for (let child = node; ; ) {
      const parent = child.parentNode;
      if (child === this.#root || !parent) return child;
      const host = /** @type {any} */ (parent).host;
      if (parent === this.#root || parent.nodeType === 9) return child;
      const element = /** @type {Element} */ (host ?? parent);
      const kind = kindOf(element);
      if (!host && element.shadowRoot) child = element;
      else if (kind === INLINE || kind === ASIDE) child = element;
      else return child;
    }
  }

  /** Whether text at `node` shows up: nothing around it is hidden, replaced or excluded. @param {Node} node @returns {boolean} */
  #shows(node) {
    if (node === this.#root) return true;
    const parent = node.parentNode;
    if (!parent) return false;
    if (parent.nodeType === 9) {
      const frame = /** @type {Document} */ (parent).defaultView?.frameElement;
      return parent === this.#root || (frame ? this.#admits(frame, FRAME) : true);
    }
    return this.#admits(/** @type {Element} */ (/** @type {any} */ (parent).host ?? parent), BLOCK);
  }

  /** @param {Element} element @param {number} as what it must be to let text through */
  #admits(element, as) {
    const known = this.#open.get(element);
    if (known !== undefined) return known;
    const kind = kindOf(element);
    const passes = kind === as || (as === BLOCK && kind === INLINE) || (as === BLOCK && kind === ASIDE);
    const open = passes && kind !== NOTHING && kind !== REPLACED && !(this.exclude && element.matches(this.exclude)) && (element === this.#root || this.#shows(element));
    this.#open.set(element, open);
    return open;
  }
}

/** Whether two readings of a block gave the same. @param {Block} one @param {Block} other */
function isSame(one, other) {
  return one.whole === other.whole && one.text === other.text && one.nodes.length === other.nodes.length && one.nodes.every((node, at) => node === other.nodes[at]);
}

/** @param {Block[]} blocks */
function mapBlocks(blocks) {
  const map = new Map();
  for (const block of blocks) for (const key of keysOf(block)) map.set(key, block);
  return map;
}

/** The siblings around `child` that may stand in one line with it. @param {Node} child @returns {[Node, Node]} */
function runAround(child) {
  let first = child;
  let last = child;
  while (first.previousSibling && inLine(first.previousSibling)) first = first.previousSibling;
  while (last.nextSibling && inLine(last.nextSibling)) last = last.nextSibling;
  return [first, last];
}

/** Whether a node may stand in one line with its neighbours. @param {Node} node */
function inLine(node) {
  if (node.nodeType !== 1) return true;
  const kind = kindOf(/** @type {Element} */ (node));
  return kind === INLINE || kind === NOTHING || kind === ASIDE;
}

/** Whether an ancestor of `node` is among `nodes`. @param {Node} node @param {Set<Node>} nodes */
function hasAncestorIn(node, nodes) {
  for (let above = node.parentNode; above; above = above.parentNode) if (nodes.has(above)) return true;
  return false;
}

/** Whether `node` is on the page, within `root`, through open shadow roots and frames. @param {Node} node @param {Node} root */
function isWithin(node, root) {
  for (let at = /** @type {Node | null} */ (node); at; ) {
    if (root.contains(at)) return true;
    const tree = at.getRootNode();
    at = /** @type {any} */ (tree).host ?? /** @type {any} */ (tree).defaultView?.frameElement ?? null;
  }
  return false;
}

/** Whether a tree within the page is still part of it. @param {Document | ShadowRoot} tree */
function isThere(tree) {
  return "host" in tree ? tree.isConnected : tree.defaultView?.frameElement?.isConnected === true;
}

/** What leads to a block. @param {Block} block @returns {Node[]} */
function keysOf(block) {
  return block.whole ? [block.whole] : block.nodes;
}

/** Elements and text nodes of a subtree, shadow trees apart. @param {Node} node @returns {Iterable<Node>} */
function* withTextIn(node) {
  if (isText(node) || node.nodeType === 1) yield node;
  if (!node.firstChild) return;
  const walker = /** @type {Document} */ (node.ownerDocument ?? node).createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  while (walker.nextNode()) yield walker.currentNode;
}
