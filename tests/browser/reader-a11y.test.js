// Accessibility: axe-core on every screen in every theme; the lists as the equivalent of the paint; keyboard; forced colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { find, giveFiles, openReader, painted, readSample, select, textOf, until, untilText } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const LINE = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
const LISTING = `<!-- saved from url=(0022)https://tides.example/ --><!doctype html><title>Tide news</title><body><nav><a href="/">News</a></nav><main><h1>Tide news</h1>${Array.from({ length: 14 }, (_, at) => `<article class="card"><h3><a href="/story/${at}">The ${at}th story of the tide and the quay</a></h3></article>`).join("")}</main></body>`;

/** @param {string} selector @param {string} [shown] what stands then */
const pressed = (selector, shown) => async (/** @type {Tab} */ page) => {
  await page.$eval(selector, (found) => /** @type {HTMLElement} */ (found).click());
  if (shown) await page.waitForSelector(shown);
};

/** Closes what is on top, then does more. @param {(page: Tab) => Promise<void>} then @param {string} gone what is closed then */
const closed = (gone, then) => async (/** @type {Tab} */ page) => {
  await page.keyboard.press("Escape");
  await page.waitForFunction((selector) => !document.querySelector(selector), {}, gone);
  await then(page);
};

/** Every screen a person meets, and how they come there. @type {[string, (page: Tab) => Promise<void>][]} */
const SCREENS = [
  ["start", async () => {}],
  ["paste", pressed(".drop .button:nth-child(2)", "dialog textarea")],
  ["several files", closed("dialog", async (page) => {
    await giveFiles(page, [{ name: "one.html", text: `<title>One</title><article><h1>One</h1>${LINE.repeat(5)}</article>` }, { name: "two.pdf", text: "%PDF-1.7" }]);
    await page.waitForSelector("dialog .failed");
  })],
  ["a list of stories", closed("dialog", async (page) => {
    await giveFiles(page, [{ name: "front.html", text: LISTING }]);
    await page.waitForSelector(".stories");
  })],
  ["article", async (page) => {
    await pressed('[aria-label="Back"]', ".start")(page);
    await readSample(page, "en");
  }],
  ["a picture, large", pressed(".body img", "dialog img")],
  ["a footnote", closed("dialog", pressed(".body sup a", "[popover]"))],
  ["tools of a selection", async (page) => {
    await page.keyboard.press("Escape");
    await select(page, "Nobody sets a clock by it.");
    await page.waitForSelector(".tools .dot-button");
  }],
  ["a note", async (page) => {
    await page.keyboard.press("m");
    await page.waitForSelector("dialog textarea");
  }],
  ["a highlight that is pressed", closed("dialog", async (page) => {
    const { x, y } = await page.evaluate(() => {
      const [range] = CSS.highlights.get("rubricate-own-yellow") ?? [];
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const [box] = live.getClientRects();
      return { x: box.left + 20, y: box.top + box.height / 2 };
    });
    await page.mouse.click(x, y);
    await page.waitForSelector(".own-handle");
  })],
  ["find", async (page) => {
    await page.keyboard.press("Escape");
    await find(page, "bell");
  }],
  ["words", async (page) => {
    await page.keyboard.press("Escape");
    await pressed(".chip")(page);
    await page.keyboard.press("o");
    await page.waitForSelector(".match");
  }],
  ["a list", pressed('[data-part="lists"] > .button', "dialog form")],
  ["highlights", closed("dialog", async (page) => {
    await page.click("#tab-highlights");
    await page.waitForSelector(".own-item");
  })],
  ["no highlights", async (page) => {
    await pressed('.own-item [aria-label="Remove"]', ".toast")(page);
    await untilText(page, ".panel-body", /Select text to highlight it/);
  }],
  ["outline", async (page) => {
    await page.click("#tab-outline");
    await page.waitForSelector(".outline-item");
  }],
  ["about", async (page) => {
    await page.click("#tab-about");
    await page.waitForSelector(".aside-list");
  }],
  ["settings", async (page) => {
    await page.keyboard.press("Escape");
    await page.click(".bar .letters");
    await page.waitForSelector(".settings");
    await page.click(".more-settings > summary");
  }],
  ["menu", async (page) => {
    await page.keyboard.press("Escape");
    await page.click('.bar [aria-label="More"]');
    await page.waitForSelector(".menu");
  }],
  ["help", async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog .keys");
  }],
  ["picking the article", closed("dialog", async (page) => {
    await page.keyboard.press("o");
    await page.waitForSelector("#tab-about");
    await page.click("#tab-about");
    await page.waitForSelector(".aside-list");
    await page.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Pick the article")?.click());
    await page.waitForSelector(".pick-row");
  })],
];

/** @param {Tab} page @returns {Promise<string[]>} */
async function violations(page) {
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ found) => found.nodes.map((/** @type {any} */ node) => `${found.id}: ${node.html.slice(0, 160)} ${node.any?.[0]?.message ?? ""}`));
  });
}

for (const theme of /** @type {const} */ (["light", "sepia", "dark"])) {
  test(`axe finds nothing on any screen, ${theme}`, async () => {
    const page = await openReader({ choices: { theme } });
    await page.evaluate(axe);
    for (const [name, go] of SCREENS) {
      await go(page).catch((error) => assert.fail(`${name}: ${error}`));
      assert.deepEqual(await violations(page), [], name);
    }
    assert.deepEqual(page.errors, []);
    await page.close();
  });
}

test("axe finds nothing on a phone, in any theme", async () => {
  for (const theme of /** @type {const} */ (["light", "sepia", "dark"])) {
    const page = await openReader({ width: 390, height: 844, choices: { theme } });
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), [], `start, ${theme}`);
    await readSample(page, "zh");
    assert.deepEqual(await violations(page), [], `article, ${theme}`);
    for (const [target, shown] of [".find-bar", ".panel", ".panel", ".settings"].entries()) {
      await page.click(`.target:nth-child(${target + 1})`);
      await page.waitForSelector(shown);
      assert.deepEqual(await violations(page), [], `${shown}, ${theme}`);
      await page.keyboard.press("Escape");
    }
    await page.close();
  }
});

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
