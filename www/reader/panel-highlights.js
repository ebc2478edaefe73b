// The tab of a person's own highlights: each with its quote and note; those that could not be placed, apart.
import { button, element, fill, iconButton } from "./element.js";
import { focusMatch } from "./panel-words.js";
import { part } from "./panel.js";
import { colourPicker } from "./colour-picker.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./store.js").Highlight} Highlight */

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {AbortSignal} signal
 * @returns {HTMLElement}
 */
export function makeHighlights(app, reading, signal) {
  const place = element("div", {});
  const show = () => fill(place, parts(app, reading));
  reading.own?.addEventListener("change", show, { signal });
  show();
  return place;
}

/** @param {App} app @param {Reading} reading */
function parts(app, reading) {
  const { t } = app.language;
  const own = reading.own;
  if (!own || (!own.placed.length && !own.unplaced.length)) {
    return [element("p", { class: "hint" }, t("highlights.empty")), element("p", { class: "hint" }, t("highlights.keys"))];
  }
  return [
    element("ol", { class: "own-list" }, own.placed.map(({ highlight, start, end }, at) => item(app, reading, highlight, () => goTo(reading, at, start, end)))),
    own.unplaced.length > 0 &&
      part("unplaced", t("highlights.unplaced"), element("p", { class: "hint" }, t("highlights.changed")), element("ol", { class: "own-list" }, own.unplaced.map((highlight) => item(app, reading, highlight, null)))),
    own.placed.length > 0 && button(t("highlights.copy"), () => void copyAll(app, reading), { class: "button small" }),
  ];
}

/** @param {Reading} reading @param {number} at @param {number} start @param {number} end */
function goTo(reading, at, start, end) {
  reading.marks?.goTo("own", at);
  focusMatch(reading, start, end);
}

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {Highlight} highlight
 * @param {null | (() => void)} go
 */
function item(app, reading, highlight, go) {
  const { t } = app.language;
  const own = /** @type {import("./own.js").OwnHighlights} */ (reading.own);
  const quote = highlight.selectors.quote.exact;
  const note = async () => (await import("./note.js")).openNote(app, own, highlight);
  return element(
    "li",
    { class: `own-item hue-${highlight.hue}` },
    go ? element("button", { type: "button", class: "own-quote", onclick: go }, quote) : element("p", { class: "own-quote" }, quote),
    highlight.note && element("p", { class: "own-note" }, highlight.note),
    element(
      "div",
      { class: "own-tools" },
      colourPicker(app, highlight.hue, (hue) => void own.change(highlight, { hue })),
      iconButton("note", t("note"), () => void note()),
      iconButton("copy", t("copy"), () => void copy(app, quoteText(reading, highlight))),
      iconButton("bin", t("remove"), () => void own.remove(highlight)),
    ),
  );
}

/** A highlight as Markdown, with its note. @param {Reading} reading @param {Highlight} highlight */
function quoteText(reading, highlight) {
  const { article, page } = reading;
  const quote = highlight.selectors.quote.exact.split("\n").map((line) => `> ${line}`).join("\n");
  const source = article?.canonicalUrl ?? page.url;
  const title = article?.title ?? page.name;
  return [quote, highlight.note, source ? `[${title}](${source})` : title].filter(Boolean).join("\n\n");
}

/** @param {App} app @param {Reading} reading */
function copyAll(app, reading) {
  return copy(app, (reading.own?.placed ?? []).map(({ highlight }) => quoteText(reading, highlight)).join("\n\n"));
}

/** @param {App} app @param {string} text */
async function copy(app, text) {
  await navigator.clipboard.writeText(text);
  app.shell.toast(app.language.t("copied"));
}
