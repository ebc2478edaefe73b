// What a person does in the reader, for the browser tests.
import { open, put, site } from "./harness.js";

/** @typedef {import("puppeteer-core").Page & { errors: string[] }} Tab */

/** How long a condition is waited for on the slowest machine, ms. */
const PATIENCE = 60_000;

/**
 * The reader in a tab of its own, nothing kept from before.
 *
 * @param {{ width?: number, height?: number, choices?: Partial<import("../../www/reader/settings.js").Choices> }} [how] `choices` are set before it starts
 * @returns {Promise<Tab>}
 */
export async function openReader({ width = 1280, height = 900, choices = {} } = {}) {
  put("/blank.html", "<!doctype html><title>blank</title>");
  const page = await open("/blank.html");
  await page.setViewport({ width, height });
  await page.evaluate(async (text) => {
    localStorage.setItem("rubricate-settings", text);
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  }, JSON.stringify({ language: "en", ...choices }));
  await goToReader(page);
  return page;
}

/** Comes to the reader afresh, not back to what was read in this tab. @param {Tab} page */
export async function goToReader(page) {
  await page.goto("about:blank");
  await page.goto(`${await site()}/`);
  await page.waitForSelector(".start");
}

/**
 * Opens a built-in sample and waits until it can be marked.
 *
 * @param {Tab} page
 * @param {"en" | "zh"} tag
 */
export async function readSample(page, tag) {
  await page.click(`.sample:lang(${tag})`);
  await untilReady(page);
}

/** Waits until an article stands and can be marked. @param {Tab} page @param {number} [timeout] ms */
export async function untilReady(page, timeout = PATIENCE) {
  const shown = await page.waitForFunction(
    () => (document.querySelector(".match-strip") && "article") || document.querySelector(".message")?.textContent,
    { timeout },
  );
  const outcome = await shown.jsonValue();
  if (outcome !== "article") throw new Error(`no article but: ${outcome}`);
}

/**
 * Gives the file field some files.
 *
 * @param {Tab} page
 * @param {{ name: string, text: string, type?: string }[]} files
 */
export async function giveFiles(page, files) {
  await page.evaluate((given) => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]'));
    const transfer = new DataTransfer();
    for (const { name, text, type } of given) transfer.items.add(new File([text], name, { type: type ?? "text/html" }));
    field.files = transfer.files;
    field.dispatchEvent(new Event("change"));
  }, files);
}

/** What is painted: by the highlight's name, the texts of its ranges in order. @param {Tab} page @returns {Promise<Record<string, string[]>>} */
export function painted(page) {
  return page.evaluate(() => {
    const text = (/** @type {AbstractRange} */ range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    };
    return Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(text)]));
  });
}

/**
 * Brings into view and selects the first occurrence of some words in one text node of the article.
 *
 * @param {Tab} page
 * @param {string} words
 */
export async function select(page, words) {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector(".body")), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = /** @type {Text} */ (node).data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`not in the article: ${wanted}`);
  }, words);
}

/**
 * Waits until a function of the page is true.
 *
 * @param {Tab} page
 * @param {() => unknown} holds
 */
export async function until(page, holds) {
  await page.waitForFunction(holds, { timeout: PATIENCE });
}

/** Waits until a highlight of this name is painted. @param {Tab} page @param {string} name */
export async function untilPainted(page, name) {
  await page.waitForFunction((wanted) => CSS.highlights.has(wanted), { timeout: PATIENCE }, name);
}

/** Waits until an element holds a text: all of it, or a pattern. What it holds instead is told. @param {Tab} page @param {string} selector @param {string | RegExp} text */
export async function untilText(page, selector, text) {
  const pattern = typeof text === "string" ? `^${text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$` : text.source;
  const holds = (/** @type {string} */ wanted, /** @type {string} */ source) => new RegExp(source, "s").test(document.querySelector(wanted)?.textContent ?? "");
  await page.waitForFunction(holds, { timeout: PATIENCE }, selector, pattern).catch(async () => {
    throw new Error(`${selector} holds ${JSON.stringify(await page.$eval(selector, (found) => found.textContent).catch(() => null))}, not ${text}`);
  });
}

/** Opens find, types, and waits until its last letter is answered. @param {Tab} page @param {string} query that the article holds */
export async function find(page, query) {
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type(query);
  await untilFound(page, query);
}

/** Waits until what is painted for find are the matches of this alone. @param {Tab} page @param {string} query */
export async function untilFound(page, query) {
  const all = (/** @type {number} */ length) => {
    const ranges = [...(CSS.highlights.get("rubricate-find") ?? [])];
    return ranges.length > 0 && ranges.every((range) => range.startContainer !== range.endContainer || range.endOffset - range.startOffset === length);
  };
  await page.waitForFunction(all, { timeout: PATIENCE }, query.length);
}

/** Waits until something is kept in one of the reader's stores. @param {Tab} page @param {import("../../www/reader/store.js").StoreName} name */
export async function untilKept(page, name) {
  const count = (/** @type {string} */ store) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("rubricate");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asking = opening.result.transaction(store).objectStore(store).count();
        asking.onsuccess = () => resolve(asking.result);
        opening.result.close();
      };
    });
  await page.waitForFunction(count, { timeout: PATIENCE, polling: 100 }, name);
}

/** @param {Tab} page @param {string} selector */
export function textOf(page, selector) {
  return page.$eval(selector, (found) => found.textContent ?? "");
}

/** What the network was asked for, apart from this site. @param {Tab} page */
export function watchRequests(page) {
  /** @type {{ url: string, referer: string | undefined }[]} */
  const asked = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") asked.push({ url: request.url(), referer: request.headers().referer });
  });
  return asked;
}
