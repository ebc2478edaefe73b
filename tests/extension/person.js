// What a person does with the extension, in either browser.
import { after, before } from "node:test";
import { end, site } from "../browser/harness.js";
import { putPages } from "./pages.js";

/**
 * A tab of a browser under test.
 *
 * @typedef {object} Tab
 * @property {() => Promise<void>} front
 * @property {<A extends any[]>(run: (...args: A) => any, ...args: A) => Promise<any>} run runs a function in the page; what it gives is plain
 * @property {(key: string) => Promise<void>} key presses a key
 * @property {() => Promise<void>} reload
 * @property {(size: { width: number, height: number }) => Promise<Buffer>} picture a PNG
 * @property {() => Promise<void>} close
 */
/**
 * A browser with the extension in it.
 *
 * @typedef {object} Driver
 * @property {"chromium" | "firefox"} name
 * @property {string} origin of the extension, without a slash at its end
 * @property {(address: string) => Promise<Tab>} open a new tab in front
 * @property {(tab: any) => Promise<void>} pressButton the one in the toolbar
 * @property {(start: string, because: () => Promise<unknown>) => Promise<Tab>} opened the tab that something opens
 * @property {(origin: string) => Promise<void>} grant gives the extension a site, a match pattern
 * @property {(origin: string) => Promise<void>} withdraw takes it back
 * @property {() => Promise<void>} killBackground stops service worker or event page, as the browser does when it is idle
 * @property {(tabId: number, info: MenuInfo) => Promise<void>} menu chooses an entry of the context menu; the tab is in front, the background awake
 * @property {(tabId: number, name: string) => Promise<void>} command a keyboard command of the manifest; the tab is in front, the background awake
 * @property {(desk: any, tab: any) => Promise<() => Promise<string>>} openSidePanel the browser's own, beside the tab; gives what reads its text
 * @property {() => Promise<void>} forbidFiles keeps files of this computer from the extension; Firefox has no such switch
 * @property {(tab: any) => Promise<string>} clipboard its text; Chromium reads it from a tab of the site
 * @property {(address: string) => Promise<Tab>} openPrivate a new private window
 * @property {(files: Record<string, string>) => Promise<string>} installOther another extension; gives its origin
 * @property {() => Promise<void>} end
 */
/** @typedef {{ menuItemId: string, selectionText: string, frameId: number, pageUrl: string }} MenuInfo */
/** @typedef {{ hosts?: string[], inPrivate?: boolean }} Needs match patterns that the test will grant; whether it works in private windows */

/** How long something is waited for, ms. */
const PATIENCE = 40_000;

/** Which browser the tests run in. */
export const browserName = process.env.BROWSER === "firefox" ? "firefox" : "chromium";

/** A list that most tests keep. */
export const WORK = { id: "l1", name: "Work", hue: "green", terms: ["economy", "ferry"] };

/** Who does what a file's tests say, once `withPerson` is called. @type {Person} */
export let person;

/**
 * Before a file's tests the pages are put up, the browser is started and these lists are kept; after them all ends.
 *
 * @param {Needs & { lists?: Record<string, unknown>[] }} [needs]
 * @param {() => Promise<void>} [prepare] what the tests need besides; hooks of Node's do not wait for each other
 */
export function withPerson({ lists = [], ...needs } = {}, prepare = async () => {}) {
  before(async () => {
    await putPages();
    person = await startPerson(needs);
    for (const list of lists) await person.putList(list);
    await prepare();
  });
  after(() => person?.end());
}

/**
 * Starts the browser of this run.
 *
 * @param {Needs} [needs]
 * @returns {Promise<Person>}
 */
export async function startPerson(needs = {}) {
  try {
    const driver = browserName === "firefox" ? await (await import("./firefox.js")).startFirefox(needs) : await (await import("./chromium.js")).startChromium(needs);
    return new Person(driver, await driver.open(`${driver.origin}/extension/common/pages/options.html`));
  } catch (error) {
    // What is left open would keep the tests from ending.
    await end();
    throw error;
  }
}

export class Person {
  /** @param {Driver} driver @param {Tab} desk a page of ours, kept open to act from */
  constructor(driver, desk) {
    this.driver = driver;
    this.desk = desk;
  }

  /** Ends browser and site. */
  async end() {
    await this.driver.end();
    await end();
  }

  /** Opens a page of the site. @param {string} path @returns {Promise<Tab>} */
  async open(path) {
    return this.driver.open((await site()) + path);
  }

  /** Presses the button on a page. @param {Tab} tab @returns {Promise<Tab>} the reader */
  read(tab) {
    return this.driver.opened(`${this.driver.origin}/extension/common/pages/reader.html`, () => this.driver.pressButton(tab));
  }

  /** Keeps a watch list, and tells of it as our pages do. @param {Record<string, unknown>} list */
  async putList(list) {
    await this.desk.run(async (list) => {
      const { store } = await import(/** @type {string} */ ("/extension/common/store.js"));
      const { ask } = await import(/** @type {string} */ ("/extension/common/ask.js"));
      await (await store()).putList({ whole: "anywhere", caseSensitive: false, paused: false, created: 1, changed: 1, ...list });
      await ask("lists.changed");
    }, list);
  }

  /** Forgets every highlight. */
  async forgetHighlights() {
    await this.desk.run(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("rubricate");
          opening.onerror = reject;
          opening.onsuccess = () => {
            const cleared = opening.result.transaction("highlights", "readwrite").objectStore("highlights").clear();
            cleared.onsuccess = () => resolve(opening.result.close());
          };
        }),
    );
  }

  /** The browser's number of a tab. @param {Tab} tab @returns {Promise<number>} */
  async tabId(tab) {
    await tab.front();
    return this.desk.run(async () => {
      const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return id;
    });
  }

  /** Grants the tab by a press of the button, closes the reader that it opened, and marks the page. @param {Tab} tab */
  async mark(tab) {
    await (await this.read(tab)).close();
    await this.ask("live.mark", { tabId: await this.tabId(tab) });
  }

  /** Chooses an entry of the context menu. @param {Tab} tab @param {string} entry @param {string} [selection] */
  async menu(tab, entry, selection = "") {
    const tabId = await this.tabId(tab);
    await this.wake();
    await this.driver.menu(tabId, { menuItemId: entry, selectionText: selection, frameId: 0, pageUrl: await tab.run(() => location.href) });
  }

  /** Presses the keys of a command. @param {Tab} tab @param {string} name */
  async command(tab, name) {
    const tabId = await this.tabId(tab);
    await this.wake();
    await tab.front();
    await this.driver.command(tabId, name);
  }

  /** Starts the background where it is stopped: any event does. */
  wake() {
    return this.ask("sites.list");
  }

  /** Selects an element's text. @param {Tab} tab @param {string} selector */
  select(tab, selector) {
    return tab.run((selector) => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector(selector))), selector);
  }

  /** The lists that are kept. @returns {Promise<any[]>} */
  lists() {
    return this.desk.run(async () => {
      const { listsNow } = await import(/** @type {string} */ ("/extension/common/lists.js"));
      return listsNow();
    });
  }

  /** Asks the background as our pages do. @param {string} name @param {Record<string, unknown>} [facts] @returns {Promise<any>} */
  ask(name, facts = {}) {
    return this.desk.run(
      async (name, facts) => {
        const { ask } = await import(/** @type {string} */ ("/extension/common/ask.js"));
        return ask(name, facts);
      },
      name,
      facts,
    );
  }

  /** Calls the script in a page's top frame. @param {Tab} tab @param {string} call @param {...unknown} args @returns {Promise<any>} */
  async call(tab, call, ...args) {
    const tabId = await this.tabId(tab);
    return this.desk.run(
      async (tabId, call, args) => {
        const { callFrame } = await import(/** @type {string} */ ("/extension/common/live-calls.js"));
        return callFrame(tabId, 0, call, ...args);
      },
      tabId,
      call,
      args,
    );
  }

  /** @param {Tab} tab @returns {Promise<string>} */
  async badge(tab) {
    const tabId = await this.tabId(tab);
    return this.desk.run((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
  }

  /** What is painted, by name. @param {Tab} tab @returns {Promise<Record<string, string[]>>} */
  painted(tab) {
    return tab.run(() =>
      Object.fromEntries(
        [...CSS.highlights].map(([name, highlight]) => [
          name,
          [...highlight].map((range) => {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return live.toString();
          }),
        ]),
      ),
    );
  }

  /** Waits until a page's top frame has so many matches. @param {Tab} tab @param {number} count */
  async expectCount(tab, count) {
    /** @type {any} */
    let report = null;
    await this.until(async () => (report = await this.call(tab, "report"))?.count === count, () => `${count} matches: ${JSON.stringify(report)}`);
  }

  /** Waits until a page shows some words. @param {Tab} tab @param {RegExp} words */
  async expectText(tab, words) {
    let seen = "";
    await this.until(async () => words.test((seen = await tab.run(() => document.body?.innerText ?? ""))), () => `${words} in ${seen.slice(0, 1000)}`);
  }

  /** Presses the first element that is called so, as soon as there is one. @param {Tab} tab @param {string} selector @param {string} words in its text or label */
  async press(tab, selector, words) {
    const find = (/** @type {string} */ selector, /** @type {string} */ words) => {
      const found = [...document.querySelectorAll(selector)].find((one) => `${one.textContent} ${one.getAttribute("aria-label")}`.includes(words));
      if (found instanceof HTMLElement) found.click();
      return found !== undefined;
    };
    await this.until(() => tab.run(find, selector, words), `${selector} of ${words}`);
  }

  /** Waits until something holds. @param {() => Promise<boolean>} holds @param {string | (() => string)} what */
  async until(holds, what) {
    for (const end = Date.now() + PATIENCE; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === "string" ? what : what()}`);
    }
  }

  /** Stops the background. */
  killBackground() {
    return this.driver.killBackground();
  }
}
