// What a highlight call gives back: the matches, and the calls on them.
import { RubricateError } from "../error.js";
import { Attendance } from "./attend.js";
import { Follower } from "./follow.js";
import { group, join, place } from "./place.js";
import { announce, reveal, scrollTo } from "./step.js";

/** @typedef {import("./block.js").Block} Block */
/** @typedef {{ find(text: string): ArrayLike<number> | Promise<ArrayLike<number>>, free(): void }} Search */
/**
 * One match.
 *
 * @typedef {object} Match
 * @property {number} index its place among all, from 0
 * @property {number} count how many there are
 * @property {StaticRange} range where it is
 * @property {number} term which term it is: its place in the list given
 * @property {string} text as the page writes it
 */

/** Size of one call of the finder in an update, in UTF-16 units. */
const UPDATE = 1 << 20;
/** An update waits this long for more changes, in ms, and this many times as long as the last one took. */
const WAIT = 50;
const REST = 10;

/** The matches of one call. Fires `change`, `step` and `announce`. */
export class Marks extends EventTarget {
  #search;
  #painter;
  #follower;
  #words;
  /** @type {{ ranges: StaticRange[], terms: number[], blocks: Block[] } | null} all matches and the blocks they lie in, once asked for */
  #all = null;
  #current = -1;
  /** Where the current match stood that is no more. */
  #resume = -1;
  #count = 0;
  #cleared = false;
  /** Whether the page is read to its end; until then there is nothing to update. */
  #entered = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** Looks for what the page cleared. @type {Attendance | undefined} */
  #attendance;
  #document;
  #took = 0;
  /** @type {Promise<void>} the update under way, with a finder that answers later */
  #updating = Promise.resolve();

  /**
   * @param {object} made
   * @param {Node} made.root
   * @param {Search} made.search
   * @param {import("./paint.js").Paints} made.painter
   * @param {import("./collect.js").Collector} made.collector
   * @param {import("./divide.js").Dividers | null} made.dividers
   * @param {ReturnType<typeof import("./options.js").readOptions>} made.wanted
   * @param {(index: number, count: number) => string} [made.words]
   */
  constructor({ root, search, painter, collector, dividers, wanted, words }) {
    super();
    this.#search = search;
    this.#document = root.ownerDocument ?? root;
    this.#painter = painter;
    this.#words = words ?? ((index, count) => `${index + 1} of ${count}`);
    this.#follower = new Follower(root, wanted.exclude, collector, () => wanted.watch && this.#schedule(), dividers);
    wanted.signal?.addEventListener("abort", () => this.clear(), { once: true });
  }

  /** How many matches there are. */
  get count() {
    return this.#count;
  }

  /** All matches in the order of the page. @returns {StaticRange[]} */
  get ranges() {
    return [...this.#list().ranges];
  }

  /**
   * One match, without stepping to it.
   *
   * @param {number} index from 0
   * @returns {Match | null} null where there is no such match
   */
  match(index) {
    const { ranges, terms, blocks } = this.#list();
    const range = ranges[index];
    return range ? { index, count: ranges.length, range, term: terms[index], text: textOf(range, blocks[index]) } : null;
  }

  /** The match stepped to last, while it is there. @returns {Match | null} */
  get current() {
    return this.match(this.#current);
  }

  /** Steps to the next match, around at the end; from nowhere to the first in view. @returns {Match | null} */
  next() {
    const from = this.#current >= 0 ? this.#current + 1 : this.#resume >= 0 ? this.#resume : this.#inView();
    return this.goTo(from % this.#count);
  }

  /** Steps to the previous match. @returns {Match | null} */
  previous() {
    const from = this.#current >= 0 ? this.#current : this.#resume >= 0 ? this.#resume : this.#inView();
    return this.goTo((from - 1 + this.#count) % this.#count);
  }

  /**
   * Makes a match the current one: opens what hides it, scrolls to it, announces it.
   *
   * @param {number} index from 0
   * @returns {Match | null} null where there is no such match
   */
  goTo(index) {
    const match = this.match(index);
    if (!match) return null;
    this.#restore();
    this.#current = index;
    this.#resume = -1;
    reveal(match.range);
    this.#painter.stand(match.range);
    scrollTo(match.range);
    this.dispatchEvent(new CustomEvent("step", { detail: match }));
    const text = this.#words(index, match.count);
    const document = /** @type {Document} */ (match.range.startContainer.ownerDocument);
    if (!announce(document, text)) this.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
    return match;
  }

  /**
   * Reads what changed and paints it, and paints again what the page cleared.
   *
   * @returns {number | Promise<number>} the number of matches; a promise where the finder answers later
   */
  update() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    if (this.#cleared || !this.#entered) return this.#count;
    const began = performance.now();
    this.#restore();
    const { removed, added, entered } = this.#follower.read();
    this.#painter.style(entered);
    this.#erase(removed);
    const answers = group(added, UPDATE).map((blocks) => this.#find(blocks));
    this.#took = performance.now() - began;
    if (!answers.some((answer) => answer instanceof Promise)) return this.#settle();
    this.#updating = this.#updating.then(() => Promise.all(answers)).then(() => void this.#settle());
    return this.#updating.then(() => this.#count);
  }

  /** Reads again what changed since it was read, and with care what is other than its tags say. @returns {number | Promise<number>} */
  settle() {
    return this.#follower.isBehind ? this.update() : this.#count;
  }

  /** Takes all marks off and stops following. */
  clear() {
    if (this.#cleared) return;
    this.#cleared = true;
    clearTimeout(this.#waiting);
    this.#attendance?.end();
    this.#painter.stand(null);
    this.#follower.stop();
    this.#erase(this.#follower.blocks);
    this.#follower.blocks = [];
    this.#current = this.#resume = -1;
    this.#all = null;
    this.#search.free();
    this.dispatchEvent(new Event("change"));
  }

  /** Prepares the trees that were read for painting, and follows them. @param {import("./collect.js").Collector} collector */
  enter(collector) {
    this.#entered = true;
    this.#painter.style(this.#follower.enter(collector));
  }

  /**
   * Finds and paints in blocks that were just read.
   *
   * @param {Block[]} blocks
   */
  paint(blocks) {
    const found = this.#search.find(join(blocks));
    if (found instanceof Promise) throw new RubricateError("unsupported", "this finder answers later: use highlightAsync");
    this.#add(blocks, found);
    this.#watchOver();
  }

  /** As `paint`, with a finder that may answer later. @param {Block[]} blocks */
  async paintLater(blocks) {
    const found = this.#search.find(join(blocks));
    this.#add(blocks, found instanceof Promise ? await found : found);
    this.#watchOver();
  }

  /** @param {Block[]} blocks @returns {void | Promise<void>} */
  #find(blocks) {
    const found = this.#search.find(join(blocks));
    if (found instanceof Promise) return found.then((late) => this.#add(blocks, late));
    this.#add(blocks, found);
  }

  /** @param {Block[]} blocks @param {ArrayLike<number>} found */
  #add(blocks, found) {
    if (this.#cleared) return;
    const { placed, doubtful } = place(blocks, found);
    for (const block of placed) this.#count += block.count;
    for (const block of doubtful) this.#follower.doubt(block);
    if (placed.length === 0) return;
    this.#all = null;
    this.#painter.add(placed);
  }

  /** @param {Block[]} blocks */
  #erase(blocks) {
    this.#painter.remove(blocks);
    for (const block of blocks) {
      if (block.matches === null) continue;
      this.#count -= block.count;
      this.#all = null;
      block.matches = null;
    }
  }

  /** Finds the current match again after a change, and tells of it. */
  #settle() {
    if (this.#follower.hasDoubts) return this.update();
    if (this.#all === null) {
      const current = this.#painter.current;
      const at = current ? this.#list().ranges.indexOf(current) : -1;
      if (current && at < 0) {
        this.#painter.stand(null);
        this.#resume = Math.min(this.#current, this.#count - 1);
      }
      this.#current = at;
      this.dispatchEvent(new Event("change"));
    }
    return this.#count;
  }

  #list() {
    if (!this.#all) {
      const { blocks } = this.#follower;
      this.#all = {
        ranges: blocks.flatMap((block) => block.ranges),
        terms: blocks.flatMap((block) => block.terms),
        blocks: blocks.flatMap((block) => block.ranges.map(() => block)),
      };
    }
    return this.#all;
  }

  /** The first match at or after what is in view; 0 where all are above. */
  #inView() {
    const { ranges } = this.#list();
    const first = firstWhere(ranges.length, (at) => bottomOf(ranges[at].startContainer, ranges[at]) > 0);
    return first < ranges.length ? first : 0;
  }

  #schedule() {
    if (this.#waiting !== undefined || this.#cleared) return;
    this.#waiting = setTimeout(() => this.update(), Math.max(WAIT, this.#took * REST));
  }

  #watchOver() {
    this.#attendance ??= new Attendance(this.#document, () => this.#restore());
  }

  #restore() {
    if (!this.#painter.isWhole) this.#painter.restore(this.#follower.blocks);
  }
}

/** The text of a match, without what its block passes over. @param {StaticRange} range @param {Block} block */
function textOf(range, block) {
  const at = (/** @type {Node} */ node, /** @type {number} */ offset) => {
    const place = block.nodes.indexOf(/** @type {Text} */ (node));
    return (place > 0 ? block.ends[place - 1] : 0) + offset;
  };
  return block.text.slice(at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset));
}

/**
 * The first block that reaches into the view or stands below it.
 *
 * @param {Block[]} blocks in the order of the page
 * @returns {number} the number of blocks above the view
 */
export function firstInView(blocks) {
  return firstWhere(blocks.length, (at) => bottomOf(blocks[at].place) > 0);
}

/** The first number below `count` for which `holds`, where it holds from some number on; else `count`. @param {number} count @param {(at: number) => boolean} holds */
function firstWhere(count, holds) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How far below the top of the view a text ends, in CSS pixels. @param {Node} node @param {StaticRange} [range] */
function bottomOf(node, range) {
  const live = /** @type {Document} */ (node.ownerDocument).createRange();
  live.selectNodeContents(node);
  if (range && range.endContainer === node) {
    live.setEnd(node, range.endOffset);
    live.setStart(node, range.startOffset);
  }
  return live.getBoundingClientRect().bottom;
}
