// Marks on live pages: puts script and style in where a person asks for it, and keeps the badge.
import { answer } from "../router.js";
import { api, styleOrigin } from "../webext.js";

/** @typedef {import("./find.js").Wish} Wish */

/** Where each frame's count is kept while the browser runs. @param {number} tab */
const countsOf = (tab) => `counts:${tab}`;
/** Counts are added up one after the other: two frames may report at once. */
let counting = Promise.resolve();

/** Registers what the script in a page reports, and what our pages ask. */
export function start() {
  answer("live.count", "content", ({ count, fresh }, { tab, frameId }) => {
    if (tab?.id === undefined) return;
    counting = counting.then(() => keepCount(/** @type {number} */ (tab.id), frameId ?? 0, count, fresh)).catch(() => undefined);
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
  await api.scripting.executeScript({ target, files: ["/content/live.js"] });
}

/**
 * @param {number} tab
 * @param {number} frame
 * @param {unknown} count said by a page's script
 * @param {unknown} fresh true where the document was just loaded
 */
async function keepCount(tab, frame, count, fresh) {
  const key = countsOf(tab);
  const { [key]: kept = {} } = /** @type {Record<string, Record<number, number>>} */ (await api.storage.session.get(key));
  const counts = fresh === true && frame === 0 ? {} : kept;
  counts[frame] = Number.isSafeInteger(count) ? Math.max(0, Number(count)) : 0;
  await api.storage.session.set({ [key]: counts });
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  await api.action.setBadgeText({ tabId: tab, text: badgeText(all) });
}

/** At most four characters. @param {number} count @returns {string} */
function badgeText(count) {
  if (count === 0) return "";
  return count < 10_000 ? String(count) : `${Math.min(999, Math.floor(count / 1000))}k`;
}
