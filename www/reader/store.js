// What stays in this browser: one IndexedDB database for the reader, and for the extension one of the same shape.
import { openDB } from "../vendor/idb.js";
import { stateKey } from "./page-key.js";

/** @typedef {import("../anchors.js").Selectors} Selectors */
/** @typedef {import("./marks.js").Hue} Hue */
/** @typedef {import("./host.js").Page} Page */
/** @typedef {import("./host.js").Article} Article */
/** @typedef {{ id: string, page: string, hue: Hue, note: string, selectors: Selectors, created: number, changed: number }} Highlight times in ms since 1970 */
/** @typedef {{ id: string, name: string, hue: Hue, terms: string[], whole: "word" | "start" | "anywhere", caseSensitive: boolean, paused: boolean, created: number, changed: number }} WatchList */
/** @typedef {{ site: string, include: string[], exclude: string[], root?: string, changed: number }} SiteRule corrections remembered for a site */
/** @typedef {{ key: string, ratio: number, changed: number }} Place how far an article was read, 0 to 1 */
/** @typedef {{ key: string, page: Page, title: string, siteName: string, opened: number, saved: number }} KeptPage `saved` 0 for one that was only opened */
/** @typedef {"pages" | "highlights" | "lists" | "rules" | "places"} StoreName */

/** The database's name; the extension's and the web reader's are of different origins. */
const NAME = "rubricate";
/** Each version adds to the one before: never change a step that was released. */
const STEPS = [
  (/** @type {import("idb").IDBPDatabase} */ database) => {
    database.createObjectStore("pages", { keyPath: "key" }).createIndex("opened", "opened");
    database.createObjectStore("highlights", { keyPath: "id" }).createIndex("page", "page");
    database.createObjectStore("lists", { keyPath: "id" });
    database.createObjectStore("rules", { keyPath: "site" });
    database.createObjectStore("places", { keyPath: "key" });
  },
];
/** Pages kept that were opened but not saved. */
const RECENT = 12;

/**
 * Opens the database.
 *
 * @param {boolean} keeps false in a private window: everything goes when it closes
 * @returns {Promise<Store>}
 */
export async function openStore(keeps) {
  const name = keeps ? NAME : `${NAME}-${crypto.randomUUID()}`;
  const database = await openDB(name, STEPS.length, {
    upgrade(opened, from) {
      for (const step of STEPS.slice(from)) step(opened);
    },
    blocking: (_, __, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
  if (!keeps) addEventListener("pagehide", () => indexedDB.deleteDatabase(name));
  return new Store(database);
}

export class Store {
  /** @type {import("idb").IDBPDatabase} */
  #database;
  /** Tells the other tabs, and this one, what changed. */
  #channel = new BroadcastChannel(NAME);
  /** @type {Set<(name: StoreName) => void>} */
  #listeners = new Set();
  /** Called when nothing more can be kept: the disk is full. @type {() => void} */
  onFull = () => undefined;

  /** @param {import("idb").IDBPDatabase} database */
  constructor(database) {
    this.#database = database;
    this.#channel.addEventListener("message", (event) => this.#listeners.forEach((listener) => listener(event.data)));
  }

  /**
   * Calls back when one of the stores changed, here or in another tab.
   *
   * @param {StoreName} name
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  listen(name, changed, signal) {
    const listener = (/** @type {StoreName} */ which) => which === name && changed();
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** @param {StoreName} name */
  #tell(name) {
    this.#channel.postMessage(name);
    this.#listeners.forEach((listener) => listener(name));
  }

  /** @param {StoreName} name @param {object} value */
  async #put(name, value) {
    if (await this.#kept(this.#database.put(name, value))) this.#tell(name);
  }

  /** Whether something was kept; a full disk is told and is no reason to stop reading. @param {Promise<unknown>} work */
  async #kept(work) {
    try {
      await work;
      return true;
    } catch (error) {
      if (/** @type {DOMException} */ (error).name !== "QuotaExceededError") throw error;
      this.onFull();
      return false;
    }
  }

  /** @param {StoreName} name @param {string} key */
  async #delete(name, key) {
    await this.#database.delete(name, key);
    this.#tell(name);
  }

  /**
   * What names an article in this store.
   *
   * @param {Article} article
   * @param {Page} page
   */
  keyOf(article, page) {
    return stateKey(article.canonicalUrl ?? null, page.url, article.textContent);
  }

  /** A page's own highlights, oldest first. @param {string} page its key @returns {Promise<Highlight[]>} */
  async highlights(page) {
    const found = await this.#database.getAllFromIndex("highlights", "page", page);
    return found.sort((a, b) => a.created - b.created);
  }

  /** @param {Highlight} highlight */
  putHighlight(highlight) {
    return this.#put("highlights", highlight);
  }

  /** @param {string} id */
  deleteHighlight(id) {
    return this.#delete("highlights", id);
  }

  /** @returns {Promise<WatchList[]>} oldest first */
  async lists() {
    const found = await this.#database.getAll("lists");
    return found.sort((a, b) => a.created - b.created);
  }

  /** @param {WatchList} list */
  putList(list) {
    return this.#put("lists", list);
  }

  /** @param {string} id */
  deleteList(id) {
    return this.#delete("lists", id);
  }

  /** The corrections that hold for a page's site. @param {string} url */
  async rulesFor(url) {
    const site = URL.parse(url)?.host;
    /** @type {SiteRule | undefined} */
    const rule = site ? await this.#database.get("rules", site) : undefined;
    return { include: rule?.include ?? [], exclude: rule?.exclude ?? [], ...(rule?.root !== undefined && { root: rule.root }) };
  }

  /** @returns {Promise<SiteRule[]>} */
  rules() {
    return this.#database.getAll("rules");
  }

  /** @param {SiteRule} rule */
  putRule(rule) {
    return rule.include.length + rule.exclude.length > 0 || rule.root !== undefined ? this.#put("rules", rule) : this.#delete("rules", rule.site);
  }

  /** @param {string} key @returns {Promise<Place | undefined>} */
  place(key) {
    return this.#database.get("places", key);
  }

  /** @param {string} key @param {number} ratio 0 to 1 */
  putPlace(key, ratio) {
    return this.#put("places", { key, ratio, changed: Date.now() });
  }

  /** Pages opened or saved, the last first. @returns {Promise<KeptPage[]>} */
  async pages() {
    const found = await this.#database.getAllFromIndex("pages", "opened");
    return found.reverse();
  }

  /** Remembers that a page was opened; the oldest of those not saved go. @param {Page} page @param {Article} article @param {string} key */
  async putOpened(page, article, key) {
    if (await this.#kept(this.#putOpened(page, article, key))) this.#tell("pages");
  }

  /** @param {Page} page @param {Article} article @param {string} key */
  async #putOpened(page, article, key) {
    const transaction = this.#database.transaction("pages", "readwrite");
    const before = await transaction.store.get(key);
    await transaction.store.put({ key, page, title: article.title ?? page.name, siteName: article.siteName ?? "", opened: Date.now(), saved: before?.saved ?? 0 });
    const unsaved = (await transaction.store.index("opened").getAll()).filter((kept) => !kept.saved);
    for (const old of unsaved.slice(0, Math.max(0, unsaved.length - RECENT))) await transaction.store.delete(old.key);
    await transaction.done;
  }

  /** Lets go of every page that was opened and not saved. */
  async makeRoom() {
    for (const kept of await this.pages()) if (!kept.saved) await this.#database.delete("pages", kept.key);
    this.#tell("pages");
  }

  /** @param {string} key @returns {Promise<boolean>} */
  async isSaved(key) {
    return Boolean((await this.#database.get("pages", key))?.saved);
  }

  /** Saves a page to be read later, offline too, or lets it go. @param {Page} page @param {Article} article @param {string} key @returns {Promise<boolean>} whether it is saved now */
  async toggleSaved(page, article, key) {
    const before = await this.#database.get("pages", key);
    const saved = before?.saved ? 0 : Date.now();
    await this.#put("pages", { key, page, title: article.title ?? page.name, siteName: article.siteName ?? "", opened: before?.opened ?? Date.now(), saved });
    return saved > 0;
  }

  /** @param {string} key */
  deletePage(key) {
    return this.#delete("pages", key);
  }
}
