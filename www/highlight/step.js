// Bringing a match before the reader's eyes and ears.
import { isUntilFound } from "./kind.js";

/** Room left between a match and the edge of what covers the view, in CSS pixels. */
const MARGIN = 24;

/**
 * Opens what hides a match: closed `details`, `hidden=until-found`, in its own tree and those around it.
 *
 * @param {StaticRange} range
 */
export function reveal(range) {
  for (let node = parentOf(range.startContainer); node; node = parentOf(node)) {
    if (node.nodeType !== 1) continue;
    const element = /** @type {HTMLElement} */ (node);
    if (element.localName === "details" && !(/** @type {HTMLDetailsElement} */ (element).open) && !isInSummary(range, element)) {
      /** @type {HTMLDetailsElement} */ (element).open = true;
    }
    if (isUntilFound(element)) {
      element.dispatchEvent(new Event("beforematch", { bubbles: true }));
      element.removeAttribute("hidden");
    }
  }
}

/** Whether a match lies in the part of `details` that always shows. @param {StaticRange} range @param {Element} details */
function isInSummary(range, details) {
  return [...details.children].find((child) => child.localName === "summary")?.contains(range.startContainer) ?? false;
}

/** What holds a node on the page: its slot's place, its host, its frame. @param {Node} node @returns {Node | null} */
function parentOf(node) {
  const parent = /** @type {any} */ (node).assignedSlot ?? node.parentNode;
  if (parent) return parent.nodeType === 9 ? parent.defaultView?.frameElement ?? null : parent;
  return /** @type {any} */ (node).host ?? null;
}

/**
 * Scrolls until a match stands clear of the view's edges and of what is pinned over it.
 *
 * @param {StaticRange} range
 */
export function scrollTo(range) {
  const document = /** @type {Document} */ (range.startContainer.ownerDocument);
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const rect = () => live.getClientRects()[0] ?? live.getBoundingClientRect();
  for (let node = parentOf(range.startContainer); node; node = parentOf(node)) {
    if (node.nodeType === 1 && node.ownerDocument === document) centre(/** @type {Element} */ (node), rect());
  }
  const view = /** @type {Window} */ (document.defaultView);
  const place = rect();
  if (place.top < MARGIN || place.bottom > view.innerHeight - MARGIN || covers(document, live, place)) {
    view.scrollBy({ top: place.top - (view.innerHeight - place.height) / 2, behavior: "instant" });
  }
  if (place.left < 0 || place.right > view.innerWidth) {
    view.scrollBy({ left: rect().left - view.innerWidth / 3, behavior: "instant" });
  }
  uncover(document, live, rect);
  const frame = view.frameElement;
  if (frame && frame.ownerDocument !== document) frame.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** Scrolls a box of its own until a match within it shows. @param {Element} box @param {DOMRect} rect */
function centre(box, rect) {
  const document = box.ownerDocument;
  if (box === document.scrollingElement || box === document.body || box.scrollHeight <= box.clientHeight + 1) return;
  const overflow = document.defaultView?.getComputedStyle(box).overflowY;
  if (overflow === "visible" || overflow === "clip") return;
  const frame = box.getBoundingClientRect();
  if (rect.top >= frame.top && rect.bottom <= frame.bottom) return;
  box.scrollBy({ top: rect.top - frame.top - (box.clientHeight - rect.height) / 2, behavior: "instant" });
}

/** Moves a match out from under a header or a bar. @param {Document} document @param {Range} live @param {() => DOMRect} rect */
function uncover(document, live, rect) {
  for (let tries = 0; tries < 3; tries++) {
    const place = rect();
    const cover = covers(document, live, place);
    if (!cover) return;
    const { top, bottom } = cover.getBoundingClientRect();
    const height = document.defaultView?.innerHeight ?? 0;
    const by = top <= height - bottom ? place.top - bottom - MARGIN : place.bottom - top + MARGIN;
    document.defaultView?.scrollBy({ top: by, behavior: "instant" });
  }
}

/** The pinned element that lies over a match, if one does. @param {Document} document @param {Range} live @param {DOMRect} rect */
function covers(document, live, rect) {
  const hit = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
  if (!hit || hit.contains(live.startContainer)) return null;
  for (let element = /** @type {Element | null} */ (hit); element && !element.contains(live.startContainer); element = element.parentElement) {
    const position = document.defaultView?.getComputedStyle(element).position;
    if (position === "fixed" || position === "sticky") return element;
  }
  return null;
}

/**
 * Says something to those who listen to the page.
 *
 * @param {Document} document
 * @param {string} words
 * @returns {boolean} whether the browser could
 */
export function announce(document, words) {
  const notifier = /** @type {any} */ (document);
  if (typeof notifier.ariaNotify !== "function") return false;
  notifier.ariaNotify(words, { priority: "high" });
  return true;
}
