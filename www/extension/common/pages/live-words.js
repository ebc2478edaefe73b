// Find, keywords and lists, for the panel of a live page.
import { resting, rest } from "../lists.js";
import { callFrames } from "../live-calls.js";

/** @typedef {import("../../../reader/host.js").Article["keywords"][number]} Keyword */
/** @typedef {import("../../../reader/store.js").WatchList} WatchList */

/** A term that is on more than one word in so many is offered to be paused. */
const TOO_MANY = 25;

export class LiveWords {
  query = "";
  choices = { caseSensitive: false, wholeWord: false, exactMarks: false };
  /** @type {WatchList[]} */
  lists = [];
  /** Lists that rest on this site. @type {Set<string>} */
  pausedHere = new Set();

  /** @param {import("./live-reading.js").LiveReading} reading */
  constructor(reading) {
    this.reading = reading;
  }

  /** Reads the lists, and which rest here. */
  async load() {
    const [lists, resters] = await Promise.all([this.reading.app.store.lists(), resting()]);
    this.lists = lists;
    this.pausedHere = new Set(resters[this.reading.host] ?? []);
    this.reading.dispatchEvent(new Event("lists"));
  }

  /** @param {string} query @returns {Promise<number>} */
  async find(query) {
    this.query = query;
    if (!query.trim()) {
      await callFrames(this.reading.tab, "drop", "find");
      return 0;
    }
    const { caseSensitive, wholeWord, exactMarks } = this.choices;
    return this.#look({ id: "find", kind: "find", hue: "yellow", terms: [query], options: { caseSensitive, wholeWord, diacritics: exactMarks ? "exact" : "ignore" } });
  }

  /** @param {Keyword} keyword */
  isPressed(keyword) {
    return this.reading.marks.get(`keyword:${keyword.term}`) !== undefined;
  }

  /** @param {Keyword} keyword */
  async press(keyword) {
    const id = `keyword:${keyword.term}`;
    if (this.isPressed(keyword)) await callFrames(this.reading.tab, "drop", id);
    else await this.#look({ id, kind: "keyword", hue: "grey", terms: keyword.forms.length ? keyword.forms : [keyword.term], options: { wholeWord: true } });
    await this.reading.marks.refresh();
    for (const chip of document.querySelectorAll(".chip[data-term]")) {
      if (chip instanceof HTMLElement && chip.dataset.term === keyword.term) chip.setAttribute("aria-pressed", String(this.isPressed(keyword)));
    }
  }

  /** Lists that mark so much that marks say nothing. */
  crowded() {
    const words = this.reading.article?.wordCount ?? 0;
    return words ? this.reading.marks.layers.filter((layer) => layer.kind === "list" && layer.marks.length * TOO_MANY > words) : [];
  }

  /** Lets a list rest on this site. @param {string} id */
  async pauseHere(id) {
    await rest(this.reading.host, [...this.pausedHere, id]);
    await this.reading.listsChanged();
  }

  /** Lets every list rest on this site, or wakes all. @param {"rest" | "wake"} how */
  async restAll(how) {
    await rest(this.reading.host, how === "rest" ? ["*"] : []);
    await this.reading.listsChanged();
  }

  /** @param {import("../background/find.js").Wish} wish */
  async #look(wish) {
    const found = await callFrames(this.reading.tab, "look", wish);
    await this.reading.marks.refresh();
    return found.reduce((sum, { result }) => sum + result, 0);
  }
}
