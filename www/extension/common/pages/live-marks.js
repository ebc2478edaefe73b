// The marks of a live page, as the panel knows marks: their text is the sentences that the page's script sent.
import { callFrame, callFrames } from "../live-calls.js";

/** @typedef {import("../content/live-page.js").PanelState} PanelState */
/** @typedef {import("../../../reader/marks.js").Mark & { frame: number, at: number }} LiveMark */
/** @typedef {Omit<import("../../../reader/marks.js").Layer, "marks"> & { marks: LiveMark[] }} Layer */
/** @typedef {{ element: Element, start: number, end: number }} Block */

/** How many matches of a layer come with their sentence. */
const WITH_SENTENCE = 300;

export class LiveMarks extends EventTarget {
  /** @type {Layer[]} */
  layers = [];
  /** @type {Layer | null} */
  touched = null;
  current = -1;
  hidden = false;
  failed = "";
  index = new Sentences();
  /** The frames that have the script, with what they found of own highlights. @type {{ frame: number, own: PanelState["own"] }[]} */
  frames = [];
  #tab;
  #nameOf;

  /** @param {number} tab @param {(layer: import("../content/live-page.js").LayerState) => string} nameOf what a layer is called */
  constructor(tab, nameOf) {
    super();
    this.#tab = tab;
    this.#nameOf = nameOf;
  }

  /** Reads what the page's frames have marked. Rejects where the tab may not be seen. */
  async refresh() {
    const states = await callFrames(this.#tab, "panelState", WITH_SENTENCE);
    this.index = new Sentences();
    /** @type {Map<string, Layer>} */
    const layers = new Map();
    /** @type {{ id: string, at: number } | null} */
    let stands = null;
    for (const { frameId, result } of states) {
      for (const state of result.layers) {
        const layer = layers.get(state.id) ?? this.#layer(state);
        layers.set(state.id, layer);
        if (result.current?.layer === state.id) stands = { id: state.id, at: layer.marks.length + result.current.at };
        for (let at = 0; at < state.count; at++) layer.marks.push({ ...this.index.add(state.items[at]), frame: frameId, at });
      }
    }
    this.frames = states.map(({ frameId, result }) => ({ frame: frameId, own: result.own }));
    this.failed = states.map(({ result }) => result.failed).find(Boolean) ?? "";
    this.hidden = states.length > 0 && !states[0].result.shown;
    this.layers = [...layers.values()];
    this.touched = this.layers.find(({ id }) => id === (stands?.id ?? states[0]?.result.touched)) ?? this.touchedAmong();
    this.current = stands && this.touched?.id === stands.id ? stands.at : -1;
    this.dispatchEvent(new Event("change"));
  }

  /** The layer touched last, while it is there; else the first. */
  touchedAmong() {
    const before = this.touched?.id;
    return this.layers.find(({ id }) => id === before) ?? this.layers[0] ?? null;
  }

  /** @param {string} id */
  get(id) {
    return this.layers.find((layer) => layer.id === id);
  }

  /** @param {string} id of a layer, or "own" @param {number} at */
  goTo(id, at) {
    if (id === "own") this.dispatchEvent(new CustomEvent("own", { detail: at }));
    const mark = this.get(id)?.marks[at];
    if (mark) void callFrame(this.#tab, mark.frame, "goTo", id, mark.at);
  }

  /** @param {1 | -1} direction */
  step(direction) {
    void callFrame(this.#tab, 0, "step", direction > 0 ? "next" : "previous");
  }

  /** @param {"shown" | "hidden"} state */
  show(state) {
    void callFrames(this.#tab, "show", state);
  }

  /** @param {import("../content/live-page.js").LayerState} state @returns {Layer} */
  #layer(state) {
    const { id, kind, hue } = state;
    return { id, kind: /** @type {Layer["kind"]} */ (kind), hue: /** @type {Layer["hue"]} */ (hue), name: this.#nameOf(state), marks: [] };
  }
}

/** Sentences as one text, each a block of its own. */
class Sentences {
  text = "";
  /** @type {Block[]} */
  blocks = [];

  /**
   * @param {import("../content/sentence.js").Sentence | undefined} sentence
   * @returns {{ start: number, end: number }} where the match is in the text
   */
  add(sentence = { before: "", word: "…", after: "" }) {
    const from = this.text.length;
    const start = from + sentence.before.length;
    this.text += `${sentence.before}${sentence.word}${sentence.after}\n`;
    this.blocks.push({ element: document.body, start: from, end: this.text.length - 1 });
    return { start, end: start + sentence.word.length };
  }

  /** @param {number} offset */
  blockAt(offset) {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Nothing of the page stands in this document. */
  liveRange() {
    return null;
  }
}
