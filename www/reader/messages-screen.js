// The screens that say why there is no article, and what can be done.
import { button, element } from "./element.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./host.js").Article} Article */

/** Errors with a sentence of their own. */
const KNOWN = new Set(["tooLarge", "tooManyNodes", "unsupported"]);

/**
 * @param {App} app
 * @param {unknown} error
 * @returns {HTMLElement}
 */
export function errorScreen(app, error) {
  const { t } = app.language;
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
  const text = code && KNOWN.has(code) ? t(`error.${/** @type {"tooLarge"} */ (code)}`) : t("error.other");
  return element("div", { class: "message" }, element("h1", {}, t("error.title")), element("p", {}, text), element("p", { class: "hint" }, message ?? String(error)), element("div", { class: "buttons" }, button(t("bar.back"), () => app.leave())));
}

/**
 * "No article here: a list of 34 stories. [Pick the article] [Show its text]", and the list.
 *
 * @param {App} app
 * @param {Reading} reading
 * @param {Article} article
 * @param {Article["related"]} stories none for a page that is no list
 * @returns {HTMLElement}
 */
export function noArticleScreen(app, reading, article, stories) {
  const { t } = app.language;
  const pick = button(t("aside.pick"), () => void import("./pick.js").then(({ openPick }) => openPick(app, reading)));
  const text = article.content !== null && button(t("none.showText"), () => void reading.showText());
  return element(
    "div",
    { class: "message" },
    element("h1", {}, article.title ?? reading.page.name),
    element("p", {}, stories.length ? t("none.list", { count: stories.length }) : t("none.article")),
    element("div", { class: "buttons" }, pick, text, button(t("bar.back"), () => app.leave(), { class: "button plain" })),
    stories.length > 0 && element("ol", { class: "stories" }, stories.map((item) => element("li", {}, storyLink(app, item)))),
  );
}

/** @param {App} app @param {Article["related"][number]} item */
function storyLink(app, item) {
  const facts = [item.section, item.date && app.language.time(item.date), item.duration].filter(Boolean).join(" · ");
  const { url } = item;
  const title = url && /^https?:/i.test(url) ? element("a", { href: url, rel: "noreferrer noopener", target: "_blank", onclick: (/** @type {Event} */ event) => follow(app, url, event) }, item.title) : item.title;
  return element("span", {}, title, facts && element("span", { class: "related-facts" }, facts));
}

/** @param {App} app @param {string} url @param {Event} event */
function follow(app, url, event) {
  event.preventDefault();
  app.host.follow(url);
}
