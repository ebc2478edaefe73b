// The tab of the outline: the article's headings, and how far one has read.
import { element, fill } from "./element.js";
import { readSoFar } from "./place.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {AbortSignal} signal
 * @returns {HTMLElement}
 */
export function makeOutline(app, reading, signal) {
  const { t } = app.language;
  const headings = [...document.querySelectorAll(".article #headline"), ...reading.body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const progress = element("p", { class: "hint" });
  const minutes = reading.article?.readingMinutes ?? 0;
  const tell = () => {
    const ratio = readSoFar(reading);
    const percent = new Intl.NumberFormat(app.language.tag, { style: "percent" }).format(ratio);
    fill(progress, [t("outline.read", { percent, count: Math.ceil(minutes * (1 - ratio)) })]);
  };
  addEventListener("scroll", tell, { passive: true, signal });
  tell();
  const top = Math.min(...headings.slice(1).map(levelOf), 6);
  const items = headings.map((heading, at) =>
    element("li", { class: `level-${at ? Math.min(levelOf(heading) - top + 1, 4) : 0}` }, element("button", { type: "button", class: "outline-item", onclick: () => goTo(heading) }, heading.textContent)),
  );
  return element("div", {}, progress, element("ol", { class: "outline" }, items), headings.length < 2 && element("p", { class: "hint" }, t("outline.empty")));
}

/** @param {Element} heading */
function levelOf(heading) {
  return Number(heading.tagName[1]);
}

/** @param {Element} heading */
function goTo(heading) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top: scrollY + heading.getBoundingClientRect().top - 72, behavior: calm ? "instant" : "smooth" });
  heading.setAttribute("tabindex", "-1");
  /** @type {HTMLElement} */ (heading).focus({ preventScroll: true });
}
