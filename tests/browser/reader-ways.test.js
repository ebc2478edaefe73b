// The ways in: files of any charset, web archives, pastes, drops, several at once, the bookmarklet, what is shared, what is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { put, site } from "./harness.js";
import { giveFiles, goToReader, openReader, textOf, until, untilReady } from "./reader-steps.js";

const LINE = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
/** @param {string} title */
const pageOf = (title) => `<!doctype html><html lang="en"><title>${title}</title><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${LINE.repeat(5)}</article></body></html>`;

test("bytes in GBK are read as what they are", async () => {
  const page = await openReader();
  // 标题：海边的灯塔; the text repeats 灯塔在夜里亮着，船从远处就能看见。
  const title = [0xba, 0xa3, 0xb1, 0xdf, 0xb5, 0xc4, 0xb5, 0xc6, 0xcb, 0xfe];
  const line = [0xb5, 0xc6, 0xcb, 0xfe, 0xd4, 0xda, 0xd2, 0xb9, 0xc0, 0xef, 0xc1, 0xc1, 0xd7, 0xc5, 0xa3, 0xac, 0xb4, 0xac, 0xb4, 0xd3, 0xd4, 0xb6, 0xb4, 0xa6, 0xbe, 0xcd, 0xc4, 0xdc, 0xbf, 0xb4, 0xbc, 0xfb, 0xa1, 0xa3];
  await page.evaluate(
    (name, text) => {
      const ascii = (/** @type {string} */ part) => [...part].map((sign) => sign.charCodeAt(0));
      const paragraph = [...ascii("<p>"), ...text, ...text, ...text, ...ascii("</p>")];
      const bytes = [...ascii('<!doctype html><meta charset="gbk"><title>'), ...name, ...ascii("</title><article><h1>"), ...name, ...ascii("</h1>"), ...Array.from({ length: 6 }, () => paragraph).flat(), ...ascii("</article>")];
      const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]'));
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], "lighthouse.html", { type: "text/html" }));
      field.files = transfer.files;
      field.dispatchEvent(new Event("change"));
    },
    title,
    line,
  );
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "海边的灯塔");
  assert.match(await textOf(page, ".body"), /灯塔在夜里亮着，船从远处就能看见。/);
  await page.close();
});

test("source and rich text are pasted, in the dialog and outside any field", async () => {
  const page = await openReader();
  await page.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Paste a page")?.click());
  await page.waitForSelector("dialog textarea");
  await page.$eval("dialog textarea", (field, text) => (/** @type {HTMLTextAreaElement} */ (field).value = text), pageOf("Pasted source"));
  await page.click("dialog .main");
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "Pasted source");
  await page.click('[aria-label="Back"]');
  await page.waitForSelector(".start");
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "Copied");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, `<h1>Copied from a page</h1>${LINE.repeat(6)}`);
  await untilReady(page);
  assert.match(await textOf(page, ".article"), /The water came up/);
  await page.close();
});

test("a dropped file is read, and a drop of anything else left alone", async () => {
  const page = await openReader();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.html", { type: "text/html" }));
    dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, pageOf("Dropped"));
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "Dropped");
  await page.close();
});

test("several files are read one after the other; what could not be read is said", async () => {
  const page = await openReader();
  await giveFiles(page, [
    { name: "one.html", text: pageOf("One") },
    { name: "two.pdf", text: "%PDF-1.7 …" },
    { name: "three.html", text: pageOf("Three") },
  ]);
  await page.waitForSelector("dialog progress");
  await until(page, () => document.querySelector('dialog [role="status"]')?.textContent?.startsWith("3 of 3"));
  assert.match(await textOf(page, "dialog"), /3 of 3 · 1 not read.*One.*two\.pdfPDF is not supported\. Copy its text and paste it here\..*Three/s);
  await page.evaluate(() => [...document.querySelectorAll("dialog li button")].find((one) => one.textContent === "Three")?.dispatchEvent(new MouseEvent("click")));
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "Three");
  await page.close();
});

test("what is no page is refused in a sentence", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "paper.pdf", text: "%PDF-1.7 …" }]);
  await page.waitForSelector(".toast");
  assert.match(await textOf(page, ".toast"), /PDF is not supported\. Copy its text and paste it here\./);
  await page.type(".address input", "https://nothing.invalid/");
  await page.click(".address button");
  await until(page, () => document.querySelector(".toast")?.textContent?.startsWith("This site does not let"));
  await page.close();
});

test("what was said goes when a page is opened, and a long title stays within the list of pages", async () => {
  const page = await openReader({ width: 820, height: 900 });
  await giveFiles(page, [{ name: "paper.pdf", text: "%PDF-1.7 …" }]);
  await page.waitForSelector(".toast");
  await giveFiles(page, [{ name: "long.html", text: pageOf("A headline that goes on and on ".repeat(12)) }]);
  await untilReady(page);
  assert.equal(await page.$(".toast.brief"), null);
  await page.click('[aria-label="Back"]');
  await page.waitForSelector(".recent-title");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.close();
});

test("an empty page and a list of stories say so and offer what can be done", async () => {
  const page = await openReader();
  await giveFiles(page, [{ name: "empty.html", text: "<!doctype html><title>Empty</title>" }]);
  await page.waitForSelector(".message");
  assert.match(await textOf(page, ".message"), /EmptyNo article here\.Pick the articleBack/);
  await page.close();
});

test("the bookmarklet hands a page over; another window cannot", async () => {
  put("/news.html", `${pageOf("Handed over")}`);
  const reader = await openReader();
  const code = await reader.$eval(".bookmarklet", (link) => link.getAttribute("href") ?? "");
  await reader.goto(`${await site()}/news.html`);
  const opened = new Promise((resolve) => reader.once("popup", resolve));
  await reader.evaluate((script) => (0, eval)(script), decodeURIComponent(code.replace("javascript:", "")));
  const popup = /** @type {import("./reader-steps.js").Tab} */ (await opened);
  await untilReady(popup);
  assert.equal(await textOf(popup, "#headline"), "Handed over");
  await popup.close();
  await goToReader(reader);
  await reader.evaluate((source) => postMessage({ rubricate: { source, url: "" } }, "*"), pageOf("Forged"));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await reader.$("#headline"), null);
  await reader.close();
});

/** The reader installed: its service worker answers. */
async function installed() {
  const page = await openReader();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await goToReader(page);
  await until(page, () => navigator.serviceWorker.controller !== null);
  return page;
}

/** Shares as a phone does: the browser posts what the manifest says. @param {import("./reader-steps.js").Tab} page @param {{ text?: string, url?: string, files?: Record<string, string> }} shared */
async function share(page, shared) {
  // The reader's own policy lets no page post a form; the phone is no page.
  await page.goto(`${await site()}/blank.html`);
  const { share_target: target } = JSON.parse(readFileSync(new URL("../../www/manifest.webmanifest", import.meta.url), "utf8"));
  const opened = page.waitForNavigation();
  await page.evaluate(
    ({ action, method, enctype, params }, { text, url, files = {} }) => {
      const field = (/** @type {string} */ name, /** @type {string} */ type) => Object.assign(document.createElement("input"), { name, type });
      const form = Object.assign(document.createElement("form"), { method, enctype, action: `/${action}` });
      const data = new DataTransfer();
      for (const [name, source] of Object.entries(files)) data.items.add(new File([source], name, { type: "text/html" }));
      form.append(Object.assign(field(params.files[0].name, "file"), { files: data.files, multiple: true }));
      if (text) form.append(Object.assign(document.createElement("textarea"), { name: params.text, value: text }));
      if (url) form.append(Object.assign(field(params.url, "text"), { value: url }));
      document.body.append(form);
      form.submit();
    },
    target,
    shared,
  );
  await opened;
}

test("the reader can be installed", async () => {
  const page = await installed();
  const client = await page.createCDPSession();
  const { errors } = await client.send("Page.getAppManifest");
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual([errors, installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")], [[], []]);
  await page.close();
});

test("what a phone shares is taken up: a file, an address with words around it, a text; once", async () => {
  put("/shared-news.html", pageOf("News by its address"));
  const page = await installed();
  await share(page, { files: { "shared.html": pageOf("Shared") } });
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "Shared");
  assert.equal(new URL(page.url()).search, "");
  await share(page, { text: `Look at this: ${await site()}/shared-news.html` });
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "News by its address");
  await share(page, { text: `The tide\n\n${"The water came up to the third step of the quay, 3 < 4, as it does each spring. ".repeat(4)}\n\n${"It went again before the first boat, and nobody saw it go. ".repeat(5)}` });
  await untilReady(page);
  assert.match(await textOf(page, ".body"), /3 < 4/);
  assert.equal(await page.$$eval(".body p", (paragraphs) => paragraphs.length), 2);
  assert.equal(await textOf(page, "#headline"), "The tide");
  await share(page, { text: "One line alone, as messages are: the water came up to the third step of the quay, and went again before the first boat. ".repeat(3) });
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "Pasted text");
  await page.goto(`${await site()}/?shared=1`);
  await page.waitForSelector(".start");
  assert.equal(await page.$("#headline"), null, "what was taken is not taken twice");
  await page.close();
});

test("an address in the reader's own is opened, and does not stay there", async () => {
  put("/shared-news.html", pageOf("News by its address"));
  const page = await openReader();
  const address = `${await site()}/shared-news.html`;
  await page.goto(`${await site()}/?url=${encodeURIComponent(address)}`);
  await untilReady(page);
  assert.equal(await textOf(page, "#headline"), "News by its address");
  assert.equal(new URL(page.url()).search, "");
  await page.close();
});
