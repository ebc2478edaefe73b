// Four colours, the rest under "…"; each with its name, or what the person calls it.
import { element, iconButton } from "./element.js";
import { HUES } from "./marks.js";

/** @typedef {import("./marks.js").Hue} Hue */

/** How many colours show at first. */
const FIRST = 4;

/**
 * @param {import("./app.js").App} app
 * @param {Hue | null} chosen
 * @param {(hue: Hue) => void} choose
 * @returns {HTMLElement}
 */
export function colourPicker(app, chosen, choose) {
  const dots = HUES.map((hue, at) => dot(app, hue, hue === chosen, at, choose));
  const row = element("div", { class: "colours", role: "group", "aria-label": app.language.t("colour") }, dots.slice(0, FIRST));
  const rest = dots.slice(FIRST);
  const more = iconButton("more", app.language.t("colour.more"), () => {
    more.replaceWith(...rest);
    rest[0].focus();
  });
  if (chosen && HUES.indexOf(/** @type {(typeof HUES)[number]} */ (chosen)) >= FIRST) row.append(...rest);
  else row.append(more);
  return row;
}

/** @param {import("./app.js").App} app @param {(typeof HUES)[number]} hue @param {boolean} pressed @param {number} at @param {(hue: Hue) => void} choose */
function dot(app, hue, pressed, at, choose) {
  const name = colourName(app, hue);
  const key = at < FIRST ? ` (${at + 1})` : "";
  return element("button", { type: "button", class: `dot-button hue-${hue}`, "aria-label": name, title: name + key, "aria-pressed": String(pressed), onclick: () => choose(hue) });
}

/** @param {import("./app.js").App} app @param {(typeof HUES)[number]} hue */
export function colourName(app, hue) {
  return app.settings.now.colourNames[hue] || app.language.t(`colour.${hue}`);
}
