// The background is stopped when it is idle, and may be stopped at any time: nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORK, browserName, person, withPerson } from "./person.js";

/** @typedef {import("./person.js").Tab} Tab */

withPerson({ lists: [WORK] });

test("a press on a stopped background opens the reader", async () => {
  const tab = await person.open("/article.html");
  await person.killBackground();
  const reader = await person.read(tab);
  await person.until(async () => (await reader.run(() => document.title)) === "The night ferry stays", "the reader");
  await reader.close();
  await tab.close();
});

/** @typedef {{ act: (tab: Tab) => Promise<unknown>, came: (tab: Tab) => Promise<boolean> }} Action what a person does, and whether it came to its end */

/** @param {string} name @returns {(tab: Tab) => Promise<boolean>} */
const isPainted = (name) => async (tab) => name in (await person.painted(tab));
/** @param {(terms: string[]) => boolean} holds */
const hasTerms = (holds) => async () => (await person.lists()).some(({ terms }) => holds(terms));
/** The first paragraph but one is selected. @param {Tab} tab */
const select = (tab) => person.select(tab, "article p:nth-of-type(4)");

/** @type {Record<string, Action>} */
const ACTIONS = {
  "a page that is marked from the menu": { act: (tab) => person.menu(tab, "mark"), came: isPainted("rubricate-list-green") },
  "a selection that is looked for everywhere": { act: (tab) => person.menu(tab, "everywhere", "council"), came: isPainted("rubricate-find") },
  "a highlight from the menu": { act: (tab) => select(tab).then(() => person.menu(tab, "own:pink")), came: isPainted("rubricate-own-pink") },
  "a word put on a list": { act: (tab) => person.menu(tab, "add:l1", "council"), came: hasTerms((terms) => terms.includes("council")) },
  "a word taken off its list": { act: (tab) => person.menu(tab, "off", "council"), came: hasTerms((terms) => !terms.includes("council")) },
  "a highlight by a key": { act: (tab) => select(tab).then(() => tab.key("2")), came: isPainted("rubricate-own-green") },
  "a list that is changed in the options": { act: () => person.putList({ ...WORK, hue: "teal" }), came: isPainted("rubricate-list-teal") },
  "a site that is chosen": { act: () => person.ask("sites.add", { origins: ["http://localhost/*"] }), came: () => person.desk.run(async () => /** @type {any} */ (await chrome.storage.local.get()).watchSites?.length === 1) },
  "a site that is given up": { act: () => person.ask("sites.remove", { origins: ["http://localhost/*"] }), came: () => person.desk.run(async () => /** @type {any} */ (await chrome.storage.local.get()).watchSites?.length === 0) },
};

/** Whether something that a press began is written down and not done. */
const isWritten = () => person.desk.run(async () => Object.keys(await chrome.storage.session.get()).some((key) => key.startsWith("task:")));

/** Waits until what a press began is written down, or is done already: before that there is nothing to lose. @param {() => Promise<boolean>} isDone */
function begun(isDone) {
  return person.until(async () => (await isWritten()) || (await isDone()), "a beginning");
}

test("whatever the background is doing when it is stopped comes to its end", async (context) => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  for (const [name, { act, came }] of Object.entries(ACTIONS)) {
    await context.test(name, async () => {
      const acting = act(tab).catch(() => undefined);
      if (browserName === "firefox") await acting;
      await begun(() => came(tab));
      await person.killBackground();
      await acting;
      await person.until(async () => {
        await person.wake();
        return came(tab);
      }, name);
      await person.until(async () => !(await isWritten()), "the end of it");
    });
  }
  await person.putList(WORK);
  await person.forgetHighlights();
  await tab.close();
});

test("what was left undone is done before what is asked for after it", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  await person.putList({ ...WORK, terms: ["council"] });
  const tabId = await person.tabId(tab);
  await person.killBackground();
  await person.desk.run(async (id) => {
    const tab = await chrome.tabs.get(id);
    const left = { name: "off", facts: { tab, frame: 0, selection: "council", rest: "" }, tries: 1, asked: 1 };
    await chrome.storage.session.set({ "task:left": left });
  }, tabId);
  await person.menu(tab, "add:l1", "council");
  await person.until(async () => !(await isWritten()), "the end of both");
  assert.deepEqual((await person.lists()).map(({ terms }) => terms), [["council"]]);
  await person.putList(WORK);
  await tab.close();
});

test("the reader opens, and leads back, though the background is stopped in the midst of it", async () => {
  const tab = await person.open("/long.html");
  const reader = await person.driver.opened(`${person.driver.origin}/extension/common/pages/reader.html`, async () => {
    await person.driver.pressButton(tab);
    await begun(() => person.desk.run(async () => (await chrome.tabs.query({})).some(({ url }) => url?.includes("/reader.html"))));
    await person.killBackground();
    await person.wake();
  });
  await person.until(async () => (await reader.run(() => document.title)) === "A long night", "the reader");
  await reader.run(() => /** @type {HTMLElement} */ (document.querySelector(".bar button")).click()).catch(() => undefined);
  await person.killBackground();
  await person.wake();
  await person.until(async () => (await tab.run(() => document.visibilityState)) === "visible", "the page in front");
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
