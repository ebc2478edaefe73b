// The tab of the outline beside a live page: the article's headings, one press from their place in it.
import { element } from "../../../reader/element.js";
import { inertDocument } from "../../../reader/safe.js";
import { callFrame } from "../live-calls.js";

/** @typedef {import("./live-reading.js").LiveReading} LiveReading */

/**
 * @param {import("../../../reader/app.js").App} app
 * @param {any} reading the live page
 * @returns {Promise<HTMLElement>}
 */
export async function makeLiveOutline(app, reading) {
  /** @type {LiveReading} */
  const { article, tab } = reading;
  const headings = [...inertDocument(article?.content ?? "").querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const top = Math.min(6, ...headings.map(levelOf));
  const item = (/** @type {string} */ words, /** @type {number} */ level) =>
    element("li", { class: `level-${level}` }, element("button", { type: "button", class: "outline-item", onclick: () => void callFrame(tab, 0, "goToHeading", words) }, words));
  return element(
    "div",
    {},
    element("ol", { class: "outline" }, article?.title ? item(collapse(article.title), 0) : null, headings.map((heading) => item(collapse(heading.textContent ?? ""), Math.min(levelOf(heading) - top + 1, 4)))),
    headings.length === 0 && element("p", { class: "hint" }, app.language.t("outline.empty")),
  );
}

/** @param {Element} heading */
function levelOf(heading) {
  return Number(heading.tagName[1]);
}

/** @param {string} text */
function collapse(text) {
  return text.trim().replace(/\s+/g, " ");
}
