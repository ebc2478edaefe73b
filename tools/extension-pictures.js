// make pictures: photographs the extension in Chromium into docs/pictures, on the reader's own sample pages.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startPerson } from "../tests/extension/person.js";

/** @typedef {import("../tests/extension/chromium.js").ChromiumTab} Tab */

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

const DESK = { width: 1280, height: 800 };
const PANEL = { width: 320, height: 800 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

const person = await startPerson();

/** @param {Tab} tab @param {{ width: number, height: number }} size @param {"light" | "dark"} scheme @param {string} name */
async function picture(tab, size, scheme, name) {
  await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await tab.page.setViewport(size);
  await settled();
  writeFileSync(`${folder}extension-${name}.png`, await tab.page.screenshot());
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
