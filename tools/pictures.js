// make pictures: photographs every screen of the reader (phone, tablet, desk; three themes; English and Chinese) into
// target/pictures, and those that README.md and docs/reader.md show into docs/pictures.
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { end } from "../tests/browser/harness.js";
import { openReader, readSample, select, until } from "../tests/browser/reader-steps.js";

/** @typedef {import("../tests/browser/reader-steps.js").Tab} Tab */

const root = fileURLToPath(new URL("../", import.meta.url));
const all = `${root}target/pictures/`;
const shown = `${root}docs/pictures/`;

const SIZES = { phone: { width: 390, height: 844, isMobile: true, hasTouch: true }, tablet: { width: 820, height: 1100 }, desk: { width: 1440, height: 900 } };
const THEMES = /** @type {const} */ (["light", "sepia", "dark"]);
const LANGUAGES = /** @type {const} */ ([
  ["en", "en"],
  ["zh", "zh-Hans"],
]);

/** A sentence of each sample worth keeping, a word to look for, and the one to note. */
const WORDS = {
  en: { quote: "Nineteen letters were sent. Four were about the bell.", query: "bell" },
  zh: { quote: "这是夜间开放的第一百个晚上。", query: "图书馆" },
};

/** What docs and README show, of all that is made. */
const SHOWN = ["start-desk-light-en", "words-desk-light-en", "article-desk-light-en", "article-phone-dark-zh", "words-desk-sepia-en", "about-desk-light-zh", "highlights-desk-dark-en", "words-phone-light-zh", "settings-tablet-sepia-zh"];

const settled = () => new Promise((resolve) => setTimeout(resolve, 450));

/** @param {Tab} page @param {string} name */
const photograph = (page, name) => page.screenshot({ path: `${all}${name}.webp`, quality: 88 });

/** A person's highlight, so that there is one to see. @param {Tab} page @param {"en" | "zh"} tag */
async function highlight(page, tag) {
  await select(page, WORDS[tag].quote);
  await page.keyboard.press("1");
  await until(page, () => CSS.highlights.has("rubricate-own-yellow"));
  await page.evaluate(() => scrollTo(0, 0));
}

/** The screens of an article in the order they are come to. @type {[string, (page: Tab, tag: "en" | "zh") => Promise<unknown>][]} */
const SCREENS = [
  ["article", async (page, tag) => {
    await readSample(page, tag);
    await highlight(page, tag);
    await page.click(".chip[data-term]");
    await until(page, () => CSS.highlights.has("rubricate-keyword"));
  }],
  ["words", async (page) => {
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.keyboard.press("o");
    await page.waitForSelector(".match");
  }],
  ["highlights", (page) => page.click("#tab-highlights")],
  ["outline", (page) => page.click("#tab-outline")],
  ["about", async (page) => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => scrollTo(0, 0));
    await page.click(".aside-count");
    await page.waitForSelector(".aside-list");
  }],
  ["find", async (page, tag) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.waitForSelector(".find-bar input");
    await page.type(".find-bar input", WORDS[tag].query);
    await until(page, () => CSS.highlights.has("rubricate-find"));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  }],
  ["settings", async (page) => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll(".letters, .target:last-of-type")].find((one) => one.checkVisibility() && !one.closest(".find"))).click());
    await page.waitForSelector(".settings");
  }],
];

mkdirSync(all, { recursive: true });
mkdirSync(shown, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of THEMES) {
    for (const [tag, language] of LANGUAGES) {
      const name = (/** @type {string} */ screen) => `${screen}-${size}-${theme}-${tag}`;
      const page = await openReader({ ...viewport, choices: { theme, language } });
      await page.setViewport(viewport);
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      await settled();
      await photograph(page, name("start"));
      for (const [screen, go] of SCREENS) {
        await go(page, tag);
        await settled();
        await photograph(page, name(screen));
      }
      await page.close();
    }
  }
}
for (const name of SHOWN) copyFileSync(`${all}${name}.webp`, `${shown}${name}.webp`);
await end();
