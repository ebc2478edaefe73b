// A person's word against the heuristics: pick, hide, put back, set aside again, undo; further pages; a list of stories.
import assert from "node:assert/strict";
import { test } from "node:test";
import { put, site } from "./harness.js";
import { giveFiles, openReader, textOf, until, untilReady, untilText } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */

const LINE = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
const BOX = '<div class="box"><h2>From the archive</h2><p>A photograph of the quay in 1911, with the old crane.</p></div>';

/** @param {Tab} page @param {string} within @param {string} text */
async function press(page, within, text) {
  await page.waitForFunction((where, words) => [...document.querySelectorAll(`${where} button`)].some((one) => one.textContent === words), {}, within, text);
  await page.evaluate((where, words) => /** @type {HTMLElement} */ ([...document.querySelectorAll(`${where} button`)].find((one) => one.textContent === words)).click(), within, text);
}

test("a block is picked as the article, another hidden and had back, all of it undone", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "tides.html", text: `<!doctype html><title>Tides</title><body><article><h1>Tides</h1>${LINE.repeat(5)}</article><section class="letters"><h2>Letters</h2><p>Sir, the gulls were here before the quay was, and they will be here after it.</p><p>Madam, so will the tide, which has never been asked.</p></section></body>` }]);
  await untilReady(page);
  await page.click(".aside-count");
  await press(page, ".panel", "Pick the article");
  await page.waitForSelector(".pick-row");
  await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll(".pick-row")].find((row) => row.textContent?.startsWith("Letters"))?.querySelector("button")).click());
  await untilText(page, ".body", /^\s*(Letters\s*)?Sir, the gulls.*never been asked\.\s*$/);
  await press(page, ".panel", "Undo all corrections");
  await untilText(page, ".body", /^\s*The water came up/);
  await press(page, ".panel", "Pick the article");
  await page.waitForSelector(".pick-row");
  const before = await page.$$eval(".body p", (all) => all.length);
  const count = (/** @type {number} */ wanted) => page.waitForFunction((number) => document.querySelectorAll(".body p").length === number, {}, wanted);
  await press(page, ".pick-row", "5 blocks inside");
  await press(page, ".pick-inner", "Hide");
  await count(before - 1);
  await page.waitForFunction(() => [...document.querySelectorAll(".aside-list li")].some((item) => item.textContent?.includes("The water came up")));
  await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll(".aside-list li")].find((item) => item.textContent?.includes("The water came up"))?.querySelector(".put-back")).click());
  await count(before);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a block that is back has its name and can be set aside again", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "tides.html", text: `<!doctype html><title>Tides</title><body><article><h1>Tides</h1>${LINE.repeat(5)}</article><aside class="related">${BOX}</aside></body>` }]);
  await untilReady(page);
  await page.click(".aside-count");
  await page.waitForSelector(".aside-list .put-back");
  await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll(".aside-list li")].find((item) => item.textContent?.includes("archive"))?.querySelector(".put-back")).click());
  await untilText(page, ".body", /photograph of the quay/);
  await untilText(page, ".panel", /put back From the archive/);
  await press(page, ".panel", "Set aside again");
  await until(page, () => !document.querySelector(".body")?.textContent?.includes("photograph"));
  await page.close();
});

/** A page of a story in three. @param {number} number @param {string} links */
const partOf = (number, links) => `<!doctype html><title>The long tide</title><link rel="canonical" href="/tide_${number}.html">${number < 3 ? `<link rel="next" href="/tide_${number + 1}.html">` : ""}<body><article><h1>The long tide</h1><p>This is part ${number} of it, and begins like this.</p>${LINE.repeat(5)}</article><nav>${links}</nav></body>`;

test("further pages are counted and added at the end, with their matches", async () => {
  const page = await openReader();
  const links = [1, 2, 3].map((number) => `<a href="tide_${number}.html">${number}</a>`).join(" ");
  for (const number of [2, 3]) put(`/tide_${number}.html`, partOf(number, links));
  const first = `${await site()}/tide_1.html`;
  await giveFiles(page, [{ name: "tide.html", text: `<!-- saved from url=(${String(first.length).padStart(4, "0")})${first} -->${partOf(1, links)}` }]);
  await untilReady(page);
  await untilText(page, ".next-page .hint", "Page 1 of 3");
  await page.click(".next-page .button");
  await untilText(page, ".body", /part 1 of it.*part 2 of it/);
  await untilText(page, ".next-page .hint", "Page 2 of 3");
  await page.click(".next-page .button");
  await untilText(page, ".next-page .hint", "Page 3 of 3");
  assert.equal(await page.$(".next-page .button"), null);
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type("of it, and begins");
  await page.keyboard.press("Enter");
  await untilText(page, ".find-bar .find-count", /\d \/ 3$/);
  assert.equal((await page.$$(".body hr")).length, 2);
  await page.close();
});

test("a list of stories is shown as one", async () => {
  const page = await openReader();
  const story = (/** @type {number} */ at) => `<article class="card"><a href="/story/${at}"><img src="/p${at}.jpg" width="300" height="200"></a><h3><a href="/story/${at}">The ${at}th story of the tide and the quay</a></h3><p class="date">2026-03-${10 + at}</p></article>`;
  await giveFiles(page, [{ name: "front.html", text: `<!-- saved from url=(0022)https://tides.example/ --><!doctype html><title>Tide news</title><body><nav><a href="/">News</a> <a href="/tides">Tides</a></nav><main><h1>Tide news</h1>${Array.from({ length: 14 }, (_, at) => story(at)).join("")}</main></body>` }]);
  await page.waitForSelector(".message");
  assert.match(await textOf(page, ".message"), /No article here: a list of 14 stories\./);
  const stories = await page.$$eval(".stories a", (links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(stories, Array.from({ length: 14 }, (_, at) => `https://tides.example/story/${at}`));
  assert.equal(await textOf(page, ".stories li"), "The 0th story of the tide and the quay");
  await press(page, ".message", "Show its text");
  await untilReady(page);
  await untilText(page, ".body", /The 13th story/);
  await page.close();
});
