// One browser and one site for all browser tests: started at the first `open`, ended by run.js.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { serve } from "../../tools/serve.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Which browser the tests run in. */
export const browserName = process.env.BROWSER === "firefox" ? "firefox" : "chromium";

/** Where the corpora and the seed are; tests that need them skip where they are absent. */
export const shared = join(root, "../shared");
/** For `test(name, { skip: needsShared }, …)`. */
export const needsShared = existsSync(join(shared, "seed/check.py")) ? false : "../shared is absent";

const EXECUTABLES = {
  chromium: [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  firefox: [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
};
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @type {Map<string, import("../../tools/serve.js").Answer>} */
const pages = new Map();
/** @type {Promise<{ address: string, close: () => Promise<void> }> | undefined} */
let server;
/** @type {Promise<import("puppeteer-core").Browser> | undefined} */
let browser;
/** @type {string | undefined} */
let profile;

/** The site's address: `/` is www, `/tests/`, `/node_modules/` and `/shared/` what they say. */
export async function site() {
  server ??= serve({ "/": join(root, "www/"), "/tests/": join(root, "tests/"), "/node_modules/": join(root, "node_modules/"), "/shared/": `${shared}/` }, { pages });
  return (await server).address;
}

/**
 * Puts a page on the site.
 *
 * @param {string} path it answers under
 * @param {string | Uint8Array} body
 * @param {Record<string, string>} [headers] a policy, a charset
 */
export function put(path, body, headers) {
  pages.set(path, { body, headers });
}

/** Starts the browser. @param {string} name @param {string[]} flags */
function launch(name, flags) {
  const found = EXECUTABLES[/** @type {"chromium" | "firefox"} */ (name)].find((file) => file && existsSync(file));
  if (!found) throw new Error(`no ${name} here: make setup, or name it with ${name.toUpperCase()}=`);
  profile = mkdtempSync(join(tmpdir(), `rubricate-${name}-`));
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: found,
    userDataDir: profile,
    protocolTimeout: 120_000,
    args: name === "firefox" ? flags : [...CHROMIUM_FLAGS, ...flags],
  });
}

/**
 * A new tab at an address of the site. What the page throws unhandled is gathered in `errors`.
 *
 * @param {string} path `/reader/`; `about:blank` and other whole addresses as they are
 * @returns {Promise<import("puppeteer-core").Page & { errors: string[] }>}
 */
export async function open(path) {
  browser ??= launch(browserName, []);
  const page = await (await browser).newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(path.startsWith("/") ? (await site()) + path : path);
  return Object.assign(page, { errors });
}

/** Ends browser and site. */
export async function end() {
  await (await browser)?.close();
  await (await server)?.close();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
