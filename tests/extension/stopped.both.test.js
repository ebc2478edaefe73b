// The background is stopped when it is idle, and may be stopped at any time: nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { putPages } from "./pages.js";
import { browserName, startPerson } from "./person.js";

/** @type {import("./person.js").Person} */
let person;
const WORK = { id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"] };

before(async () => {
  await putPages();
  person = await startPerson();
  await person.putList(WORK);
});
after(() => person.end());

test("a press on a stopped background opens the reader", async () => {
  const tab = await person.open("/article.html");
  await person.killBackground();
  const reader = await person.read(tab);
  await person.until(async () => (await reader.run(() => document.title)) === "The night ferry stays", "the reader");
  await reader.close();
  await tab.close();
});

test("a reader whose background is stopped as it opens opens all the same", { skip: browserName === "firefox" && "its remote protocol does one thing at a time" }, async () => {
  const tab = await person.open("/long.html");
  const opening = person.read(tab);
  await new Promise((resolve) => setTimeout(resolve, 80));
  await person.killBackground();
  const reader = await opening;
  await person.until(async () => (await reader.run(() => document.title)) === "A long night", "the reader");
  await reader.close();
  await tab.close();
});

test("a highlight made while the background is stopped is kept", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  await person.expectCount(tab, 7);
  await person.killBackground();
  await tab.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(4)"))));
  await tab.key("1");
  await person.until(async () => (await person.painted(tab))["rubricate-own-yellow"]?.length === 1, "a highlight");
  await person.killBackground();
  await tab.reload();
  await person.mark(tab);
  await person.until(async () => (await person.painted(tab))["rubricate-own-yellow"]?.length === 1, "the highlight again");
  await person.forgetHighlights();
  await tab.close();
});

test("counts, steps and a page that changes go on after the background was stopped", async () => {
  const tab = await person.open("/app.html");
  await person.mark(tab);
  await person.expectCount(tab, 6);
  await person.killBackground();
  await tab.key("n");
  assert.equal(Object.keys(await person.painted(tab)).length, 2);
  await tab.run(() => document.querySelector("button")?.click());
  await person.expectCount(tab, 4);
  await person.until(async () => (await person.badge(tab)) === "4", "a badge of 4");
  await tab.close();
});

test("a list changed while the background is stopped reaches open pages", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  await person.expectCount(tab, 7);
  await person.killBackground();
  await person.putList({ ...WORK, terms: ["ferry"] });
  await person.expectCount(tab, 4);
  await person.putList(WORK);
  await tab.close();
});
