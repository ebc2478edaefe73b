// Chromium with the extension in it, as a person has it after `make extension`.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

/** @typedef {import("./person.js").Driver} Driver */
/** @typedef {import("./person.js").Tab} Tab */

const folder = fileURLToPath(new URL("../../dist/chromium/", import.meta.url));
const executable = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(
  (file) => file && existsSync(file),
);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en"];
/** How long something is waited for, ms. */
const PATIENCE = 40_000;

/**
 * Nobody can press "Allow" in a browser without a window: hosts that a test grants are asked for in the manifest, and held back
 * until `grant`.
 *
 * @param {import("./person.js").Needs} [needs]
 * @returns {Promise<Chromium>}
 */
export async function startChromium({ hosts = [], inPrivate = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "rubricate-extension-"));
  const loaded = hosts.length ? withHosts(join(profile, "extension"), hosts) : folder;
  const browser = await puppeteer.launch({ executablePath: executable, userDataDir: profile, pipe: true, enableExtensions: [loaded], protocolTimeout: 120_000, args: FLAGS });
  try {
    await browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("/background.js"), { timeout: 60_000 });
    const [extension] = (await browser.extensions()).values();
    const chromium = new Chromium(browser, extension, profile);
    if (hosts.length) await chromium.holdBack();
    if (inPrivate) await chromium.allowPrivate();
    return chromium;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The extension with hosts in its manifest. @param {string} copy @param {string[]} hosts */
function withHosts(copy, hosts) {
  cpSync(folder, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"));
  writeFileSync(join(copy, "manifest.json"), JSON.stringify({ ...manifest, host_permissions: hosts }));
  return copy;
}

/** @implements {Driver} */
export class Chromium {
  name = /** @type {const} */ ("chromium");

  /** @param {import("puppeteer-core").Browser} browser @param {import("puppeteer-core").Extension} extension @param {string} profile */
  constructor(browser, extension, profile) {
    this.browser = browser;
    this.extension = extension;
    this.profile = profile;
    this.origin = `chrome-extension://${extension.id}`;
  }

  /** @param {string} address @returns {Promise<ChromiumTab>} */
  async open(address) {
    const page = await this.browser.newPage();
    await page.goto(address);
    return new ChromiumTab(page);
  }

  /** @param {ChromiumTab} tab */
  async pressButton(tab) {
    await tab.page.bringToFront();
    await tab.page.triggerExtensionAction(this.extension);
  }

  /** @param {string} start of its address @param {() => Promise<unknown>} because @returns {Promise<ChromiumTab>} */
  async opened(start, because) {
    const before = new Set(this.browser.targets());
    const coming = this.browser.waitForTarget((target) => !before.has(target) && target.url().startsWith(start), { timeout: PATIENCE });
    await because();
    const page = /** @type {import("puppeteer-core").Page} */ (await (await coming).asPage());
    // A new tab begins with an empty page, which goes while it is asked. One that is not seen has no frames to wait by.
    await page.waitForFunction((start) => location.href.startsWith(start) && document.readyState === "complete", { polling: 50 }, start);
    return new ChromiumTab(page);
  }

  /** Holds back every host until it is granted. */
  holdBack() {
    return this.#onExtensionsPage((api, id) => api.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" }));
  }

  /** Lets the extension into private windows, which loads it anew. */
  async allowPrivate() {
    const isAllowed = () => chrome.extension.isAllowedIncognitoAccess();
    await this.#loadAnew((api, id) => api.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }), isAllowed);
  }

  /**
   * Does what loads the extension anew, and waits until its background is there again and it is so.
   *
   * @param {(api: any, id: string) => Promise<void>} act
   * @param {() => Promise<boolean>} isSo asked in a page of the extension
   */
  async #loadAnew(act, isSo) {
    await this.#onExtensionsPage((api) => api.updateProfileConfiguration({ inDeveloperMode: true }));
    await this.#onExtensionsPage(act);
    const page = await this.browser.newPage();
    const isBack = async () => {
      await page.goto(`${this.origin}/extension/common/pages/options.html`);
      if (!(await page.evaluate(isSo))) return false;
      await page.evaluate(async () => (await import(/** @type {string} */ ("/extension/common/ask.js"))).ask("sites.list"));
      return true;
    };
    for (const end = Date.now() + PATIENCE; !(await isBack().catch(() => false)); ) if (Date.now() > end) throw new Error("the extension does not come back");
    await page.close();
  }

  /** @param {string} address @returns {Promise<ChromiumTab>} */
  async openPrivate(address) {
    const desk = await this.open(`${this.origin}/extension/common/pages/options.html`);
    const tab = await this.opened(address, () => desk.run(async (url) => void (await chrome.windows.create({ incognito: true, url })), address));
    await desk.close();
    return tab;
  }

  /** @param {Record<string, string>} files by name @returns {Promise<string>} */
  async installOther(files) {
    const other = mkdtempSync(join(this.profile, "other-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(other, name), text);
    return `chrome-extension://${await this.browser.installExtension(other)}`;
  }

  /** @param {ChromiumTab} tab @returns {Promise<string>} */
  async clipboard(tab) {
    await this.browser.defaultBrowserContext().overridePermissions(await tab.run(() => location.origin), ["clipboard-read"]);
    await tab.front();
    return tab.run(() => navigator.clipboard.readText());
  }

  /** @param {number} tabId @param {import("./person.js").MenuInfo} info */
  menu(tabId, info) {
    return this.#tellBackground("contextMenus.onClicked", info, tabId);
  }

  /** The keys of a browser without a window reach its pages alone. @param {number} tabId @param {string} name */
  command(tabId, name) {
    return this.#tellBackground("commands.onCommand", name, tabId);
  }

  /** Tells the background of something that a person does in the browser's own windows. @param {string} event @param {unknown} what @param {number} tabId */
  async #tellBackground(event, what, tabId) {
    const worker = await (await this.browser.waitForTarget((target) => target.type() === "service_worker" && target.url().startsWith(this.origin), { timeout: PATIENCE })).worker();
    await worker?.evaluate(
      async (event, what, tabId) => {
        const [area, name] = event.split(".");
        /** @type {any} */ (chrome)[area][name].dispatch(what, await chrome.tabs.get(tabId));
      },
      event,
      what,
      tabId,
    );
  }

  /** @param {ChromiumTab} desk @param {ChromiumTab} tab @returns {Promise<() => Promise<string>>} */
  async openSidePanel(desk, tab) {
    const onPress = (/** @type {boolean} */ opens) => desk.run((opens) => chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: opens }), opens);
    await onPress(true);
    const panel = await this.opened(`${this.origin}/extension/common/pages/panel.html`, () => this.pressButton(tab));
    await onPress(false);
    return () => panel.run(() => document.body.innerText);
  }

  /** Keeps files of this computer from the extension, which loads it anew. */
  forbidFiles() {
    const isForbidden = async () => !(await chrome.extension.isAllowedFileSchemeAccess());
    return this.#loadAnew((api, id) => api.updateExtensionConfiguration({ extensionId: id, fileAccess: false }), isForbidden);
  }

  /** @param {string} origin */
  grant(origin) {
    return this.#onExtensionsPage((api, id, origin) => api.addHostPermission(id, origin), origin);
  }

  /** @param {string} origin */
  withdraw(origin) {
    return this.#onExtensionsPage((api, id, origin) => api.removeHostPermission(id, origin), origin);
  }

  /** Does what a person can do on the browser's own page. @param {(api: any, id: string, origin: string) => Promise<void>} act @param {string} [origin] */
  async #onExtensionsPage(act, origin = "") {
    const tab = await this.open("chrome://extensions");
    await tab.run((act, id, origin) => new Function("api", "id", "origin", `return (${act})(api, id, origin)`)(/** @type {any} */ (chrome).developerPrivate, id, origin), String(act), this.extension.id, origin);
    await tab.close();
  }

  async killBackground() {
    const target = this.browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(this.origin));
    // It may have stopped meanwhile.
    await (await target?.worker())?.close().catch(() => undefined);
    // What is told to one that is about to go is told to nobody.
    while (target && this.browser.targets().includes(target)) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async end() {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @implements {Tab} */
export class ChromiumTab {
  /** @param {import("puppeteer-core").Page} page */
  constructor(page) {
    this.page = page;
  }

  front() {
    return this.page.bringToFront();
  }

  /** @template {any[]} A @param {(...args: A) => any} run @param {A} args @returns {Promise<any>} */
  run(run, ...args) {
    return this.page.evaluate(/** @type {any} */ (run), ...args);
  }

  /** @param {string} key */
  async key(key) {
    await this.front();
    await this.page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
  }

  async reload() {
    await this.page.reload();
  }

  async picture(/** @type {{ width: number, height: number }} */ size) {
    await this.page.setViewport(size);
    return Buffer.from(await this.page.screenshot());
  }

  close() {
    return this.page.close();
  }
}
