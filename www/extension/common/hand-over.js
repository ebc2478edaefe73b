// "Open where other extensions work": hands an article to a web reader at an address of the person's choice, where translators
// and dictionaries run, as they do not on pages of an extension.
import { originOf } from "./origins.js";
import { api, opensWithOpener } from "./webext.js";

/** @typedef {import("../../reader/host.js").Article} Article */

/** Where the address is kept. */
const KEY = "webReader";
/** Where `make serve` answers. */
const LOCAL = "http://localhost:8017/";
/** How long the web reader may take to say that it is there, ms. */
const PATIENCE = 60_000;

/** @returns {Promise<string>} the web reader's address */
export async function webReader() {
  return /** @type {Record<string, string>} */ (await api.storage.local.get({ [KEY]: LOCAL }))[KEY];
}

/**
 * Keeps the web reader's address.
 *
 * @param {string} address
 * @returns {Promise<boolean>} false where it is neither https nor localhost
 */
export async function setWebReader(address) {
  const url = URL.parse(address.trim());
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(url.hostname)))) return false;
  await api.storage.local.set({ [KEY]: url.href });
  return true;
}

/**
 * Opens the web reader and gives it the article. Call it while the press counts.
 *
 * @param {Article} article
 * @param {string} address of the web reader
 */
export function handOver(article, address) {
  const target = new URL(address);
  target.hash = "from-page";
  if (opensWithOpener) overWindow(pageOf(article), target);
  else void overScript(pageOf(article), target);
}

/** To a window that knows who opened it, when it asks. @param {string} source @param {URL} target */
function overWindow(source, target) {
  const ended = new AbortController();
  setTimeout(() => ended.abort(), PATIENCE);
  const opened = open(target.href, "_blank");
  const answer = (/** @type {MessageEvent} */ event) => {
    if (event.source !== opened || event.origin !== target.origin || event.data !== "rubricate-ready") return;
    ended.abort();
    opened?.postMessage({ rubricate: { source } }, target.origin);
  };
  addEventListener("message", answer, { signal: ended.signal });
}

/** By a script in the web reader, which a person has to allow. @param {string} source @param {URL} target */
async function overScript(source, target) {
  if (!(await api.permissions.request({ origins: [originOf(target.href)] }))) return;
  const { id } = await api.tabs.create({ url: "about:blank" });
  if (id === undefined) return;
  const ended = new AbortController();
  setTimeout(() => ended.abort(), PATIENCE);
  const give = (/** @type {number} */ tab, /** @type {{ status?: string }} */ { status }) => {
    if (tab !== id || status !== "complete" || ended.signal.aborted) return;
    void api.scripting.executeScript({ target: { tabId: id }, func: giveWhenAsked, args: [source, target.origin] }).then(() => ended.abort(), () => undefined);
  };
  api.tabs.onUpdated.addListener(give);
  ended.signal.addEventListener("abort", () => api.tabs.onUpdated.removeListener(give));
  await api.tabs.update(id, { url: target.href });
}

/**
 * Runs in the web reader: gives it the page once it listens, which it shows by taking the sign out of its address.
 *
 * @param {string} source
 * @param {string} origin
 */
function giveWhenAsked(source, origin) {
  const timer = setInterval(() => {
    if (location.hash) return;
    clearInterval(timer);
    postMessage({ rubricate: { source } }, origin);
  }, 50);
}

/**
 * An article as a page of its own, with what is known of it in its head.
 *
 * @param {Article} article
 * @returns {string} HTML
 */
export function pageOf(article) {
  const address = article.canonicalUrl ?? article.url ?? "";
  const meta = (/** @type {string} */ name, /** @type {string | null | undefined} */ value) => (value ? `<meta property="${name}" content="${escape(value)}">` : "");
  return `<!doctype html>
<html${article.lang ? ` lang="${escape(article.lang)}"` : ""}${article.dir ? ` dir="${escape(article.dir)}"` : ""}>
<head>
<meta charset="utf-8">
<title>${escape(article.title ?? "")}</title>
${address ? `<base href="${escape(address)}"><link rel="canonical" href="${escape(address)}">` : ""}
${meta("og:title", article.title)}${meta("og:site_name", article.siteName)}${meta("article:published_time", article.publishedTime)}${meta("article:author", article.byline)}
</head>
<body><article><h1>${escape(article.title ?? "")}</h1>
${article.content ?? ""}
</article></body>
</html>`;
}

/** @param {string} text as an attribute's value or text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
