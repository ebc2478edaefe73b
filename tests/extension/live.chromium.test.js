// Watch lists and own highlights on live pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startChromium } from "./chromium.js";
import { putPages } from "./pages.js";

/** @type {import("./chromium.js").Chromium} */
let browser;
let site = "";

before(async () => {
  site = await putPages();
  browser = await startChromium();
  await browser.putList({ id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"] });
});
after(() => browser.end());

/** A page with the lists marked on it. @param {string} path */
async function marked(path) {
  const page = await browser.open(site + path);
  await browser.mark(page);
  return page;
}

/** What is painted, by name. @param {import("puppeteer-core").Page} page @returns {Promise<Record<string, string[]>>} */
function painted(page) {
  return page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  })])));
}

/** @param {import("puppeteer-core").Page} page @param {number} count */
async function expectCount(page, count) {
  await browser.until(async () => (await browser.report(page))?.count === count, `${count} matches, not ${(await browser.report(page))?.count}`);
}

test("the words of a list are marked, counted and stepped through", async () => {
  const page = await marked("/article.html");
  await expectCount(page, 7);
  assert.deepEqual(Object.keys(await painted(page)), ["rubricate-list-green"]);
  await browser.until(async () => (await browser.badge(page)) === "7", "the badge says 7");
  await page.keyboard.press("n");
  assert.deepEqual((await painted(page))["rubricate-current-green"], ["Economy"]);
  await page.keyboard.press("h");
  assert.deepEqual(await painted(page), {});
  await browser.until(async () => (await browser.badge(page)) === "", "hidden marks have no badge");
  await page.keyboard.press("h");
  assert.equal((await painted(page))["rubricate-list-green"].length, 7);
  await page.close();
});

test("a page of the strictest policy is marked all the same", async () => {
  const page = await marked("/strict.html");
  await expectCount(page, 7);
  await page.close();
});

test("the page's own DOM, scripts and console see nothing", async () => {
  const page = await browser.open(`${site}/watched.html`);
  const before = await page.evaluate(() => /** @type {any} */ (window).seen.splice(0).length);
  assert.ok(before > 0, "the observer works");
  const html = await page.content();
  await browser.mark(page);
  await expectCount(page, 6);
  await page.keyboard.press("n");
  await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(3)"))));
  await browser.call(page, "markSelection", "yellow");
  assert.equal((await painted(page))["rubricate-own-yellow"].length, 1);
  const after = await page.evaluate(() => ({ seen: /** @type {any} */ (window).seen, globals: Object.getOwnPropertyNames(window).length - /** @type {any} */ (window).globals }));
  assert.deepEqual(after, { seen: [], globals: 1 });
  assert.equal(await page.content(), html);
  await browser.forgetHighlights();
  await page.close();
});

test("a single-page application that swaps its article is followed", async () => {
  const page = await marked("/app.html");
  await expectCount(page, 6);
  await page.click("button");
  await expectCount(page, 4);
  await page.close();
});

test("frames of the same origin are marked, each once", async () => {
  const page = await marked("/frames.html");
  await browser.until(async () => (await browser.badge(page)) === "7", "one outside, six inside");
  await page.close();
});

test("editors and fields are left alone", async () => {
  const page = await marked("/editor.html");
  await expectCount(page, 1);
  await page.close();
});

test("keys in a field are the page's", async () => {
  const page = await marked("/editor.html");
  await expectCount(page, 1);
  await page.focus("textarea");
  await page.keyboard.type("hnp");
  assert.equal((await painted(page))["rubricate-list-green"].length, 1);
  assert.match(await page.$eval("textarea", (field) => field.value), /hnp/);
  await page.close();
});

test("a dark page gets the colours of dark pages", async () => {
  const page = await marked("/dark.html");
  await expectCount(page, 6);
  assert.ok(Object.keys(await painted(page)).every((name) => name === "rubricate-list-green-dark"));
  await page.close();
});

test("what the page clears is painted again", async () => {
  const page = await marked("/article.html");
  await expectCount(page, 7);
  await page.evaluate(() => CSS.highlights.clear());
  await browser.until(async () => (await painted(page))["rubricate-list-green"]?.length === 7, "painted again");
  await page.close();
});

test("the bar is one element, there only while it is open", async () => {
  const page = await marked("/article.html");
  await expectCount(page, 7);
  await browser.call(page, "openBar");
  assert.deepEqual(await page.evaluate(() => [...document.documentElement.children].map((child) => child.localName)), ["head", "body", "rubricate-bar"]);
  assert.equal(await page.$eval("rubricate-bar", (bar) => bar.shadowRoot), null);
  await page.keyboard.press("Escape");
  assert.equal(await page.$("rubricate-bar"), null);
  await page.close();
});

test("an own highlight is there on the next visit, on a changed page too; what cannot be placed is kept", async () => {
  const page = await marked("/article.html");
  await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(4)"))));
  await page.keyboard.press("3");
  await browser.until(async () => (await painted(page))["rubricate-own-blue"]?.length === 1, "highlighted");
  await page.reload();
  await page.evaluate(() => document.querySelector("article h1")?.after("A line was added. ", document.createElement("hr")));
  await browser.mark(page);
  await browser.until(async () => (await painted(page))["rubricate-own-blue"]?.[0].startsWith("The operator had asked"), "found again");
  await page.reload();
  await page.evaluate(() => document.querySelector("article p:nth-of-type(4)")?.remove());
  await browser.mark(page);
  await browser.until(async () => (await browser.call(page, "ownReport"))?.unplaced.length === 1, "kept as unplaced");
  await browser.forgetHighlights();
  await page.close();
});

test("a list at rest, or resting on a site, marks nothing; news of lists reach open pages", async () => {
  const page = await marked("/article.html");
  await expectCount(page, 7);
  await browser.putList({ id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"], paused: true });
  await expectCount(page, 0);
  await browser.putList({ id: "l1", name: "Work", hue: "green", terms: ["economy"], whole: "word" });
  await expectCount(page, 3);
  await browser.putList({ id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"] });
  await expectCount(page, 7);
  await page.close();
});

test("a background that is stopped while it works is asked again", async () => {
  const page = await browser.open(`${site}/long.html`);
  const marking = browser.mark(page);
  for (let times = 0; times < 3; times++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await browser.killBackground();
  }
  await marking.catch(() => browser.mark(page));
  await expectCount(page, 1 + 30 * 5);
  await page.close();
});
