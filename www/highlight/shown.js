// Whether what was found shows. Asked only where something was found: it costs as much as all else about an element.
import { INLINE, isUntilFound, judge, SHOWS } from "./kind.js";

/** @typedef {import("./block.js").Block} Block */

/** A text that shows, or would if a person looked for it. */
export const SHOWN = 0;
/** A text that the browser does not render. */
export const SKIPPED = 1;
/** A text that was taken for what it is not: its block is to be read with care. */
export const DOUBTFUL = 2;

const ALL = { visibilityProperty: true };

/** Looks closer at a block in which something was found. */
export class Witness {
  #block;
  /** The element looked at last, and whether the block's own was. @type {Element | null} */
  #seen = null;
  #seenWhole = false;
  #inLine = false;

  /** @param {Block} block */
  constructor(block) {
    this.#block = block;
  }

  /**
   * What has become of a text in which something was found.
   *
   * @param {Text} text a node of the block
   * @returns {number} `SHOWN`, `SKIPPED` or `DOUBTFUL`
   */
  fate(text) {
    const { sure, whole } = this.#block;
    if (sure && this.#seen) return SHOWN;
    const element = sure ? above(text) : text.parentElement;
    if (!element || element === this.#seen || (element === whole && this.#seenWhole)) return SHOWN;
    this.#seen = element;
    if (sure) return isSkipped(element) ? SKIPPED : SHOWN;
    this.#seenWhole ||= element === whole;
    if (element.checkVisibility(ALL)) return element === whole && skipsContent(element) ? SKIPPED : SHOWN;
    return whole && getComputedStyle(whole).display === "none" ? SKIPPED : DOUBTFUL;
  }

  /** Whether all elements of the block stand in its lines and show, as a match across them needs. */
  get isInLine() {
    return (this.#inLine ||= isInLine(this.#block));
  }
}

/** Whether all elements in a block stand in its lines and show. @param {Block} block */
function isInLine({ sure, whole }) {
  if (sure || !whole) return true;
  for (const element of whole.querySelectorAll("*")) if (judge(element) !== (INLINE | SHOWS)) return false;
  return true;
}

/** Whether text right in an element is within `content-visibility: hidden`, and neither in closed `details` nor hidden until it is looked for. @param {Element} element */
function isSkipped(element) {
  if (element.checkVisibility() && getComputedStyle(element).contentVisibility !== "hidden") return false;
  for (let at = /** @type {Element | null} */ (element); at; at = above(at)) if (hides(at)) return true;
  return false;
}

/** The same of an element that shows; its first child tells at less cost. @param {Element} element */
function skipsContent(element) {
  return !element.firstElementChild?.checkVisibility() && hides(element);
}

/** Whether an element's content is not rendered, looked for or not. @param {Element} element */
function hides(element) {
  return getComputedStyle(element).contentVisibility === "hidden" && !isUntilFound(element);
}

/** What a node shows in. @param {Node} node @returns {Element | null} */
function above(node) {
  return /** @type {any} */ (node).assignedSlot ?? node.parentElement ?? /** @type {any} */ (node.parentNode)?.host ?? null;
}
