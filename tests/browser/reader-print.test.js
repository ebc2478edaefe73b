// Printing: light paper from any theme, the article and nothing around it, with the marks or without.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { openReader, readSample, select, until, untilPainted } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */

const YELLOW = [0xfe, 0xe9, 0x83];

/** The drawing of each page of a PDF that Chromium made. @param {Uint8Array} bytes @returns {string} */
function drawing(bytes) {
  const text = Buffer.from(bytes).toString("latin1");
  const streams = [...text.matchAll(/\/Filter \/FlateDecode[^]*?stream\r?\n([^]*?)endstream/g)].map(([, stream]) => stream);
  return streams.map((stream) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  }).join("\n");
}

/** Whether something is filled with a colour. @param {string} pages @param {number[]} colour */
function isFilled(pages, colour) {
  const fills = [...pages.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)].map((found) => found.slice(1).map((part) => Math.round(Number(part) * 255)));
  return fills.some((fill) => fill.every((part, at) => Math.abs(part - colour[at]) <= 1));
}

/** The article with a highlight, its panel open. @param {"dark" | "sepia"} theme */
async function marked(theme) {
  const page = await openReader({ choices: { theme } });
  await readSample(page, "en");
  await select(page, "Nineteen letters were sent.");
  await page.keyboard.press("1");
  await untilPainted(page, "rubricate-own-yellow");
  await page.keyboard.press("o");
  await page.waitForSelector("#tab-words");
  return page;
}

test("paper is light in any theme, and holds the article alone", async () => {
  for (const theme of /** @type {const} */ (["dark", "sepia"])) {
    const page = await marked(theme);
    await page.emulateMediaType("print");
    const paper = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(/** @type {Element} */ (document.querySelector(".body p"))).color,
      shown: [...document.querySelectorAll(".bar, .bottom-bar, .panel, .counter, .chips, .aside-count, .match-strip, .skip, .toast")].filter((one) => one.checkVisibility()).map((one) => one.className),
      address: /** @type {HTMLElement} */ (document.querySelector(".printed")).innerText,
      wide: document.documentElement.scrollWidth > innerWidth,
    }));
    assert.deepEqual(paper, { ground: "rgb(255, 255, 255)", ink: "rgb(31, 35, 40)", shown: [], address: "https://sample.example/samples/ferry.html", wide: false });
    await page.close();
  }
});

test("marks print, and do not where that was asked for; on the screen they stay", async () => {
  const page = await marked("dark");
  assert.ok(isFilled(drawing(await page.pdf()), YELLOW), "the highlight on paper");
  let plain = "";
  // The browser's dialog cannot be pressed here: what opens it makes the PDF.
  await page.exposeFunction("makePdf", async () => void (plain = drawing(await page.pdf())));
  await page.evaluate(() => (window.print = () => void (/** @type {any} */ (window).printing = /** @type {any} */ (window).makePdf())));
  await page.$eval('.bar [aria-label="More"]', (more) => /** @type {HTMLElement} */ (more).click());
  await page.waitForSelector(".menu");
  await page.evaluate(() => [...document.querySelectorAll(".menu [role=menuitem]")].find((one) => one.textContent === "Print without marks")?.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await page.evaluate(() => /** @type {any} */ (window).printing);
  assert.match(plain, / Tf/);
  assert.ok(!isFilled(plain, YELLOW), "no highlight on paper");
  await until(page, () => CSS.highlights.has("rubricate-own-yellow"));
  assert.ok(isFilled(drawing(await page.pdf()), YELLOW), "the next print has it again");
  assert.deepEqual(page.errors, []);
  await page.close();
});
