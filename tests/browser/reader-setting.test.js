// How a text is set: a person's own font and spacing, ruby, emphasis, contrast, a picture large; what a new version does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { put } from "./harness.js";
import { find, giveFiles, goToReader, openReader, painted, readSample, until, untilReady, untilText } from "./reader-steps.js";

const JAPANESE = `<!doctype html><html lang="ja"><title>猫</title><article><h1>吾輩は猫である</h1><p>吾輩は<ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby>である。<em>名前</em>はまだ無い。どこで生れたかとんと<ruby>見当<rt>けんとう</rt></ruby>がつかぬ。</p>${"<p>しかもあとで聞くとそれは書生という人間中で一番獰悪な種族であったそうだ。この書生というのは時々我々を捕えて煮て食うという話である。</p>".repeat(3)}</article></html>`;

test("one's own font, weight, size and spacing are taken, and clip nothing", async () => {
  const page = await openReader({ width: 390, height: 844, choices: { face: "own", ownFont: "DejaVu Sans Mono", weight: 600, size: 30, leading: 2.2, letterSpacing: 0.12 } });
  await readSample(page, "en");
  const style = await page.$eval(".body p", (paragraph) => {
    const { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing } = getComputedStyle(paragraph);
    return { fontFamily: fontFamily.split(",")[0], fontSize, fontWeight, lineHeight, letterSpacing };
  });
  assert.deepEqual(style, { fontFamily: '"DejaVu Sans Mono"', fontSize: "30px", fontWeight: "600", lineHeight: "66px", letterSpacing: "3.6px" });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.close();
});

test("ruby is kept, stands over its word, and find reads past it; emphasis is dotted", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "cat.html", text: JAPANESE }]);
  await untilReady(page);
  const style = await page.$eval(".body", (body) => {
    const [paragraph, em] = ["p", "em"].map((name) => getComputedStyle(/** @type {Element} */ (body.querySelector(name))));
    return { leading: Math.round((10 * parseFloat(paragraph.lineHeight)) / parseFloat(paragraph.fontSize)) / 10, slant: em.fontStyle, emphasis: em.getPropertyValue("text-emphasis-style") };
  });
  assert.deepEqual(style, { leading: 2.1, slant: "normal", emphasis: "sesame" });
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type("猫である");
  await page.keyboard.press("Enter");
  await untilText(page, ".find-bar .find-count", "1 / 1");
  assert.match((await painted(page))["rubricate-current-find"][0], /^猫.*である$/s);
  await page.close();
});

test("who wants more contrast gets it, of text and of marks", async () => {
  const page = await openReader();
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-contrast", value: "more" }] });
  await readSample(page, "en");
  await find(page, "bell");
  const style = await page.evaluate(() => {
    const facts = getComputedStyle(/** @type {Element} */ (document.querySelector(".facts")));
    const text = getComputedStyle(document.body);
    const mark = getComputedStyle(/** @type {Element} */ (document.querySelector(".body p")), "::highlight(rubricate-find)");
    return { muted: facts.color === text.color, line: mark.textDecorationLine };
  });
  assert.deepEqual(style, { muted: true, line: "underline" });
  await page.close();
});

test("a picture is shown large with its caption; Escape puts it away and the focus back", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.focus(".body figure img");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".lightbox[open]");
  const caption = await page.$eval(".body figure figcaption", (found) => found.textContent ?? "");
  assert.ok(caption.length > 10);
  await untilText(page, ".lightbox p", caption);
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector(".lightbox") && document.activeElement?.matches(".body figure img"));
  await page.close();
});

test("a new version waits until the person wants it", async () => {
  const page = await openReader();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await goToReader(page);
  await until(page, () => navigator.serviceWorker.controller !== null);
  await readSample(page, "en");
  const list = readFileSync(new URL("../../www/precache.js", import.meta.url), "utf8");
  put("/precache.js", list.replace(/VERSION = "\w+"/, 'VERSION = "another"'), { "content-type": "text/javascript" });
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await untilText(page, ".toast span", "A new version is ready.");
  assert.ok(await page.evaluate(async () => !(await caches.keys()).every((name) => name === "rubricate-another")), "the old one is still at work");
  await page.click(".toast .button");
  await until(page, async () => {
    const names = await caches.keys();
    return names.includes("rubricate-another") && names.filter((name) => name !== "rubricate-shared").length === 1;
  });
  await untilReady(page);
  await untilText(page, "#headline", "The night ferry keeps its bell");
  await page.close();
});
