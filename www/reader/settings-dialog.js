// "Aa": how the text is set, pictures, keys, language. Every change shows at once.
import { button, element } from "./element.js";
import { openPopover } from "./dialog.js";
import { LANGUAGES } from "./i18n.js";
import { colourName } from "./colour-picker.js";
import { HUES } from "./marks.js";
import { KEYS } from "./key-table.js";
import { isHan } from "./typography.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./settings.js").Choices} Choices */
/** @typedef {import("./i18n.js").MessageKey} MessageKey */

/**
 * @param {App} app
 * @param {HTMLElement} anchor
 */
export function openSettingsDialog(app, anchor) {
  const { t } = app.language;
  const han = isHan(app.reading?.article?.lang ?? app.language.tag);
  openPopover(
    anchor,
    /** @type {Node[]} */ ([
      choice(app, "theme", ["system", "light", "sepia", "dark"]),
      choice(app, "face", ["auto", "serif", "sans", "own"]),
      app.settings.now.face === "own" && ownFont(app),
      stepper(app, "size", { base: app.settings.now.size || Math.round(textSize()), step: 1, least: 12, most: 40, unit: "px" }),
      stepper(app, "leading", { base: app.settings.now.leading || (han ? 1.85 : 1.6), step: 0.1, least: 1.2, most: 2.6, unit: "" }),
      stepper(app, "measure", { base: app.settings.now.measure || (han ? 36 : 34), step: 2, least: 20, most: 60, unit: "em" }),
      han ? choice(app, "paragraphs", ["web", "book"]) : choice(app, "align", ["start", "justify"]),
      more(app),
    ].filter(Boolean)),
    { class: "popover settings", role: "dialog", "aria-label": t("settings") },
  );
}

/** The size of the article's text now, CSS pixels. */
function textSize() {
  const body = document.querySelector(".article");
  return body ? parseFloat(getComputedStyle(body).fontSize) : 19;
}

/**
 * A row of buttons, one pressed.
 *
 * @param {App} app
 * @param {"theme" | "face" | "align" | "paragraphs" | "pictures" | "announce" | "keys"} name
 * @param {string[]} values
 */
function choice(app, name, values) {
  const { t } = app.language;
  const buttons = values.map((value) => {
    const made = element("button", { type: "button", class: "segment", "aria-pressed": String(app.settings.now[name] === value), "data-value": value }, t(/** @type {MessageKey} */ (`${name}.${value}`)));
    made.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === made));
      app.settings.set({ [name]: value });
      if (name === "face") made.closest(".settings")?.querySelector(".own-font")?.remove();
      if (value === "own") made.closest(".setting")?.after(ownFont(app));
    });
    return made;
  });
  return element("div", { class: "setting" }, element("span", { class: "setting-name", id: `setting-${name}` }, t(name)), element("div", { class: "segments", role: "group", "aria-labelledby": `setting-${name}` }, buttons));
}

/** @param {App} app */
function ownFont(app) {
  const input = element("input", { class: "control", type: "text", maxlength: 80, "aria-label": app.language.t("ownFont"), placeholder: app.language.t("ownFont"), oninput: () => app.settings.set({ ownFont: input.value.trim() }) });
  input.value = app.settings.now.ownFont;
  return element("div", { class: "setting own-font" }, input);
}

/**
 * A number with less, more and back to the design's own.
 *
 * @param {App} app
 * @param {"size" | "leading" | "measure" | "weight" | "letterSpacing"} name
 * @param {{ base: number, step: number, least: number, most: number, unit: string, own?: number }} range `own`: what takes the design's own; 0 where it is not said
 */
function stepper(app, name, { base, step, least, most, unit, own = 0 }) {
  const { t, number } = app.language;
  let value = base;
  const shown = element("output", { class: "stepper-value" });
  const show = () => (shown.textContent = number(Math.round(value * 100) / 100) + (unit && ` ${unit}`));
  const move = (/** @type {number} */ by) => {
    value = Math.min(most, Math.max(least, Math.round((value + by) * 100) / 100));
    app.settings.set({ [name]: value });
    show();
  };
  const reset = () => {
    app.settings.set({ [name]: own });
    shown.textContent = t("auto");
  };
  show();
  return element(
    "div",
    { class: "setting" },
    element("span", { class: "setting-name", id: `setting-${name}` }, t(name)),
    element(
      "div",
      { class: "stepper", role: "group", "aria-labelledby": `setting-${name}` },
      button("−", () => move(-step), { class: "segment", "aria-label": t("less") }),
      shown,
      button("+", () => move(step), { class: "segment", "aria-label": t("more.of") }),
      button(t("auto"), reset, { class: "segment" }),
    ),
  );
}

/** What is changed once and forgotten. @param {App} app */
function more(app) {
  const { t } = app.language;
  return element(
    "details",
    { class: "more-settings" },
    element("summary", {}, t("settings.more")),
    stepper(app, "weight", { base: app.settings.now.weight, step: 100, least: 300, most: 700, unit: "", own: 400 }),
    stepper(app, "letterSpacing", { base: app.settings.now.letterSpacing, step: 0.02, least: 0, most: 0.2, unit: "em" }),
    choice(app, "pictures", ["ask", "show", "hide"]),
    choice(app, "announce", ["off", "on"]),
    choice(app, "keys", ["on", "off"]),
    keyFields(app),
    colourFields(app),
    languageField(app),
  );
}

/** @param {App} app */
function languageField(app) {
  const { t } = app.language;
  const select = element("select", { class: "control", onchange: () => app.settings.set({ language: /** @type {Choices["language"]} */ (select.value) }) });
  const options = [["", t("language.system")], ...Object.entries(LANGUAGES)];
  for (const [value, name] of options) select.append(element("option", { value, selected: value === app.settings.now.language, lang: value || null }, name));
  return element("label", { class: "setting" }, element("span", { class: "setting-name" }, t("language")), select);
}

/** Names a person gives to colours. @param {App} app */
function colourFields(app) {
  const { t } = app.language;
  const rows = HUES.map((hue) => {
    const input = element("input", { class: "control", type: "text", maxlength: 30, "aria-label": t(`colour.${hue}`), placeholder: t(`colour.${hue}`), onchange: () => app.settings.set({ colourNames: { ...app.settings.now.colourNames, [hue]: input.value.trim() } }) });
    input.value = app.settings.now.colourNames[hue] ? colourName(app, hue) : "";
    return element("label", { class: "colour-name" }, element("span", { class: `dot hue-${hue}`, "aria-hidden": "true" }), input);
  });
  return element("fieldset", { class: "setting-group" }, element("legend", {}, t("colour.names")), rows);
}

/** One key an action: the next key pressed in its field. @param {App} app */
function keyFields(app) {
  const { t } = app.language;
  const rows = /** @type {import("./key-table.js").Action[]} */ (Object.keys(KEYS)).map((action) => {
    const input = element("input", { class: "control key-field", type: "text", maxlength: 1, "aria-label": t(`key.${action}`), autocomplete: "off" });
    input.value = app.settings.now.keyMap[action] ?? KEYS[action];
    input.addEventListener("keydown", (event) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.value = event.key;
      app.settings.set({ keyMap: { ...app.settings.now.keyMap, [action]: event.key } });
    });
    return element("label", { class: "key-row" }, element("span", {}, t(`key.${action}`)), input);
  });
  return element("details", { class: "setting-group" }, element("summary", {}, t("keys.change")), rows);
}
