// The reader view of a tab.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { put, site } from "../browser/harness.js";
import { huge } from "./pages.js";
import { person, withPerson } from "./person.js";

withPerson();

/** Waits for the reader's text. @param {import("./person.js").Tab} reader @param {RegExp} words */
const expectText = (reader, words) => person.expectText(reader, words);

/** @param {import("./person.js").Tab} tab */
const title = (tab) => tab.run(() => document.title);

test("a press shows the article, and a second press leads back", async () => {
  const tab = await person.open("/article.html");
  for (let round = 0; round < 2; round++) {
    const reader = await person.read(tab);
    await expectText(reader, /The harbour council voted/);
    assert.equal(await title(reader), "The night ferry stays");
    assert.equal(await reader.run(() => document.querySelectorAll(".article .body p").length), 6);
    await person.driver.pressButton(reader);
    await person.until(async () => (await tab.run(() => document.visibilityState)) === "visible", "the page in front");
  }
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
  const tab = await person.open(huge());
  const reader = await person.read(tab);
  await person.until(() => reader.run(() => document.querySelectorAll(".body p").length > 9_000), "its paragraphs");
  assert.match(await reader.run(() => document.querySelector(".body p")?.textContent), /^Paragraph number 0\./);
  await reader.close();
  await tab.close();
});

test("a Chinese news page of divs and breaks is read without what stands around it", async () => {
  const tab = await person.open("/news-zh.html");
  const reader = await person.read(tab);
  await expectText(reader, /轮渡夜班保留至明年春天[^]*港务委员会周二决定/);
  assert.doesNotMatch(await reader.run(() => document.querySelector(".article .body")?.textContent), /热门|微博|版权所有/);
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

test("a listing is called a list and shown as one", async () => {
  const tab = await person.open("/listing.html");
  const reader = await person.read(tab);
  await expectText(reader, /a list of 24 stories[^]*The harbour council meets again about ferry number 3/);
  await reader.close();
  await tab.close();
});

test("a page that never ends is read as it stands", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write(`<!doctype html><title>Endless</title><article><h1>Endless</h1>${"<p>The harbour, the ferry, and the long night of those who wait for both of them in the rain.</p>".repeat(20)}`);
  }).listen(0, "localhost");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const tab = await person.open("/article.html");
  await tab.run((port) => void (location.href = `http://localhost:${port}/`), port);
  await person.until(() => tab.run(() => document.title === "Endless" && document.querySelectorAll("p").length === 20).catch(() => false), "the page's text");
  const reader = await person.read(tab);
  await expectText(reader, /the long night of those who wait/);
  await reader.close();
  server.closeAllConnections();
  server.close();
  await tab.close();
});

test("an article is handed over to a web reader, whole", async () => {
  const { origin } = new URL(await site());
  await person.desk.run(async (address) => (await import(/** @type {string} */ ("/extension/common/hand-over.js"))).setWebReader(address), `${origin}/`);
  if (person.driver.name === "firefox") await person.driver.grant("http://localhost/*");
  const tab = await person.open("/article.html");
  const reader = await person.read(tab);
  await expectText(reader, /harbour council/);
  const web = await person.driver.opened(`${origin}/`, async () => {
    await person.press(reader, ".bar button", "More");
    // In Firefox it asks for a permission, which only a person's own press may.
    await person.until(() => reader.run(() => {
      const item = [...document.querySelectorAll("[role=menuitem]")].find((one) => one.textContent?.includes("other extensions"));
      if (item instanceof HTMLElement) item.focus();
      return item !== undefined && document.activeElement === item;
    }), "the entry");
    await reader.key("Enter");
  });
  await expectText(web, /The night ferry stays[^]*The harbour council voted/);
  for (const one of [web, reader, tab]) await one.close();
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
