// axe-core on the extension's own pages, in light and dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { WORK, person, withPerson } from "./person.js";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

withPerson({ lists: [WORK] });

/** @param {import("./chromium.js").ChromiumTab} tab @returns {Promise<string[]>} */
async function violations({ page }) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ found) => found.nodes.map((/** @type {any} */ node) => `${found.id}: ${node.html.slice(0, 160)} ${node.any?.[0]?.message ?? ""}`));
  });
}

test("axe finds nothing on the options, the panel and the reader's refusal, in light and dark", async () => {
  const page = await person.open("/article.html");
  await person.mark(page);
  const panel = `panel.html?tab=${await person.tabId(page)}`;
  const SCREENS = /** @type {[string, RegExp][]} */ ([["options.html", /Work/], [panel, /Work\s*7/], ["panel.html?tab=999999", /./], ["reader.html?tab=999999", /The page was closed/]]);
  for (const [address, words] of SCREENS) {
    const tab = /** @type {import("./chromium.js").ChromiumTab} */ (await person.driver.open("about:blank"));
    for (const scheme of ["light", "dark"]) {
      await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await tab.page.goto(`${person.driver.origin}/extension/common/pages/${address}`);
      await person.expectText(tab, words);
      assert.deepEqual(await violations(tab), [], `${address}, ${scheme}`);
    }
    await tab.close();
  }
});
