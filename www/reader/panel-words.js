// The tab of words: find, keywords, watch lists, and every match in its sentence.
import { button, element, fill, iconButton } from "./element.js";
import { FindField } from "./find.js";
import { chipRow, makeChip } from "./head.js";
import { part } from "./panel.js";
import { sentenceAround } from "./words.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./store.js").WatchList} WatchList */

/** How many matches are listed at once. */
const SHOWN = 100;

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {AbortSignal} signal
 * @param {string} [at] the part that is asked for: of keywords all are shown
 * @returns {HTMLElement}
 */
export function makeWords(app, reading, signal, at) {
  const { t } = app.language;
  const keywords = reading.article?.keywords ?? [];
  const all = () => keywords.map((keyword) => makeChip(app, reading, keyword));
  const row = chipRow(app, reading, keywords, (shown) => {
    fill(shown, all());
    /** @type {HTMLElement} */ (shown.firstElementChild).focus();
  });
  if (row && at === "keywords") fill(row, all());
  return element(
    "div",
    {},
    new FindField(app, reading).element,
    row && part("keywords", t("keywords"), row),
    makeLists(app, reading, signal),
    makeMatches(app, reading, signal),
  );
}

/** @param {App} app @param {Reading} reading @param {AbortSignal} signal */
function makeLists(app, reading, signal) {
  const { t } = app.language;
  const rows = element("div", { class: "lists" });
  const show = () => {
    const lists = reading.words?.lists ?? [];
    const crowded = new Set(reading.words?.crowded().map((layer) => layer.id));
    fill(rows, lists.length ? lists.map((list) => listRow(app, reading, list, crowded.has(list.id))) : [element("p", { class: "hint" }, t("lists.empty"))]);
  };
  reading.addEventListener("lists", show, { signal });
  show();
  const add = async () => (await import("./list-dialog.js")).openListDialog(app, null);
  return part("lists", t("lists"), rows, button(t("lists.new"), () => void add(), { class: "button small" }));
}

/** @param {App} app @param {Reading} reading @param {WatchList} list @param {boolean} crowded */
function listRow(app, reading, list, crowded) {
  const { t, number } = app.language;
  const layer = reading.marks?.get(list.id);
  const pausedHere = reading.words?.pausedHere.has(list.id);
  const edit = async () => (await import("./list-dialog.js")).openListDialog(app, list);
  const pause = () => void app.store.changeList(list, { paused: !list.paused });
  const go = () => reading.marks?.goTo(list.id, 0);
  return element(
    "div",
    { class: "list-row" },
    element("span", { class: `line-sample hue-${list.hue}`, "aria-hidden": "true" }),
    element("button", { type: "button", class: "list-name", onclick: go, disabled: !layer?.marks.length }, list.name, element("span", { class: "count" }, layer ? number(layer.marks.length) : "–")),
    element("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(!list.paused), "aria-label": t("lists.active", { name: list.name }), onclick: pause }),
    iconButton("more", t("lists.edit", { name: list.name }), () => void edit()),
    crowded && !pausedHere && element("p", { class: "hint" }, t("lists.crowded"), " ", element("button", { type: "button", class: "inline-button", onclick: () => reading.words?.pauseHere(list.id) }, t("lists.pauseHere"))),
  );
}

/** The list that says what the paint says. @param {App} app @param {Reading} reading @param {AbortSignal} signal */
function makeMatches(app, reading, signal) {
  const { t } = app.language;
  const marks = /** @type {import("./marks.js").Marks} */ (reading.marks);
  const list = element("ol", { class: "matches" });
  const heading = element("h3", {});
  const more = button(t("match.more"), () => show(shown + SHOWN), { class: "button small" });
  const section = element("section", { class: "part", "data-part": "matches" }, heading, list, more);
  let shown = 0;
  /** @type {Element | null | undefined} */
  let seen = null;
  /** @type {import("./marks.js").Layer | null} */
  let layer = null;
  const show = (/** @type {number} */ upTo) => {
    const items = layer?.marks.slice(shown, upTo).map((_, at) => matchItem(app, reading, /** @type {import("./marks.js").Layer} */ (layer), shown + at)) ?? [];
    list.append(...items);
    shown += items.length;
    more.hidden = !layer || shown >= layer.marks.length;
  };
  const refresh = () => {
    if (marks.touched !== layer || !layer) {
      layer = marks.touched;
      shown = 0;
      list.replaceChildren();
      section.hidden = !layer;
      fill(heading, [layer ? t("match.heading", { name: layer.name, count: layer.marks.length }) : ""]);
      show(SHOWN);
    }
    list.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
    const current = list.children[marks.current]?.firstElementChild;
    current?.setAttribute("aria-current", "true");
    // A step brings its match into view; other changes leave the panel where a person has it.
    if (current !== seen) current?.scrollIntoView({ block: "nearest" });
    seen = current;
  };
  marks.addEventListener("change", refresh, { signal });
  refresh();
  return section;
}

/**
 * "3 of 17, paragraph 5, …sentence…": a press goes there and selects the match.
 *
 * @param {App} app
 * @param {Reading} reading
 * @param {import("./marks.js").Layer} layer
 * @param {number} at
 */
function matchItem(app, reading, layer, at) {
  const { t } = app.language;
  const marks = /** @type {import("./marks.js").Marks} */ (reading.marks);
  const { start, end } = /** @type {import("./marks.js").Mark} */ (layer.marks.at(at));
  const sentence = sentenceAround(marks.index, start);
  const from = start - sentence.start;
  const label = t("match.place", { at: at + 1, count: layer.marks.length, paragraph: sentence.block + 1 });
  const go = () => {
    marks.goTo(layer.id, at);
    focusMatch(reading, start, end);
  };
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", class: "match", onclick: go },
      element("span", { class: "match-place" }, label),
      element("span", { class: "match-text" }, sentence.text.slice(0, from), element("b", {}, sentence.text.slice(from, from + end - start)), sentence.text.slice(from + end - start)),
    ),
  );
}

/** Moves focus to the paragraph of a match and selects it. @param {Reading} reading @param {number} start @param {number} end */
export function focusMatch(reading, start, end) {
  const range = reading.marks?.index.liveRange(start, end);
  if (!range || !reading.marks) return;
  const { element: paragraph } = reading.marks.index.blocks[reading.marks.index.blockAt(start)];
  if (!paragraph.hasAttribute("tabindex")) paragraph.setAttribute("tabindex", "-1");
  /** @type {HTMLElement} */ (paragraph).focus({ preventScroll: true });
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
