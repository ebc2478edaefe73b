// A person's own highlights on the live page: found again by quote and context, made from the selection.
import { describe, locate, Squeezed } from "../../../anchors.js";
import { reveal, scrollTo } from "../../../highlight/step.js";
import { ask } from "../ask.js";
import { openNote } from "./note.js";
import { sayFailed } from "./saying.js";
import { LayerPainter } from "./painter.js";
import { PageText } from "./text.js";

/** @typedef {import("../../../reader/store.js").Highlight} Highlight */
/** @typedef {import("../background/find.js").Hue} Hue */
/** @typedef {{ start: number, end: number }} Span of the page's text, UTF-16 units */
/** @typedef {Span & { highlight: Highlight, ranges: StaticRange[], terms: number[] }} Placed */

export class OwnHighlights extends EventTarget {
  /** @type {Placed[]} */
  placed = [];
  /** Kept, but not found in this page. @type {Highlight[]} */
  unplaced = [];
  /** @type {Promise<PageText> | null} */
  #text = null;
  #exclude;
  #painter = new LayerPainter(() => LAYERS);

  /** @param {string} exclude a selector of what is no text of the page */
  constructor(exclude) {
    super();
    this.#exclude = exclude;
  }

  /** Paints what is kept for this page. Called again whenever that changed. */
  async load() {
    /** @type {Highlight[]} */
    const kept = await ask("own.list", { canonical: canonicalOf(document) });
    if (kept.length === 0 && !this.#text) return;
    this.#place(kept, await this.#page());
  }

  /**
   * Highlights the selection, or the current match. One of the same place is recoloured, one of the same colour grows.
   *
   * @param {Hue} hue
   * @param {StaticRange | null} [current] the match that a person stands on
   * @returns {Promise<Highlight | null>} null where there is nothing to highlight
   */
  async mark(hue, current = null) {
    const target = targetOf(current);
    if (!target) return null;
    const text = await this.#page();
    const span = text.span(target);
    if (!span) return null;
    const known = this.placed.find((one) => (one.start === span.start && one.end === span.end) || (one.highlight.hue === hue && one.start < span.end && span.start < one.end));
    const { start, end } = known ? { start: Math.min(known.start, span.start), end: Math.max(known.end, span.end) } : span;
    const highlight = await ask("own.make", { canonical: canonicalOf(document), hue, selectors: describe(text.text, start, end), known: known?.highlight.id });
    getSelection()?.removeAllRanges();
    await this.load();
    return highlight;
  }

  /** Opens the note of the highlight that is selected or current; what is not highlighted yet is. @param {StaticRange | null} current */
  async note(current) {
    const target = targetOf(current);
    const known = target && this.placed.find(({ ranges }) => ranges.some((range) => touches(target, range)))?.highlight;
    const highlight = known ?? (await this.mark("yellow", current));
    if (!highlight) return;
    const keep = (/** @type {string} */ text) => ask("own.note", { canonical: canonicalOf(document), id: highlight.id, note: text }).then(() => this.load());
    openNote(highlight.note, (text) => void keep(text).catch(sayFailed));
  }

  /** Brings a highlight into view. @param {string} id */
  goTo(id) {
    const range = this.placed.find(({ highlight }) => highlight.id === id)?.ranges[0];
    if (!range) return;
    reveal(range);
    scrollTo(range);
    this.#painter.stand(range);
  }

  /** Takes every highlight off the page; they stay kept. */
  clear() {
    this.#painter.remove(this.placed);
    this.placed = [];
    this.#text?.then((text) => text.stop());
    this.#text = null;
  }

  #page() {
    this.#text ??= PageText.read(this.#exclude, () => this.load().catch(() => undefined));
    return this.#text;
  }

  /** @param {Highlight[]} kept @param {PageText} page */
  #place(kept, page) {
    this.#painter.remove(this.placed);
    this.placed = [];
    this.unplaced = [];
    const squeezed = new Squeezed(page.text);
    for (const highlight of kept) {
      const span = locate(squeezed, highlight.selectors);
      const ranges = span ? page.ranges(span.start, span.end) : [];
      if (ranges.length === 0) {
        this.unplaced.push(highlight);
        continue;
      }
      const layer = LAYERS.findIndex(({ hue, noted }) => hue === highlight.hue && noted === (highlight.note !== ""));
      const placed = { highlight, .../** @type {Span} */ (span), ranges, terms: ranges.map(() => layer) };
      this.#painter.add([placed]);
      this.placed.push(placed);
    }
    this.dispatchEvent(new Event("change"));
  }
}

/** What a press is about: the selection, else the current match. @param {StaticRange | null} current @returns {Range | null} */
function targetOf(current) {
  const selection = getSelection();
  if (selection?.rangeCount && !selection.isCollapsed) return selection.getRangeAt(0).cloneRange();
  if (!current?.startContainer.isConnected) return null;
  const range = document.createRange();
  range.setStart(current.startContainer, current.startOffset);
  range.setEnd(current.endContainer, current.endOffset);
  return range;
}

/** Whether a selection reaches into a range. @param {Range} selected @param {StaticRange} range */
export function touches(selected, { startContainer, startOffset, endContainer, endOffset }) {
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  return selected.comparePoint(startContainer, startOffset) <= 0 && selected.comparePoint(endContainer, endOffset) >= 0;
}

/** One layer for each way a highlight looks. @type {(import("../background/find.js").LayerFacts & { noted: boolean })[]} */
const LAYERS = ["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"].flatMap((hue) =>
  [false, true].map((noted) => ({ id: "own", kind: /** @type {const} */ ("own"), hue: /** @type {Hue} */ (hue), noted })),
);

/** The address a page calls its own. @param {Document} page @returns {string | null} */
function canonicalOf(page) {
  const link = /** @type {HTMLLinkElement | null} */ (page.querySelector('link[rel~="canonical" i][href]'));
  return link?.href || null;
}
