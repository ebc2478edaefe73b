// Firefox with the extension in it as a temporary add-on.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Marionette } from "./marionette.js";

const archive = fileURLToPath(new URL("../../dist/rubricate-firefox.zip", import.meta.url));
const executable = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"].find((file) => file && existsSync(file));
const ID = "rubricate@rubricate.example";

/** @returns {Promise<Firefox>} */
export async function startFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "rubricate-firefox-"));
  const port = await freePort();
  const preferences = { "marionette.port": port, "browser.startup.page": 0, "datareporting.policy.dataSubmissionEnabled": false, "app.update.enabled": false, "extensions.logging.enabled": true };
  writeFileSync(join(profile, "user.js"), Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join("\n"));
  const child = spawn(String(executable), ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile], { stdio: "ignore" });
  const client = await Marionette.connect(port);
  const { value: id } = await client.send("Addon:Install", { path: archive, temporary: true });
  const origin = await client.run("chrome", (id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).getURL("").replace(/\/$/, ""), id);
  return new Firefox(client, child, profile, origin);
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

export class Firefox {
  /** @param {Marionette} client @param {import("node:child_process").ChildProcess} child @param {string} profile @param {string} origin */
  constructor(client, child, profile, origin) {
    this.client = client;
    this.child = child;
    this.profile = profile;
    this.origin = origin;
  }

  /** A new tab at an address, in front. @param {string} address @returns {Promise<string>} its handle */
  async open(address) {
    await this.client.send("Marionette:SetContext", { value: "content" });
    const { handle } = await this.client.send("WebDriver:NewWindow", { type: "tab", focus: true });
    await this.go(handle);
    await this.client.send("WebDriver:Navigate", { url: address });
    return handle;
  }

  /** Goes to a tab. @param {string} handle */
  async go(handle) {
    await this.client.send("Marionette:SetContext", { value: "content" });
    await this.client.send("WebDriver:SwitchToWindow", { handle, focus: true });
  }

  /** Closes a tab. @param {string} handle */
  async close(handle) {
    await this.go(handle);
    const left = await this.client.send("WebDriver:CloseWindow");
    await this.go(left[0]);
  }

  /** Runs a function in the page in front. @template {unknown[]} A @param {(...args: A) => unknown} run @param {A} args */
  inPage(run, ...args) {
    return this.client.run("content", run, ...args);
  }

  /** Presses the toolbar button on the tab in front. */
  async press() {
    await this.client.run("chrome", (id) => {
      const { browserAction } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).extension.apiManager.global;
      const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
      return /** @type {any} */ (globalThis).ExtensionParent?.x ?? void browserAction.for(/** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).extension).triggerAction(window);
    }, ID);
  }

  /** The tab of ours that opens because of something; it is in front afterwards. @param {string} name @param {() => Promise<unknown>} because @returns {Promise<string>} */
  async opened(name, because) {
    const before = new Set(await this.handles());
    await because();
    return this.until(async () => {
      for (const handle of await this.handles()) {
        if (before.has(handle)) continue;
        await this.go(handle);
        const { value } = await this.client.send("WebDriver:GetCurrentURL");
        if (value.startsWith(`${this.origin}/extension/common/pages/${name}.html`)) return handle;
      }
      return "";
    }, `${name} opens`);
  }

  /** @returns {Promise<string[]>} */
  async handles() {
    await this.client.send("Marionette:SetContext", { value: "content" });
    return this.client.send("WebDriver:GetWindowHandles");
  }

  /** @template T @param {() => Promise<T>} holds @param {string} what @returns {Promise<T>} */
  async until(holds, what) {
    const end = Date.now() + 8000;
    for (;;) {
      const value = await holds();
      if (value) return value;
      if (Date.now() > end) throw new Error(`in vain waited for: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  }

  async end() {
    await this.client.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
    this.client.close();
    this.child.kill();
    await new Promise((resolve) => (this.child.exitCode === null && this.child.signalCode === null ? this.child.once("exit", resolve) : resolve(undefined)));
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
