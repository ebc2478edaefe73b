// make pictures: photographs every screen of the reader (phone, tablet, desk; three themes; English and Chinese) into
// target/pictures, and those that README.md and docs/reader.md show into docs/pictures. `node tools/pictures.js desk-dark` takes
// the screens of some sizes, themes and languages.
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { end } from "../tests/browser/harness.js";
import { SCREENS } from "../tests/browser/reader-screens.js";
import { openReader } from "../tests/browser/reader-steps.js";

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

/** What docs and README show, of all that is made. */
const SHOWN = ["start-desk-light-en", "words-desk-light-en", "article-desk-light-en", "article-phone-dark-zh", "words-desk-sepia-en", "about-desk-light-zh", "highlights-desk-dark-en", "words-phone-light-zh", "settings-tablet-sepia-zh"];

const settled = () => new Promise((resolve) => setTimeout(resolve, 450));

/** @param {Tab} page @param {string} name */
const photograph = (page, name) => page.screenshot({ path: `${all}${name}.webp`, quality: 88 });

const [part = ""] = process.argv.slice(2);
mkdirSync(all, { recursive: true });
mkdirSync(shown, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of THEMES) {
    for (const [tag, language] of LANGUAGES) {
      const kind = `${size}-${theme}-${tag}`;
      if (!kind.includes(part)) continue;
      const page = await openReader({ ...viewport, choices: { theme, language } });
      await page.setViewport(viewport);
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      for (const [screen, go] of SCREENS) {
        await go(page, tag);
        await settled();
        await photograph(page, `${screen}-${kind}`);
      }
      await page.close();
    }
  }
}
for (const name of SHOWN.filter((one) => one.includes(part))) copyFileSync(`${all}${name}.webp`, `${shown}${name}.webp`);
await end();
