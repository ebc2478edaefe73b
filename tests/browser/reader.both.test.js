// The reader in both browsers: open a page, press a keyword, type a word, step, highlight; the article's DOM stays as it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { needsShared, shared } from "./harness.js";
import { find, giveFiles, openReader, painted, readSample, select, until, untilPainted, untilReady, untilText } from "./reader-steps.js";

test("a sample is read, marked and highlighted", async () => {
  const page = await openReader();
  await readSample(page, "en");
  const before = await page.$eval(".body", (body) => body.innerHTML);
  await page.click(".chip[data-term]");
  await untilPainted(page, "rubricate-keyword");
  await find(page, "the bell");
  await page.keyboard.press("Enter");
  await untilText(page, ".find-bar .find-count", "1 / 6");
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector(".find-bar"));
  await select(page, "Nobody sets a clock by it.");
  await page.keyboard.press("2");
  await untilPainted(page, "rubricate-own-green");
  assert.deepEqual((await painted(page))["rubricate-own-green"], ["Nobody sets a clock by it."]);
  const fill = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".body p")), "::highlight(rubricate-own-green)").backgroundColor);
  assert.equal(fill, "rgb(182, 240, 176)");
  assert.equal(await page.$eval(".body", (body) => body.innerHTML), before);
  await page.keyboard.press("o");
  await page.waitForSelector(".panel .chip");
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a Chinese page is read, its keyword painted as often as its chip says", { skip: needsShared }, async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "semantic.html", text: readFileSync(`${shared}/seed/semantic.html`, "utf8") }]);
  await untilReady(page);
  const { term, count } = await page.$eval(".chip[data-term]", (chip) => ({ term: chip.querySelector(".term")?.textContent ?? "", count: Number(chip.querySelector(".count")?.textContent) }));
  await page.click(".chip[data-term]");
  await untilPainted(page, "rubricate-keyword");
  const marked = (await painted(page))["rubricate-keyword"];
  assert.equal(marked.length, count, term);
  await page.keyboard.press("n");
  await untilText(page, ".counter", `${term}1 / ${count}`);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a text that is parsed in pieces is whole", async () => {
  const page = await openReader();
  const lines = Array.from({ length: 500 }, (_, at) => `The water came up to step ${at} of the quay in the night 🌊, as it does <em>each</em> spring &amp; autumn, and went again before the first boat of the day.`);
  await giveFiles(page, [{ name: "tides.html", text: `<!doctype html><meta charset="utf-8"><title>Tides</title><article><h1>Tides</h1>${lines.map((line) => `<p>${line}</p>`).join("")}</article>` }]);
  await untilReady(page);
  const shown = await page.$$eval(".body p", (paragraphs) => paragraphs.map((paragraph) => paragraph.innerHTML));
  assert.deepEqual(shown, lines);
  await page.close();
});
