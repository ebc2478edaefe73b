// Chromium with the extension in it, as a person has it after `make extension`.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const folder = fileURLToPath(new URL("../../dist/chromium/", import.meta.url));
const executable = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(
  (file) => file && existsSync(file),
);

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Starts the browser.
 *
 * @returns {Promise<Chromium>}
 */
export async function startChromium() {
  const profile = mkdtempSync(join(tmpdir(), "rubricate-extension-"));
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir: profile,
    pipe: true,
    enableExtensions: [folder],
    protocolTimeout: 60_000,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en"],
  });
  await browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("/background.js"));
  const [extension] = (await browser.extensions()).values();
  return new Chromium(browser, extension, profile);
}

export class Chromium {
  /** @param {import("puppeteer-core").Browser} browser @param {import("puppeteer-core").Extension} extension @param {string} profile */
  constructor(browser, extension, profile) {
    this.browser = browser;
    this.extension = extension;
    this.profile = profile;
    /** @type {Page | undefined} */
    this.desk = undefined;
    /** The extension's origin, without a slash at its end. */
    this.origin = `chrome-extension://${extension.id}`;
  }

  /** A new tab at a whole address. @param {string} address @returns {Promise<Page>} */
  async open(address) {
    const page = await this.browser.newPage();
    await page.goto(address);
    return page;
  }

  /** Presses the toolbar button on a tab. @param {Page} page */
  async press(page) {
    await page.bringToFront();
    await page.triggerExtensionAction(this.extension);
  }

  /**
   * The tab of ours that opens because of something.
   *
   * @param {string} name `reader`
   * @param {() => Promise<unknown>} because
   * @returns {Promise<Page>}
   */
  async opened(name, because) {
    const before = new Set(this.browser.targets());
    const coming = this.browser.waitForTarget((target) => !before.has(target) && target.url().startsWith(`${this.origin}/extension/common/pages/${name}.html`), { timeout: 10_000 });
    await because();
    return /** @type {Page} */ (await (await coming).page());
  }

  /** A page of ours to act from, kept open. @returns {Promise<Page>} */
  async ours() {
    this.desk ??= await this.open(`${this.origin}/extension/common/pages/options.html`);
    return this.desk;
  }

  /** Keeps a watch list, and tells of it as our pages do. @param {Record<string, unknown>} list */
  async putList(list) {
    await (await this.ours()).evaluate(async (list) => {
      const [{ store }, { ask }] = await Promise.all([import(/** @type {string} */ ("/extension/common/lists.js")), import(/** @type {string} */ ("/extension/common/ask.js"))]);
      await (await store()).putList({ whole: "anywhere", caseSensitive: false, paused: false, created: 1, changed: 1, ...list });
      await ask("lists.changed");
    }, list);
  }

  /** Forgets every highlight of the article page. */
  async forgetHighlights() {
    await (await this.ours()).evaluate(async () => {
      const { store } = await import(/** @type {string} */ ("/extension/common/lists.js"));
      for (const { name } of await indexedDB.databases()) {
        const opened = await new Promise((resolve) => (Object.assign(indexedDB.open(String(name)), { onsuccess: (/** @type {any} */ event) => resolve(event.target.result) })));
        opened.transaction("highlights", "readwrite").objectStore("highlights").clear();
        opened.close();
      }
      await store();
    });
  }

  /** The browser's number of a tab. @param {Page} page @returns {Promise<number>} */
  async tabId(page) {
    await page.bringToFront();
    return (await this.ours()).evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id ?? -1);
  }

  /** Grants the tab by a press of the button, closes the reader that it opened, and marks the page. @param {Page} page */
  async mark(page) {
    const reader = await this.opened("reader", () => this.press(page));
    await reader.close();
    await page.bringToFront();
    const tabId = await this.tabId(page);
    await (await this.ours()).evaluate(async (tabId) => {
      const { ask } = await import(/** @type {string} */ ("/extension/common/ask.js"));
      await ask("live.mark", { tabId });
    }, tabId);
  }

  /** Calls the script in a page's top frame. @param {Page} page @param {string} call @param {...unknown} args @returns {Promise<any>} */
  async call(page, call, ...args) {
    const tabId = await this.tabId(page);
    return (await this.ours()).evaluate(
      async (tabId, call, args) => {
        const { callFrame } = await import(/** @type {string} */ ("/extension/common/live-calls.js"));
        return callFrame(tabId, 0, call, ...args);
      },
      tabId,
      call,
      args,
    );
  }

  /** @param {Page} page */
  report(page) {
    return this.call(page, "report");
  }

  /** @param {Page} page @returns {Promise<string>} */
  async badge(page) {
    const tabId = await this.tabId(page);
    return (await this.ours()).evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
  }

  /** Waits until something holds. @param {() => Promise<boolean>} holds @param {string} what */
  async until(holds, what) {
    const end = Date.now() + 5000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`in vain waited for: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Stops the service worker, as the browser does when it is idle. */
  async killBackground() {
    const page = await this.ours();
    const session = await page.createCDPSession();
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await session.detach();
  }

  async end() {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
