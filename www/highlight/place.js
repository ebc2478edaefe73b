// From blocks to texts for the finder, and from its positions back to ranges.
import { Matches } from "./matches.js";
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
 * Puts matches into the blocks they lie in; those that the browser does not render stay without.
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
function placeIn(block, found, which) {
  if (block.isStale) return SKIPPED;
  const { first, last, from } = which;
  const { nodes, ends } = block;
  const witness = new Witness(block);
  let node = 0;
  let seen = -1;
  for (let at = first; at < last; at += 3) {
    while (ends[node] <= found[at] - from) node++;
    if (node > seen) {
      const fate = witness.fate(nodes[node]);
      if (fate !== SHOWN) return fate;
      seen = node;
    }
    if (ends[node] < found[at + 1] - from && !witness.isInLine) return DOUBTFUL;
  }
  block.matches = new Matches(block, found, which);
  return SHOWN;
}
