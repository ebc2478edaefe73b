// A person's own highlights and notes: made by mouse and by keyboard alone, kept, found again on a changed page, undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { giveFiles, goToReader, openReader, painted, readSample, select, textOf, until, untilPainted, untilReady, untilText } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */

const QUOTE = "Nobody sets a clock by it.";

test("a selection is highlighted by a press, noted, recoloured, removed and had back", async () => {
  const page = await openReader();
  await readSample(page, "en");
  const before = await page.$eval(".body", (body) => body.innerHTML);
  await select(page, QUOTE);
  await page.waitForSelector(".selection-pop");
  await page.click(".selection-pop .dot-button:nth-child(2)");
  await untilPainted(page, "rubricate-own-green");
  assert.deepEqual((await painted(page))["rubricate-own-green"], [QUOTE]);
  await select(page, QUOTE);
  await page.waitForSelector(".selection-pop");
  await page.click('.selection-pop [aria-label^="Note"]');
  await page.waitForSelector("dialog textarea");
  await page.type("dialog textarea", "Ask Ida about this.");
  await page.click("dialog .main");
  await untilPainted(page, "rubricate-own-green-noted");
  await page.keyboard.press("o");
  await page.waitForSelector("#tab-highlights");
  await page.click("#tab-highlights");
  await page.waitForSelector(".own-item");
  assert.match(await textOf(page, ".own-item"), /Nobody sets a clock by it\.Ask Ida about this\./);
  await page.click(".own-item .dot-button:nth-child(4)");
  await untilPainted(page, "rubricate-own-pink-noted");
  await page.click('.own-item [aria-label="Remove"]');
  await until(page, () => CSS.highlights.size === 0);
  await page.click(".toast .button");
  await untilPainted(page, "rubricate-own-pink-noted");
  assert.equal(await page.$eval(".body", (body) => body.innerHTML), before, "the article's DOM is as it was");
  await page.close();
});

test("with the keyboard alone: find, step, highlight the match, note it", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type("biscuit box");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("3");
  await page.keyboard.press("m");
  await page.waitForSelector("dialog textarea");
  assert.deepEqual((await painted(page))["rubricate-own-blue"], ["biscuit box"]);
  await page.keyboard.type("Letters!");
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await untilPainted(page, "rubricate-own-blue-noted");
  await page.close();
});

test("without a selection: the sentence or the paragraph, from the menu", async () => {
  const page = await openReader();
  await readSample(page, "en");
  for (const [at, start, end] of /** @type {const} */ ([["sentence", "For eleven winters", "written down why."], ["paragraph", "For eleven winters", "go on ringing."]])) {
    await page.click('.bar [aria-label="More"]');
    await page.waitForSelector(".menu");
    await page.evaluate((unit) => /** @type {HTMLElement} */ ([...document.querySelectorAll(".menu-item")].find((item) => item.textContent === `Highlight this ${unit}`)).click(), at);
    await page.waitForFunction((text) => [...(CSS.highlights.get("rubricate-own-yellow") ?? [])].some((range) => range.endContainer.textContent?.slice(0, range.endOffset).endsWith(text)), {}, end);
    const [marked] = (await painted(page))["rubricate-own-yellow"];
    assert.ok(marked.startsWith(start) && marked.endsWith(end), marked);
  }
  await page.close();
});

test("on a phone the tools for a selection sit in the bottom bar", async () => {
  const page = await openReader({ width: 390, height: 844 });
  await readSample(page, "zh");
  await select(page, "这是夜间开放的第一百个晚上。");
  await page.waitForSelector(".bottom-bar .selection-tools .dot-button");
  assert.equal(await page.$eval(".target", (target) => target.checkVisibility()), false);
  await page.click(".selection-tools .dot-button:nth-child(3)");
  await untilPainted(page, "rubricate-own-blue");
  await until(page, () => document.querySelector(".target")?.checkVisibility());
  await page.close();
});

test("overlapping marks of one colour grow together", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await select(page, "Nobody sets a clock");
  await page.keyboard.press("1");
  await untilPainted(page, "rubricate-own-yellow");
  await select(page, "a clock by it.");
  await page.keyboard.press("1");
  await until(page, () => [...(CSS.highlights.get("rubricate-own-yellow") ?? [])].some((range) => range.endOffset - range.startOffset === 26));
  assert.deepEqual((await painted(page))["rubricate-own-yellow"], [QUOTE]);
  await page.close();
});

/** @param {string} middle */
const pageOf = (middle) => `<!doctype html><title>Tides</title><link rel="canonical" href="https://tides.example/a"><article><h1>Tides</h1>${"<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>".repeat(4)}<p>${middle}</p><p>Nobody was surprised, least of all the gulls, who had been waiting on the wall since four in the morning for the fish.</p></article>`;

test("a highlight survives a changed page; one that is gone is kept and listed", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "tides.html", text: pageOf("The harbour master wrote it down in the long book. She drew a line under it.") }]);
  await untilReady(page);
  await select(page, "wrote it down in the long book");
  await page.keyboard.press("1");
  await untilPainted(page, "rubricate-own-yellow");
  await select(page, "She drew a line under it.");
  await page.keyboard.press("2");
  await untilPainted(page, "rubricate-own-green");
  await goToReader(page);
  await giveFiles(page, [{ name: "tides.html", text: pageOf("A new sentence stands first. The harbour master wrote it all down in the long book.") }]);
  await untilReady(page);
  await untilPainted(page, "rubricate-own-yellow");
  assert.deepEqual((await painted(page))["rubricate-own-yellow"], ["wrote it all down in the long book"]);
  assert.equal((await painted(page))["rubricate-own-green"], undefined);
  await page.keyboard.press("o");
  await page.waitForSelector("#tab-highlights");
  await page.click("#tab-highlights");
  await page.waitForSelector('[data-part="unplaced"]');
  assert.match(await textOf(page, '[data-part="unplaced"]'), /The page changed\. This quote was not found; your highlight is kept\.She drew a line under it\./);
  await page.close();
});

test("a full disk is told, and reading goes on", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await select(page, "Nobody sets a clock");
  await page.keyboard.press("1");
  await untilPainted(page, "rubricate-own-yellow");
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    Object.assign(window, { freeDisk: () => (IDBObjectStore.prototype.put = put) });
  });
  await select(page, "a clock by it.");
  await page.keyboard.press("1");
  await untilText(page, ".toast", /^Not saved: the disk is full\. You can go on reading\.Make room/);
  assert.deepEqual(await painted(page), { "rubricate-own-yellow": ["Nobody sets a clock"] });
  await page.click(".toast .button");
  await untilText(page, ".toast", /^Recent pages that were not saved are gone\./);
  await page.evaluate(() => /** @type {any} */ (window).freeDisk());
  await select(page, "biscuit box");
  await page.keyboard.press("2");
  await untilPainted(page, "rubricate-own-green");
  await page.close();
});

test("two tabs at once lose nothing", async () => {
  const first = await openReader();
  await readSample(first, "en");
  const second = /** @type {Tab} */ (await first.browser().newPage());
  await goToReader(second);
  await readSample(second, "en");
  await first.bringToFront();
  await select(first, QUOTE);
  await first.keyboard.press("1");
  await untilPainted(first, "rubricate-own-yellow");
  await second.bringToFront();
  await untilPainted(second, "rubricate-own-yellow");
  await select(second, "biscuit box");
  await second.keyboard.press("2");
  await untilPainted(second, "rubricate-own-green");
  await first.bringToFront();
  await untilPainted(first, "rubricate-own-green");
  assert.deepEqual(Object.keys(await painted(first)).sort(), ["rubricate-own-green", "rubricate-own-yellow"]);
  await second.close();
  await first.close();
});

test("announced highlights stand in the accessibility tree, and come off again", async () => {
  const page = await openReader({ choices: { announce: "on" } });
  await readSample(page, "en");
  const before = await page.$eval(".body", (body) => body.innerHTML);
  await select(page, QUOTE);
  await page.keyboard.press("1");
  await page.waitForSelector(".body mark");
  assert.equal(await textOf(page, ".body mark"), QUOTE);
  assert.deepEqual((await painted(page))["rubricate-own-yellow"], [QUOTE]);
  const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
  assert.match(tree, /highlight start/);
  await page.keyboard.press("o");
  await page.waitForSelector("#tab-highlights");
  await page.click("#tab-highlights");
  await page.waitForSelector(".own-item");
  await page.click('.own-item [aria-label="Remove"]');
  await until(page, () => !document.querySelector(".body mark"));
  assert.equal(await page.$eval(".body", (body) => body.innerHTML), before);
  await page.close();
});

test("a watch list marks by itself, is paused, changed and removed with undo", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await page.keyboard.press("o");
  await page.waitForSelector('[data-part="lists"]');
  assert.match(await textOf(page, '[data-part="lists"]'), /No lists yet\. Add names, terms or amounts you always want to see\./);
  await page.click('[data-part="lists"] .button');
  await page.waitForSelector("dialog form");
  await page.type("dialog input[type=text]", "People");
  await page.type("dialog textarea", "Ida Kerr\nharbour master\n\nIda Kerr");
  await page.click("dialog .dot-button:nth-child(2)");
  await page.click("dialog .main");
  await untilPainted(page, "rubricate-list-green");
  assert.deepEqual((await painted(page))["rubricate-list-green"], ["Ida Kerr", "harbour master"]);
  await goToReader(page);
  await readSample(page, "en");
  await untilPainted(page, "rubricate-list-green");
  await page.keyboard.press("n");
  await untilText(page, ".counter", /People1 \/ 2/);
  await page.keyboard.press("o");
  await page.waitForSelector(".list-row .switch");
  await page.click(".list-row .switch");
  await until(page, () => CSS.highlights.size === 0);
  await page.click('[aria-label="Change People"]');
  await page.waitForSelector("dialog .danger");
  await page.click("dialog .danger");
  await until(page, () => !document.querySelector(".list-row"));
  await page.click(".toast .button");
  await page.waitForSelector(".list-row");
  await page.close();
});

test("a stray press beside a note loses nothing of it", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await select(page, QUOTE);
  await page.keyboard.press("m");
  await page.waitForSelector("dialog textarea");
  await page.keyboard.type("half a thou");
  await page.mouse.click(8, 400);
  assert.equal(await page.$eval("dialog textarea", (field) => /** @type {HTMLTextAreaElement} */ (field).value), "half a thou");
  await page.click("dialog .main");
  await untilPainted(page, "rubricate-own-yellow-noted");
  await page.close();
});

/** Where the first highlight of yellow, and its handles, stand in the window. @param {Tab} page */
function places(page) {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("rubricate-own-yellow") ?? [];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const middle = (/** @type {DOMRect | undefined} */ box) => (box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null);
    const handle = (/** @type {string} */ side) => middle(document.querySelector(`.own-handle.${side}`)?.getBoundingClientRect());
    return { text: live.toString(), middle: /** @type {{ x: number, y: number }} */ (middle(live.getClientRects()[0])), start: handle("start"), end: handle("end") };
  });
}

/** Waits until the highlight of yellow has a text. @param {Tab} page @param {string} text */
async function untilMarked(page, text) {
  await page.waitForFunction((wanted) => {
    const [range] = CSS.highlights.get("rubricate-own-yellow") ?? [];
    return range?.startContainer.textContent?.slice(range.startOffset, range.endOffset) === wanted;
  }, {}, text);
}

/** Waits until both handles stand. @param {Tab} page */
const handled = (page) => until(page, () => document.querySelectorAll(".own-handle").length === 2);

test("a highlight that is pressed keeps its tools, and its handles make it longer and shorter, by mouse and by keys", async () => {
  const page = await openReader();
  await readSample(page, "en");
  await select(page, "sets a clock by");
  await page.keyboard.press("1");
  await untilMarked(page, "sets a clock by");
  const { middle } = await places(page);
  await page.mouse.click(middle.x, middle.y);
  await handled(page);
  // The press moved the caret; what that tells comes a little later, and shall take nothing away.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  assert.ok(await page.$(".selection-pop"));
  const { end } = await places(page);
  assert.ok(end);
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x - 200, end.y, { steps: 4 });
  await page.mouse.up();
  await until(page, () => document.querySelector(".toast"));
  const { text } = await places(page);
  assert.ok(text.length < "sets a clock by".length && "sets a clock by".startsWith(text), text);
  await page.click(".toast .plain");
  await untilMarked(page, "sets a clock by");
  await page.mouse.click(middle.x, middle.y);
  await handled(page);
  await page.focus(".own-handle.start");
  await page.keyboard.press("ArrowLeft");
  await untilMarked(page, "Nobody sets a clock by");
  await page.waitForSelector(".toast");
  await page.evaluate(() => document.querySelector(".toast")?.remove());
  await page.focus(".own-handle.end");
  await page.keyboard.press("ArrowRight");
  await untilMarked(page, "Nobody sets a clock by it");
  // It is kept once that is said; what is painted before is how it would be.
  await page.waitForSelector(".toast");
  await page.reload();
  await untilPainted(page, "rubricate-own-yellow");
  await untilMarked(page, "Nobody sets a clock by it");
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a finger draws a highlight out", async () => {
  const page = await openReader({ width: 390, height: 844 });
  await page.setViewport({ width: 390, height: 844, hasTouch: true });
  await goToReader(page);
  await readSample(page, "en");
  await select(page, "sets a clock");
  await page.keyboard.press("1");
  await untilMarked(page, "sets a clock");
  const { middle } = await places(page);
  await page.touchscreen.tap(middle.x, middle.y);
  await handled(page);
  const { start } = await places(page);
  assert.ok(start);
  await page.touchscreen.touchStart(start.x, start.y);
  await page.touchscreen.touchMove(start.x - 20, start.y);
  await page.touchscreen.touchMove(start.x - 90, start.y);
  await page.touchscreen.touchEnd();
  await until(page, () => document.querySelector(".toast"));
  const { text } = await places(page);
  assert.ok(text.length > "sets a clock".length && text.endsWith("sets a clock"), text);
  await page.close();
});
