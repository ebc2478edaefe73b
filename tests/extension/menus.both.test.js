// What the context menu of a page offers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORK, person, withPerson } from "./person.js";

withPerson({ lists: [WORK] });

/** A page that a press has opened to the extension. */
async function pressed() {
  const tab = await person.open("/article.html");
  await (await person.read(tab)).close();
  await tab.front();
  return tab;
}

/** @param {string} name of a list @returns {Promise<string[] | undefined>} */
async function termsOf(name) {
  return (await person.lists()).find((list) => list.name === name)?.terms;
}

/** How many of our elements stand in a page. @param {import("./person.js").Tab} tab */
const hosts = (tab) => tab.run(() => document.querySelectorAll("rubricate-bar").length);

test("the page is marked, with the bar", async () => {
  const tab = await pressed();
  await person.menu(tab, "mark");
  await person.expectCount(tab, 7);
  await person.until(async () => (await hosts(tab)) === 1, "the bar");
  await tab.close();
});

test("the selection is marked everywhere, as long as the bar is there", async () => {
  const tab = await pressed();
  await person.menu(tab, "everywhere", "council");
  await person.until(async () => (await person.painted(tab))["rubricate-find"]?.length === 2, "two matches");
  await tab.key("Escape");
  await person.until(async () => !("rubricate-find" in (await person.painted(tab))) && (await hosts(tab)) === 0, "neither");
  await tab.close();
});

test("the selection becomes a highlight in the colour that is chosen", async () => {
  const tab = await pressed();
  await person.select(tab, "article p:nth-of-type(4)");
  await person.menu(tab, "own:pink");
  await person.until(async () => (await person.painted(tab))["rubricate-own-pink"]?.length === 1, "a highlight");
  await person.forgetHighlights();
  await tab.close();
});

test("the selection goes on a list, and on a new one", async () => {
  const tab = await pressed();
  await person.menu(tab, "mark");
  await person.expectCount(tab, 7);
  await person.menu(tab, "add:l1", "council");
  await person.expectCount(tab, 9);
  await person.menu(tab, "add:", "  Marit\n Solheim ");
  await person.expectCount(tab, 10);
  assert.deepEqual(await termsOf("Marit Solheim"), ["Marit Solheim"]);
  await person.putList(WORK);
  await tab.close();
});

test("a marked word goes off its list by a press on it, and comes back", async () => {
  const tab = await pressed();
  await person.menu(tab, "mark");
  await person.until(async () => (await person.call(tab, "report"))?.words.some((/** @type {any} */ one) => one.word === "Economy"), "marks");
  // A part of the marked word is selected: the whole word is meant.
  await tab.run(() => {
    const text = /** @type {Text} */ (document.querySelector("nav a:nth-of-type(2)")?.firstChild);
    getSelection()?.setBaseAndExtent(text, 1, text, 4);
  });
  await person.menu(tab, "off", "con");
  /** @type {any} */
  let left = [];
  await person.until(async () => (left = await person.lists()).find((list) => list.id === "l1").terms.join() === "ferry", () => `the list without it: ${JSON.stringify(left)}`);
  await person.until(async () => !(await person.call(tab, "report")).words.some((/** @type {any} */ one) => one.word === "Economy"), "the page without it");
  assert.equal(await hosts(tab), 1, "bar and sentence stand in one element");
  await tab.key("Tab");
  const undone = () => person.desk.run(async (tabId) => {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: () => chrome.runtime.sendMessage({ name: "words.undo" }) });
    return result !== undefined;
  }, tabId);
  const tabId = await person.tabId(tab);
  assert.equal(await undone(), true);
  assert.deepEqual(await termsOf("Work"), ["ferry", "economy"]);
  await undone();
  assert.deepEqual(await termsOf("Work"), ["ferry", "economy"], "nothing is put back twice");
  await person.putList(WORK);
  await tab.close();
});

test("a quote is copied with its source", async () => {
  const tab = await pressed();
  await tab.run(() => (document.title = "The [night] ferry"));
  // A press of a person's own: the real menu is opened by one.
  await tab.key("j");
  await person.select(tab, "article p:nth-of-type(2)");
  await person.menu(tab, "quote", "Its chair");
  let text = "";
  await person.until(async () => (text = await person.driver.clipboard(tab)).startsWith("> "), () => `a quote: ${text}`);
  assert.match(text, /^> The harbour council voted[^]*\[The \\\[night\\\] ferry\]\(http:\/\/localhost:\d+\/article\.html\)\n$/);
  await tab.close();
});
