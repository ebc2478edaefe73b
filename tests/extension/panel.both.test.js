// The panel beside a live page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORK, person, withPerson } from "./person.js";

/** @typedef {import("./person.js").Tab} Tab */

/** @type {Tab} */
let tab;
/** @type {Tab} */
let panel;

withPerson({ lists: [WORK, { id: "l2", name: "People", hue: "pink", terms: ["Solheim"], created: 2 }] }, async () => {
  tab = await person.open("/strict.html");
  await person.mark(tab);
  await person.expectCount(tab, 8);
  panel = await person.driver.open(`${person.driver.origin}/extension/common/pages/panel.html?tab=${await person.tabId(tab)}`);
  await expectText(/Work\s*7/);
});

/** @param {RegExp} words */
const expectText = (words) => person.expectText(panel, words);
/** @param {string} selector @param {string} words */
const press = (selector, words) => person.press(panel, selector, words);

test("lists stand with their counts, matches with their sentences, and a press goes there on the page", async () => {
  await expectText(/Work\s*7[\s\S]*People\s*1/);
  await expectText(/Work: 7 matches[\s\S]*to keep the last ferry of the day/);
  await press(".match", "it costs is fuel");
  await person.until(async () => (await person.painted(tab))["rubricate-current-green"]?.[0] === "economy", "the match on the page");
  await person.until(() => panel.run(() => document.querySelector('.match[aria-current="true"]')?.textContent?.includes("it costs is fuel") ?? false), "the match in the panel");
});

test("what is typed is found on the page", async () => {
  await panel.run(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector(".find-input"));
    field.value = "council";
    field.dispatchEvent(new Event("input"));
  });
  await person.until(async () => (await person.painted(tab))["rubricate-find"]?.length === 2, "two matches");
  await expectText(/council: 2 matches/);
  await panel.run(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector(".find-input"));
    field.value = "";
    field.dispatchEvent(new Event("input"));
  });
  await person.until(async () => !("rubricate-find" in (await person.painted(tab))), "no matches");
});

test("a keyword that is pressed is painted, and taken off by another press", async () => {
  await press(".chip", "economy");
  await person.until(async () => (await person.painted(tab))["rubricate-keyword"]?.length >= 2, "the keyword");
  await person.until(() => panel.run(() => document.querySelector('.chip[aria-pressed="true"]') !== null), "a chip that is on");
  await press(".chip", "economy");
  await person.until(async () => !("rubricate-keyword" in (await person.painted(tab))), "nothing of it");
});

test("marks are hidden and shown, and a site can be left alone with two presses", async () => {
  await press("button", "Hide marks");
  await person.until(async () => Object.keys(await person.painted(tab)).length === 0, "hidden marks");
  await press("button", "Show marks");
  await press(".switch", "Mark my lists on this site");
  await person.expectCount(tab, 0);
  const isOff = () => panel.run(() => document.querySelector('.switch[aria-label^="Mark my lists"]')?.getAttribute("aria-checked") === "false");
  await person.until(isOff, "a switch that is off");
  await press(".switch", "Mark my lists on this site");
  await person.expectCount(tab, 8);
});

test("highlights stand with their quotes and are recoloured and removed", async () => {
  await tab.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(3)"))));
  await person.call(tab, "markSelection", "yellow");
  await press(".tab", "Highlights");
  await expectText(/Its chair, Marit Solheim/);
  await press(".own-tools button", "Pink");
  await person.until(async () => (await person.painted(tab))["rubricate-own-pink"]?.length === 1, "pink");
  await press(".own-tools button", "Remove");
  await person.until(async () => !("rubricate-own-pink" in (await person.painted(tab))), "no highlight");
  await press(".toast button", "Undo");
  await person.until(async () => (await person.painted(tab))["rubricate-own-pink"]?.length === 1, "it again");
  await person.forgetHighlights();
});

test("outline and about tell of the page", async () => {
  await press(".tab", "Outline");
  await expectText(/The night ferry stays/);
  await press(".tab", "About");
  await expectText(/Set aside: \d+ block[\s\S]*Navigation[\s\S]*Home Economy Sport/);
});

test("a page that is not seen is told of, with what to do", async () => {
  const other = await person.open("/article.html");
  const unseen = await person.driver.open(`${person.driver.origin}/extension/common/pages/panel.html?tab=${await person.tabId(other)}`);
  await person.until(() => unseen.run(() => document.body.innerText.includes("sees a page only when you ask")), "the sentence");
  assert.equal(await unseen.run(() => document.querySelectorAll("button").length > 0), true);
  await unseen.close();
  await other.close();
});
