// A person's own highlights and notes on one article: made, recoloured, extended, noted, removed, undone.
import { Squeezed, describe, locate } from "../anchors.js";
import { announce } from "./announce.js";
import { MarkList } from "./mark-list.js";
import { HUES } from "./marks.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./marks.js").Hue} Hue */
/** @typedef {import("./store.js").Highlight} Highlight */
/** @typedef {{ highlight: Highlight, start: number, end: number }} Placed */

/** Events: `change` whenever what is marked changed. */
export class OwnHighlights extends EventTarget {
  /** @type {Placed[]} by place */
  placed = [];
  /** Kept, but not found in this text. @type {Highlight[]} */
  unplaced = [];
  /** Made when there is something to place. @type {Squeezed | null} */
  #squeezed = null;
  /** @type {Hue} the colour given last */
  lastHue = HUES[0];
  /** What was asked for so far. @type {Promise<unknown>} */
  #asked = Promise.resolve();

  /** @param {App} app @param {Reading} reading @param {Marks} marks */
  constructor(app, reading, marks) {
    super();
    this.app = app;
    this.reading = reading;
    this.marks = marks;
    app.store.listen("highlights", () => this.load(), reading.signal);
    const stop = app.settings.listen(() => this.#paint());
    reading.signal.addEventListener("abort", stop);
  }

  /** To be called when the article's text was read again. */
  textChanged() {
    this.#squeezed = null;
  }

  /** Reads what is kept for this article and paints what is found. */
  async load() {
    await this.marks.indexed;
    const kept = await this.app.store.highlights(this.reading.key);
    if (this.reading.signal.aborted) return;
    /** @type {Placed[]} */
    const placed = [];
    this.unplaced = [];
    for (const highlight of kept) {
      this.#squeezed ??= new Squeezed(this.marks.index.text);
      const span = locate(this.#squeezed, highlight.selectors);
      if (span) placed.push({ highlight, ...span });
      else this.unplaced.push(highlight);
    }
    this.placed = placed.sort((a, b) => a.start - b.start);
    this.#paint();
  }

  #paint() {
    this.#announce();
    const marks = this.placed.map(({ highlight, start, end }) => ({ start, end, id: highlight.id, hue: highlight.hue, noted: highlight.note !== "" }));
    if (marks.length) this.marks.set({ id: "own", kind: "own", name: this.app.language.t("highlights"), hue: "yellow", marks: MarkList.of(marks) }, "quiet");
    else this.marks.remove("own");
    this.dispatchEvent(new Event("change"));
  }

  /** Puts highlights into the accessibility tree, where the person wants that. */
  #announce() {
    const wanted = this.app.settings.now.announce === "on";
    if (!wanted && !this.reading.body.querySelector("mark[data-start]")) return;
    const { t } = this.app.language;
    const spans = wanted ? apart(this.placed) : [];
    this.marks.index = announce(this.reading.body, this.marks.index, spans, { start: t("announce.start"), end: t("announce.end") });
  }

  /** The highlight at a place of the text. @param {number} offset @returns {Placed | undefined} */
  at(offset) {
    return this.placed.findLast(({ start, end }) => start <= offset && offset < end);
  }

  /** What a person has selected in the text. @returns {{ start: number, end: number } | null} */
  selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.reading.body)) return null;
    return this.marks.index.span(range);
  }

  /**
   * The selection as it is now, else the match that is current once everything asked for before is done.
   *
   * @param {(target: { start: number, end: number } | null) => T | Promise<T>} act one after the other
   * @returns {Promise<T>}
   * @template T
   */
  #onTarget(act) {
    const selected = this.selected();
    const before = this.#asked.catch(() => undefined);
    const done = Promise.all([before, this.marks.indexed, selected ?? this.marks.found]).then(() => act(selected ?? this.#currentMatch()));
    this.#asked = done;
    return done;
  }

  #currentMatch() {
    const { touched, current } = this.marks;
    return touched?.marks.at(current) ?? null;
  }

  /**
   * Highlights the selection, or the current match; one of the same place is recoloured.
   *
   * @param {Hue} hue
   * @returns {Promise<Highlight | null>} null where there was nothing to mark
   */
  markHere(hue) {
    return this.#onTarget((target) => this.#markTarget(target, hue));
  }

  /** @param {{ start: number, end: number } | null} target @param {Hue} hue */
  #markTarget(target, hue) {
    if (!target) {
      this.app.shell.toast(this.app.language.t("highlights.nothing"));
      return null;
    }
    getSelection()?.removeAllRanges();
    return this.mark(target.start, target.end, hue);
  }

  /**
   * Highlights the sentence or paragraph of the selection, of the current match, or the first in view: without a mouse.
   *
   * @param {"sentence" | "paragraph"} unit
   * @returns {Promise<Highlight | null>} null without text
   */
  markAround(unit) {
    return this.#onTarget((target) => {
      const span = this.#around(target?.start ?? this.reading.inView(), unit);
      return span && this.mark(span.start, span.end, this.lastHue);
    });
  }

  /** @param {number} place @param {"sentence" | "paragraph"} unit */
  #around(place, unit) {
    const { index } = this.marks;
    const block = index.blocks[index.blockAt(place)];
    if (!block || unit === "paragraph") return block ?? null;
    const text = index.text.slice(block.start, block.end);
    const sentence = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text).containing(place - block.start);
    const start = block.start + (sentence?.index ?? 0);
    return { start, end: start + (sentence?.segment ?? text).trimEnd().length };
  }

  /**
   * @param {number} start
   * @param {number} end UTF-16 units of the text
   * @param {Hue} hue
   * @returns {Promise<Highlight>}
   */
  async mark(start, end, hue) {
    this.lastHue = hue;
    const same = this.placed.find((one) => one.start === start && one.end === end);
    if (same) {
      await this.change(same.highlight, { hue });
      return { ...same.highlight, hue };
    }
    const overlapped = this.placed.find((one) => one.start < end && start < one.end && one.highlight.hue === hue);
    if (overlapped) return this.resize(overlapped, Math.min(start, overlapped.start), Math.max(end, overlapped.end), "highlights.extended");
    const now = Date.now();
    const highlight = { id: crypto.randomUUID(), page: this.reading.key, hue, note: "", selectors: describe(this.marks.index.text, start, end), created: now, changed: now };
    if (await this.app.store.putHighlight(highlight)) this.app.say(this.app.language.t("highlights.made", { quote: highlight.selectors.quote.exact }));
    return highlight;
  }

  /**
   * Gives a highlight another extent, and offers the one it had.
   *
   * @param {Placed} placed
   * @param {number} start
   * @param {number} end UTF-16 units of the text
   * @param {"highlights.extended" | "highlights.resized"} said
   */
  async resize({ highlight }, start, end, said) {
    const resized = { ...highlight, selectors: describe(this.marks.index.text, start, end), changed: Date.now() };
    if (await this.app.store.putHighlight(resized)) this.#offerUndo(said, () => this.app.store.putHighlight(highlight));
    return resized;
  }

  /** Paints a highlight as it would be, while it is being drawn out. @param {Placed} placed @param {{ start: number, end: number }} span */
  preview({ highlight }, { start, end }) {
    this.placed = this.placed.map((one) => (one.highlight.id === highlight.id ? { ...one, start, end } : one)).sort((a, b) => a.start - b.start);
    this.#paint();
  }

  /** @param {Highlight} highlight @param {Partial<Pick<Highlight, "hue" | "note">>} change */
  change(highlight, change) {
    return this.app.store.changeHighlight(highlight, change);
  }

  /** Removes a highlight, and offers it back. @param {Highlight} highlight */
  async remove(highlight) {
    await this.app.store.deleteHighlight(highlight.id);
    this.#offerUndo("highlights.removed", () => this.app.store.putHighlight(highlight));
  }

  /** @param {"highlights.removed" | "highlights.extended" | "highlights.resized"} key @param {() => Promise<unknown>} undo */
  #offerUndo(key, undo) {
    const { t } = this.app.language;
    this.app.shell.toast(t(key), { label: t("undo"), press: () => void undo() });
  }

  /** Opens the note of what is selected or current; highlights it first where it is not yet. */
  noteHere() {
    return this.#onTarget(async (target) => {
      const known = target && this.at(target.start)?.highlight;
      const highlight = known ?? (await this.#markTarget(target, this.lastHue));
      if (!highlight) return;
      const { openNote } = await import("./note.js");
      openNote(this.app, this, highlight);
    });
  }

  close() {
    this.placed = [];
  }
}

/** Those that do not begin within the one before: `mark` elements cannot cross. @param {Placed[]} placed by place @returns {Placed[]} */
function apart(placed) {
  let last = 0;
  return placed.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
