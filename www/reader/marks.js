// The layers of marks on an article, which of them was touched last, and the steps through its matches.
import { MANY, paint, unpaint } from "./paint.js";
import { TextIndex } from "./text-index.js";
import { frame } from "./turn.js";

/** @typedef {"own" | "keyword" | "list" | "find"} LayerKind */
/** @typedef {"yellow" | "green" | "blue" | "pink" | "orange" | "violet" | "teal" | "grey" | "find"} Hue */
/** @typedef {{ start: number, end: number, noted?: boolean, hue?: Hue, id?: string }} Mark UTF-16 units of the text; `hue` where it is not its layer's */
/**
 * One set of marks that belongs together: a search, a keyword, a list, a person's own highlights.
 *
 * @typedef {object} Layer
 * @property {string} id
 * @property {LayerKind} kind
 * @property {string} name what the counter calls it
 * @property {Hue} hue
 * @property {import("./mark-list.js").MarkList} marks
 */

/** The colours a person can give, as the picker shows them: four, then the rest. */
export const HUES = /** @type {const} */ (["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"]);

export class Marks extends EventTarget {
  /** @type {Map<string, Layer>} in the order they came */
  #layers = new Map();
  /** @type {string | null} */
  #touched = null;
  #current = -1;
  #hidden = false;
  /** The text that all positions count in; empty until `indexed`. */
  index = new TextIndex();
  /** Resolved when the text stands. @type {Promise<void>} */
  indexed;
  #inView;
  #complete = true;
  /** Paints when the next frame has been drawn. @type {Promise<void> | null} */
  #painting = null;
  /** Resolved when nothing is looked for any more. @type {Promise<void>} */
  #found = Promise.resolve();

  /**
   * @param {Promise<TextIndex>} indexing the text, once it stands
   * @param {() => number} inView where in the text the view begins, UTF-16 units
   */
  constructor(indexing, inView) {
    super();
    this.indexed = indexing.then((index) => void (this.index = index));
    this.#inView = inView;
  }

  /**
   * Tells of work that will set marks: a step or a press that comes meanwhile is meant for them, and waits.
   *
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>} the same work
   */
  expect(work) {
    this.#found = Promise.allSettled([this.#found, work]).then(() => undefined);
    return work;
  }

  /** Resolved when what is looked for now has been found. @returns {Promise<void>} */
  get found() {
    return this.#found;
  }

  /** To be called when the view has moved: very many marks are painted around it alone. */
  viewMoved() {
    if (!this.#complete) this.#paint();
  }

  /** @returns {Layer[]} */
  get layers() {
    return [...this.#layers.values()];
  }

  /** The layer that `n` and `p` step through. @returns {Layer | null} */
  get touched() {
    return (this.#touched !== null && this.#layers.get(this.#touched)) || null;
  }

  /** Which of its matches is the current one, from 0; -1 for none. */
  get current() {
    return this.#current;
  }

  get hidden() {
    return this.#hidden;
  }

  /** @param {string} id @returns {Layer | undefined} */
  get(id) {
    return this.#layers.get(id);
  }

  /**
   * Puts a layer in place of the one of its id, paints it, and makes it the one touched last where `touch` says so.
   *
   * @param {Layer} layer
   * @param {"touch" | "quiet"} how
   */
  set(layer, how) {
    const kept = this.#touched === layer.id ? this.#currentStart() : null;
    this.#layers.set(layer.id, layer);
    if (how === "touch") {
      this.#touched = layer.id;
      this.#current = -1;
    } else if (kept !== null) {
      this.#current = layer.marks.findIndex((at) => layer.marks.start(at) === kept);
    }
    this.#changed();
  }

  /** @param {string} id */
  remove(id) {
    if (!this.#layers.delete(id)) return;
    if (this.#touched === id) {
      this.#touched = this.layers.findLast((layer) => layer.kind !== "own" && layer.marks.length > 0)?.id ?? null;
      this.#current = -1;
    }
    this.#changed();
  }

  /** Steps through nothing any more; what is painted stays. */
  letGo() {
    this.#touched = null;
    this.#current = -1;
    this.#changed();
  }

  /** @param {"shown" | "hidden"} state */
  show(state) {
    this.#hidden = state === "hidden";
    this.#changed();
  }

  /**
   * Makes one match the current one.
   *
   * @param {string} id of its layer
   * @param {number} at its place among the layer's matches
   */
  goTo(id, at) {
    const layer = this.#layers.get(id);
    if (!layer?.marks.at(at)) return;
    this.#touched = id;
    this.#current = at;
    this.#changed();
    this.dispatchEvent(new CustomEvent("step", { detail: { layer, at } }));
  }

  /**
   * Steps to the next or previous match of the layer touched last, around at the ends; from nowhere, to the first at or
   * after what is in view. What is still looked for is waited for.
   *
   * @param {1 | -1} direction
   */
  async step(direction) {
    await this.#found;
    const layer = this.touched ?? this.layers.find((candidate) => candidate.marks.length > 0);
    if (!layer?.marks.length) return;
    const count = layer.marks.length;
    let at = this.#current + direction;
    if (this.#current < 0) {
      const from = this.#inView();
      const next = layer.marks.findIndex((one) => layer.marks.end(one) > from);
      at = direction > 0 ? Math.max(next, 0) : (next < 0 ? count : next) - 1;
    }
    this.goTo(layer.id, (at + count) % count);
  }

  /** Takes every mark off the page. */
  clear() {
    this.#layers.clear();
    this.#touched = null;
    this.#current = -1;
    this.#painting = null;
    unpaint();
  }

  #currentStart() {
    return this.touched?.marks.at(this.#current)?.start ?? null;
  }

  /** Tells of a change and paints it: very many marks a frame later, so that their count shows first. */
  #changed() {
    this.dispatchEvent(new Event("change"));
    if (this.#painting) return;
    if (this.layers.every((layer) => layer.marks.length <= MANY)) this.#paint();
    else this.#paintLater();
  }

  #paintLater() {
    const painting = frame().then(() => {
      if (this.#painting === painting) this.#paint();
    });
    this.#painting = painting;
  }

  #paint() {
    this.#painting = null;
    const current = this.touched?.marks.at(this.#current);
    const shown = current && !this.#hidden ? { mark: current, hue: current.hue ?? /** @type {Layer} */ (this.touched).hue } : null;
    this.#complete = paint(this.index, this.#hidden ? [] : this.layers, shown, this.#inView);
  }
}
