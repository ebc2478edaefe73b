// A person's own highlights on the live page: found again by quote and context, made from the selection.
import { describe, locate, Squeezed } from "../../../anchors.js";
import { reveal, scrollTo } from "../../../highlight/step.js";
import { ask } from "../ask.js";
import { openNote } from "./note.js";
import { LayerPainter } from "./painter.js";
import { PageText } from "./text.js";

/** @typedef {import("../../../reader/store.js").Highlight} Highlight */
/** @typedef {import("../background/find.js").Hue} Hue */
/** @typedef {{ highlight: Highlight, ranges: StaticRange[], terms: number[] }} Placed */

const HUES = /** @type {const} */ (["yellow", "green", "blue", "pink"]);

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
   * Highlights the selection.
   *
   * @param {Hue} [hue]
   * @returns {Promise<Highlight | null>} null where nothing of the page's text is selected
   */
  async markSelection(hue = HUES[0]) {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return null;
    const text = await this.#page();
    const span = text.span(selection.getRangeAt(0));
    if (!span) return null;
    const highlight = await ask("own.make", { canonical: canonicalOf(document), hue, selectors: describe(text.text, span.start, span.end) });
    selection.removeAllRanges();
    await this.load();
    return highlight;
  }

  /** Highlights the selection in the colour of a key. @param {string} key `1` to `4` */
  markByKey(key) {
    return this.markSelection(HUES[Number(key) - 1]);
  }

  /** Opens the note of the highlight that is selected; what is not highlighted yet is. */
  async note() {
    const selection = getSelection();
    const selected = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    const known = selected && this.placed.find(({ ranges }) => ranges.some((range) => touches(selected, range)))?.highlight;
    const highlight = known ?? (await this.markSelection());
    if (!highlight) return;
    openNote(highlight.note, async (text) => {
      await ask("own.note", { canonical: canonicalOf(document), id: highlight.id, note: text });
      await this.load();
    });
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
      const placed = { highlight, ranges, terms: ranges.map(() => layer) };
      this.#painter.add([placed]);
      this.placed.push(placed);
    }
    this.dispatchEvent(new Event("change"));
  }
}

/** Whether a selection reaches into a highlight. @param {Range} selected @param {StaticRange} range */
function touches(selected, { startContainer, startOffset, endContainer, endOffset }) {
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
