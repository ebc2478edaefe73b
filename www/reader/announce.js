// "Announce highlights": what a person has highlighted stands in `mark` elements of our own article, with spoken start and end.
// Paint gives nothing to the accessibility tree; this does, for those who want it.
import { TextIndex } from "./text-index.js";

/**
 * Marks up the highlights of an article in place of those marked up before. Its text stays the same, its nodes do not.
 *
 * @param {HTMLElement} body
 * @param {TextIndex} index of the body as it stands
 * @param {{ start: number, end: number }[]} spans in order, none across another
 * @param {{ start: string, end: string }} words spoken before and after
 * @returns {TextIndex} of the body as it stands then
 */
export function announce(body, index, spans, words) {
  const bare = takeOff(body) ? TextIndex.of(body) : index;
  if (!spans.length) return bare;
  for (const { start, end } of spans.toReversed()) {
    const range = bare.liveRange(start, end);
    if (range) wrap(range, words);
  }
  return TextIndex.of(body);
}

/** @param {HTMLElement} body @returns {boolean} whether there was anything to take off */
function takeOff(body) {
  const marks = body.querySelectorAll("mark[data-start]");
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  if (marks.length) body.normalize();
  return marks.length > 0;
}

/** @param {Range} range @param {{ start: string, end: string }} words */
function wrap(range, words) {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE && range.intersectsNode(node)) nodes.push(/** @type {Text} */ (node));
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const node of nodes) {
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : node.data.length;
    if (from >= to) continue;
    node.splitText(to);
    const middle = node.splitText(from);
    const mark = document.createElement("mark");
    mark.dataset.start = words.start;
    mark.dataset.end = words.end;
    middle.replaceWith(mark);
    mark.append(middle);
  }
  range.commonAncestorContainer.normalize();
}
