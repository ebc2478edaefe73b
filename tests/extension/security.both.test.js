// What pages, frames and other extensions can do to the extension: nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { put } from "../browser/harness.js";
import { person, withPerson } from "./person.js";

withPerson({ lists: [{ id: "l1", name: "Secret name", hue: "green", terms: ["economy"] }] });

/**
 * Sends messages as our script in a page could.
 *
 * @param {import("./person.js").Tab} tab
 * @param {unknown[]} messages
 * @returns {Promise<any[]>} the answers, null where nobody answers
 */
async function sayAsContent(tab, messages) {
  return person.desk.run(
    async (tabId, messages) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [messages],
        func: (messages) => Promise.all(messages.map((message) => chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null))),
      });
      return result;
    },
    await person.tabId(tab),
    messages,
  );
}

/**
 * Sends messages over the port of the finder, as our script in a page could.
 *
 * @param {import("./person.js").Tab} tab
 * @param {unknown[]} messages
 * @returns {Promise<any[]>} what came back in a while
 */
async function portAsContent(tab, messages) {
  return person.desk.run(
    async (tabId, messages) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [messages],
        func: async (messages) => {
          const port = chrome.runtime.connect({ name: "find" });
          /** @type {unknown[]} */
          const got = [];
          port.onMessage.addListener((message) => got.push(JSON.parse(JSON.stringify(message))));
          for (const message of messages) port.postMessage(message);
          await new Promise((resolve) => setTimeout(resolve, 800));
          return got;
        },
      });
      return result;
    },
    await person.tabId(tab),
    messages,
  );
}

test("the manifest asks at install for nothing that shows a warning, and gives pages nothing", () => {
  for (const name of ["chromium", "firefox"]) {
    const manifest = JSON.parse(readFileSync(fileURLToPath(new URL(`../../dist/${name}/manifest.json`, import.meta.url)), "utf8"));
    assert.deepEqual(manifest.permissions, ["activeTab", "contextMenus", "scripting", ...(name === "chromium" ? ["sidePanel"] : []), "storage", "unlimitedStorage"]);
    for (const key of ["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) assert.equal(manifest[key], undefined, key);
    assert.match(manifest.content_security_policy.extension_pages, /frame-ancestors 'none'/);
  }
});

test("a page can neither frame nor fetch what is ours, nor speak to it", async () => {
  const { origin } = person.driver;
  put("/framing.html", `<!doctype html><iframe src="${origin}/extension/common/pages/options.html"></iframe>`);
  const tab = await person.open("/framing.html");
  const reached = await tab.run(
    (paths) => Promise.all(paths.map((path) => fetch(path).then(() => path, () => ""))),
    ["manifest.json", "content/live.js", "content/marks.css", "icons/32.png", "wasm/live_bg.wasm", "extension/common/pages/reader.html"].map((path) => `${origin}/${path}`),
  );
  assert.deepEqual(reached.filter(Boolean), []);
  const ours = await person.desk.run(async () => (await chrome.runtime.getContexts({})).filter(({ documentUrl }) => documentUrl?.endsWith("/options.html")).length);
  assert.equal(ours, 1, "the one in its own tab, none in the frame");
  assert.equal(await tab.run(() => typeof (/** @type {any} */ (globalThis).chrome?.runtime?.sendMessage ?? /** @type {any} */ (globalThis).browser)), "undefined");
  await tab.close();
});

test("what only our pages may ask is not answered to a script in a page", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  const answers = await sayAsContent(tab, [{ name: "lists.changed" }, { name: "live.mark", tabId: 1 }, { name: "sites.list" }, { name: "sites.add", origins: ["https://*/*"] }, { name: "constructor" }, null, 7]);
  assert.deepEqual(answers, Array(7).fill(null));
  assert.deepEqual(await person.desk.run(async () => (await chrome.storage.local.get()).watchSites ?? []), []);
  await tab.close();
});

test("a page's word is checked: highlights go under the address that the browser knows, and bad ones nowhere", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  const selectors = { quote: { exact: "x", prefix: "", suffix: "" }, position: { start: 0, end: 1 } };
  const answers = await sayAsContent(tab, [
    { name: "own.make", canonical: "https://bank.example/", hue: "yellow", selectors },
    { name: "own.make", canonical: null, hue: "constructor", selectors },
    { name: "own.make", canonical: null, hue: "yellow", selectors: { quote: { exact: {} } } },
    { name: "own.make", canonical: null, hue: "yellow", selectors: { ...selectors, quote: { ...selectors.quote, exact: "x".repeat(30_000) } } },
  ]);
  assert.equal(answers[0].value.page, await tab.run(() => location.href));
  assert.deepEqual(answers.slice(1), Array(3).fill({ error: "no highlight" }));
  await person.forgetHighlights();
  await tab.close();
});

test("the port answers sense with positions, tells no name or word, and takes no harm from nonsense", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  const got = await portAsContent(tab, [{ kind: "text", id: 1, text: "economy" }, 5, null, { kind: "what", what: "lists" }, { kind: "text", id: 2, text: { length: 3 } }, { kind: "text", id: 3, text: "the economy" }]);
  assert.deepEqual(got.map(({ kind }) => kind), ["layers", "found"]);
  assert.deepEqual(got[0].layers, [{ id: "l1", kind: "list", hue: "green" }]);
  assert.deepEqual([got[1].id, Object.values(got[1].found)], [3, [4, 11, 0]]);
  const wishes = await portAsContent(tab, [{ kind: "what", what: [{ kind: "own" }, { kind: "find", id: "a", hue: "green", terms: [7], options: {} }, null] }, { kind: "text", id: 4, text: "economy" }]);
  assert.deepEqual(wishes[0].layers, []);
  await tab.close();
});

test("keys that a page makes up do nothing", async () => {
  const tab = await person.open("/article.html");
  await person.mark(tab);
  await person.expectCount(tab, 3);
  await tab.run(() => {
    for (const key of ["h", "n", "Escape"]) window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  assert.equal((await person.call(tab, "report")).shown, true);
  assert.deepEqual(Object.keys(await person.painted(tab)), ["rubricate-list-green"]);
  await tab.close();
});
