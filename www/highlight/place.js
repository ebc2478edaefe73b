// From blocks to texts for the finder, and from its positions back to ranges.
import { DOUBTFUL, SHOWN, SKIPPED, Witness } from "./shown.js";

/** @typedef {import("./block.js").Block} Block */

/** What parts the blocks in a joined text: the finder never matches on or across it. */
const BREAK = "\0";

/**
 * Groups blocks so that each group is worth one call of the finder.
 *
 * @param {Block[]} blocks
 * @param {number} size UTF-16 units at which a group is full
 * @returns {Block[][]} groups in order, none empty
 */
export function group(blocks, size) {
  const groups = [];
  let from = 0;
  let length = 0;
  for (let at = 0; at < blocks.length; at++) {
    length += blocks[at].text.length + 1;
    if (length < size && at + 1 < blocks.length) continue;
    groups.push(blocks.slice(from, at + 1));
    from = at + 1;
    length = 0;
  }
  return groups;
}

/** The text of some blocks, as the finder reads it. @param {Block[]} blocks */
export function join(blocks) {
  return blocks.length === 1 ? blocks[0].text : blocks.map((block) => block.text).join(BREAK);
}

/**
 * Puts matches into the blocks they lie in, as ranges; those that the browser does not render stay without.
 *
 * @param {Block[]} blocks
 * @param {ArrayLike<number>} found start, end and term of each match in `join(blocks)`, by start, in UTF-16 units
 * @returns {{ placed: Block[], doubtful: Block[] }} blocks that have matches now, and those that are to be read with care first
 */
export function place(blocks, found) {
  /** @type {{ placed: Block[], doubtful: Block[] }} */
  const result = { placed: [], doubtful: [] };
  let at = 0;
  let from = 0;
  for (const block of blocks) {
    const end = from + block.text.length;
    const first = at;
    while (at < found.length && found[at] < end) at += 3;
    if (at > first) {
      const fate = placeIn(block, found, { first, last: at, from });
      if (fate === SHOWN) result.placed.push(block);
      if (fate === DOUBTFUL) result.doubtful.push(block);
    }
    from = end + 1;
  }
  return result;
}

/**
 * Puts into a block the matches from `first` up to `last`; it begins at `from`.
 *
 * @param {Block} block
 * @param {ArrayLike<number>} found
 * @param {{ first: number, last: number, from: number }} which
 */
function placeIn(block, found, { first, last, from }) {
  if (block.isStale) return SKIPPED;
  const { nodes, ends } = block;
  const init = /** @type {StaticRangeInit} */ ({});
  const ranges = [];
  const terms = [];
  const witness = new Witness(block);
  let node = 0;
  let seen = -1;
  for (let at = first; at < last; at += 3) {
    const start = found[at] - from;
    const end = found[at + 1] - from;
    while (ends[node] <= start) node++;
    let until = node;
    while (ends[until] < end) until++;
    if (node > seen) {
      const fate = witness.fate(nodes[node]);
      if (fate !== SHOWN) return fate;
      seen = node;
    }
    if (until > node && !witness.isInLine) return DOUBTFUL;
    init.startContainer = nodes[node];
    init.startOffset = start - (node ? ends[node - 1] : 0);
    init.endContainer = nodes[until];
    init.endOffset = end - (until ? ends[until - 1] : 0);
    ranges.push(new StaticRange(init));
    terms.push(found[at + 2]);
  }
  block.ranges = ranges;
  block.terms = terms;
  return SHOWN;
}
