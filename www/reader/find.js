// The find field: what is typed is painted as it is typed.
import { element, fill, iconButton } from "./element.js";
import { placeText } from "./counter.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./words.js").FindChoices} FindChoices */

/** The find field with its choices, its count and its steps. The bar and the panel each hold one. */
export class FindField {
  /** @type {HTMLInputElement} */
  input;
  /** @type {HTMLElement} */
  element;
  #count = element("span", { class: "find-count" });
  #empty = element("p", { class: "find-empty", hidden: true });

  /** @param {App} app @param {Reading} reading */
  constructor(app, reading) {
    const { t } = app.language;
    this.app = app;
    this.reading = reading;
    this.input = element("input", {
      type: "search",
      class: "find-input",
      placeholder: t("find.placeholder"),
      "aria-label": t("find"),
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      oninput: () => void this.#search(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
    });
    this.input.value = reading.words?.query ?? "";
    this.element = element("div", { class: "find", role: "search" }, this.#row(), this.#empty);
    reading.marks?.addEventListener("change", () => this.#showCount(), { signal: reading.signal });
    this.#showCount();
  }

  #row() {
    const { t } = this.app.language;
    const marks = /** @type {import("./marks.js").Marks} */ (this.reading.marks);
    return element(
      "div",
      { class: "find-row" },
      this.input,
      this.#count,
      this.#choice("caseSensitive", "Aa", t("find.case")),
      this.#choice("wholeWord", "“w”", t("find.whole")),
      this.#choice("exactMarks", "é", t("find.marks")),
      iconButton("up", `${t("match.previous")} (p)`, () => void marks.step(-1)),
      iconButton("down", `${t("match.next")} (n)`, () => void marks.step(1)),
    );
  }

  /** @param {keyof FindChoices} name @param {string} sign @param {string} label */
  #choice(name, sign, label) {
    const words = /** @type {import("./words.js").Words} */ (this.reading.words);
    const made = element("button", { type: "button", class: "icon-button letters choice", "data-choice": name, "data-sign": sign, "aria-label": label, title: label, "aria-pressed": String(words.choices[name]) });
    made.addEventListener("click", () => this.#choose(name, !words.choices[name]));
    return made;
  }

  /** @param {keyof FindChoices} name @param {boolean} value */
  #choose(name, value) {
    const words = /** @type {import("./words.js").Words} */ (this.reading.words);
    words.choices[name] = value;
    for (const shown of document.querySelectorAll(`[data-choice="${name}"]`)) shown.setAttribute("aria-pressed", String(value));
    void this.#search();
  }

  async #search() {
    const query = this.input.value;
    const found = await this.reading.words?.find(query);
    if (this.input.value === query) this.#showEmpty(found === 0 && query.trim() ? query : "");
  }

  /** "No match for “x”. Whole word is on. [Turn off]" @param {string} query empty shows nothing */
  #showEmpty(query) {
    const { t } = this.app.language;
    const choices = this.reading.words?.choices;
    this.#empty.hidden = !query;
    if (!query) return;
    fill(this.#empty, [
      t("find.none", { term: query }),
      choices?.wholeWord && ` ${t("find.wholeOn")} `,
      choices?.wholeWord && element("button", { type: "button", class: "inline-button", onclick: () => this.#choose("wholeWord", false) }, t("turnOff")),
    ]);
  }

  #showCount() {
    const { marks } = this.reading;
    const mine = marks?.touched?.id === "find";
    fill(this.#count, [mine && marks ? placeText(this.app, marks) : ""]);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    void this.reading.marks?.step(event.shiftKey ? -1 : 1);
  }
}

/** The find field under the bar. */
export class FindRow {
  /** @param {App} app @param {() => void} close */
  constructor(app, close) {
    const reading = /** @type {Reading} */ (app.reading);
    this.reading = reading;
    this.field = new FindField(app, reading);
    this.element = element("div", { class: "find-bar" }, this.field.element, iconButton("close", app.language.t("close"), close));
    this.opener = document.activeElement;
    void reading.words?.warmUp();
  }

  focus() {
    this.field.input.focus();
    this.field.input.select();
  }

  /** Ends the search and gives the focus back. */
  close() {
    void this.reading.words?.find("");
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus({ preventScroll: true });
  }
}
