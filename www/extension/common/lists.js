// The watch lists, and on which sites which of them rest.
import { PREFIX } from "./session-database.js";
import { store } from "./store.js";
import { api } from "./webext.js";

/** @typedef {import("../../reader/store.js").WatchList} WatchList */
/** @typedef {Record<string, string[]>} Resting by host: ids of the lists that rest there; "*" is all of them */

const RESTING = "listsResting";
/** The same for private windows, in memory. */
const RESTING_PRIVATE = `${PREFIX}${RESTING}`;

/**
 * The lists at work on a page.
 *
 * @param {string | undefined} url
 * @param {boolean} [isPrivate] whether it is in a private window
 * @returns {Promise<WatchList[]>}
 */
export async function listsFor(url, isPrivate) {
  const [all, off] = await Promise.all([listsNow(isPrivate), resting(isPrivate)]);
  const here = off[hostOf(url)] ?? [];
  if (here.includes("*")) return [];
  return all.filter((list) => !list.paused && list.terms.length > 0 && !here.includes(list.id));
}

/** Every list, oldest first. @param {boolean} [isPrivate] @returns {Promise<WatchList[]>} */
export async function listsNow(isPrivate) {
  return (await store(isPrivate)).lists();
}

/** How the words of a list are looked for. @param {WatchList} list */
export function searchOptions({ whole, caseSensitive }) {
  /** @type {Record<WatchList["whole"], boolean | "start">} */
  const wholeWord = { word: true, start: "start", anywhere: false };
  return { caseSensitive, wholeWord: wholeWord[whole] };
}

/**
 * Puts a term on a list. Doing it twice is doing it once.
 *
 * @param {string} id of the list; empty makes one, named after the term
 * @param {string} term
 * @param {boolean} [isPrivate]
 */
export async function putTerm(id, term, isPrivate) {
  const clean = term.replace(/\s+/g, " ").trim();
  if (!clean) return;
  const list = (await listsNow(isPrivate)).find((one) => one.id === id) ?? newList(clean);
  if (list.terms.includes(clean)) return;
  await (await store(isPrivate)).changeList(list, { terms: [...list.terms, clean] });
}

/** @param {string} name @returns {WatchList} */
function newList(name) {
  const now = Date.now();
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

/**
 * Where lists rest. What private windows let rest is kept in memory, and stands there in place of what else holds for the site.
 *
 * @param {boolean} [isPrivate] whether it is asked for in a private window
 * @returns {Promise<Resting>}
 */
export async function resting(isPrivate = api.extension.inIncognitoContext) {
  const { [RESTING]: all } = /** @type {Record<string, Resting>} */ (await api.storage.local.get({ [RESTING]: {} }));
  if (!isPrivate) return all;
  const { [RESTING_PRIVATE]: here } = /** @type {Record<string, Resting>} */ (await api.storage.session.get({ [RESTING_PRIVATE]: {} }));
  return { ...all, ...here };
}

/**
 * Lets lists rest on a site, or wakes them.
 *
 * @param {string} host
 * @param {string[]} ids none wakes all
 */
export async function rest(host, ids) {
  const [area, key] = api.extension.inIncognitoContext ? /** @type {const} */ ([api.storage.session, RESTING_PRIVATE]) : /** @type {const} */ ([api.storage.local, RESTING]);
  const { [key]: all } = /** @type {Record<string, Resting>} */ (await area.get({ [key]: {} }));
  if (ids.length || key === RESTING_PRIVATE) all[host] = ids;
  else delete all[host];
  await area.set({ [key]: all });
}
