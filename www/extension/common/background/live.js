// Marks on live pages: puts script and style in where a person asks for it, and keeps the badge.
import { answer } from "../router.js";
import { api, styleOrigin } from "../webext.js";
import { open } from "./reader-view.js";
import { tellFrames } from "./tell.js";

/** @typedef {import("./find.js").Wish} Wish */

/** Where each frame's count is kept while the browser runs. @param {number} tab */
const countsOf = (tab) => `counts:${tab}`;
/** The grey that marks of no colour have: white stands well on it. */
const BADGE = "#565b61";
/** Counts are added up one after the other: two frames may report at once. */
let counting = Promise.resolve();

/** Registers what the script in a page reports, and what our pages ask. */
export function start() {
  answer("live.count", "content", ({ count, since }, { tab, frameId }) => {
    if (tab?.id === undefined) return;
    counting = counting.then(() => keepCount(/** @type {number} */ (tab.id), frameId ?? 0, { count: whole(count), since: whole(since) })).catch(() => undefined);
    return counting;
  });
  answer("live.mark", "page", ({ tabId }) => markPage(tabId));
  api.tabs.onRemoved.addListener((tab) => api.storage.session.remove(countsOf(tab)));
}

/**
 * Puts script and style into a page and marks the lists in it. Doing it twice is doing it once.
 *
 * @param {number} tabId a tab that a person just acted on, or of a site that was granted
 * @returns {Promise<void>} rejects where the page allows no extension
 */
export async function markPage(tabId) {
  const target = { tabId, allFrames: true };
  await api.scripting.insertCSS({ target, files: ["/content/marks.css"], origin: styleOrigin });
  const frames = await api.scripting.executeScript({ target, files: ["/content/live.js"] });
  // Firefox does not refuse its own pages: it runs nothing in them.
  if (!frames.some((frame) => frame?.frameId === 0)) throw new Error("this page allows no extension");
}

/**
 * The same because a person asked. Where no extension may, the reader opens and says so.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @returns {Promise<boolean>} whether the page can be marked
 */
export async function reach(tab) {
  try {
    await markPage(tab.id);
    return true;
  } catch {
    await open(tab, 0, 0);
    return false;
  }
}

/** @typedef {{ count: number, since: number }} Count since when its document lives, ms since 1970 */

/**
 * Keeps a frame's count, and forgets those of frames that are older than the page: they are gone.
 *
 * @param {number} tab
 * @param {number} frame
 * @param {Count} count
 */
async function keepCount(tab, frame, count) {
  const key = countsOf(tab);
  const { [key]: kept } = /** @type {Record<string, Record<string, Count>>} */ (await api.storage.session.get(key));
  /** @type {Record<string, Count>} */
  const { 0: page, ...frames } = { ...kept, [frame]: count };
  const living = Object.entries(frames).filter(([, { since }]) => since >= (page?.since ?? 0));
  const inFrames = living.reduce((sum, [, one]) => sum + one.count, 0);
  await api.storage.session.set({ [key]: Object.fromEntries(page ? [["0", page], ...living] : living) });
  await api.action.setBadgeBackgroundColor({ tabId: tab, color: BADGE });
  await api.action.setBadgeText({ tabId: tab, text: badgeText((page?.count ?? 0) + inFrames) });
  if (living.length > 0) await tellFrames(tab, inFrames);
}

/** A number said by a page's script. @param {unknown} value */
function whole(value) {
  return Number.isFinite(value) ? Math.max(0, Math.floor(Number(value))) : 0;
}

/** At most four characters. @param {number} count @returns {string} */
function badgeText(count) {
  if (count === 0) return "";
  return count < 10_000 ? String(count) : `${Math.min(999, Math.floor(count / 1000))}k`;
}
