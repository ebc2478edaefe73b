// The first screen of the web reader: a place to drop, three ways to open, a sample, what was read last.
import { button, element, fill, iconButton } from "./element.js";
import { openAddress, openFiles, openPaste, openText } from "./ways-in.js";

/** @typedef {import("./app.js").App} App */

/** The samples, by the language they are written in. */
const SAMPLES = { en: "samples/ferry", zh: "samples/library" };
/** The address they would have: nobody answers there. */
const SAMPLE_SITE = "https://sample.example/";

/**
 * @param {App} app
 * @returns {Promise<HTMLElement>}
 */
export async function makeStart(app) {
  const { t } = app.language;
  const file = element("input", { type: "file", class: "unseen", multiple: true, accept: ".html,.htm,.xhtml,.mhtml,.mht,text/html,multipart/related", tabindex: -1, "aria-hidden": "true", onchange: () => void openFiles(app, [...(file.files ?? [])]) });
  const drop = element(
    "section",
    { class: "drop" },
    element("p", { class: "drop-title" }, t("start.drop")),
    element("div", { class: "buttons" }, button(t("start.file"), () => file.click(), { class: "button main" }), button(t("start.paste"), () => openPaste(app)), button(t("start.sample"), () => void openSample(app, app.language.tag === "en" ? "en" : "zh"))),
    file,
    addressForm(app),
  );
  return element(
    "div",
    { class: "start" },
    element("header", { class: "start-head" }, element("h1", {}, element("span", { class: "initial" }, "R"), "ubricate"), element("p", {}, t("start.what"))),
    drop,
    hints(app),
    await recent(app),
    bookmarklet(app),
    element("footer", { class: "start-foot" }, element("p", {}, t("start.private"))),
  );
}

/** @param {App} app */
function addressForm(app) {
  const { t } = app.language;
  const field = element("input", { class: "control", type: "url", required: true, placeholder: "https://", "aria-label": t("start.address") });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void openAddress(app, field.value);
  };
  return element("form", { class: "address", onsubmit: submit }, field, element("button", { type: "submit", class: "button" }, t("start.open")));
}

/** A bookmark that hands the page one is on to this reader. @param {App} app */
function bookmarklet(app) {
  const { t } = app.language;
  const here = new URL("../", import.meta.url);
  const code = `(()=>{const w=open(${JSON.stringify(`${here.href}#from-page`)});addEventListener("message",e=>{if(e.source===w&&e.data==="rubricate-ready")w.postMessage({rubricate:{source:document.documentElement.outerHTML,url:location.href}},${JSON.stringify(here.origin)})})})()`;
  const link = element("a", { class: "button bookmarklet", href: `javascript:${encodeURIComponent(code)}`, onclick: (/** @type {Event} */ event) => event.preventDefault() }, t("start.bookmarklet"));
  return element("section", { class: "bookmark" }, element("h2", {}, t("start.bookmarkletTitle")), element("p", { class: "bookmark-row" }, link, element("span", { class: "hint" }, t("start.bookmarkletHow"))));
}

/** A page before and after, and three things to try on it. @param {App} app */
function hints(app) {
  const { t } = app.language;
  const sample = (/** @type {"en" | "zh"} */ tag, /** @type {string} */ label) =>
    element("button", { type: "button", class: "sample", lang: tag, onclick: () => void openSample(app, tag) }, element("span", { class: "sample-before", "aria-hidden": "true" }, lines(9)), element("span", { class: "sample-after", "aria-hidden": "true" }, lines(6)), element("span", { class: "sample-name" }, label));
  return element(
    "section",
    { class: "try" },
    element("h2", {}, t("start.try")),
    element("div", { class: "samples" }, sample("en", "The night ferry"), sample("zh", "夜里的图书馆")),
    element("ul", { class: "hints" }, element("li", {}, t("start.hint1")), element("li", {}, t("start.hint2")), element("li", {}, t(matchMedia("(hover: none) and (pointer: coarse)").matches ? "start.hint3Touch" : "start.hint3"))),
  );
}

/** @param {number} count */
function lines(count) {
  return Array.from({ length: count }, () => element("i", {}));
}

/** @param {App} app @param {"en" | "zh"} tag */
export async function openSample(app, tag) {
  const take = (/** @type {string} */ ending) => fetch(new URL(SAMPLES[tag] + ending, import.meta.url));
  const [page, picture] = await Promise.all([take(".html"), take(".svg")]);
  const address = SAMPLE_SITE + SAMPLES[tag];
  const pictures = { [`${address}.svg`]: new Blob([await picture.blob()], { type: "image/svg+xml" }) };
  await openText(app, { source: await page.text(), url: `${address}.html`, name: "", pictures });
}

/** @param {App} app */
async function recent(app) {
  const { t } = app.language;
  const pages = await app.store.pages();
  if (!pages.length) return null;
  const list = element("ol", { class: "recent" });
  const show = () => fill(list, pages.map((kept) => recentItem(app, kept)));
  show();
  return element("section", { class: "recent-part" }, element("h2", {}, t("start.recent")), list, element("p", { class: "hint" }, t("inThisBrowser")));
}

/** @param {App} app @param {import("./store.js").KeptPage} kept */
function recentItem(app, kept) {
  const { t, tag } = app.language;
  const when = new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(kept.opened);
  const open = async () => {
    const page = await app.store.page(kept.source);
    if (page) await app.read(page);
  };
  const row = element(
    "li",
    {},
    element("button", { type: "button", class: "recent-open", onclick: () => void open() }, element("span", { class: "recent-title" }, kept.title), element("span", { class: "related-facts" }, [kept.saved && t("saved"), kept.siteName, when].filter(Boolean).join(" · "))),
    iconButton("bin", t("start.forget", { title: kept.title }), () => {
      row.remove();
      void app.store.deletePage(kept.key);
    }),
  );
  return row;
}
