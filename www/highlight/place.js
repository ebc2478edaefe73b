// From blocks to texts for the finder, and from its positions back to ranges.

import { isSkipped } from "./kind.js";

/** @typedef {import("./collect.js").Block} Block */

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
 */
export function place(blocks, found) {
  const init = /** @type {StaticRangeInit} */ ({});
  let block = blocks[0];
  let next = 1;
  let from = 0;
  let first = 0;
  for (let at = 0; at < found.length; at += 3) {
    while (found[at] - from > block.text.length) {
      from += block.text.length + 1;
      block = blocks[next++];
      first = 0;
    }
    const { nodes, ends } = block;
    const start = found[at] - from;
    const end = found[at + 1] - from;
    while (ends[first] <= start) first++;
    let last = first;
    while (ends[last] < end) last++;
    init.startContainer = nodes[first];
    init.startOffset = start - (first ? ends[first - 1] : 0);
    init.endContainer = nodes[last];
    init.endOffset = end - (last ? ends[last - 1] : 0);
    if (block.ranges.length === 0) {
      if (isSkipped(nodes[0])) continue;
      block.ranges = [];
      block.terms = [];
    }
    block.ranges.push(new StaticRange(init));
    block.terms.push(found[at + 2]);
  }
}
