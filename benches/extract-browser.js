// Extraction in one Chromium tab, beside Mozilla's Readability on the same pages: from the live document, from a string, and
// the first call of a fresh tab.
import { readFileSync } from "node:fs";
import { open, put } from "../tests/browser/harness.js";
import { compare, median } from "./figures.js";
import { pages } from "./pages.js";

const TURNS = 7;
const FRESH_TABS = 9;
/** A clock of 5 µs needs a page that shares its process with no other site. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const STATIC = { ...ISOLATED, "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };
const READABILITY = readFileSync(new URL("../node_modules/@mozilla/readability/Readability.js", import.meta.url), "utf8");

/** The functions that are timed, by name; they run in the tab. */
const SETUP = `
  import { init, extract } from "/index.js";
  import { Readability } from "/bench/readability.js";
  await init();
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  globalThis.calls = {
    live: (html, url, document) => extract(document, { url }),
    "live, no keywords": (html, url, document) => extract(document, { url, keywords: 0 }),
    "live, Readability": (html, url, document) => new Readability(document.cloneNode(true)).parse(),
    text: (html, url) => extract(html, { url }),
    "text, no keywords": (html, url) => extract(html, { url, keywords: 0 }),
    "text, Readability": (html) => new Readability(parse(html)).parse(),
  };
  document.title = "ready";
`;

/** @returns {Promise<import("./figures.js").Line[]>} */
export async function run() {
  put("/bench/readability.js", `${READABILITY}\nexport { Readability };`, { "content-type": "text/javascript", ...ISOLATED });
  put("/bench/timed.html", `<!doctype html><meta charset="utf-8"><body><script type="module">${SETUP}</script>`, ISOLATED);
  put("/bench/fresh.html", '<!doctype html><meta charset="utf-8"><title>fresh</title><body>', ISOLATED);
  const rows = await timedPages();
  const times = (/** @type {string} */ name) => rows.map((row) => row[name]);
  const line = (/** @type {string} */ what, /** @type {string} */ ours, /** @type {string} */ theirs) =>
    compare(`Chromium, ${what}`, "Readability.js 0.6.0", times(ours), times(theirs));
  return [
    line("live document", "live", "live, Readability"),
    line("live document, no keywords", "live, no keywords", "live, Readability"),
    line("HTML string", "text", "text, Readability"),
    line("HTML string, no keywords", "text, no keywords", "text, Readability"),
    await firstCalls(),
  ];
}

/** @returns {Promise<Record<string, number>[]>} milliseconds by call, one row a page */
async function timedPages() {
  const tab = await open("/bench/timed.html");
  await tab.waitForFunction(() => document.title === "ready");
  const rows = [];
  for (const page of pages()) {
    put("/bench/framed.html", page.html, { ...STATIC, "content-type": "text/html; charset=utf-8" });
    rows.push(await tab.evaluate(timePage, page.html, page.url, TURNS));
  }
  await tab.close();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, turns]) => [name, median(turns)])));
}

/**
 * Runs in the tab: the calls take turns on one page.
 *
 * @param {string} html
 * @param {string | null} url
 * @param {number} turns
 * @returns {Promise<Record<string, number[]>>}
 */
async function timePage(html, url, turns) {
  const frame = document.createElement("iframe");
  frame.width = "1000";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  frame.src = "/bench/framed.html";
  document.body.append(frame);
  await loaded;
  const calls = Object.entries(/** @type {any} */ (globalThis).calls);
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(calls.map(([name]) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, call] of calls) {
      const start = performance.now();
      call(html, url, frame.contentDocument);
      times[name].push(Math.max(performance.now() - start, 0.005));
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  frame.remove();
  return times;
}

/** From nothing loaded to the first article, in a fresh tab each time. @returns {Promise<import("./figures.js").Line>} */
async function firstCalls() {
  const all = pages();
  const page = all.toSorted((a, b) => a.html.length - b.html.length)[all.length >> 1];
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let i = 0; i < FRESH_TABS; i++) {
    times[0].push(await firstCall(page.html, "import('/index.js').then(async (m) => { await m.init(); return m.extract(html); })"));
    times[1].push(await firstCall(page.html, "import('/bench/readability.js').then((m) => new m.Readability(new DOMParser().parseFromString(html, 'text/html')).parse())"));
  }
  const [ours, theirs] = times.map(median);
  return compare("Chromium, import to first article, fresh tab", "Readability.js 0.6.0", [ours], [theirs]);
}

/** @param {string} html @param {string} expression gives a promise of the article */
async function firstCall(html, expression) {
  const tab = await open("/bench/fresh.html");
  const code = `(html) => { const start = performance.now(); return ${expression}.then(() => performance.now() - start); }`;
  const time = await tab.evaluate(`(${code})(${JSON.stringify(html)})`);
  await tab.close();
  return /** @type {number} */ (time);
}

