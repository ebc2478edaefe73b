// What stands above and below the text: headline, the line of facts, keyword chips, notices.
import { element } from "./element.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./host.js").Article} Article */
/** @typedef {Article["keywords"][number]} Keyword */

/** How many chips stand under the headline, and in the panel before the rest is asked for. */
const CHIPS = 8;

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {Article} article
 * @returns {{ head: HTMLElement, foot: HTMLElement | null }}
 */
export function makeHead(app, reading, article) {
  const head = element(
    "header",
    { class: "head" },
    element("h1", { id: "headline", tabindex: -1 }, article.title ?? reading.page.name),
    factsLine(app, article),
    printedAddress(article),
    chipRow(app, reading, article.keywords ?? []),
  );
  const notices = article.notices ?? [];
  const foot = notices.length ? element("footer", { class: "notices" }, notices.map((notice) => element("p", {}, notice.text))) : null;
  return { head, foot };
}

/** "看看新闻 · 2020-01-26 20:27 · 时讯 · 6 min · 38 set aside" @param {App} app @param {Article} article */
function factsLine(app, article) {
  const { t, time, number, list } = app.language;
  const people = article.authors?.length ? list(article.authors) : (article.byline ?? "");
  const from = article.source?.name ?? article.siteName ?? "";
  const aside = article.setAside?.length ?? 0;
  const parts = [
    people && element("span", { class: "byline" }, people),
    from && from !== people && from,
    article.publishedTime && element("time", { datetime: article.publishedTime }, time(article.publishedTime)),
    article.section,
    article.readingMinutes > 0 && element("span", { title: t("facts.words", { count: article.wordCount }) }, t("facts.minutes", { count: article.readingMinutes })),
    aside > 0 &&
      element("button", { type: "button", class: "inline-button aside-count", onclick: () => void app.shell.openPanel("about", "aside") }, t("facts.aside", { count: aside, shown: number(aside) })),
  ].filter(Boolean);
  return element("p", { class: "facts" }, parts.map((part) => element("span", { class: "fact-part" }, element("bdi", {}, part))));
}

/** Where the article is from: on paper alone, where it can't be looked up. @param {Article} article */
function printedAddress({ canonicalUrl, url }) {
  const address = canonicalUrl ?? url;
  return address && element("p", { class: "facts printed" }, address);
}

/**
 * The first keywords as chips, and one that leads to the rest.
 *
 * @param {App} app
 * @param {Reading} reading
 * @param {Keyword[]} keywords
 * @param {(row: HTMLElement) => void} [showRest] by default opens the panel
 * @returns {HTMLElement | null} null without keywords
 */
export function chipRow(app, reading, keywords, showRest = () => void app.shell.openPanel("words", "keywords")) {
  if (!keywords.length) return null;
  const { t } = app.language;
  const row = element("div", { class: "chips", role: "group", "aria-label": t("keywords") }, keywords.slice(0, CHIPS).map((keyword) => makeChip(app, reading, keyword)));
  if (keywords.length > CHIPS) {
    const rest = keywords.length - CHIPS;
    row.append(element("button", { type: "button", class: "chip rest", dir: "ltr", "aria-label": t("keywords.more", { count: rest }), onclick: () => showRest(row) }, `+${rest}`));
  }
  return row;
}

/**
 * A keyword with its count; pressed, its matches are painted.
 *
 * @param {App} app
 * @param {Reading} reading
 * @param {Keyword} keyword
 */
export function makeChip(app, reading, keyword) {
  const { t, number } = app.language;
  const chip = element(
    "button",
    {
      type: "button",
      class: "chip",
      "data-term": keyword.term,
      "aria-pressed": String(reading.words?.isPressed(keyword) ?? false),
      title: t("keywords.chip", { term: keyword.term, count: keyword.count }),
      onclick: () => void reading.words?.press(keyword),
    },
    element("span", { class: "term" }, keyword.term),
    " ",
    element("span", { class: "count" }, number(keyword.count)),
  );
  return chip;
}
