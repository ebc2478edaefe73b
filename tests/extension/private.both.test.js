// Private windows: everything works there, and nothing of it is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "../browser/harness.js";
import { Person, WORK, person, withPerson } from "./person.js";

withPerson({ inPrivate: true, lists: [WORK] });

/** All that the extension keeps, as text. */
function kept() {
  return person.desk.run(async () => {
    const { store } = await import(/** @type {string} */ ("/extension/common/store.js"));
    const opened = await new Promise((resolve) => (indexedDB.open("rubricate").onsuccess = (event) => resolve(/** @type {any} */ (event.target).result)));
    const records = await Promise.all([...opened.objectStoreNames].map((name) => new Promise((resolve) => (opened.transaction(name).objectStore(name).getAll().onsuccess = (/** @type {any} */ event) => resolve(event.target.result)))));
    opened.close();
    await store();
    const pages = (await (await caches.open("readers")).keys()).length;
    return JSON.stringify([records, await chrome.storage.local.get(), pages]);
  });
}

/** Opens a private window, with a page of ours in another to act from. */
async function openPrivate() {
  const secret = new Person(person.driver, await person.driver.openPrivate(`${person.driver.origin}/extension/common/pages/options.html`));
  return { secret, tab: await person.driver.openPrivate(`${await site()}/article.html`) };
}

test("a private page is read, marked and highlighted, and nothing of it is kept", async () => {
  const before = await kept();
  const { secret, tab } = await openPrivate();
  const reader = await secret.read(tab);
  await person.until(() => reader.run(() => document.querySelectorAll(".article .body p").length === 6), "the article");
  await person.until(async () => (await person.painted(reader))["rubricate-list-green"]?.length > 0, "the lists in the reader");
  await reader.close();
  await secret.mark(tab);
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"]?.length === 7, "the lists on the page");
  await person.select(tab, "article p:nth-of-type(4)");
  await tab.key("1");
  await person.until(async () => (await person.painted(tab))["rubricate-own-yellow"]?.length === 1, "a highlight");
  await secret.desk.run(async () => (await import(/** @type {string} */ ("/extension/common/lists.js"))).putTerm("l1", "council"));
  await secret.ask("lists.changed");
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"]?.length === 9, "a word more on the list");
  await secret.desk.run(async (host) => (await import(/** @type {string} */ ("/extension/common/lists.js"))).rest(host, ["*"]), new URL(await site()).host);
  await secret.ask("lists.changed");
  await person.until(async () => (await person.painted(tab))["rubricate-list-green"] === undefined, "lists at rest");
  await tab.close();
  await secret.desk.close();
  assert.equal(await kept(), before);
  // Chromium forgets what private windows store with the last of them, of itself; with Firefox it is ours to forget.
  if (person.driver.name === "chromium") return;
  const inMemory = async () => Object.keys(await chrome.storage.session.get()).some((key) => key.startsWith("private:"));
  await person.until(async () => !(await person.desk.run(inMemory)), "what was in memory gone");
  const again = await openPrivate();
  await again.secret.mark(again.tab);
  await person.until(async () => (await person.painted(again.tab))["rubricate-list-green"]?.length === 7, "the lists as they were");
  assert.equal((await person.painted(again.tab))["rubricate-own-yellow"], undefined);
});
