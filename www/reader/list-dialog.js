// The dialog that makes or changes a watch list: its name, colour, words, and how they are looked for.
import { button, element } from "./element.js";
import { colourPicker } from "./colour-picker.js";
import { openDialog } from "./dialog.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./store.js").WatchList} WatchList */

/**
 * @param {App} app
 * @param {WatchList | null} list null for a new one
 * @param {string[]} [terms] words to begin a new one with
 */
export function openListDialog(app, list, terms = []) {
  const { t } = app.language;
  const now = Date.now();
  /** @type {WatchList} */
  const draft = list ?? { id: crypto.randomUUID(), name: "", hue: "blue", terms, whole: "word", caseSensitive: false, paused: false, created: now, changed: now };
  let { hue } = draft;
  const name = field("input", { type: "text", maxlength: 80, required: true, value: draft.name, placeholder: t("lists.namePlaceholder") });
  const words = field("textarea", { rows: 8, spellcheck: "false", placeholder: t("lists.wordsPlaceholder") });
  words.value = draft.terms.join("\n");
  const whole = field("select", {});
  for (const value of /** @type {const} */ (["word", "start", "anywhere"])) whole.append(element("option", { value, selected: value === draft.whole }, t(`lists.${value}`)));
  const exact = element("input", { type: "checkbox", checked: draft.caseSensitive });
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await app.store.changeList(draft, { name: name.value.trim(), hue, terms: termsOf(words.value), whole: /** @type {WatchList["whole"]} */ (whole.value), caseSensitive: exact.checked });
    dialog.close();
  };
  const remove = async () => {
    await app.store.deleteList(draft.id);
    dialog.close();
    app.shell.toast(t("lists.removed", { name: draft.name }), { label: t("undo"), press: () => void app.store.putList(draft) });
  };
  const dialog = openDialog(app, t(list ? "lists.editTitle" : "lists.new"), [
    element(
      "form",
      { class: "form", onsubmit: keep },
      labelled(t("lists.name"), name),
      element("div", { class: "field" }, element("span", { class: "field-label" }, t("colour")), colourPicker(app, hue, (chosen) => (hue = chosen))),
      labelled(t("lists.words"), words),
      labelled(t("lists.match"), whole),
      element("label", { class: "check" }, exact, t("find.case")),
      element("div", { class: "buttons" }, element("button", { type: "submit", class: "button main" }, t("keep")), button(t("cancel"), () => dialog.close()), list && button(t("remove"), () => void remove(), { class: "button plain danger" })),
    ),
  ]);
  dialog.addEventListener("click", (event) => showChosen(event));
  name.focus();
}

/** The colour pressed is the one chosen. @param {Event} event */
function showChosen(event) {
  const dot = /** @type {Element} */ (event.target).closest(".dot-button");
  if (!dot) return;
  for (const other of dot.parentElement?.querySelectorAll(".dot-button") ?? []) other.setAttribute("aria-pressed", String(other === dot));
}

/**
 * @template {"input" | "textarea" | "select"} T
 * @param {T} tag
 * @param {Record<string, unknown>} properties
 */
function field(tag, properties) {
  return element(tag, { class: "control", ...properties });
}

/** @param {string} label @param {HTMLElement} control */
function labelled(label, control) {
  return element("label", { class: "field" }, element("span", { class: "field-label" }, label), control);
}

/** One term a line, without doubles. @param {string} text @returns {string[]} */
function termsOf(text) {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];
}
