// Sites that a person granted: lists are marked there by themselves, until the grant is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORK, person, withPerson } from "./person.js";

const SITE = "http://localhost/*";
const OTHER = "http://127.0.0.1/*";

withPerson({ hosts: [SITE, OTHER], lists: [WORK] });

/** @param {import("./person.js").Tab} tab */
const names = async (tab) => Object.keys(await person.painted(tab));

test("nothing is marked on a page that nobody asked for", async () => {
  const tab = await person.open("/article.html");
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.deepEqual(await names(tab), []);
  await tab.close();
});

test("a frame of another site is marked only once its site is granted", async () => {
  const tab = await person.open("/foreign.html");
  await person.mark(tab);
  await person.expectCount(tab, 1);
  await person.until(async () => (await person.badge(tab)) === "1", "a badge of 1");
  await person.driver.grant(OTHER);
  await person.mark(tab);
  await person.until(async () => (await person.badge(tab)) === "7", "the frame's marks too");
  await person.driver.withdraw(OTHER);
  await tab.close();
});

test("on a chosen and granted site lists are marked by themselves; taken back, marks go at once and stay away", async () => {
  await person.driver.grant(SITE);
  await person.ask("sites.add", { origins: [SITE] });
  assert.deepEqual(await person.ask("sites.list"), [SITE]);
  const tab = await person.open("/strict.html");
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"]?.length === 7, "marks without a press");
  await person.killBackground();
  await tab.reload();
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"]?.length === 7, "marks after a background was stopped");
  await person.driver.withdraw(SITE);
  await person.until(async () => (await names(tab)).length === 0, "no marks");
  await tab.reload();
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.deepEqual(await names(tab), []);
  assert.deepEqual(await person.ask("sites.list"), []);
  await tab.close();
});

test("own highlights come back by themselves on a granted site", async () => {
  await person.driver.grant(SITE);
  await person.ask("sites.add", { origins: [SITE] });
  const tab = await person.open("/article.html");
  await person.until(async () => (await names(tab)).length > 0, "the script in the page");
  await tab.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(5)"))));
  await tab.key("2");
  await person.until(async () => (await person.painted(tab))["rubricate-own-green"]?.length === 1, "a highlight");
  await tab.close();
  const again = await person.open("/article.html");
  await person.until(async () => (await person.painted(again))["rubricate-own-green"]?.length === 1, "the highlight again");
  await person.forgetHighlights();
  await again.close();
});
