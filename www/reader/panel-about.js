// The tab about the page: each fact with its evidence, what was set aside, what the page recommends, comments, notices.
import { button, element } from "./element.js";
import { part } from "./panel.js";
import { elementAt, holds, selectorOf } from "./paths.js";
import { sourceDocument } from "./source.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./host.js").Article} Article */
/** @typedef {NonNullable<Article["setAside"]>[number]} SetAside */
/** @typedef {Article["related"][number]} RelatedItem */

/**
 * @param {App} app
 * @param {Reading} reading
 * @returns {HTMLElement}
 */
export function makeAbout(app, reading) {
  const article = /** @type {Article} */ (reading.article);
  const { t } = app.language;
  return element(
    "div",
    {},
    part("facts", t("about.facts"), factList(app, article)),
    makeSetAside(app, reading, article.setAside ?? []),
    article.related.length > 0 && part("related", t("related"), element("ol", { class: "related" }, article.related.map((item) => relatedItem(app, item)))),
    makeComments(app, article),
    article.notices.length > 0 && part("notices", t("notices"), element("ul", { class: "plain-list" }, article.notices.map((notice) => element("li", {}, element("span", { class: "tag" }, t(`notice.${notice.kind}`)), " ", notice.text)))),
  );
}

/** @param {App} app @param {Article} article */
function factList(app, article) {
  const { t, time, number, list } = app.language;
  const address = article.canonicalUrl ?? article.url;
  /** @type {[string, string, Node | string | null][]} field, label, value */
  const facts = [
    ["title", t("fact.title"), article.title],
    ["authors", t("fact.authors"), article.authors.length ? list(article.authors) : article.byline],
    ["editors", t("fact.editors"), article.editors.length ? list(article.editors) : null],
    ["source", t("fact.source"), article.source && (article.source.url ? outLink(app, article.source.url, article.source.name) : article.source.name)],
    ["siteName", t("fact.siteName"), article.siteName],
    ["section", t("fact.section"), article.section],
    ["publishedTime", t("fact.published"), article.publishedTime && time(article.publishedTime)],
    ["modifiedTime", t("fact.modified"), article.modifiedTime && time(article.modifiedTime)],
    ["tags", t("fact.tags"), article.tags.length ? list(article.tags) : null],
    ["lang", t("fact.lang"), languageName(app, article.lang)],
    ["length", t("fact.length"), article.length ? t("fact.lengthValue", { words: number(article.wordCount), count: article.readingMinutes }) : null],
    ["image", t("fact.credit"), article.images.map((image) => image.credit).filter(Boolean).join(", ") || null],
    ["canonicalUrl", t("fact.address"), address ? outLink(app, address, address.replace(/^https?:\/\//, "")) : null],
  ];
  const rows = facts.filter(([, , value]) => value).map(([field, label, value]) => element("div", { class: "fact" }, element("dt", {}, label), element("dd", {}, value, evidence(app, article, field))));
  return element("dl", { class: "fact-list" }, rows);
}

/** Where a fact was read. @param {App} app @param {Article} article @param {string} field */
function evidence(app, article, field) {
  const found = /** @type {Record<string, { source: string, path?: string | null }>} */ (article.evidence ?? {})[field];
  if (!found) return null;
  return element("span", { class: "evidence", title: found.path ?? "" }, app.language.t(`evidence.${/** @type {"meta"} */ (found.source)}`));
}

/** @param {App} app @param {string | null} tag */
function languageName(app, tag) {
  try {
    return tag ? (new Intl.DisplayNames(app.language.tag, { type: "language" }).of(tag) ?? tag) : null;
  } catch {
    return tag;
  }
}

/** @param {App} app @param {string} url @param {string} label */
function outLink(app, url, label) {
  if (!/^https?:/i.test(url)) return label;
  const press = (/** @type {Event} */ event) => {
    event.preventDefault();
    app.host.follow(url);
  };
  return element("a", { href: url, rel: "noreferrer noopener", target: "_blank", onclick: press }, label);
}

/** Every block that is not the article, by kind and by name. @param {App} app @param {Reading} reading @param {SetAside[]} blocks */
function makeSetAside(app, reading, blocks) {
  const { t } = app.language;
  const { include, exclude, root } = reading.corrections;
  const changed = include.length + exclude.length > 0 || root !== undefined;
  const section = part(
    "aside",
    t("aside.heading", { count: blocks.length }),
    element("p", { class: "hint" }, t("aside.hint")),
    element("ul", { class: "aside-list" }, blocks.map((block) => asideItem(app, reading, block))),
    include.length > 0 && element("ul", { class: "aside-list" }, include.map((path) => backItem(app, reading, path))),
  );
  const tools = element("div", { class: "buttons" }, button(t("aside.pick"), () => void import("./pick.js").then(({ openPick }) => openPick(app, reading)), { class: "button small" }));
  if (changed) tools.append(button(t("aside.reset"), () => void reading.correct({ include: [], exclude: [] }), { class: "button small" }));
  if (changed && URL.parse(reading.page.url)?.host) tools.append(button(t("aside.remember"), () => void remember(app, reading), { class: "button small" }));
  section.append(tools);
  return section;
}

/** @param {App} app @param {Reading} reading @param {SetAside} block */
function asideItem(app, reading, block) {
  const { t } = app.language;
  const { include, exclude } = reading.corrections;
  const back = () => {
    backNames(reading).set(block.path, block.label || block.text.slice(0, 80));
    const hidden = exclude.filter((path) => holds(block.path, path) || holds(path, block.path));
    return reading.correct({ ...reading.corrections, include: hidden.length ? include : [...include, block.path], exclude: exclude.filter((path) => !hidden.includes(path)) });
  };
  return element(
    "li",
    {},
    element(
      "details",
      {},
      element("summary", {}, element("span", { class: "tag" }, t(`kind.${block.kind}`)), " ", element("span", { class: "aside-label" }, block.label || t(`kind.${block.kind}`))),
      element("p", { class: "aside-text" }, block.text),
    ),
    element("button", { type: "button", class: "inline-button put-back", "aria-label": t("aside.backNamed", { name: block.label || t(`kind.${block.kind}`) }), onclick: () => void back() }, t("aside.back")),
  );
}

/** What the blocks that were put back were called, by page and path. @type {WeakMap<object, Map<string, string>>} */
const names = new WeakMap();

/** @param {Reading} reading */
function backNames({ page }) {
  const known = names.get(page) ?? new Map();
  names.set(page, known);
  return known;
}

/** One that was put back, to be set aside again. @param {App} app @param {Reading} reading @param {string} path */
function backItem(app, reading, path) {
  const { t } = app.language;
  const again = () => reading.correct({ ...reading.corrections, include: reading.corrections.include.filter((other) => other !== path) });
  const name = backNames(reading).get(path) ?? path;
  return element("li", {}, element("span", { class: "aside-name" }, element("span", { class: "tag" }, t("aside.isBack")), " ", element("span", { class: "aside-label" }, name)), element("button", { type: "button", class: "inline-button", onclick: () => void again() }, t("aside.again")));
}

/** @param {App} app @param {Reading} reading */
async function remember(app, reading) {
  const site = URL.parse(reading.page.url)?.host ?? "";
  await app.store.putRule({ site, ...asSelectors(app, reading), changed: Date.now() });
  app.shell.toast(app.language.t("aside.remembered", { site }));
}

/** The corrections as selectors where the page's elements have names: they mean the same on the site's next page. @param {App} app @param {Reading} reading */
function asSelectors(app, reading) {
  const { include, exclude, root } = reading.corrections;
  const page = sourceDocument(app, reading.page);
  const named = (/** @type {string} */ place) => {
    const found = place.startsWith("/") ? elementAt(page, place) : null;
    return (found && selectorOf(found)) ?? place;
  };
  return { include: include.map(named), exclude: exclude.map(named), ...(root !== undefined && { root: named(root) }) };
}

/** @param {App} app @param {RelatedItem} item */
function relatedItem(app, item) {
  const facts = [item.section, item.date && app.language.time(item.date), item.duration].filter(Boolean).join(" · ");
  return element("li", {}, item.url ? outLink(app, item.url, item.title) : element("span", {}, item.title), facts && element("span", { class: "related-facts" }, facts));
}

/** @param {App} app @param {Article} article */
function makeComments(app, article) {
  const { t } = app.language;
  const comments = article.comments;
  if (!comments || comments.state === "none") return null;
  const items = comments.items ?? [];
  const line = comments.state === "empty" ? t("comments.empty") : comments.state === "unloaded" ? t("comments.unloaded") : t("comments.count", { count: comments.count ?? items.length });
  return part("comments", t("comments"), element("p", { class: "hint" }, line), items.length > 0 && element("ul", { class: "comments" }, items.map((item) => element("li", {}, item.author && element("b", {}, item.author), " ", item.text))));
}
