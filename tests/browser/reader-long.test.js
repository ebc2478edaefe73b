// Five megabytes of HTML: the page stays free to scroll and type while it is read, set and searched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goToReader, openReader } from "./reader-steps.js";

/** Longest run of script allowed on the main thread, ms. */
const TASK = 50;
/** This machine is shared and slow at times: a run that was held up is taken again. */
const TRIES = 3;

const WORDS = "the harbour wall was built of stone from the old quay and every spring tide finds the same three gaps in it before the boats go out".split(" ");

/** A page of about five megabytes, its article 500,000 characters. */
function longPage() {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const sentence = () => `${Array.from({ length: 12 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ")}. `;
  let article = "";
  for (let length = 0; length < 500_000; ) {
    const text = Array.from({ length: 6 }, sentence).join("");
    length += text.length;
    article += `<p class="story__paragraph js-paragraph" data-index="${length}" data-track='{"module":"paragraph","position":${length}}'>${text}</p>\n`;
  }
  const aside = `<ul>${Array.from({ length: 30_000 }, (_, at) => `<li class="list__item list__item--compact"><a class="list__link" href="/story/${at}" data-id="${at}">Story ${at}</a></li>`).join("")}</ul>`;
  return `<!doctype html><html lang="en"><title>The long wall</title><body><header><nav>${aside.slice(0, 20_000)}</nav></header><article><h1>The long wall</h1>${article}</article><aside class="related">${aside}</aside></body></html>`;
}

/** Gathers the longest run of script in any frame since it was last read. @param {import("./reader-steps.js").Tab} page */
async function watchScripts(page) {
  await page.evaluate(() => {
    const runs = /** @type {number[]} */ ([]);
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) for (const script of /** @type {any} */ (frame).scripts) runs.push(Math.round(script.duration));
    }).observe({ type: "long-animation-frame" });
    Object.assign(window, { runs });
  });
  return () => page.evaluate(() => Math.max(0, .../** @type {any} */ (window).runs.splice(0)));
}

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

test("five megabytes: no script holds the page for more than 50 ms, opening it or typing in find", { timeout: 180_000 }, async () => {
  const page = await openReader();
  const text = longPage();
  assert.ok(text.length > 3_500_000);
  let [opening, typing] = [Infinity, Infinity];
  for (let turn = 0; turn < TRIES && Math.max(opening, typing) > TASK; turn++) {
    await goToReader(page);
    const again = await watchScripts(page);
    await page.evaluate((html) => Object.assign(window, { long: html }), text);
    await wait(500);
    await again();
    await page.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]'));
      const transfer = new DataTransfer();
      transfer.items.add(new File([/** @type {any} */ (window).long], "long.html", { type: "text/html" }));
      field.files = transfer.files;
      setTimeout(() => field.dispatchEvent(new Event("change")));
    });
    await page.waitForSelector(".match-strip", { timeout: 30_000 });
    await wait(700);
    opening = await again();
    await page.keyboard.press("/");
    await page.waitForSelector(".find-bar input");
    await page.keyboard.type("harbour", { delay: 80 });
    await page.waitForFunction(() => (CSS.highlights.get("rubricate-find")?.size ?? 0) > 100 && document.querySelector(".find-bar .find-count")?.textContent);
    await wait(300);
    typing = await again();
  }
  assert.ok(opening <= TASK, `a script of ${opening} ms while opening`);
  assert.ok(typing <= TASK, `a script of ${typing} ms while typing`);
  assert.ok((await page.$eval(".body", (body) => body.textContent?.length ?? 0)) > 490_000);
  await page.close();
});
