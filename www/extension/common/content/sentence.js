// What stands around a match on a page.
import { BLOCK, kindOf, REPLACED } from "../../../highlight/kind.js";

/** UTF-16 units shown on each side of a match, at most. */
const AROUND = 80;

/** @typedef {{ before: string, word: string, after: string }} Sentence white space collapsed; "…" where it was cut */

/**
 * The sentence of a match, within its block.
 *
 * @param {StaticRange} range
 * @returns {Sentence}
 */
export function sentenceOf(range) {
  const word = wordOf(range);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const before = gather(startContainer, "previous", /** @type {Text} */ (startContainer).data.slice(Math.max(0, startOffset - 2 * AROUND), startOffset));
  const after = gather(endContainer, "next", /** @type {Text} */ (endContainer).data.slice(endOffset, endOffset + 2 * AROUND));
  const whole = before + word + after;
  let [from, to] = [0, whole.length];
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(whole)) {
    if (index <= before.length) from = index;
    to = index + segment.length;
    if (to >= before.length + word.length) break;
  }
  return { before: cut(before.slice(from), "start"), word: collapse(word), after: cut(whole.slice(before.length + word.length, to), "end") };
}

/** A match as the page writes it. @param {StaticRange} range @returns {string} */
export function wordOf({ startContainer, startOffset, endContainer, endOffset }) {
  if (startContainer === endContainer) return /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset);
  const live = document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live.toString();
}

/**
 * Adds the text of neighbours in the same block.
 *
 * @param {Node} node
 * @param {"previous" | "next"} side
 * @param {string} text what there is already
 */
function gather(node, side, text) {
  const sibling = /** @type {"previousSibling" | "nextSibling"} */ (`${side}Sibling`);
  for (let at = /** @type {Node} */ (node); text.length < 2 * AROUND; ) {
    while (!at[sibling]) {
      const parent = at.parentElement;
      if (!parent || kindOf(parent) === BLOCK) return text;
      at = parent;
    }
    at = /** @type {Node} */ (at[sibling]);
    const kind = at instanceof Element ? kindOf(at) : -1;
    if (kind === BLOCK || kind === REPLACED) return text;
    const more = kind === -1 && at.nodeType !== Node.TEXT_NODE ? "" : (at.textContent ?? "");
    text = side === "previous" ? more + text : text + more;
  }
  return text;
}

/** @param {string} text @param {"start" | "end"} side that may be cut */
function cut(text, side) {
  const clean = collapse(text);
  if (clean.length <= AROUND) return clean;
  return side === "start" ? `…${clean.slice(-AROUND)}` : `${clean.slice(0, AROUND)}…`;
}

/** @param {string} text */
function collapse(text) {
  return text.replace(/\s+/g, " ");
}
