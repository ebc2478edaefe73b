// The reader view of a tab.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { put } from "../browser/harness.js";
import { putPages } from "./pages.js";
import { startPerson } from "./person.js";

/** @type {import("./person.js").Person} */
let person;

before(async () => {
  await putPages();
  person = await startPerson();
});
after(() => person.end());

/** Waits for the reader's text. @param {import("./person.js").Tab} reader @param {RegExp} words */
async function expectText(reader, words) {
  let seen = "";
  await person.until(async () => words.test((seen = await reader.run(() => /** @type {HTMLElement} */ (document.querySelector("main"))?.innerText ?? ""))), () => `${words} in ${seen.slice(0, 300)}`);
}

/** @param {import("./person.js").Tab} tab */
const title = (tab) => tab.run(() => document.title);

test("a press shows the article within a second, and a second press leads back", async (context) => {
  const tab = await person.open("/article.html");
  const times = [];
  for (let round = 0; round < 4; round++) {
    const began = Date.now();
    const reader = await person.read(tab);
    await expectText(reader, /The harbour council voted/);
    times.push(Date.now() - began);
    assert.equal(await title(reader), "The night ferry stays");
    assert.equal(await reader.run(() => document.querySelectorAll(".article .body p").length), 6);
    await person.driver.pressButton(reader);
    await person.until(async () => (await tab.run(() => document.visibilityState)) === "visible", "the page in front");
  }
  context.diagnostic(`ms from press to text: ${times.join(", ")}`);
  assert.ok(Math.min(...times) < 1000, times.join(", "));
  await tab.close();
});

test("the strictest policy does not keep the page from its reader", async () => {
  const tab = await person.open("/strict.html");
  const reader = await person.read(tab);
  await expectText(reader, /The harbour council voted/);
  await reader.close();
  await tab.close();
});

test("what is read is the DOM as it stands now", async () => {
  const tab = await person.open("/app.html");
  await tab.run(() => document.querySelector("button")?.click());
  const reader = await person.read(tab);
  await expectText(reader, /Second story[\s\S]*the budget of the outer islands/);
  await reader.close();
  await tab.close();
});

test("a page in GBK is read", async () => {
  const tab = await person.open("/gbk.html");
  const reader = await person.read(tab);
  await expectText(reader, /经济经济经济/);
  await reader.close();
  await tab.close();
});

test("the reader opens at the paragraph that was on screen, and the page is left as it was", async () => {
  const tab = await person.open("/numbered.html");
  await tab.run(() => document.querySelector("#p60")?.scrollIntoView());
  const before = await tab.run(() => scrollY);
  const reader = await person.read(tab);
  await expectText(reader, /Paragraph number 60/);
  await person.until(async () => reader.run(() => {
    const there = [...document.querySelectorAll(".body p")].find((p) => p.textContent?.startsWith("Paragraph number 60 "))?.getBoundingClientRect();
    return there !== undefined && there.top >= 0 && there.bottom < innerHeight;
  }), "the paragraph in view");
  await reader.run(() => /** @type {HTMLElement} */ (document.querySelector(".bar button")).click());
  await person.until(async () => (await tab.run(() => document.visibilityState)) === "visible", "the page in front");
  assert.ok(Math.abs((await tab.run(() => scrollY)) - before) <= 1);
  await tab.close();
});

test("a page of five million characters is read", async () => {
  put("/huge.html", `<!doctype html><title>Huge</title><main><article><h1>Huge</h1>${Array.from({ length: 10_000 }, (_, at) => `<p>Paragraph number ${at}. ${"The harbour, the ferry and the long night of those who wait. ".repeat(8)}</p>`).join("\n")}</article></main>`);
  const tab = await person.open("/huge.html");
  const reader = await person.read(tab);
  await person.until(() => reader.run(() => document.querySelectorAll(".body p").length > 9_000), "its paragraphs");
  assert.match(await reader.run(() => document.querySelector(".body p")?.textContent), /^Paragraph number 0\./);
  await reader.close();
  await tab.close();
});

test("a page that extensions may not read gets a sentence, and the button works all the same", async () => {
  const tab = await person.driver.open(person.driver.name === "firefox" ? "about:license" : "chrome://version");
  const reader = await person.read(tab);
  await expectText(reader, /keep extensions out/);
  await reader.close();
  await tab.close();
});

test("a PDF gets its sentence", async () => {
  put("/file.pdf", PDF, { "content-type": "application/pdf" });
  const tab = await person.open("/file.pdf");
  const reader = await person.read(tab);
  await expectText(reader, /PDF is not supported/);
  await reader.close();
  await tab.close();
});

test("a reader that is loaded again when its page is gone still has it; one that never had it says so", async () => {
  const tab = await person.open("/article.html");
  const reader = await person.read(tab);
  await expectText(reader, /harbour council/);
  await tab.close();
  await reader.reload();
  await expectText(reader, /The harbour council voted/);
  const kept = () => person.desk.run(async () => (await (await caches.open("readers")).keys()).length);
  const before = await kept();
  await reader.close();
  await person.until(async () => (await kept()) < before, "the closed reader's page let go");
  const other = await person.driver.open(`${person.driver.origin}/extension/common/pages/reader.html?tab=999999`);
  await expectText(other, /The page was closed/);
  await other.close();
});

test("a highlight made in the reader is on the page, and one made on the page is in the reader", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  const reader = await person.read(tab);
  await expectText(reader, /harbour council/);
  await person.until(async () => {
    await reader.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector(".body p:nth-of-type(2)"))));
    await reader.key("2");
    return (await person.painted(tab))["rubricate-own-green"]?.[0].startsWith("Its chair, Marit Solheim");
  }, "the highlight on the page");
  await tab.run(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector("article p:nth-of-type(6)"))));
  await tab.key("4");
  await person.until(async () => (await person.painted(reader))["rubricate-own-pink"]?.[0].startsWith("The economy of the ferry"), "the highlight in the reader");
  await person.forgetHighlights();
  await reader.close();
  await tab.close();
});

test("lists are marked in the reader too", async () => {
  await person.putList({ id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"] });
  const tab = await person.open("/article.html");
  const reader = await person.read(tab);
  await person.until(async () => (await person.painted(reader))["rubricate-list-green"]?.length > 0, "marks");
  await reader.close();
  await tab.close();
});

/** A PDF of one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
