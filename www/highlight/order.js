// The order of blocks on the page.

/** @typedef {import("./block.js").Block} Block */

/**
 * Puts a stretch of blocks where it belongs among the others.
 *
 * @param {Block[]} blocks in the order of the page; changed
 * @param {Block[]} run neighbours in order
 */
export function insertBlocks(blocks, run) {
  if (run.length === 0) return;
  blocks.splice(placeOf(blocks, run[0].place), 0, ...run);
}

/**
 * Before which block a node belongs.
 *
 * @param {Block[]} blocks
 * @param {Node} node
 * @returns {number} the number of blocks that begin before it
 */
export function placeOf(blocks, node) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(blocks[middle].place, node)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `a` comes before `b` on the page, wherever in shadow trees and frames they are. @param {Node} a @param {Node} b */
function isBefore(a, b) {
  let [left, right] = [a, b];
  if (a.getRootNode() !== b.getRootNode()) {
    const above = chain(b);
    left = chain(a).find((node) => above.some((other) => other.getRootNode() === node.getRootNode())) ?? a;
    right = above.find((other) => other.getRootNode() === left.getRootNode()) ?? b;
  }
  return (left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A node, then what holds its tree, and so on outwards. @param {Node} node */
function chain(node) {
  const links = [node];
  for (let at = node; ; ) {
    const tree = /** @type {any} */ (at.getRootNode());
    const holder = tree.host ?? tree.defaultView?.frameElement;
    if (!holder) return links;
    links.push((at = holder));
  }
}
