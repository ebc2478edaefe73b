// What the browser itself has around pages: shortcuts, the side panel, files of this computer.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { WORK, browserName, person, withPerson } from "./person.js";

withPerson({ lists: [WORK] });

const RESERVED = browserName === "firefox" ? "about:license" : "chrome://version";
const READER = "/extension/common/pages/reader.html";

test("there are commands to press keys for, and one marks the page", async () => {
  const names = await person.desk.run(async () => (await chrome.commands.getAll()).map(({ name }) => name));
  assert.deepEqual(names.sort(), ["_execute_action", "mark-page", "open-panel"]);
  const tab = await person.open("/article.html");
  await (await person.read(tab)).close();
  await person.command(tab, "mark-page");
  await person.expectCount(tab, 7);
  await person.until(() => tab.run(() => document.querySelector("rubricate-bar") !== null), "the bar");
  await tab.close();
});

test("where no extension may mark, each command and entry of the menu opens a sentence that says so", async () => {
  const tab = await person.driver.open(RESERVED);
  const presses = [() => person.command(tab, "mark-page"), ...["everywhere", "own:pink", "quote", "off"].map((entry) => () => person.menu(tab, entry, "word"))];
  for (const press of presses) {
    const reader = await person.driver.opened(person.driver.origin + READER, press);
    await person.expectText(reader, /keep extensions out/);
    await reader.close();
  }
  await tab.close();
});

test("the browser's side panel shows the tab in front", async () => {
  const tab = await person.open("/strict.html");
  await person.mark(tab);
  const text = await person.driver.openSidePanel(person.desk, tab);
  const shows = (/** @type {RegExp} */ words) => {
    let seen = "";
    return person.until(async () => words.test((seen = await text())), () => `${words} in ${seen}`);
  };
  await shows(/Work\s*7[^]*to keep the last ferry of the day/);
  const other = await person.open("/dark.html");
  await shows(/sees a page only when you ask/);
  await tab.front();
  await shows(/Work\s*7/);
  await other.close();
  await tab.close();
});

test("a file of this computer is read where that is allowed; where not, a sentence says how", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rubricate-file-"));
  try {
    const file = join(folder, "kept.html");
    writeFileSync(file, `<!doctype html><title>From disk</title><article><h1>From disk</h1>${"<p>The harbour, the ferry, and the long night of those who wait for both of them in the rain.</p>".repeat(8)}</article>`);
    const tab = await person.driver.open(pathToFileURL(file).href);
    const reader = await person.read(tab);
    await person.expectText(reader, /From disk[^]*the long night of those who wait/);
    await reader.close();
    if (browserName === "firefox") return;
    await person.driver.forbidFiles();
    const again = await person.driver.open(pathToFileURL(file).href);
    await person.expectText(await person.read(again), /Allow access to file URLs/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
