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

/**
 * @param {string[]} [hosts] match patterns that can be granted: nobody can press "Allow" in a browser without a window, so they
 *   are asked for in the manifest, and held back until `grant`
 * @returns {Promise<Chromium>}
 */
export async function startChromium(hosts = []) {
  const profile = mkdtempSync(join(tmpdir(), "rubricate-extension-"));
  const loaded = hosts.length ? withHosts(join(profile, "extension"), hosts) : folder;
  const browser = await puppeteer.launch({ executablePath: executable, userDataDir: profile, pipe: true, enableExtensions: [loaded], protocolTimeout: 60_000, args: FLAGS });
  await browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("/background.js"));
  const [extension] = (await browser.extensions()).values();
  const chromium = new Chromium(browser, extension, profile);
  if (hosts.length) await chromium.holdBack();
  return chromium;
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
    const coming = this.browser.waitForTarget((target) => !before.has(target) && target.url().startsWith(start), { timeout: 10_000 });
    await because();
    return new ChromiumTab(/** @type {import("puppeteer-core").Page} */ (await (await coming).page()));
  }

  /** Holds back every host until it is granted. */
  holdBack() {
    return this.#onExtensionsPage((api, id) => api.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" }));
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

  /** @param {Tab} from a page of ours */
  async killBackground(from) {
    const session = await /** @type {ChromiumTab} */ (from).page.createCDPSession();
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await session.detach();
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
