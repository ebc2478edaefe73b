// The options: lists in and out, sites, the web reader's address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, withPerson } from "./person.js";

withPerson();

/** @param {RegExp} words */
const expectText = (words) => person.expectText(person.desk, words);

test("five hundred pasted lines are a list that marks", async () => {
  await expectText(/New list/);
  await person.desk.run(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "New list")?.click());
  await person.until(() => person.desk.run(() => document.querySelector("dialog[open] textarea") !== null), "the dialog");
  await person.desk.run(() => {
    const dialog = /** @type {HTMLElement} */ (document.querySelector("dialog[open]"));
    /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=text]")).value = "Many";
    /** @type {HTMLTextAreaElement} */ (dialog.querySelector("textarea")).value = [...Array.from({ length: 499 }, (_, at) => `name ${at}`), "harbour"].join("\n");
    /** @type {HTMLButtonElement} */ (dialog.querySelector("button[type=submit]")).click();
  });
  await expectText(/Many\s*500/);
  const tab = await person.open("/article.html");
  await person.mark(tab);
  await person.expectCount(tab, 1);
  await tab.close();
});

test("a file of lists is brought in, and a list of the same name gets the new words", async () => {
  await person.desk.run(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("input[type=file]"));
    const data = new DataTransfer();
    data.items.add(new File(["# Many\nharbour\nsubsidy\n\n# Ships\nhull\n"], "lists.txt", { type: "text/plain" }));
    input.files = data.files;
    input.dispatchEvent(new Event("change"));
  });
  await expectText(/Many\s*501[\s\S]*Ships\s*1/);
  await expectText(/2 new words/);
});

test("a list that is taken out comes back the same", async () => {
  const back = await person.desk.run(async () => {
    const { writeLists, readLists } = await import(/** @type {string} */ ("/extension/common/list-files.js"));
    const { listsNow } = await import(/** @type {string} */ ("/extension/common/lists.js"));
    const lists = await listsNow();
    return ["csv", "json"].map((format) => JSON.stringify(readLists(writeLists(lists, format), "x").map((/** @type {any} */ list) => list.terms)) === JSON.stringify(lists.map((/** @type {any} */ list) => list.terms)));
  });
  assert.deepEqual(back, [true, true]);
});

test("an article is handed over to https and this computer alone", async () => {
  const taken = await person.desk.run(async () => {
    const { setWebReader, webReader } = await import(/** @type {string} */ ("/extension/common/hand-over.js"));
    const tries = [];
    for (const address of ["http://example.com/", "javascript:alert(1)", "file:///etc/passwd", "nothing", "http://localhost:9000/", "https://reader.example/"]) tries.push(await setWebReader(address));
    return [tries, await webReader()];
  });
  assert.deepEqual(taken, [[false, false, false, false, true, true], "https://reader.example/"]);
});

test("what is handed over is a page whose facts and text cannot break out of their places", async () => {
  const html = await person.desk.run(async () => {
    const { pageOf } = await import(/** @type {string} */ ("/extension/common/hand-over.js"));
    return pageOf({ title: "</title><script>1</script>", url: 'https://a.example/"><script>', byline: "A & B", lang: 'en" x="', content: "<p>Text</p>" });
  });
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /<p>Text<\/p>/);
});
