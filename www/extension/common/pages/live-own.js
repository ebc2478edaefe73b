// A person's own highlights of a live page, for the panel.
import { callFrame } from "../live-calls.js";

/** @typedef {import("../../../reader/store.js").Highlight} Highlight */
/** @typedef {import("../../../reader/own.js").Placed} Placed */

/** Events: `change`. */
export class LiveOwn extends EventTarget {
  /** @type {Placed[]} in the order of the page */
  placed = [];
  /** @type {Highlight[]} */
  unplaced = [];

  /** @param {import("./live-reading.js").LiveReading} reading */
  constructor(reading) {
    super();
    this.reading = reading;
  }

  /** Reads what is kept for the page, and what of it stands there. */
  async load() {
    const kept = this.reading.key ? await this.reading.app.store.highlights(this.reading.key) : [];
    const order = this.reading.marks.frames.flatMap(({ own }) => own.placed);
    this.placed = kept.filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map((highlight) => ({ highlight, start: 0, end: 0 }));
    this.unplaced = kept.filter(({ id }) => !order.includes(id));
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Highlight} highlight @param {Partial<Pick<Highlight, "hue" | "note">>} change */
  async change(highlight, change) {
    await this.reading.app.store.changeHighlight(highlight, change);
    await this.load();
  }

  /** Removes a highlight, and offers it back. @param {Highlight} highlight */
  async remove(highlight) {
    const { store, shell, language } = this.reading.app;
    await store.deleteHighlight(highlight.id);
    await this.load();
    shell.toast(language.t("highlights.removed"), { label: language.t("undo"), press: () => void store.putHighlight(highlight).then(() => this.load()) });
  }

  /** Brings one into view on the page. @param {number} at */
  goTo(at) {
    const id = this.placed[at]?.highlight.id;
    const frame = this.reading.marks.frames.find(({ own }) => own.placed.includes(id))?.frame;
    if (frame !== undefined) void callFrame(this.reading.tab, frame, "goToOwn", id);
  }
}
