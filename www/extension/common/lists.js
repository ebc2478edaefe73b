// The watch lists, and on which sites which of them rest.
import { openStore } from "../../reader/store.js";
import { api } from "./webext.js";

/** @typedef {import("../../reader/store.js").WatchList} WatchList */
/** @typedef {Record<string, string[]>} Resting by host: ids of the lists that rest there; "*" is all of them */

const RESTING = "listsResting";

/** @type {ReturnType<typeof openStore> | null} */
let opened = null;

/** The store of highlights, lists and rules: the reader's own. */
export function store() {
  opened ??= openStore(!api.extension.inIncognitoContext);
  return opened;
}

/**
 * The lists at work on a page.
 *
 * @param {string | undefined} url
 * @returns {Promise<WatchList[]>}
 */
export async function listsFor(url) {
  const [all, off] = await Promise.all([(await store()).lists(), resting()]);
  const here = off[hostOf(url)] ?? [];
  if (here.includes("*")) return [];
  return all.filter((list) => !list.paused && list.terms.length > 0 && !here.includes(list.id));
}

/** Every list, oldest first. @returns {Promise<WatchList[]>} */
export async function listsNow() {
  return (await store()).lists();
}

/**
 * Puts a term on a list. Doing it twice is doing it once.
 *
 * @param {string} id of the list; empty makes one, named after the term
 * @param {string} term
 */
export async function putTerm(id, term) {
  const clean = term.replace(/\s+/g, " ").trim();
  if (!clean) return;
  const now = Date.now();
  const list = (await listsNow()).find((one) => one.id === id) ?? newList(clean, now);
  if (list.terms.includes(clean)) return;
  await (await store()).putList({ ...list, terms: [...list.terms, clean], changed: now });
}

/** @param {string} name @param {number} now ms @returns {WatchList} */
function newList(name, now) {
  return { id: crypto.randomUUID(), name, hue: "blue", terms: [], whole: "word", caseSensitive: false, paused: false, created: now, changed: now };
}

/**
 * @param {string | undefined} url
 * @returns {string} its host; for files "file"
 */
export function hostOf(url) {
  const parsed = URL.parse(url ?? "");
  return parsed?.host || parsed?.protocol.replace(":", "") || "";
}

/** @returns {Promise<Resting>} */
export async function resting() {
  return /** @type {Record<string, Resting>} */ (await api.storage.local.get({ [RESTING]: {} }))[RESTING];
}

/**
 * Lets lists rest on a site, or wakes them.
 *
 * @param {string} host
 * @param {string[]} ids none wakes all
 */
export async function rest(host, ids) {
  const all = await resting();
  if (ids.length) all[host] = ids;
  else delete all[host];
  await api.storage.local.set({ [RESTING]: all });
}
