// Every screen of the reader that a person meets and how they come there, one after the other, at any size and in any language of
// the interface: for axe, and for the pictures.
import { find, giveFiles, painted, readSample, select, until, untilPainted, untilText } from "./reader-steps.js";

/** @typedef {import("./reader-steps.js").Tab} Tab */
/** @typedef {"en" | "zh"} Tag */

/** What each sample is walked with: a sentence worth keeping, one worth noting, a word to look for, words for a list. */
const WORDS = {
  en: { kept: "Nineteen letters were sent. Four were about the bell.", noted: "Nobody sets a clock by it.", note: "Ask Ida about this.", query: "bell", part: "harb", list: "People", terms: "Ida Kerr\nharbour master" },
  zh: { kept: "这是夜间开放的第一百个晚上。", noted: "有的人不是来看书的", note: "问问馆长。", query: "图书馆", part: "图书馆员", list: "人物", terms: "沈以宁\n何师傅\n小吴" },
};

const LINE = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
/** @param {string} title */
const story = (title) => `<title>${title}</title><article><h1>${title}</h1>${LINE.repeat(5)}</article>`;
const FILES = [
  { name: "tides-at-the-quay.html", text: story("Tides at the quay") },
  { name: "minutes-of-the-harbour-board-and-its-committees-for-the-winter-half-of-the-year.pdf", text: "%PDF-1.7" },
  { name: "the-third-step.html", text: story("The third step, and what the water left on it when it went in the morning") },
];
const LISTING = `<!-- saved from url=(0022)https://tides.example/ --><!doctype html><title>Tide news</title><body><nav><a href="/">News</a></nav><main><h1>Tide news</h1>${Array.from({ length: 14 }, (_, at) => `<article class="card"><h3><a href="/story/${at}">The ${at}th story of the tide and the quay</a></h3></article>`).join("")}</main></body>`;
/** Nothing fits: wide tables and code, pictures to be asked for, long words and headings. */
const WIDE = `<!-- saved from url=(0027)https://tides.example/wide/ --><!doctype html><html lang="en"><title>What does not fit a column: tables, code, pictures, and Donaudampfschifffahrtsgesellschaftskapitänswitwe</title><article><h1>What does not fit a column: tables, code, pictures, and Donaudampfschifffahrtsgesellschaftskapitänswitwe</h1>${LINE.repeat(2)}<figure><img src="/quay.jpg" alt="The quay at low water, with the third step dry" width="1200" height="800"><figcaption>The quay at low water. Photo: A. Kerr</figcaption></figure>${LINE}<table><thead><tr>${Array.from({ length: 9 }, (_, at) => `<th>Month ${at + 1}</th>`).join("")}</tr></thead><tbody><tr>${Array.from({ length: 9 }, (_, at) => `<td>${at * 7 + 3}.${at} metres above the step</td>`).join("")}</tr></tbody></table>${LINE}<pre><code>for step in quay.steps():\n    if step.height < tide.height(at=midnight, of="the spring of the year before last"):\n        step.wet = True</code></pre><ul><li>one</li><li>two, with a little more to say<ul><li>and one within</li></ul></li></ul><p><img src="/boat.jpg" alt=""></p>${LINE}</article></html>`;

/** Presses the first of these that is seen. @param {Tab} page @param {string} selector @param {string} [shown] what stands then */
async function press(page, selector, shown) {
  await page.evaluate((wanted) => {
    const found = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(wanted)]);
    const seen = found.find((one) => one.checkVisibility());
    if (!seen) throw new Error(`nothing to press: ${wanted}`);
    seen.click();
  }, selector);
  if (shown) await page.waitForSelector(shown);
}

/** Closes what is on top. @param {Tab} page @param {string} gone what is closed then */
async function close(page, gone) {
  await page.keyboard.press("Escape");
  await page.waitForFunction((selector) => !document.querySelector(selector), {}, gone);
}

const BACK = ".bar .icon-button:has(.icon-back), .message .buttons > :last-child";
const MORE = ".bar .icon-button:has(.icon-more)";
const SETTINGS = ".bar .letters, .target:last-of-type";

/** @param {Tab} page @param {"highlights" | "outline" | "about"} tab @param {string} shown */
async function openTab(page, tab, shown) {
  await page.click(`#tab-${tab}`);
  await page.waitForSelector(shown);
}

/** @type {[string, (page: Tab, tag: Tag) => Promise<unknown>][]} */
export const SCREENS = [
  ["start", async () => {}],
  ["paste", (page) => press(page, ".drop .button:nth-child(2)", "dialog textarea")],
  ["files", async (page) => {
    await close(page, "dialog");
    await giveFiles(page, FILES);
    await until(page, () => document.querySelectorAll("dialog li").length === 3);
  }],
  ["stories", async (page) => {
    await close(page, "dialog");
    await giveFiles(page, [{ name: "front.html", text: LISTING }]);
    await page.waitForSelector(".stories");
  }],
  ["wide", async (page) => {
    await press(page, BACK, ".start");
    await giveFiles(page, [{ name: "wide.html", text: WIDE }]);
    await until(page, () => document.querySelector(".picture-offer") && document.querySelector(".match-strip"));
  }],
  ["recent", (page) => press(page, BACK, ".start .recent")],
  ["article", async (page, tag) => {
    await readSample(page, tag);
    await select(page, WORDS[tag].kept);
    await page.keyboard.press("1");
    await untilPainted(page, "rubricate-own-yellow");
    await page.click(".chip[data-term]");
    await untilPainted(page, "rubricate-keyword");
    await page.evaluate(() => scrollTo(0, 0));
  }],
  ["picture", (page) => press(page, ".body img", "dialog img")],
  ["footnote", async (page) => {
    await close(page, "dialog");
    if (!(await page.$(".body sup a"))) return;
    await page.$eval(".body sup a", (link) => link.scrollIntoView({ block: "center" }));
    await press(page, ".body sup a", "[popover]");
  }],
  ["selection", async (page, tag) => {
    await page.keyboard.press("Escape");
    await select(page, WORDS[tag].noted);
    await page.waitForSelector(".tools .dot-button");
  }],
  ["note", async (page, tag) => {
    await page.keyboard.press("m");
    await page.waitForSelector("dialog textarea");
    await page.type("dialog textarea", WORDS[tag].note);
  }],
  ["own", async (page) => {
    await press(page, "dialog .main");
    await untilPainted(page, "rubricate-own-yellow-noted");
    const { x, y } = await page.evaluate(() => {
      const [range] = CSS.highlights.get("rubricate-own-yellow-noted") ?? [];
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const [box] = live.getClientRects();
      return { x: box.left + 20, y: box.top + box.height / 2 };
    });
    await page.mouse.click(x, y);
    await page.waitForSelector(".own-handle");
  }],
  ["find", async (page, tag) => {
    await page.keyboard.press("Escape");
    await find(page, WORDS[tag].query);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await untilPainted(page, "rubricate-current-find");
  }],
  ["no-match", async (page, tag) => {
    await page.click('[data-choice="wholeWord"]');
    await page.$eval(".find-bar input", (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.type(".find-bar input", WORDS[tag].part);
    await untilText(page, ".find-empty", new RegExp(WORDS[tag].part));
  }],
  ["words", async (page) => {
    await page.click('[data-choice="wholeWord"]');
    await page.keyboard.press("Escape");
    if (!(await painted(page))["rubricate-keyword"]) await press(page, ".chip[data-term]");
    await untilPainted(page, "rubricate-keyword");
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.keyboard.press("o");
    await page.waitForSelector(".match");
  }],
  ["list", async (page, tag) => {
    await press(page, '[data-part="lists"] > .button', "dialog form");
    await page.type("dialog input[type=text]", WORDS[tag].list);
    await page.type("dialog textarea", WORDS[tag].terms);
  }],
  ["lists", async (page) => {
    await press(page, "dialog .main", ".list-row");
    await untilPainted(page, "rubricate-list-blue");
  }],
  ["highlights", (page) => openTab(page, "highlights", ".own-item")],
  ["no-highlights", async (page) => {
    for (let left = 2; left > 0; left--) {
      await page.waitForFunction((count) => document.querySelectorAll(".own-item").length === count, {}, left);
      await press(page, ".own-item .icon-button:has(.icon-bin)", ".toast");
    }
    await until(page, () => !document.querySelector(".own-item"));
  }],
  ["outline", async (page) => {
    await press(page, ".toast .icon-button");
    await openTab(page, "outline", ".outline-item");
  }],
  ["about", (page) => openTab(page, "about", ".aside-list")],
  ["aside", async (page) => {
    await close(page, ".panel");
    await page.evaluate(() => scrollTo(0, 0));
    await press(page, ".aside-count", ".aside-list");
  }],
  ["pick", (page) => press(page, '[data-part="aside"] .buttons .button', ".pick-row")],
  ["settings", async (page) => {
    await close(page, "dialog");
    await close(page, ".panel");
    await press(page, SETTINGS, ".settings");
  }],
  ["more-settings", (page) => press(page, ".more-settings > summary")],
  ["menu", async (page) => {
    await close(page, ".settings");
    await press(page, MORE, ".menu");
  }],
  ["help", async (page) => {
    await close(page, ".menu");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog .keys");
  }],
  ["refused", async (page) => {
    await close(page, "dialog");
    await page.keyboard.press("Escape");
    await press(page, BACK, ".start");
    await giveFiles(page, [FILES[1]]);
    await page.waitForSelector(".toast");
  }],
];
