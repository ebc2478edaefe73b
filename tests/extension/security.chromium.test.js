// What pages, frames and other extensions can do to the extension: nothing.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { put } from "../browser/harness.js";
import { startChromium } from "./chromium.js";
import { putPages } from "./pages.js";

/** @type {import("./chromium.js").Chromium} */
let browser;
let site = "";

before(async () => {
  site = await putPages();
  browser = await startChromium();
  await browser.putList({ id: "l1", name: "Secret name", hue: "green", terms: ["economy"] });
});
after(() => browser.end());

/** Runs a function in the world of our script in a page. @param {import("puppeteer-core").Page} page @param {(...args: any[]) => unknown} run @param {...unknown} args @returns {Promise<any>} */
async function inOurWorld(page, run, ...args) {
  const tabId = await browser.tabId(page);
  return (await browser.ours()).evaluate(
    async (tabId, body, args) => {
      const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: /** @type {any} */ ((body === "ask" && askAs) || (body === "port" && portAs)), args: [args] });
      return result;
      /** @param {unknown[]} messages */
      async function askAs(messages) {
        return Promise.all(messages.map((message) => chrome.runtime.sendMessage(message).catch((error) => String(error))));
      }
      /** @param {unknown[]} messages */
      async function portAs(messages) {
        const port = chrome.runtime.connect({ name: "find" });
        /** @type {unknown[]} */
        const got = [];
        port.onMessage.addListener((message) => got.push(JSON.parse(JSON.stringify(message))));
        for (const message of messages) port.postMessage(message);
        await new Promise((resolve) => setTimeout(resolve, 600));
        return got;
      }
    },
    tabId,
    /** @type {any} */ (run).name,
    args,
  );
}
const ask = () => undefined;
const port = () => undefined;

test("the manifest asks at install for nothing that shows a warning, and gives pages nothing", () => {
  for (const name of ["chromium", "firefox"]) {
    const manifest = JSON.parse(readFileSync(fileURLToPath(new URL(`../../dist/${name}/manifest.json`, import.meta.url)), "utf8"));
    assert.deepEqual(manifest.permissions, ["activeTab", "contextMenus", "scripting", ...(name === "chromium" ? ["sidePanel"] : []), "storage", "unlimitedStorage"]);
    for (const key of ["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) assert.equal(manifest[key], undefined, key);
    assert.match(manifest.content_security_policy.extension_pages, /frame-ancestors 'none'/);
  }
});

test("a page can neither frame nor fetch what is ours, nor speak to it", async () => {
  put("/framing.html", `<!doctype html><iframe src="${browser.origin}/extension/common/pages/options.html"></iframe>`);
  const page = await browser.open(`${site}/framing.html`);
  const frame = page.frames()[1];
  assert.ok(!frame.url().startsWith(browser.origin), frame.url());
  const reached = await page.evaluate(
    (paths) => Promise.all(paths.map((path) => fetch(path).then(() => path, () => ""))),
    ["manifest.json", "content/live.js", "content/marks.css", "icons/32.png", "wasm/full_bg.wasm"].map((path) => `${browser.origin}/${path}`),
  );
  assert.deepEqual(reached.filter(Boolean), []);
  assert.equal(await page.evaluate(() => typeof (/** @type {any} */ (globalThis).chrome?.runtime?.sendMessage)), "undefined");
  await page.close();
});

test("another extension is not heard", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rubricate-other-"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Other", version: "1", background: { service_worker: "b.js" } }));
  writeFileSync(join(folder, "b.js"), "");
  const id = await browser.browser.installExtension(folder);
  const target = await browser.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(id));
  const worker = await target.worker();
  const answers = await worker?.evaluate(
    (ours) =>
      Promise.all(["own.list", "lists.changed", "sites.list"].map((name) => chrome.runtime.sendMessage(ours, { name }).then((value) => JSON.stringify(value ?? null), (error) => `refused: ${error.message}`))),
    browser.extension.id,
  );
  assert.ok(answers?.every((answer) => answer.startsWith("refused")), String(answers));
  await browser.browser.uninstallExtension(id);
  rmSync(folder, { recursive: true });
});

test("what only our pages may ask is not answered to a script in a page", async () => {
  const page = await browser.open(`${site}/article.html`);
  await browser.mark(page);
  const answers = await inOurWorld(page, ask, { name: "lists.changed" }, { name: "live.mark", tabId: 1 }, { name: "sites.list" }, { name: "sites.add", origins: ["https://*/*"] }, { name: "constructor" }, null, 7);
  assert.deepEqual(answers.map((/** @type {any} */ answer) => answer?.value ?? null), Array(7).fill(null));
  assert.deepEqual(await (await browser.ours()).evaluate(async () => (await chrome.storage.local.get()).watchSites ?? []), []);
  await page.close();
});

test("a page's word is checked: highlights go under the address that the browser knows, and bad ones nowhere", async () => {
  const page = await browser.open(`${site}/article.html`);
  await browser.mark(page);
  const good = { quote: { exact: "x", prefix: "", suffix: "" }, position: { start: 0, end: 1 } };
  const answers = await inOurWorld(
    page,
    ask,
    { name: "own.make", canonical: "https://bank.example/", hue: "yellow", selectors: good },
    { name: "own.make", canonical: null, hue: "constructor", selectors: good },
    { name: "own.make", canonical: null, hue: "yellow", selectors: { quote: { exact: {} } } },
    { name: "own.make", canonical: null, hue: "yellow", selectors: { ...good, quote: { ...good.quote, exact: "x".repeat(30_000) } } },
  );
  assert.equal(answers[0].value.page, `${site}/article.html`);
  assert.deepEqual(answers.slice(1).map((/** @type {any} */ answer) => answer.error), Array(3).fill("no highlight"));
  await browser.forgetHighlights();
  await page.close();
});

test("the port answers sense with positions, tells no name or word, and takes no harm from nonsense", async () => {
  const page = await browser.open(`${site}/article.html`);
  await browser.mark(page);
  const got = await inOurWorld(page, port, { kind: "text", id: 1, text: "economy" }, 5, { kind: "what", what: "lists" }, { kind: "text", id: 2, text: { length: 3 } }, { kind: "text", id: 3, text: "the economy" });
  assert.deepEqual(got.map((/** @type {any} */ message) => message.kind), ["layers", "found"]);
  assert.deepEqual(got[0].layers, [{ id: "l1", kind: "list", hue: "green" }]);
  assert.equal(got[1].id, 3);
  const wishes = await inOurWorld(page, port, { kind: "what", what: [{ kind: "own" }, { kind: "find", id: "a", hue: "green", terms: [7], options: {} }, null] }, { kind: "text", id: 4, text: "economy" });
  assert.deepEqual(wishes[0].layers, []);
  await page.close();
});

test("keys and clicks that a page makes up do nothing", async () => {
  const page = await browser.open(`${site}/article.html`);
  await browser.mark(page);
  await browser.until(async () => (await browser.report(page))?.count === 3, "marked");
  await page.evaluate(() => {
    for (const key of ["h", "n", "Escape"]) window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  const report = await browser.report(page);
  assert.equal(report.shown, true);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["rubricate-list-green"]);
  await page.close();
});
