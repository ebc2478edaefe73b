// Extraction in one Chromium tab beside Mozilla's Readability on the same pages: from the live document and from a string.
import { readFileSync } from "node:fs";
import { needsShared, open, put } from "../tests/browser/harness.js";
import { ownPages } from "../tests/browser/rows.js";
import { median, ofRatios } from "./figures.js";
import { corpus } from "./pages.js";

const TURNS = 5;
export const PEER = "Readability.js 0.6.0";
/** A clock of 5 µs needs a page that shares its process with no other site. */
export const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
/** None of a page's own scripts runs and nothing is fetched, but scripts stay enabled. */
const STATIC = { ...ISOLATED, "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'", "content-type": "text/html; charset=utf-8" };
const READABILITY = readFileSync(new URL("../node_modules/@mozilla/readability/Readability.js", import.meta.url), "utf8");

/** The functions that are timed, by name; they run in the tab. */
const SETUP = `
  import { init, extract } from "/index.js";
  import { Readability } from "/bench/readability.js";
  await init();
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  globalThis.calls = {
    live: (html, url, document) => extract(document, { url }),
    "live, Readability": (html, url, document) => new Readability(document.cloneNode(true)).parse(),
    text: (html, url) => extract(html, { url }),
    "text, Readability": (html) => new Readability(parse(html)).parse(),
  };
  document.title = "ready";
`;

/** Puts Readability.js where a page can import it. */
export function putReadability() {
  put("/bench/readability.js", `${READABILITY}\nexport { Readability };`, { "content-type": "text/javascript", ...ISOLATED });
}

/** @returns {AsyncGenerator<import("./figures.js").Figure>} */
export async function* run() {
  putReadability();
  put("/bench/timed.html", `<!doctype html><meta charset="utf-8"><body><script type="module">${SETUP}</script>`, ISOLATED);
  const rows = await timedPages();
  const times = (/** @type {string} */ name) => rows.map((row) => row[name]);
  const on = `geometric mean over ${rows.length} pages`;
  yield ofRatios(`Chromium, live document to Article, ${on}`, PEER, times("live"), times("live, Readability"), { most: 0.4 });
  const below = rows.filter((row) => row.live < row["live, Readability"]).length;
  yield { what: "the same, pages below 1.0", value: (100 * below) / rows.length, unit: "%", least: 98 };
  yield ofRatios(`Chromium, HTML string to Article, ${on}`, `DOMParser + ${PEER}`, times("text"), times("text, Readability"), { most: 0.45 });
}

/** @returns {Promise<Record<string, number>[]>} milliseconds by call, one row a page */
async function timedPages() {
  const pages = needsShared ? ownPages().map((page) => ({ ...page, url: null })) : corpus("readability-pages");
  const tab = await open("/bench/timed.html");
  await tab.waitForFunction(() => document.title === "ready");
  const rows = [];
  for (const page of pages) {
    put("/bench/framed.html", page.html, STATIC);
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
