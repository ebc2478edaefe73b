// make pictures: photographs the extension in Chromium into docs/pictures, or the folder that is named (with a slash).
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { put } from "../tests/browser/harness.js";
import { startPerson } from "../tests/extension/person.js";

/** @typedef {import("../tests/extension/chromium.js").ChromiumTab} Tab */

const folder = process.argv[2] ?? fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

/** A page that is dark by itself. */
const DARK = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The last ferry</title>
<style>body{margin:4rem auto;max-width:42rem;background:#101418;color:#e6e8ea;font:19px/1.6 Georgia,serif}a{color:#8ab4f8}</style>
<h1>The last ferry keeps its bell</h1><p>A letter from the <a href="/">harbour</a> board came on Thursday: the fare goes up, the ferry stays.</p>
<p>For eleven winters the last boat of the day has rung a brass bell at ten to midnight, and nobody has written down why.</p>
<p>“It is what tells the island that the day is over,” says Ida Kerr, who has sold tickets on the north pier for as long. The money for a new deck is promised for March.</p>
<p>Nineteen letters were sent about the noise. Four were about the bell; fifteen, the clerk noted, were about the bins.</p>`;
const DESK = { width: 1280, height: 800 };
const PANEL = { width: 320, height: 800 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

const person = await startPerson();

/** @param {Tab} tab @param {{ width: number, height: number }} size @param {"light" | "dark"} scheme @param {string} name */
async function picture(tab, size, scheme, name) {
  await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await tab.page.setViewport(size);
  await settled();
  writeFileSync(`${folder}extension-${name}.webp`, await tab.page.screenshot({ type: "webp", quality: 85 }));
}

await person.putList({ id: "l1", name: "Money", hue: "green", terms: ["letter", "pound", "fare", "cost", "money", "price"], whole: "start", created: 1 });
await person.putList({ id: "l2", name: "The ship", hue: "blue", terms: ["ferry", "bell", "harbour", "boat", "deck"], whole: "start", created: 2 });
const page = /** @type {Tab} */ (await person.open("/reader/samples/ferry.html"));
await page.page.setViewport(DESK);
await person.mark(page);
await person.until(async () => ((await person.call(page, "report"))?.count ?? 0) > 3, "marks");
await page.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ ([...document.querySelectorAll("p")].find((one) => (one.textContent ?? "").length > 120))));
await page.key("1");
await person.call(page, "openBar");
await page.key("n");
await picture(page, DESK, "light", "page");

put("/dark.html", DARK);
const dark = /** @type {Tab} */ (await person.open("/dark.html"));
await dark.page.setViewport(DESK);
await person.mark(dark);
await person.until(async () => ((await person.call(dark, "report"))?.count ?? 0) > 3, "marks");
await person.select(dark, "p:nth-of-type(2)");
await dark.key("3");
await person.until(async () => (await person.painted(dark))["rubricate-own-blue-dark"]?.length === 1, "a highlight");
await person.call(dark, "openBar");
await dark.key("n");
await dark.key("n");
await picture(dark, DESK, "dark", "page-dark");

const panel = /** @type {Tab} */ (await person.driver.open(`${person.driver.origin}/extension/common/pages/panel.html?tab=${await person.tabId(page)}`));
await person.until(() => panel.run(() => document.querySelectorAll(".match").length > 3), "the panel");
await picture(panel, PANEL, "light", "panel");
await picture(panel, PANEL, "dark", "panel-dark");

const reader = /** @type {Tab} */ (await person.read(page));
await person.until(() => reader.run(() => CSS.highlights.has("rubricate-list-blue")), "the reader");
await picture(reader, DESK, "light", "reader");
await picture(reader, DESK, "dark", "reader-dark");
await picture(/** @type {Tab} */ (person.desk), { width: 900, height: 1100 }, "light", "options");
await person.end();
