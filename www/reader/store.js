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
/** @typedef {{ key: string, source: string, title: string, siteName: string, opened: number, saved: number }} KeptPage `source` names its source; `saved` 0 for one that was only opened */
/** @typedef {{ id: string, page: Page, kept: number }} Source what a page is made of: large, and read alone when the page is opened */
/** @typedef {"pages" | "sources" | "highlights" | "lists" | "rules" | "places"} StoreName */

/** The database's name; the extension's and the web reader's are of different origins. */
const NAME = "rubricate";
/** @typedef {import("idb").IDBPDatabase} Database */
/** @typedef {import("idb").IDBPTransaction<unknown, string[], "versionchange">} Upgrade */
/** Each version adds to the one before: never change a step that was released. @type {((database: Database, upgrade: Upgrade) => unknown)[]} */
const STEPS = [
  (database) => {
    database.createObjectStore("pages", { keyPath: "key" }).createIndex("opened", "opened");
    database.createObjectStore("highlights", { keyPath: "id" }).createIndex("page", "page");
    database.createObjectStore("lists", { keyPath: "id" });
    database.createObjectStore("rules", { keyPath: "site" });
    database.createObjectStore("places", { keyPath: "key" });
  },
  async (database, upgrade) => {
    const sources = database.createObjectStore("sources", { keyPath: "id" });
    sources.createIndex("kept", "kept");
    for (let cursor = await upgrade.objectStore("pages").openCursor(); cursor; cursor = await cursor.continue()) {
      const { page, ...facts } = cursor.value;
      void sources.put({ id: page.id, page, kept: facts.opened });
      void cursor.update({ ...facts, source: page.id });
    }
  },
];
/** Pages kept that were opened but not saved. */
const RECENT = 12;
/** How long a source is kept that no page has claimed: its article was never shown, ms. */
const UNCLAIMED = 86_400_000;

/**
 * Opens the database.
 *
 * @returns {Promise<Store>}
 */
export async function openStore() {
  const database = await openDB(NAME, STEPS.length, {
    async upgrade(opened, from, _, upgrade) {
      for (const step of STEPS.slice(from)) await step(opened, upgrade);
    },
    blocking: (_, __, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
  return new Store(database);
}

export class Store {
  /** @type {import("idb").IDBPDatabase} */
  #database;
  /** Tells the other tabs, and this one, what changed. */
  #channel = new BroadcastChannel(NAME);
  /** @type {Set<(name: StoreName) => unknown>} */
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
   * @param {() => unknown} changed where it gives a promise, whoever changed the store here waits for it: then it is shown
   * @param {AbortSignal} signal
   */
  listen(name, changed, signal) {
    const listener = (/** @type {StoreName} */ which) => which === name && changed();
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** @param {StoreName} name */
  async #tell(name) {
    this.#channel.postMessage(name);
    await Promise.all([...this.#listeners].map((listener) => listener(name)));
  }

  /** @param {StoreName} name @param {object} value @returns {Promise<boolean>} whether it was kept */
  async #put(name, value) {
    const kept = await this.#kept(this.#database.put(name, value));
    await this.#tell(name);
    return kept;
  }

  /**
   * Changes what is kept as it is now, whatever another tab did to the rest of it; what was removed meanwhile comes back.
   *
   * @param {StoreName} name
   * @param {{ id: string }} known as it was seen
   * @param {object} change
   */
  async #change(name, known, change) {
    const work = async () => {
      const { store, done } = this.#database.transaction(name, "readwrite");
      await store.put({ ...((await store.get(known.id)) ?? known), ...change, changed: Date.now() });
      await done;
    };
    await this.#kept(work());
    await this.#tell(name);
  }

  /** Whether something was kept. A full disk is told and is no reason to stop reading; what shows then is what was kept. @param {Promise<unknown>} work */
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
    await this.#tell(name);
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

  /** @param {Highlight} highlight as it was seen @param {Partial<Highlight>} change */
  changeHighlight(highlight, change) {
    return this.#change("highlights", highlight, change);
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

  /** @param {WatchList} list as it was seen @param {Partial<WatchList>} change */
  changeList(list, change) {
    return this.#change("lists", list, change);
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

  /** Keeps what a page is made of, so that a reload opens it again. @param {Page} page */
  async putSource(page) {
    if ((await this.#database.count("sources", page.id)) === 0) await this.#kept(this.#database.put("sources", { id: page.id, page, kept: Date.now() }));
  }

  /** @param {string} id of a page @returns {Promise<Page | undefined>} */
  async page(id) {
    return (await this.#database.get("sources", id))?.page;
  }

  /** Pages opened or saved, the last first. @returns {Promise<KeptPage[]>} */
  async pages() {
    const found = await this.#database.getAllFromIndex("pages", "opened");
    return found.reverse();
  }

  /** Remembers that a page was opened; the oldest of those not saved go. @param {Page} page @param {Article} article @param {string} key */
  async putOpened(page, article, key) {
    await this.#claim(page, article, key, { opened: Date.now() });
    await this.#kept(this.#dropOld());
  }

  /**
   * Writes down what a page's source is; the source it had before goes.
   *
   * @param {Page} page
   * @param {Article} article
   * @param {string} key
   * @param {Partial<KeptPage>} change
   */
  async #claim(page, article, key, change) {
    await this.putSource(page);
    const work = async () => {
      const transaction = this.#database.transaction(["pages", "sources"], "readwrite");
      const before = await transaction.objectStore("pages").get(key);
      const facts = { key, source: page.id, title: article.title ?? page.name, siteName: article.siteName ?? "" };
      await transaction.objectStore("pages").put({ opened: Date.now(), saved: 0, ...before, ...facts, ...change });
      if (before && before.source !== page.id) await transaction.objectStore("sources").delete(before.source);
      await transaction.done;
    };
    await this.#kept(work());
    await this.#tell("pages");
  }

  /** The oldest pages that are not saved go, and sources that no page has claimed for long. */
  async #dropOld() {
    const transaction = this.#database.transaction(["pages", "sources"], "readwrite");
    const [pages, sources] = [transaction.objectStore("pages"), transaction.objectStore("sources")];
    /** @type {KeptPage[]} */
    const all = await pages.index("opened").getAll();
    const old = all.filter((kept) => !kept.saved).slice(0, -RECENT);
    for (const { key } of old) await pages.delete(key);
    const claimed = new Set(all.filter((kept) => !old.includes(kept)).map((kept) => kept.source));
    const unclaimed = await sources.index("kept").getAllKeys(IDBKeyRange.upperBound(Date.now() - UNCLAIMED));
    for (const id of [...old.map((kept) => kept.source), ...unclaimed]) if (!claimed.has(/** @type {string} */ (id))) await sources.delete(id);
    await transaction.done;
  }

  /** Lets go of every page that was opened and not saved, and of what no page claims. */
  async makeRoom() {
    const transaction = this.#database.transaction(["pages", "sources"], "readwrite");
    const [pages, sources] = [transaction.objectStore("pages"), transaction.objectStore("sources")];
    const saved = (await pages.getAll()).filter((kept) => kept.saved);
    for (const key of await pages.getAllKeys()) if (!saved.some((kept) => kept.key === key)) await pages.delete(key);
    for (const id of await sources.getAllKeys()) if (!saved.some((kept) => kept.source === id)) await sources.delete(id);
    await transaction.done;
    await this.#tell("pages");
  }

  /** @param {string} key @returns {Promise<boolean>} */
  async isSaved(key) {
    return Boolean((await this.#database.get("pages", key))?.saved);
  }

  /** Saves a page to be read later, offline too, or lets it go. @param {Page} page @param {Article} article @param {string} key @returns {Promise<boolean>} whether it is saved now */
  async toggleSaved(page, article, key) {
    const saved = (await this.isSaved(key)) ? 0 : Date.now();
    await this.#claim(page, article, key, { saved });
    return saved > 0;
  }

  /** @param {string} key */
  async deletePage(key) {
    const kept = await this.#database.get("pages", key);
    if (kept) await this.#database.delete("sources", kept.source);
    await this.#delete("pages", key);
  }
}
