// Five megabytes of HTML: the page stays free to scroll and type while it is read, set and searched. What is asserted here is
// why: the engine works in a worker, the text is set in slices, few of many matches are painted. How long that takes is measured
// by `make bench ARGS=reader`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG_ARTICLE, longPage } from "./long-page.js";
import { giveFiles, openReader, painted, textOf, untilPainted, untilReady, untilText } from "./reader-steps.js";

/** Most nodes that are set in one go. */
const SLICE = 500;
/** Most matches that are painted at once. */
const PAINTED = 2000;

/** Counts, from now on, the nodes that each slice adds to the article's body. @param {import("./reader-steps.js").Tab} page */
async function watchSlices(page) {
  await page.evaluate(() => {
    const slices = /** @type {number[]} */ ([]);
    const inBody = (/** @type {MutationRecord} */ { target }) => target instanceof Element && target.closest(".body");
    new MutationObserver((records) => {
      const added = records.filter(inBody).reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
      if (added) slices.push(added);
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { slices });
  });
  return () => page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).slices));
}

/** Notes, when the first count is told, whether its matches are painted already. @param {import("./reader-steps.js").Tab} page */
function watchFirstCount(page) {
  return page.evaluate(() => {
    const observer = new MutationObserver(() => {
      Object.assign(window, { paintedBefore: CSS.highlights.has("rubricate-find") });
      observer.disconnect();
    });
    observer.observe(/** @type {Element} */ (document.querySelector(".find-bar .find-count")), { childList: true });
  });
}

test("five megabytes: read in a worker, set in slices, painted where it is in view", { timeout: 180_000 }, async () => {
  const page = await openReader();
  const text = longPage();
  assert.ok(text.length > 5_000_000);
  const slices = await watchSlices(page);
  await giveFiles(page, [{ name: "long.html", text }]);
  await untilReady(page, 120_000);
  const added = await slices();
  assert.ok(added.length >= 5 && Math.max(...added) <= SLICE, `nodes by slice: ${added}`);
  assert.ok((await page.$eval(".body", (body) => body.textContent?.length ?? 0)) > LONG_ARTICLE);
  assert.equal(await page.$eval(".body > p", (paragraph) => getComputedStyle(paragraph).contentVisibility), "auto");
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(loaded.filter((name) => name.endsWith(".wasm")), [], "the engine is the worker's alone");
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await watchFirstCount(page);
  await page.keyboard.type("the");
  await untilPainted(page, "rubricate-find");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).paintedBefore), false, "the count does not wait for the paint");
  await page.keyboard.press("Enter");
  await untilText(page, ".find-bar .find-count", /^1 \/ [\d,]{5,}$/);
  const count = Number((await textOf(page, ".find-bar .find-count")).slice(4).replaceAll(",", ""));
  await untilPainted(page, "rubricate-current-find");
  const marked = (await painted(page))["rubricate-find"].length;
  assert.ok(count > 2 * PAINTED && marked === PAINTED, `${marked} of ${count} painted`);
  await page.close();
});
