// Watch lists and own highlights on live pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { huge } from "./pages.js";
import { WORK, person, withPerson } from "./person.js";

withPerson({ lists: [WORK] });

/** A page with the lists marked on it. @param {string} path */
async function marked(path) {
  const tab = await person.open(path);
  await person.mark(tab);
  return tab;
}

/** Selects a paragraph. @param {import("./person.js").Tab} tab @param {number} nth */
function select(tab, nth) {
  return tab.run((nth) => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector(`article p:nth-of-type(${nth})`))), nth);
}

test("the words of a list are marked, counted and stepped through", async () => {
  const tab = await marked("/article.html");
  await person.expectCount(tab, 7);
  assert.deepEqual(Object.keys(await person.painted(tab)), ["rubricate-list-green"]);
  await person.until(async () => (await person.badge(tab)) === "7", "a badge of 7");
  await tab.key("n");
  assert.deepEqual((await person.painted(tab))["rubricate-current-green"], ["Economy"]);
  await tab.key("h");
  assert.deepEqual(await person.painted(tab), {});
  await person.until(async () => (await person.badge(tab)) === "", "no badge of hidden marks");
  await tab.key("h");
  assert.equal((await person.painted(tab))["rubricate-list-green"].length, 7);
  await tab.close();
});

test("a page of the strictest policy is marked all the same", async () => {
  const tab = await marked("/strict.html");
  await person.expectCount(tab, 7);
  await tab.close();
});

test("the page's own DOM, scripts and console see nothing", async () => {
  const tab = await person.open("/watched.html");
  assert.ok((await tab.run(() => /** @type {any} */ (window).seen.splice(0).length)) > 0, "the observer works");
  const html = await tab.run(() => document.documentElement.outerHTML);
  await person.mark(tab);
  await person.expectCount(tab, 6);
  await tab.key("n");
  await select(tab, 3);
  await person.call(tab, "markSelection", "yellow");
  assert.equal((await person.painted(tab))["rubricate-own-yellow"].length, 1);
  const after = await tab.run(() => ({ seen: /** @type {any} */ (window).seen, fresh: Object.getOwnPropertyNames(window).filter((name) => !(/** @type {any} */ (window).globals.includes(name))) }));
  assert.deepEqual(after, { seen: [], fresh: [] });
  assert.equal(await tab.run(() => document.documentElement.outerHTML), html);
  await person.forgetHighlights();
  await tab.close();
});

test("a page of five million characters is marked, and words in Chinese without spaces", async () => {
  await person.putList({ ...WORK, terms: ["number 4321", "number 9999", "经济"], whole: "word" });
  const tab = await marked(huge());
  await person.expectCount(tab, 2);
  await tab.close();
  const news = await marked("/news-zh.html");
  await person.expectCount(news, 7);
  await news.close();
  await person.putList(WORK);
});

test("a single-page application that swaps its article is followed", async () => {
  const tab = await marked("/app.html");
  await person.expectCount(tab, 6);
  await tab.run(() => document.querySelector("button")?.click());
  await person.expectCount(tab, 4);
  await tab.close();
});

test("frames of the same origin are marked, each once", async () => {
  const tab = await marked("/frames.html");
  await person.until(async () => (await person.badge(tab)) === "7", "one outside, six inside");
  await person.until(async () => (await person.call(tab, "position")) === "1 + 6 in frames", "both in the bar");
  await tab.key("n");
  assert.equal(await person.call(tab, "position"), "economy 1 / 1 + 6 in frames");
  await tab.close();
});

test("editors and fields are left alone, and keys in them are the page's", async () => {
  const tab = await marked("/editor.html");
  await person.expectCount(tab, 1);
  await tab.run(() => document.querySelector("textarea")?.focus());
  for (const key of ["h", "n", "p"]) await tab.key(key);
  assert.equal((await person.painted(tab))["rubricate-list-green"].length, 1);
  assert.match(await tab.run(() => document.querySelector("textarea")?.value), /hnp/);
  await tab.close();
});

test("a dark page gets the colours of dark pages", async () => {
  const tab = await marked("/dark.html");
  await person.expectCount(tab, 6);
  assert.deepEqual(Object.keys(await person.painted(tab)), ["rubricate-list-green-dark"]);
  await tab.close();
});

test("what the page clears is painted again", async () => {
  const tab = await marked("/article.html");
  await person.expectCount(tab, 7);
  await tab.run(() => CSS.highlights.clear());
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"]?.length === 7, "paint");
  await tab.close();
});

test("the bar is one element, there only while it is open", async () => {
  const tab = await marked("/article.html");
  await person.expectCount(tab, 7);
  await person.call(tab, "openBar");
  const children = () => tab.run(() => [...document.documentElement.children].map((child) => child.localName));
  assert.deepEqual(await children(), ["head", "body", "rubricate-bar"]);
  assert.equal(await tab.run(() => document.querySelector("rubricate-bar")?.shadowRoot), null);
  await tab.key("Escape");
  assert.deepEqual(await children(), ["head", "body"]);
  await tab.close();
});

test("an own highlight is there on the next visit, on a changed page too; what cannot be placed is kept", async () => {
  const tab = await marked("/article.html");
  await select(tab, 4);
  await tab.key("3");
  await person.until(async () => (await person.painted(tab))["rubricate-own-blue"]?.length === 1, "a highlight");
  await tab.reload();
  await tab.run(() => document.querySelector("article h1")?.after("A line was added. ", document.createElement("hr")));
  await person.mark(tab);
  await person.until(async () => (await person.painted(tab))["rubricate-own-blue"]?.[0].startsWith("The operator had asked"), "the highlight again");
  await tab.reload();
  await tab.run(() => document.querySelector("article p:nth-of-type(4)")?.remove());
  await person.mark(tab);
  await person.until(async () => (await person.call(tab, "ownReport"))?.unplaced.length === 1, "an unplaced highlight");
  await person.forgetHighlights();
  await tab.close();
});

test("a list that is changed or paused is changed on open pages at once", async () => {
  const tab = await marked("/article.html");
  await person.expectCount(tab, 7);
  await person.putList({ ...WORK, paused: true });
  await person.expectCount(tab, 0);
  await person.putList({ ...WORK, terms: ["economy"], whole: "word" });
  await person.expectCount(tab, 3);
  await person.putList(WORK);
  await person.expectCount(tab, 7);
  await tab.close();
});

test("a background that is stopped while it works is asked again", async () => {
  const tab = await person.open("/long.html");
  const marking = person.mark(tab);
  for (let times = 0; times < 3; times++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (person.driver.name === "chromium") await person.killBackground();
  }
  await marking.catch(() => person.mark(tab));
  await person.killBackground();
  await person.expectCount(tab, 1 + 30 * 5);
  await tab.close();
});

test("a note is written on the page and kept", async () => {
  const tab = await marked("/article.html");
  await person.expectCount(tab, 7);
  await select(tab, 5);
  await tab.key("m");
  await person.until(async () => tab.run(() => document.activeElement?.localName === "rubricate-bar"), "the field");
  for (const key of "why n") await tab.key(key === " " ? "Space" : key);
  await tab.key("Tab");
  await tab.key("Tab");
  await tab.key("Enter");
  await person.until(async () => (await person.painted(tab))["rubricate-own-yellow-noted"]?.length === 1, "a highlight with a note");
  const notes = await person.desk.run(async () => {
    const { store } = await import(/** @type {string} */ ("/extension/common/store.js"));
    const [{ url }] = (await chrome.tabs.query({ url: "http://localhost/*" })).slice(-1);
    return (await (await store()).highlights(url)).map((/** @type {any} */ one) => one.note);
  });
  assert.deepEqual(notes, ["why n"]);
  assert.equal(await tab.run(() => document.querySelector("rubricate-bar")), null);
  await person.forgetHighlights();
  await tab.close();
});
