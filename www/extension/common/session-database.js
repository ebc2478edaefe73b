// What the store asks of a database, in memory: for private windows, where Firefox gives extensions no IndexedDB. All pages
// and the background see the same; nothing reaches the disk.
import { api } from "./webext.js";

/** @type {Record<string, string>} the field that names a record, by store */
const KEYS = { pages: "key", sources: "id", highlights: "id", lists: "id", rules: "site", places: "key" };
/** In front of the name of all that private windows leave in memory. */
export const PREFIX = "private:";

export class SessionDatabase {
  /** @param {string} store @param {string} key @returns {Promise<any>} */
  get(store, key) {
    return new Records(store).get(key);
  }

  /** @param {string} store @returns {Promise<any[]>} */
  getAll(store) {
    return new Records(store).getAll();
  }

  /**
   * @param {string} store
   * @param {string} index a field
   * @param {string} [value] of it; without one all records, by that field
   * @returns {Promise<any[]>}
   */
  async getAllFromIndex(store, index, value) {
    const all = await this.getAll(store);
    return value === undefined ? all.sort((a, b) => a[index] - b[index]) : all.filter((record) => record[index] === value);
  }

  /** @param {string} store @param {string} key @returns {Promise<number>} */
  async count(store, key) {
    return (await this.get(store, key)) === undefined ? 0 : 1;
  }

  /** @param {string} store @param {object} value */
  put(store, value) {
    return new Records(store).put(value);
  }

  /** @param {string} store @param {string} key */
  delete(store, key) {
    return new Records(store).delete(key);
  }

  /** What is done in it is done one by one: there is nobody else in a private window. @param {string | string[]} stores */
  transaction(stores) {
    return { store: new Records(String(stores)), objectStore: (/** @type {string} */ name) => new Records(name), done: Promise.resolve() };
  }
}

/** The records of one store. */
class Records {
  #store;

  /** @param {string} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {string} key @returns {Promise<any>} */
  async get(key) {
    const name = this.#name(key);
    return (await api.storage.session.get(name))[name];
  }

  /** @returns {Promise<any[]>} */
  async getAll() {
    const all = await api.storage.session.get();
    return Object.keys(all).filter((name) => name.startsWith(this.#name(""))).map((name) => all[name]);
  }

  /** @returns {Promise<string[]>} */
  async getAllKeys() {
    return (await this.getAll()).map((record) => record[KEYS[this.#store]]);
  }

  /** @param {any} value */
  put(value) {
    return api.storage.session.set({ [this.#name(value[KEYS[this.#store]])]: value });
  }

  /** @param {string} key */
  delete(key) {
    return api.storage.session.remove(this.#name(key));
  }

  /** @param {string} key */
  #name(key) {
    return `${PREFIX}${this.#store}:${key}`;
  }
}

/** Forgets everything. */
export async function forgetSession() {
  const names = Object.keys(await api.storage.session.get());
  await api.storage.session.remove(names.filter((name) => name.startsWith(PREFIX)));
}
