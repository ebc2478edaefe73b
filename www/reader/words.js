// Everything that is looked for in an article: what is typed, the keywords pressed, the watch lists.
import { makeCounter } from "./counter.js";
import { MarkList } from "./mark-list.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./store.js").WatchList} WatchList */
/** @typedef {import("./host.js").Article["keywords"][number]} Keyword */
/** @typedef {{ caseSensitive: boolean, wholeWord: boolean, exactMarks: boolean }} FindChoices */

/** A term that is on more than one word in so many is offered to be paused here. */
const TOO_MANY = 25;

export class Words {
  /** What stands in the find field. */
  query = "";
  /** @type {FindChoices} */
  choices = { caseSensitive: false, wholeWord: false, exactMarks: false };
  /** @type {WatchList[]} */
  lists = [];
  /** Lists that are paused for this article alone. @type {Set<string>} */
  pausedHere = new Set();
  #asked = 0;
  /** The question that is being answered. @type {Promise<Uint32Array>} */
  #finding = Promise.resolve(new Uint32Array());
  /** The presses of keywords so far. @type {Promise<void>} */
  #pressed = Promise.resolve();

  /** @param {App} app @param {Reading} reading @param {Marks} marks */
  constructor(app, reading, marks) {
    this.app = app;
    this.reading = reading;
    this.marks = marks;
    const counter = makeCounter(app, reading, marks);
    app.shell.main.append(counter);
    marks.addEventListener("change", () => this.#showPressed());
    marks.addEventListener("step", (event) => this.#tellStep(/** @type {CustomEvent} */ (event).detail));
    app.store.listen("lists", () => void this.paintLists(), reading.signal);
  }

  /**
   * Looks for what was typed. Only the answer to the last question is shown; while one is looked for, of those that come
   * the last alone is asked next.
   *
   * @param {string} query empty takes the search away
   * @returns {Promise<number>} how many matches there are; 0 too where another question came meanwhile
   */
  find(query) {
    return this.marks.expect(this.#find(query));
  }

  /** Makes the finder ready while the first letter is not typed yet: its first call on so long a text is several times as slow as the next. */
  async warmUp() {
    await this.marks.indexed;
    await this.app.host.engine.search(this.marks.index.text, ["e"], {}).catch(() => undefined);
  }

  /** @param {string} query */
  async #find(query) {
    this.query = query;
    const asked = ++this.#asked;
    if (!query.trim()) {
      this.marks.remove("find");
      return 0;
    }
    await Promise.allSettled([this.marks.indexed, this.#finding]);
    if (asked !== this.#asked || this.reading.signal.aborted) return 0;
    this.#finding = this.app.host.engine.search(this.marks.index.text, [query], {
      caseSensitive: this.choices.caseSensitive,
      wholeWord: this.choices.wholeWord,
      diacritics: this.choices.exactMarks ? "exact" : "ignore",
    });
    const matches = new MarkList(await this.#finding);
    if (asked !== this.#asked || this.reading.signal.aborted) return matches.length;
    this.marks.set({ id: "find", kind: "find", name: query, hue: "find", marks: matches }, "touch");
    this.app.say(matches.length ? this.app.language.t("find.found", { count: matches.length, term: query }) : this.app.language.t("find.none", { term: query }));
    return matches.length;
  }

  /** @param {Keyword} keyword */
  isPressed(keyword) {
    return this.marks.get(keywordId(keyword)) !== undefined;
  }

  /** Paints a keyword, or takes its paint away: one press after the other. @param {Keyword} keyword @returns {Promise<void>} */
  press(keyword) {
    this.#pressed = this.#pressed.catch(() => undefined).then(() => this.#press(keyword));
    return this.marks.expect(this.#pressed);
  }

  /** @param {Keyword} keyword */
  async #press(keyword) {
    const id = keywordId(keyword);
    if (this.isPressed(keyword)) {
      this.marks.remove(id);
      return;
    }
    await this.marks.indexed;
    const forms = keyword.forms.length ? keyword.forms : [keyword.term];
    const matches = new MarkList(await this.app.host.engine.search(this.marks.index.text, forms, { wholeWord: true }));
    if (this.reading.signal.aborted) return;
    this.marks.set({ id, kind: "keyword", name: keyword.term, hue: "grey", marks: matches }, "touch");
    this.app.say(this.app.language.t("find.found", { count: matches.length, term: keyword.term }));
  }

  /** Paints every watch list that is at work here, and takes away what is not. */
  async paintLists() {
    await this.marks.indexed;
    this.lists = await this.app.store.lists();
    const wanted = this.lists.filter((list) => this.isAtWork(list));
    const { text } = this.marks.index;
    const found = await Promise.all(
      wanted.map((list) => this.app.host.engine.search(text, list.terms, { caseSensitive: list.caseSensitive, wholeWord: list.whole === "anywhere" ? false : list.whole === "start" ? "start" : true })),
    );
    if (this.reading.signal.aborted) return;
    for (const layer of this.marks.layers) {
      if (layer.kind === "list" && !wanted.some((list) => list.id === layer.id)) this.marks.remove(layer.id);
    }
    wanted.forEach((list, at) => this.marks.set({ id: list.id, kind: "list", name: list.name, hue: list.hue, marks: new MarkList(found[at]) }, "quiet"));
    this.reading.dispatchEvent(new Event("lists"));
  }

  /** Looks for everything again: the text has grown. */
  async refresh() {
    const pressed = this.marks.layers.filter((layer) => layer.kind === "keyword");
    const keywords = this.reading.article?.keywords.filter((keyword) => pressed.some((layer) => layer.id === keywordId(keyword))) ?? [];
    for (const keyword of keywords) {
      this.marks.remove(keywordId(keyword));
      await this.press(keyword);
    }
    await Promise.all([this.find(this.query), this.paintLists()]);
  }

  /** @param {WatchList} list */
  isAtWork(list) {
    return !list.paused && list.terms.length > 0 && !this.pausedHere.has(list.id);
  }

  /** Lists and searches that mark so much that marks say nothing: more than one word in 25. */
  crowded() {
    const words = this.reading.article?.wordCount ?? 0;
    return this.marks.layers.filter((layer) => layer.kind === "list" && layer.marks.length * TOO_MANY > words);
  }

  /** @param {string} id of a list */
  pauseHere(id) {
    this.pausedHere.add(id);
    this.marks.remove(id);
    this.reading.dispatchEvent(new Event("lists"));
  }

  #showPressed() {
    for (const chip of document.querySelectorAll(".chip[data-term]")) {
      const id = `keyword:${/** @type {HTMLElement} */ (chip).dataset.term}`;
      chip.setAttribute("aria-pressed", String(this.marks.get(id) !== undefined));
    }
  }

  /** @param {{ layer: import("./marks.js").Layer, at: number }} step */
  #tellStep({ layer, at }) {
    const mark = /** @type {import("./marks.js").Mark} */ (layer.marks.at(at));
    this.reading.reveal(mark.start, mark.end);
    const { t } = this.app.language;
    this.app.say(`${t("match.at", { at: at + 1, count: layer.marks.length })}. ${sentenceAround(this.marks.index, mark.start).text}`);
  }
}

/** @param {Keyword} keyword */
function keywordId(keyword) {
  return `keyword:${keyword.term}`;
}

/** Sentences of any language. */
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
/** Longest sentence shown around a match, UTF-16 units on each side. */
const AROUND = 70;

/**
 * The sentence of a place in the text.
 *
 * @param {import("./text-index.js").TextIndex} index
 * @param {number} at
 * @returns {{ text: string, start: number, block: number }} where in the text it begins, and in which block
 */
export function sentenceAround(index, at) {
  const block = index.blockAt(at);
  const { start: first, end: last } = index.blocks[block];
  const from = Math.max(first, at - 4 * AROUND);
  const near = index.text.slice(from, Math.min(last, at + 4 * AROUND));
  let start = from;
  let text = near;
  for (const part of sentences.segment(near)) {
    if (from + part.index > at) break;
    start = from + part.index;
    text = part.segment;
  }
  const before = at - start - AROUND;
  if (before > 0) {
    start += before;
    text = `…${text.slice(before)}`;
    start -= 1;
  }
  return { text: text.length > 3 * AROUND ? `${text.slice(0, 3 * AROUND)}…` : text.trimEnd(), start, block };
}
