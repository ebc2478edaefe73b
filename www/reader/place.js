// How far an article was read: remembered, and offered when it is opened again.
import { button, element } from "./element.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */

/** A place this near the start or the end is not worth going back to. */
const WORTH = { from: 0.05, to: 0.97 };
/** How long after the last scrolling the place is kept, ms. */
const KEEP_AFTER = 800;

/**
 * The share of the article above the middle of the window.
 *
 * @param {Reading} reading
 * @returns {number} 0 to 1
 */
export function readSoFar(reading) {
  const box = reading.body.getBoundingClientRect();
  const seen = innerHeight - box.top - (box.top > 0 ? innerHeight : 0);
  return box.height ? Math.min(1, Math.max(0, seen / box.height)) : 0;
}

/**
 * Goes on where the person stopped, and keeps where they are.
 *
 * @param {App} app
 * @param {Reading} reading
 */
export async function keepPlace(app, reading) {
  const known = await app.store.place(reading.key);
  if (known && known.ratio > WORTH.from && known.ratio < WORTH.to && scrollY < 10) continueAt(app, reading, known.ratio);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void app.store.putPlace(reading.key, readSoFar(reading)), KEEP_AFTER);
  };
  addEventListener("scroll", keep, { passive: true, signal: reading.signal });
  reading.signal.addEventListener("abort", () => clearTimeout(timer));
}

/** "Continued at 62 % · Start over" @param {App} app @param {Reading} reading @param {number} ratio */
function continueAt(app, reading, ratio) {
  const { t, tag } = app.language;
  const top = reading.body.getBoundingClientRect().top + scrollY;
  scrollTo({ top: top + ratio * reading.body.offsetHeight - innerHeight, behavior: "instant" });
  const percent = new Intl.NumberFormat(tag, { style: "percent" }).format(ratio);
  const note = element("div", { class: "continued", role: "status" }, element("span", {}, t("place.continued", { percent })), button(t("place.startOver"), () => startOver(), { class: "button plain" }));
  const startOver = () => {
    note.remove();
    scrollTo({ top: 0, behavior: "instant" });
  };
  app.shell.main.append(note);
  setTimeout(() => note.remove(), 8000);
}
