// All that is marked in one document, by who asked for it: the lists, each keyword pressed, a search.
import { createHighlighter } from "../../../marks.js";
import { api } from "../webext.js";
import { Bar } from "./bar.js";
import { FinderPort } from "./finder-port.js";
import { closeNote } from "./note.js";
import { copyQuote } from "./quote.js";
import { say, sayFailed, unsay } from "./saying.js";
import { OwnHighlights, touches } from "./own.js";
import { LayerPainter, marksShown, showMarks } from "./painter.js";
import { sentenceOf, wordOf } from "./sentence.js";

/** @typedef {import("../background/find.js").Wish} Wish */
/** @typedef {import("../../../marks.js").Marks} Marks */
/** @typedef {{ marks: Marks | null, painter: LayerPainter, abort: AbortController }} Set what one question found; `marks` null while it is looked for */
/** @typedef {{ set: string, layer: string, hue: string, word: string, count: number }} Tally */
/** @typedef {{ count: number, failed: string, shown: boolean, sets: string[], words: Tally[] }} Report `failed` says why marks may be missing */
/** @typedef {{ id: string, kind: string, hue: string, count: number, items: import("./sentence.js").Sentence[] }} LayerState */
/**
 * @typedef {object} PanelState
 * @property {boolean} shown
 * @property {string} failed why marks may be missing
 * @property {string} touched the set that was touched last
 * @property {{ layer: string, at: number } | null} current
 * @property {LayerState[]} layers
 * @property {{ placed: string[], unplaced: string[] }} own ids of highlights
 */

/** Editors and fields are left alone; each frame has a script of its own. */
const EXCLUDE = ["[contenteditable]:not([contenteditable=false])", "[role=textbox]", "iframe", "frame"];
/** How long after a change the count is told, ms. */
const TELL_AFTER = 120;
/** The lists' set. */
const LISTS = "lists";
/** The set of a selection that is looked for everywhere. */
const SELECTION = "selection";

export class LivePage extends EventTarget {
  own = new OwnHighlights(EXCLUDE.join(", "));
  bar = new Bar(this);
  /** @type {Map<string, Set>} */
  #sets = new Map();
  #touched = LISTS;
  #failed = "";
  /** How many matches the page's frames hold. */
  #inFrames = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #telling;

  /** How many matches there are. */
  get count() {
    return [...this.#sets.values()].reduce((sum, { marks }) => sum + (marks?.count ?? 0), 0);
  }

  /** The set that `next` and `previous` step through. @returns {Marks | null} */
  get touched() {
    const marks = this.#sets.get(this.#touched)?.marks;
    return marks?.count ? marks : ([...this.#sets.values()].find((set) => set.marks?.count)?.marks ?? null);
  }

  /** The match that a person stands on. @returns {StaticRange | null} */
  get current() {
    return this.touched?.current?.range ?? null;
  }

  constructor() {
    super();
    this.own.addEventListener("change", () => this.#changed());
  }

  /**
   * Does something that may fail; what went wrong stands in the report, not in the page's console.
   *
   * @param {(live: LivePage) => unknown} act
   */
  async attempt(act) {
    try {
      this.#failed = "";
      await act(this);
    } catch (error) {
      this.#failed = error instanceof Error ? error.message : String(error);
    }
  }

  /** The same for what a person pressed: what went wrong is said on the page. @param {(live: LivePage) => unknown} act */
  async press(act) {
    await this.attempt(act);
    if (this.#failed) sayFailed(this.#failed);
  }

  /** Marks the page, unless it is marked already: what changes it is told, and follows. */
  async begin() {
    if (!this.#sets.has(LISTS) || this.#failed) await this.attempt((live) => live.markAll());
  }

  /** Marks the lists at work here and a person's own highlights. */
  async markAll() {
    await Promise.all([this.markLists(), this.own.load()]);
  }

  /** Marks the lists at work here. */
  markLists() {
    return this.#mark(LISTS, LISTS);
  }

  /** Marks what a person asked for. @param {Wish} wish @returns {Promise<number>} how many matches there are */
  async look(wish) {
    this.#touched = wish.id;
    await this.#mark(wish.id, [wish]);
    return this.#sets.get(wish.id)?.marks?.count ?? 0;
  }

  /** Takes a set off. @param {string} id */
  drop(id) {
    const set = this.#sets.get(id);
    this.#sets.delete(id);
    set?.abort.abort();
    set?.marks?.clear();
    this.#changed();
  }

  /** Takes everything off. */
  clear() {
    for (const id of [...this.#sets.keys()]) this.drop(id);
    this.own.clear();
    this.bar.close();
    closeNote();
    unsay();
  }

  /** Opens the small bar. */
  openBar() {
    this.bar.open();
  }

  /** Ends a search for what was selected: it lasts as long as the bar. */
  endSearch() {
    if (this.#sets.has(SELECTION)) this.drop(SELECTION);
  }

  /** Says something on the page for a while. @param {string} text @param {boolean} undoable */
  say(text, undoable) {
    say(text, { undoable });
  }

  /** The words of lists that the selection touches. @returns {string[]} white space collapsed */
  selectedWords() {
    const selection = getSelection();
    if (!selection?.rangeCount) return [];
    const selected = selection.getRangeAt(0);
    return [...this.#all()].filter(([, range, { kind }]) => kind === "list" && touches(selected, range)).map(([, range]) => wordOf(range).replace(/\s+/g, " "));
  }

  /** Copies the selection with its source. @param {string} selection */
  copyQuote(selection) {
    copyQuote(selection);
  }

  /** Highlights the selection. @param {import("../background/find.js").Hue} hue */
  async markSelection(hue) {
    return (await this.own.mark(hue))?.id ?? null;
  }

  /** What a person highlighted: the ids of those that stand on the page, in order, and of those that do not. */
  ownReport() {
    return { placed: this.own.placed.map(({ highlight }) => highlight.id), unplaced: this.own.unplaced.map(({ id }) => id) };
  }

  /** Goes to a highlight. @param {string} id */
  goToOwn(id) {
    this.own.goTo(id);
  }

  /** Where a person stands: "economy 3 / 17", or how many there are; and how many more in frames, which have steps of their own. @returns {string} */
  position() {
    const current = this.touched?.current;
    const here = current ? `${current.text.replace(/\s+/g, " ")} ${current.index + 1} / ${current.count}` : String(this.count);
    return this.#inFrames ? api.i18n.getMessage("andInFrames", [here, String(this.#inFrames)]) : here;
  }

  /** Takes note of the matches in frames. @param {number} count */
  countFrames(count) {
    if (this.#inFrames === count) return;
    this.#inFrames = count;
    this.dispatchEvent(new Event("change"));
  }

  /**
   * What is marked, by word.
   *
   * @returns {Report} the most frequent word first
   */
  report() {
    /** @type {Map<string, Tally>} */
    const tallies = new Map();
    for (const [set, range, layer] of this.#all()) {
      const word = wordOf(range).replace(/\s+/g, " ");
      const key = `${layer.id} ${word.toLowerCase()}`;
      const tally = tallies.get(key) ?? { set, layer: layer.id, hue: layer.hue, word, count: 0 };
      tally.count++;
      tallies.set(key, tally);
    }
    return { count: this.count, failed: this.#failed, shown: marksShown(), sets: [...this.#sets.keys()], words: [...tallies.values()].sort((a, b) => b.count - a.count) };
  }

  /**
   * Every layer with its matches, for the panel.
   *
   * @param {number} limit how many matches of a layer come with what stands around them
   * @returns {PanelState}
   */
  panelState(limit) {
    /** @type {Map<string, LayerState>} */
    const layers = new Map();
    const current = this.touched?.current?.range;
    /** @type {PanelState["current"]} */
    let stands = null;
    for (const [, range, { id, kind, hue }] of this.#all()) {
      const layer = layers.get(id) ?? { id, kind, hue, count: 0, items: [] };
      layers.set(id, layer);
      if (range === current) stands = { layer: id, at: layer.count };
      if (layer.count < limit) layer.items.push(sentenceOf(range));
      layer.count++;
    }
    return { shown: marksShown(), failed: this.#failed, touched: this.#touched, current: stands, layers: [...layers.values()], own: this.ownReport() };
  }

  /** Goes to a match. @param {string} layer @param {number} at its place in the layer, from 0 */
  goTo(layer, at) {
    let seen = 0;
    for (const [set, , { id }, index] of this.#all()) {
      if (id !== layer || seen++ < at) continue;
      this.#touched = set;
      this.show("shown");
      this.#sets.get(set)?.marks?.goTo(index);
      return;
    }
  }

  /** Brings the heading of these words into view. @param {string} words white space collapsed */
  goToHeading(words) {
    const heading = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].find((one) => (one.textContent ?? "").trim().replace(/\s+/g, " ") === words);
    heading?.scrollIntoView({ block: "start" });
  }

  /** Steps to another match of what was touched last. @param {"next" | "previous"} direction */
  step(direction) {
    const marks = this.touched;
    if (!marks) return;
    this.show("shown");
    marks[direction]();
  }

  /** Hides the marks, or shows them again. */
  toggle() {
    this.show(marksShown() ? "hidden" : "shown");
  }

  /** @param {"shown" | "hidden"} state */
  show(state) {
    if (marksShown() === (state === "shown")) return;
    showMarks(state);
    this.#changed();
  }

  /**
   * Every match with its set, its layer and its place in the set.
   *
   * @returns {Generator<[set: string, range: StaticRange, layer: import("./painter.js").LayerFacts, index: number]>}
   */
  *#all() {
    for (const [id, { marks, painter }] of this.#sets) {
      let index = 0;
      for (const range of marks?.ranges ?? []) {
        const layer = painter.layerOf(range);
        if (layer) yield [id, range, layer, index];
        index++;
      }
    }
  }

  /**
   * Marks what is asked for in place of what the set held.
   *
   * @param {string} id
   * @param {import("../background/find.js").What} what
   */
  async #mark(id, what) {
    this.drop(id);
    const port = new FinderPort(what);
    const painter = new LayerPainter(() => port.layers ?? []);
    /** @type {Set} */
    const set = { marks: null, painter, abort: new AbortController() };
    this.#sets.set(id, set);
    const { highlightAsync } = createHighlighter({ compile: () => port, painter, words: () => "" });
    try {
      const marks = await highlightAsync(document.documentElement, [], { watch: true, exclude: EXCLUDE, signal: set.abort.signal });
      set.marks = marks;
      for (const event of ["change", "step"]) marks.addEventListener(event, () => this.#changed());
      this.#changed();
    } catch (error) {
      if (!set.abort.signal.aborted) throw error;
    }
  }

  /** Tells the background and those who listen here, a little later. */
  #changed() {
    this.dispatchEvent(new Event("change"));
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      if (!api.runtime?.id) return;
      api.runtime.sendMessage({ name: "live.count", count: marksShown() ? this.count : 0, since: performance.timeOrigin }).catch(() => undefined);
    }, TELL_AFTER);
  }
}
