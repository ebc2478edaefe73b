// Firefox with the extension in it as a temporary add-on.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zip } from "../../tools/zip.js";
import { Marionette } from "./marionette.js";

/** @typedef {import("./person.js").Driver} Driver */
/** @typedef {import("./person.js").Tab} Tab */

const archive = fileURLToPath(new URL("../../dist/rubricate-firefox.zip", import.meta.url));
const executable = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"].find((file) => file && existsSync(file));
const ID = "rubricate@rubricate.example";
const KEYS = /** @type {Record<string, string>} */ ({ Escape: "\uE00C", Enter: "\uE007", Tab: "\uE004", Space: " ", Shift: "\uE008" });
/** How long something is waited for, ms. */
const PATIENCE = 40_000;

/** @param {import("./person.js").Needs} [needs] @returns {Promise<Firefox>} */
export async function startFirefox({ inPrivate = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "rubricate-firefox-"));
  const port = await freePort();
  const preferences = { "marionette.port": port, "browser.startup.page": 0, "datareporting.policy.dataSubmissionEnabled": false, "app.update.enabled": false, "intl.locale.requested": "en-US" };
  writeFileSync(join(profile, "user.js"), Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join("\n"));
  const child = spawn(String(executable), ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile], { stdio: "ignore" });
  try {
    const client = await Marionette.connect(port);
    await client.send("Addon:Install", { path: archive, temporary: true, allowPrivateBrowsing: inPrivate });
    const origin = await client.run("chrome", (id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).getURL("").replace(/\/$/, ""), ID);
    return new Firefox(client, child, profile, origin);
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @implements {Driver} */
export class Firefox {
  name = /** @type {const} */ ("firefox");

  /** @param {Marionette} client @param {import("node:child_process").ChildProcess} child @param {string} profile @param {string} origin */
  constructor(client, child, profile, origin) {
    this.client = client;
    this.child = child;
    this.profile = profile;
    this.origin = origin;
  }

  /** @param {string} address @returns {Promise<FirefoxTab>} */
  async open(address) {
    await this.client.send("Marionette:SetContext", { value: "content" });
    const { handle } = await this.client.send("WebDriver:NewWindow", { type: "tab", focus: true });
    const tab = new FirefoxTab(this.client, handle);
    await tab.front();
    await this.client.send("WebDriver:Navigate", { url: address });
    return tab;
  }

  /** @param {string} address @returns {Promise<FirefoxTab>} */
  async openPrivate(address) {
    await this.client.send("Marionette:SetContext", { value: "chrome" });
    const { handle } = await this.client.send("WebDriver:NewWindow", { type: "window", private: true, focus: true });
    const tab = new FirefoxTab(this.client, handle);
    await tab.front();
    await this.client.send("WebDriver:Navigate", { url: address });
    return tab;
  }

  /** @param {Record<string, string>} files by name @returns {Promise<string>} */
  async installOther(files) {
    const other = join(this.profile, "other.zip");
    writeFileSync(other, zip(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));
    const { value: id } = await this.client.send("Addon:Install", { path: other, temporary: true });
    return this.client.run("chrome", (id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).getURL("").replace(/\/$/, ""), id);
  }

  /** @returns {Promise<string>} */
  clipboard() {
    return this.client.run("chrome", () => {
      const { Cc, Ci, Services } = /** @type {any} */ (globalThis);
      const data = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
      data.init(null);
      data.addDataFlavor("text/plain");
      Services.clipboard.getData(data, Services.clipboard.kGlobalClipboard);
      const found = {};
      try {
        data.getTransferData("text/plain", found);
      } catch {
        return "";
      }
      return /** @type {any} */ (found).value.QueryInterface(Ci.nsISupportsString).data;
    });
  }

  /** @param {number} _ @param {import("./person.js").MenuInfo} info */
  async menu(_, info) {
    await this.client.run(
      "chrome",
      (id, info) => {
        const { WebExtensionPolicy, Services } = /** @type {any} */ (globalThis);
        const { extension } = WebExtensionPolicy.getByID(id);
        const { selectedTab } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser;
        extension.tabManager.addActiveTabPermission(selectedTab);
        extension.emit("webext-menu-menuitem-click", { ...info, editable: false, modifiers: [] }, selectedTab);
      },
      ID,
      info,
    );
  }

  /** @param {number} _ @param {string} name */
  async command(_, name) {
    await this.client.run(
      "chrome",
      async (id, name) => {
        const { WebExtensionPolicy, Services } = /** @type {any} */ (globalThis);
        const { extension } = WebExtensionPolicy.getByID(id);
        const { document } = Services.wm.getMostRecentWindow("navigator:browser");
        const { shortcut } = (await extension.shortcuts.allCommands()).find((/** @type {any} */ one) => one.name === name);
        const keys = [...document.querySelectorAll(`#ext-keyset-id-${extension.id.replace(/\W/g, "_")} key`)];
        keys.find((key) => key.getAttribute("key") === shortcut.split("+").pop()).doCommand();
      },
      ID,
      name,
    );
  }

  /** @param {FirefoxTab} desk @returns {Promise<() => Promise<string>>} */
  async openSidePanel(desk) {
    await this.client.run("chrome", (id) => void /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser").SidebarController.show(`${id.replace(/\W/g, "_")}-sidebar-action`), ID);
    return () => desk.run(() => chrome.extension.getViews(/** @type {any} */ ({ type: "sidebar" }))[0]?.document.body?.innerText ?? "");
  }

  async forbidFiles() {}

  /** @param {FirefoxTab} tab */
  async pressButton(tab) {
    await tab.front();
    await this.client.run(
      "chrome",
      (id) => {
        const { WebExtensionPolicy, Services } = /** @type {any} */ (globalThis);
        const { extension } = WebExtensionPolicy.getByID(id);
        extension.apiManager.global.browserAction.for(extension).triggerAction(Services.wm.getMostRecentWindow("navigator:browser"));
      },
      ID,
    );
  }

  /** @param {string} start of its address @param {() => Promise<unknown>} because @returns {Promise<FirefoxTab>} */
  async opened(start, because) {
    const before = new Set(await this.#handles());
    await because();
    for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 60))) {
      for (const handle of await this.#handles()) {
        if (before.has(handle)) continue;
        const tab = new FirefoxTab(this.client, handle);
        if ((await tab.address()).startsWith(start)) return tab;
      }
    }
    throw new Error(`nothing opened at ${start}`);
  }

  /** @param {string} origin */
  grant(origin) {
    return this.#change("add", origin);
  }

  /** @param {string} origin */
  withdraw(origin) {
    return this.#change("remove", origin);
  }

  /** Changes a grant as a person does on the browser's own page. @param {"add" | "remove"} how @param {string} origin */
  #change(how, origin) {
    return this.client.run(
      "chrome",
      async (id, how, origin) => {
        const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        await ExtensionPermissions[how](id, { permissions: [], origins: [origin], data_collection: [] }, WebExtensionPolicy.getByID(id).extension);
      },
      ID,
      how,
      origin,
    );
  }

  async killBackground() {
    await this.client.run(
      "chrome",
      async (id) => {
        const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id);
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      },
      ID,
    );
  }

  /** @returns {Promise<string[]>} */
  async #handles() {
    await this.client.send("Marionette:SetContext", { value: "content" });
    return this.client.send("WebDriver:GetWindowHandles");
  }

  async end() {
    await this.client.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
    this.client.close();
    this.child.kill();
    await new Promise((resolve) => (this.child.exitCode === null && this.child.signalCode === null ? this.child.once("exit", resolve) : resolve(undefined)));
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @implements {Tab} */
export class FirefoxTab {
  /** @param {Marionette} client @param {string} handle */
  constructor(client, handle) {
    this.client = client;
    this.handle = handle;
  }

  async front() {
    await this.client.send("Marionette:SetContext", { value: "content" });
    await this.client.send("WebDriver:SwitchToWindow", { handle: this.handle, focus: true });
  }

  async #here() {
    await this.client.send("Marionette:SetContext", { value: "content" });
    await this.client.send("WebDriver:SwitchToWindow", { handle: this.handle, focus: false });
  }

  /** @returns {Promise<string>} */
  async address() {
    await this.#here();
    return (await this.client.send("WebDriver:GetCurrentURL")).value;
  }

  /** @template {any[]} A @param {(...args: A) => any} run @param {A} args @returns {Promise<any>} */
  async run(run, ...args) {
    await this.#here();
    return this.client.run("content", run, ...args);
  }

  /** @param {string} key */
  async key(key) {
    await this.front();
    const value = KEYS[key] ?? key;
    await this.client.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }] });
  }

  async reload() {
    await this.#here();
    await this.client.send("WebDriver:Refresh");
  }

  async picture() {
    await this.front();
    return Buffer.from((await this.client.send("WebDriver:TakeScreenshot", { full: false })).value, "base64");
  }

  async close() {
    await this.#here();
    const [left] = await this.client.send("WebDriver:CloseWindow");
    if (left) await this.client.send("WebDriver:SwitchToWindow", { handle: left, focus: true });
  }
}
