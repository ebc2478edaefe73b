// The reader as a person walks it: open, read, press keywords, find, step, put back, come again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { needsShared, shared, site } from "./harness.js";
import { find, giveFiles, goToReader, openReader, painted, readSample, textOf, until, untilKept, untilPainted, untilReady, untilText } from "./reader-steps.js";

/** The article's markup, for comparing. @param {import("./reader-steps.js").Tab} page */
const markup = (page) => page.$eval(".body", (body) => body.innerHTML);

test("a sample becomes an article with its facts, keywords and what was set aside", async () => {
  const page = await openReader();
  await readSample(page, "en");
  assert.equal(await textOf(page, "#headline"), "The night ferry keeps its bell");
  assert.match(await textOf(page, ".facts"), /Marta Ellingham.*The Saltmarsh Courier.*Mar 14, 2026.*min.*\d+ set aside/);
  const body = await textOf(page, ".body");
  assert.match(body, /^\s*For eleven winters/);
  for (const foreign of ["Subscribe", "Download the app", "More from the harbour", "Log in"]) assert.ok(!body.includes(foreign), foreign);
  assert.match(await textOf(page, ".notices"), /This text may be reprinted by parish newsletters/);
  assert.ok((await page.$$(".head .chip[data-term]")).length >= 4);
  assert.equal(await page.title(), "The night ferry keeps its bell");
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("keywords, typed words and steps are painted; the article's DOM stays as it is", async () => {
  const page = await openReader();
  await readSample(page, "en");
  const before = await markup(page);
  assert.deepEqual(await painted(page), {}, "nothing is painted before it is asked for");
  await page.click(".chip[data-term]");
  await untilPainted(page, "rubricate-keyword");
  const { term, count } = await page.$eval(".chip[data-term]", (chip) => ({ term: chip.querySelector(".term")?.textContent ?? "", count: Number(chip.querySelector(".count")?.textContent) }));
  const marked = (await painted(page))["rubricate-keyword"];
  assert.equal(marked.length, count, "as many as the chip says");
  assert.ok(marked.every((text) => text.toLowerCase().startsWith(term.slice(0, 3).toLowerCase())), marked.join());
  await find(page, "the bell");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await untilText(page, ".find-bar .find-count", "2 / 6");
  assert.deepEqual((await painted(page))["rubricate-current-find"].map((text) => text.toLowerCase()), ["the bell"]);
  await page.keyboard.press("Escape");
  await until(page, () => !CSS.highlights.has("rubricate-find"));
  await page.keyboard.press("n");
  await untilText(page, ".counter", new RegExp(`^${term}\\d+ / ${count}$`));
  const place = await textOf(page, ".counter-place");
  await page.keyboard.press("n");
  await untilText(page, ".counter-place", new RegExp(`^(?!${place})\\d+ / ${count}$`));
  await page.keyboard.press("p");
  await untilText(page, ".counter-place", place);
  await page.keyboard.press("h");
  assert.deepEqual(await painted(page), {});
  await page.keyboard.press("h");
  await untilPainted(page, "rubricate-keyword");
  // The last step may still be scrolling the page under a pointer.
  await page.$eval(".chip[data-term]", (chip) => /** @type {HTMLElement} */ (chip).click());
  await until(page, () => CSS.highlights.size === 0);
  assert.equal(await markup(page), before);
  await page.close();
});

test("keys do nothing in fields, can be changed and turned off", async () => {
  const page = await openReader({ choices: { keyMap: { next: "j" } } });
  await readSample(page, "en");
  await page.click(".chip[data-term]");
  await untilPainted(page, "rubricate-keyword");
  await page.keyboard.press("n");
  assert.match(await textOf(page, ".counter-place"), /^\d+$/, "n no longer steps");
  await page.keyboard.press("j");
  await untilText(page, ".counter-place", /^1 \/ \d+$/);
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type("jn/");
  assert.equal(await page.$eval(".find-bar input", (input) => /** @type {HTMLInputElement} */ (input).value), "jn/");
  await page.keyboard.press("Escape");
  await page.evaluate(() => localStorage.setItem("rubricate-settings", JSON.stringify({ language: "en", keys: "off" })));
  await goToReader(page);
  await readSample(page, "en");
  await page.keyboard.press("o");
  assert.equal(await page.$(".panel"), null);
  await page.close();
});

test("no match says what would help", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.click('[data-choice="wholeWord"]');
  await page.focus(".find-bar input");
  await page.keyboard.type("harb");
  await untilText(page, ".find-empty", "No match for “harb”. Whole word is on. Turn off");
  await page.click(".find-empty button");
  await until(page, () => (CSS.highlights.get("rubricate-find")?.size ?? 0) >= 2);
  await page.close();
});

test("the seed page: six paragraphs in the column, everything else by name, Put back returns the one asked for", { skip: needsShared }, async () => {
  const page = await openReader();
  const expected = JSON.parse(readFileSync(`${shared}/seed/expected.json`, "utf8"));
  await giveFiles(page, [{ name: "semantic.html", text: readFileSync(`${shared}/seed/semantic.html`, "utf8") }]);
  await untilReady(page);
  const column = await page.$$eval(".body p, .body figcaption", (found) => found.map((one) => one.textContent ?? ""));
  assert.deepEqual(column.filter((text) => !expected.mayStay.includes(text)), expected.paragraphs);
  assert.match(await textOf(page, ".facts"), /看看新闻.*2020.*20:27.*时讯.*min.*set aside/);
  await page.click(".aside-count");
  await page.waitForSelector(".aside-list");
  const aside = await textOf(page, ".aside-list");
  for (const part of expected.withoutInText.filter((/** @type {string} */ text) => text !== "版权声明" && text !== "关键词")) assert.ok(aside.includes(part), part);
  assert.equal((await page.$$(".related li")).length, 20);
  assert.match(await textOf(page, ".related li"), /公车私用.*时讯 · Dec 15, 2025 · 00:42/);
  const before = (await page.$$(".aside-list li")).length;
  const wanted = await page.$$eval(".aside-list li", (items) => items.findIndex((item) => item.querySelector(".aside-text")?.textContent?.includes("请先登录后发表评论")));
  const text = await page.$$eval(".aside-list li .aside-text", (items, at) => items[at].textContent ?? "", wanted);
  await (await page.$$(".aside-list .put-back"))[wanted].click();
  await until(page, () => document.querySelector(".body")?.textContent?.includes("请先登录后发表评论"));
  const now = await page.$$eval(".body p, .body h2, .body h3, .body li", (found) => found.map((one) => one.textContent ?? "").join(""));
  const added = now.replace(/\s+/g, "").length - expected.paragraphs.join("").replace(/\s+/g, "").length;
  assert.ok(Math.abs(added - text.replace(/\s+/g, "").length) <= 20, `only that block came back: ${added} characters`);
  await until(page, () => document.querySelector(".aside-list"));
  assert.ok((await page.$$(".aside-list .put-back")).length < before);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("what was read last is there again, at its place", async () => {
  const page = await openReader({ height: 500 });
  await readSample(page, "en");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.5));
  await untilKept(page, "places");
  await goToReader(page);
  assert.match(await textOf(page, ".recent"), /The night ferry keeps its bell/);
  await page.click(".recent-open");
  await untilReady(page);
  await page.waitForSelector(".continued");
  assert.match(await textOf(page, ".continued"), /Continued at \d+%Start over/);
  assert.ok((await page.evaluate(() => scrollY)) > 100);
  await page.click(".continued button");
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.close();
});

test("settings show at once and stay; languages change the interface, not the article", async () => {
  const page = await openReader();
  await readSample(page, "en");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const size = () => page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".article"))).fontSize);
  assert.equal(await size(), "19px");
  await page.click(".bar .letters");
  await page.waitForSelector(".settings");
  await page.click('.settings [data-value="sepia"]');
  assert.equal(await ground(), "rgb(245, 236, 217)");
  await page.click('.settings [aria-labelledby="setting-size"] [aria-label="More"]');
  assert.equal(await size(), "20px");
  await page.click(".more-settings > summary");
  await page.select(".more-settings select", "zh-Hans");
  await untilReady(page);
  await until(page, () => document.documentElement.lang === "zh-Hans");
  await untilText(page, ".facts", /分钟.*已移出 \d+ 处/);
  assert.equal(await textOf(page, "#headline"), "The night ferry keeps its bell");
  await page.close();
});

test("type is set as specified: Latin and Chinese each by their own rules", async () => {
  const page = await openReader();
  const style = () => page.evaluate(() => {
    const article = getComputedStyle(/** @type {Element} */ (document.querySelector(".article")));
    const second = getComputedStyle(/** @type {Element} */ (document.querySelector(".body p + p")));
    const body = /** @type {HTMLElement} */ (document.querySelector(".body"));
    return { size: article.fontSize, leading: Math.round((parseFloat(article.lineHeight) / parseFloat(article.fontSize)) * 100) / 100, measure: Math.round(body.clientWidth / parseFloat(article.fontSize)), align: second.textAlign, between: parseFloat(second.marginTop) / parseFloat(second.fontSize), indent: second.textIndent };
  });
  await readSample(page, "en");
  assert.deepEqual(await style(), { size: "19px", leading: 1.6, measure: 34, align: "start", between: 0.9, indent: "0px" });
  await page.click('[aria-label="Back"]');
  await page.waitForSelector(".start");
  await readSample(page, "zh");
  assert.deepEqual(await style(), { size: "19px", leading: 1.85, measure: 36, align: "justify", between: 1, indent: "0px" });
  await page.click(".bar .letters");
  await page.waitForSelector(".settings");
  await page.click('.settings [data-value="book"]');
  const book = await style();
  assert.deepEqual([book.indent, Math.round(book.between * 10)], ["38px", 2]);
  await page.close();
});

test("the browser's Back leaves the article; a reload and Forward open it again", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.reload();
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "The night ferry keeps its bell");
  await page.goBack();
  await page.waitForSelector(".start");
  await page.goForward();
  await untilReady(page);
  await page.click('[aria-label="Back"]');
  await page.waitForSelector(".start");
  await page.close();
});

test("footnotes pop up, tables scroll inside themselves, right-to-left is set from the right", async () => {
  const page = await openReader({ width: 600 });
  await readSample(page, "en");
  await page.$eval(".body sup a", (link) => /** @type {HTMLElement} */ (link).click());
  await page.waitForSelector(".footnote");
  assert.match(await textOf(page, ".footnote-text"), /^The chapel hall still has the mark in its floorboards\.\s*$/);
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector(".footnote"));
  const cells = "<td>A rather long cell of words</td>".repeat(12);
  const line = "<p>هذا نص عربي طويل بما يكفي ليكون مقالا يقرأ من اليمين إلى اليسار، وفيه كلمات كثيرة عن البحر والميناء والسفن التي تعبر في الليل.</p>";
  await goToReader(page);
  await giveFiles(page, [{ name: "rtl.html", text: `<!doctype html><html lang="ar" dir="rtl"><title>الميناء</title><article><h1>الميناء</h1>${line.repeat(4)}<table><tr>${cells}</tr><tr>${cells}</tr></table>${line}</article></html>` }]);
  await untilReady(page);
  assert.equal(await page.$eval(".body p", (paragraph) => getComputedStyle(paragraph).direction), "rtl");
  assert.ok(await page.$eval(".scroller", (box) => box.scrollWidth > box.clientWidth && document.documentElement.scrollWidth <= innerWidth));
  await until(page, () => document.querySelector(".scroller")?.getAttribute("tabindex") === "0");
  await page.close();
});

test("a correction is remembered for its site and holds on the next page", async () => {
  const page = await openReader();
  const line = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
  const news = (/** @type {string} */ title) => `<!-- saved from url=(0026)https://news.example/${title} --><!doctype html><title>${title}</title><body><article><h1>${title}</h1>${line.repeat(5)}</article><div class="comments"><h2>Comments</h2><p>First comment of a reader, who was there.</p></div></body>`;
  await giveFiles(page, [{ name: "one.html", text: news("One") }]);
  await untilReady(page);
  assert.ok(!(await textOf(page, ".body")).includes("First comment"));
  await page.click(".aside-count");
  await page.waitForSelector(".aside-list");
  await page.evaluate(() => [...document.querySelectorAll(".aside-list li")].find((item) => item.textContent?.includes("First comment"))?.querySelector(/** @type {"button"} */ (".put-back"))?.click());
  await until(page, () => document.querySelector(".body")?.textContent?.includes("First comment"));
  await until(page, () => [...document.querySelectorAll(".panel button")].some((one) => one.textContent === "Remember for this site"));
  await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll(".panel button")].find((one) => one.textContent === "Remember for this site")).click());
  await until(page, () => document.querySelector(".toast")?.textContent?.includes("news.example"));
  await goToReader(page);
  await giveFiles(page, [{ name: "two.html", text: news("Two") }]);
  await untilReady(page);
  assert.ok((await textOf(page, ".body")).includes("First comment"));
  await page.close();
});

test("pages that an earlier version of the store kept are opened still", async () => {
  const page = await openReader();
  await page.goto("about:blank");
  await page.goto(`${await site()}/blank.html`);
  const line = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
  await page.evaluate(async (source) => {
    await new Promise((resolve) => (indexedDB.deleteDatabase("rubricate").onsuccess = resolve));
    await new Promise((resolve) => {
      const opening = indexedDB.open("rubricate", 1);
      opening.onupgradeneeded = () => {
        const database = opening.result;
        const pages = database.createObjectStore("pages", { keyPath: "key" });
        pages.createIndex("opened", "opened");
        database.createObjectStore("highlights", { keyPath: "id" }).createIndex("page", "page");
        for (const [name, keyPath] of [["lists", "id"], ["rules", "site"], ["places", "key"]]) database.createObjectStore(name, { keyPath });
        pages.put({ key: "text:1", page: { id: "old", url: "", name: "old.html", source }, title: "An old page", siteName: "", opened: 1, saved: 0 });
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve(undefined);
      };
    });
  }, `<title>An old page</title><article><h1>An old page</h1>${line.repeat(5)}</article>`);
  await goToReader(page);
  await page.click(".recent-open");
  await untilReady(page);
  await untilText(page, "#headline", "An old page");
  await page.close();
});
