// The reader in a Chromium tab: how long a script holds the page while five megabytes are opened and a word is typed in find,
// and how soon an article shows; beside what one would do in the page itself.
import { existsSync, readFileSync } from "node:fs";
import { open, put, shared } from "../tests/browser/harness.js";
import { longPage } from "../tests/browser/long-page.js";
import { openReader, untilReady } from "../tests/browser/reader-steps.js";
import { median, ofRatios } from "./figures.js";

/** @typedef {import("../tests/browser/reader-steps.js").Tab} Tab */
/** @typedef {{ script: number, gap: number, answer: number, work: number }} Held the longest script, the longest time between two frames, the longest from a key to its count, ms; `work` is that without what the browser drew meanwhile */

const TURNS = 3;
const FRESH_TABS = 5;
const READABILITY = "Readability.js, in the page";
const BY_HAND = "RegExp over text nodes";
const WORD = "harbour";
const PEER = `
  import { Readability } from "/bench/readability.js";
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  globalThis.openPage = (html) => setTimeout(() => (document.querySelector("main").innerHTML = new Readability(parse(html)).parse().content));
  const look = (word) => {
    const ranges = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index } of node.data.matchAll(new RegExp(word, "gi"))) ranges.push(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length }));
    }
    CSS.highlights.set("found", new Highlight(...ranges));
    document.querySelector("output").textContent = ranges.length;
  };
  document.querySelector("input").addEventListener("input", (event) => look(event.target.value));
  document.title = "ready";
`;

/** @returns {Promise<import("./figures.js").Figure[]>} */
export async function run() {
  put("/bench/readability.js", `${readFileSync(new URL("../node_modules/@mozilla/readability/Readability.js", import.meta.url), "utf8")}\nexport { Readability };`, { "content-type": "text/javascript" });
  put("/bench/peer.html", `<!doctype html><meta charset="utf-8"><style>::highlight(found) { background: gold }</style><input><output></output><main></main><script type="module">${PEER}</script>`);
  const html = longPage();
  const [ours, theirs] = [{ opening: /** @type {Held[]} */ ([]), typing: /** @type {Held[]} */ ([]) }, { opening: /** @type {Held[]} */ ([]), typing: /** @type {Held[]} */ ([]) }];
  for (let turn = 0; turn < TURNS; turn++) {
    await longTurn(await openReader(), html, openInReader, ours);
    await longTurn(await peerTab(), html, openInPeer, theirs);
  }
  const line = (/** @type {string} */ what, /** @type {string} */ peer, /** @type {"opening" | "typing"} */ when, /** @type {keyof Held} */ name) =>
    ofRatios(`reader, 5 MB: ${what}`, peer, [median(ours[when].map((held) => held[name]))], [median(theirs[when].map((held) => held[name]))]);
  return [
    line("longest script, opening", READABILITY, "opening", "script"),
    line("longest time without a frame, opening", READABILITY, "opening", "gap"),
    line("longest script, typing in find", BY_HAND, "typing", "script"),
    line("longest time without a frame, typing", BY_HAND, "typing", "gap"),
    line("longest from a key to its count", BY_HAND, "typing", "answer"),
    line("the same, drawing apart", BY_HAND, "typing", "work"),
    ...(await firstArticle()),
  ];
}

async function peerTab() {
  const tab = await open("/bench/peer.html");
  await tab.waitForFunction(() => document.title === "ready");
  return tab;
}

/** @param {Tab} tab @param {string} html @param {(tab: Tab) => Promise<void>} openIn @param {{ opening: Held[], typing: Held[] }} into */
async function longTurn(tab, html, openIn, into) {
  const read = await watch(tab);
  await tab.evaluate((text) => Object.assign(window, { long: text }), html);
  await quiet(tab);
  await read();
  await openIn(tab);
  await quiet(tab);
  into.opening.push(await read());
  await tab.focus("input");
  await tab.keyboard.type(WORD, { delay: 120 });
  await quiet(tab);
  into.typing.push(await read());
  await tab.close();
}

/** @param {Tab} tab */
async function openInReader(tab) {
  await tab.evaluate(giveLong);
  await untilReady(tab, 120_000);
  await tab.keyboard.press("/");
  await tab.waitForSelector(".find-bar input");
}

/** Runs in the tab: hands over the page that stands in `window.long`, in a task of its own. */
function giveLong() {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]'));
  const transfer = new DataTransfer();
  transfer.items.add(new File([/** @type {any} */ (window).long], "long.html", { type: "text/html" }));
  field.files = transfer.files;
  setTimeout(() => field.dispatchEvent(new Event("change")));
}

/** @param {Tab} tab */
async function openInPeer(tab) {
  await tab.evaluate(() => /** @type {any} */ (window).openPage(/** @type {any} */ (window).long));
  await tab.waitForFunction(() => (document.querySelector("main")?.textContent?.length ?? 0) > 1000, { timeout: 120_000 });
}

/** Waits until nothing has held the page for a while. @param {Tab} tab */
function quiet(tab) {
  return tab.evaluate(async () => {
    for (let calm = 0; calm < 60; calm++) {
      const before = performance.now();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (performance.now() - before > 25) calm = 0;
    }
  });
}

/** Measures from now on what holds the page; what is called for gives it and begins anew. @param {Tab} tab @returns {Promise<() => Promise<Held>>} */
async function watch(tab) {
  await tab.evaluate(() => {
    const held = { script: 1, gap: 1, answer: 1, work: 1 };
    Object.assign(window, { held });
    const most = (/** @type {keyof typeof held} */ name, /** @type {number} */ value) => (held[name] = Math.max(held[name], value));
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) for (const script of /** @type {any} */ (frame).scripts) most("script", script.duration);
    }).observe({ type: "long-animation-frame" });
    let [last, pressed, drawn] = [performance.now(), 0, 0];
    requestAnimationFrame(function next(now) {
      most("gap", now - last);
      last = now;
      const begun = performance.now();
      // The first task after the frame.
      void /** @type {any} */ (window).scheduler.postTask(() => (drawn += performance.now() - begun), { priority: "user-blocking" });
      requestAnimationFrame(next);
    });
    addEventListener("input", () => ([pressed, drawn] = [performance.now(), 0]), true);
    new MutationObserver((records) => {
      const told = records.some(({ target }) => target instanceof Element && target.matches(".find-count, output"));
      if (told && pressed) {
        most("answer", performance.now() - pressed);
        most("work", performance.now() - pressed - drawn);
      }
      if (told) pressed = 0;
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () => tab.evaluate(() => {
    const { held } = /** @type {{ held: Held }} */ (/** @type {unknown} */ (window));
    const now = { ...held };
    Object.assign(held, { script: 1, gap: 1, answer: 1, work: 1 });
    return now;
  });
}

/** From a file given to its article shown, in a fresh tab each time: the seed page. @returns {Promise<import("./figures.js").Figure[]>} */
async function firstArticle() {
  const seed = `${shared}/seed/semantic.html`;
  if (!existsSync(seed)) return [];
  const html = readFileSync(seed, "utf8");
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (let turn = 0; turn < FRESH_TABS; turn++) {
    ours.push(await timeFirst(await openReader(), html, giveLong, ".article .body p"));
    theirs.push(await timeFirst(await peerTab(), html, () => /** @type {any} */ (window).openPage(/** @type {any} */ (window).long), "main p"));
  }
  return [ofRatios("reader, the seed page: file to article shown", READABILITY, [median(ours)], [median(theirs)])];
}

/** @param {Tab} tab @param {string} html @param {() => void} give @param {string} shown what stands when it is shown */
async function timeFirst(tab, html, give, shown) {
  await tab.evaluate((text) => Object.assign(window, { long: text }), html);
  const time = tab.evaluate((selector) => {
    const start = performance.now();
    return new Promise((resolve) => requestAnimationFrame(function look(now) {
      if (document.querySelector(selector)) resolve(now - start);
      else requestAnimationFrame(look);
    }));
  }, shown);
  await tab.evaluate(give);
  const taken = /** @type {number} */ (await time);
  await tab.close();
  return taken;
}
