// The tab of words beside a live page: the reader's own, and what holds for the site.
import { button, element } from "../../../reader/element.js";
import { makeWords } from "../../../reader/panel-words.js";
import { part } from "../../../reader/panel.js";
import { ask } from "../ask.js";
import { callFrames } from "../live-calls.js";
import { originOf } from "../origins.js";
import { api } from "../webext.js";
import { message } from "./messages.js";

/** @typedef {import("../../../reader/app.js").App} App */
/** @typedef {import("./live-reading.js").LiveReading} LiveReading */

/**
 * @param {App} app
 * @param {any} reading the live page
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement>}
 */
export async function makeLiveWords(app, reading, signal) {
  /** @type {LiveReading} */
  const live = reading;
  const words = makeWords(app, reading, signal);
  words.querySelector(".find-input")?.setAttribute("placeholder", message("findOnPage"));
  words.append(hideRow(live, signal), await makeSite(live, signal));
  return words;
}

/** @param {LiveReading} live @param {AbortSignal} signal */
function hideRow(live, signal) {
  const hide = button("", () => live.marks.show(live.marks.hidden ? "shown" : "hidden"), { class: "button small" });
  const bar = button(message("showBar"), () => void callFrames(live.tab, "openBar"), { class: "button small" });
  const failed = element("p", { class: "hint", role: "alert" });
  const tell = () => {
    hide.textContent = live.app.language.t(live.marks.hidden ? "marks.show" : "marks.hide");
    failed.textContent = live.marks.failed && message("notDone", [live.marks.failed]);
  };
  live.marks.addEventListener("change", tell, { signal });
  tell();
  return element("section", { class: "part" }, failed, element("div", { class: "buttons" }, hide, bar));
}

/** What holds for this site: whether the lists are marked at all, and whether by themselves. @param {LiveReading} live @param {AbortSignal} signal */
async function makeSite(live, signal) {
  const rows = element("div", {});
  const show = async () => {
    const resting = live.words.pausedHere.has("*");
    const origin = originOf(live.page.url);
    const itself = origin !== "" && (await ask("sites.list")).includes(origin);
    if (signal.aborted) return;
    rows.replaceChildren(
      row(message("listsHere"), resting ? "off" : "on", () => live.words.restAll(resting ? "wake" : "rest").then(show)),
      origin ? row(message("listsByThemselves"), itself ? "on" : "off", () => setByItself(origin, itself ? "off" : "on").then(show)) : "",
    );
  };
  live.addEventListener("lists", () => void show(), { signal });
  await show();
  return part("site", live.host || message("thisPage"), rows);
}

/** @param {string} name @param {"on" | "off"} state @param {() => Promise<unknown>} press */
function row(name, state, press) {
  return element(
    "div",
    { class: "site" },
    element("span", {}, name),
    element("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(state === "on"), "aria-label": name, onclick: () => void press() }),
  );
}

/**
 * @param {string} origin a match pattern
 * @param {"on" | "off"} state
 */
async function setByItself(origin, state) {
  if (state === "off") {
    await ask("sites.remove", { origins: [origin] });
    await api.permissions.remove({ origins: [origin] });
  } else if (await api.permissions.request({ origins: [origin] })) {
    await ask("sites.add", { origins: [origin] });
  }
}
