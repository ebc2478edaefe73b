// Accessibility: axe-core on every screen in every theme; the lists as the equivalent of the paint; keyboard; forced colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SCREENS } from "./reader-screens.js";
import { find, openReader, painted, readSample, textOf, until, untilText } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** @param {Tab} page @returns {Promise<string[]>} */
async function violations(page) {
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ found) => found.nodes.map((/** @type {any} */ node) => `${found.id}: ${node.html.slice(0, 160)} ${node.any?.[0]?.message ?? ""}`));
  });
}

for (const theme of /** @type {const} */ (["light", "sepia", "dark"])) {
  for (const [size, viewport] of Object.entries({ desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } })) {
    test(`axe finds nothing on any screen, ${theme}, ${size}`, async () => {
      const page = await openReader({ ...viewport, choices: { theme } });
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      await page.evaluate(axe);
      for (const [name, go] of SCREENS) {
        await go(page, "en").catch((error) => assert.fail(`${name}: ${error}`));
        assert.deepEqual(await violations(page), [], name);
      }
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }
}

test("matches are a list; Enter moves focus to the paragraph and selects the match", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await find(page, "bell");
  const count = (await painted(page))["rubricate-find"].length;
  await untilText(page, "[aria-live]", `${count} matches for bell`);
  await page.click('.bar [aria-label="Panel (o)"]');
  await page.waitForSelector(".match");
  assert.match(await textOf(page, ".matches li:nth-child(2)"), new RegExp(`^2 of ${count}, paragraph \\d+.*bell`));
  await page.focus(".matches li:nth-child(2) button");
  await page.keyboard.press("Enter");
  await until(page, () => getSelection()?.toString().toLowerCase() === "bell");
  assert.ok(await page.evaluate(() => document.querySelector(".body")?.contains(document.activeElement)));
  await untilText(page, "[aria-live]", /^2 of \d+\. .*bell/);
  await page.close();
});

test("everything is reached by keyboard, and focus comes back", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.focus('.bar [aria-label="Panel (o)"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector(".panel .tab");
  await page.focus("#tab-words");
  await page.keyboard.press("ArrowRight");
  await until(page, () => document.querySelector("#tab-highlights")?.getAttribute("aria-selected") === "true");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Panel (o)");
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  assert.equal(await page.$("dialog[open]"), null);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Panel (o)");
  await page.close();
});

test("nothing scrolls sideways at 320 pixels, in the article or the panel", async () => {
  for (const tag of /** @type {const} */ (["en", "zh"])) {
    const page = await openReader({ width: 320, height: 640, choices: { language: tag === "zh" ? "zh-Hans" : "en" } });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await wide()) <= 0, "start");
    await readSample(page, tag);
    assert.ok((await wide()) <= 0, "article");
    for (const target of [1, 2, 3]) {
      await page.click(`.target:nth-child(${target})`);
      await page.waitForSelector(target === 1 ? ".find-bar" : ".panel");
      assert.ok((await wide()) <= 0, `target ${target}`);
      await page.keyboard.press("Escape");
    }
    await page.close();
  }
});

test("with forced colours the article keeps the system's two and lines tell the marks apart", async () => {
  const page = await openReader();
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await readSample(page, "en");
  const style = await page.evaluate(() => {
    const article = /** @type {Element} */ (document.querySelector(".article"));
    const find = getComputedStyle(article, "::highlight(rubricate-find)");
    const list = getComputedStyle(article, "::highlight(rubricate-list-blue)");
    return { adjust: getComputedStyle(article).forcedColorAdjust, find: find.textDecorationStyle, list: list.textDecorationStyle };
  });
  assert.deepEqual(style, { adjust: "none", find: "solid", list: "double" });
  await page.close();
});

test("who wants less motion gets none", async () => {
  const page = await openReader();
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await readSample(page, "en");
  await page.keyboard.press("End");
  const durations = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".bar"))).transitionDuration);
  assert.ok(parseFloat(durations) < 0.01);
  await page.close();
});
