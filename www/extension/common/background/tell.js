// Tells the scripts in visited pages what changed. It takes no permission to do so.
import { api } from "../webext.js";

/** @typedef {"lists" | "own" | "keys" | "withdrawn" | "frames"} News lists, own highlights or the keys changed; the permission for sites was taken back; the count of a page's frames */

/**
 * @param {News} news
 * @param {{ origins?: string[] }} [facts] the match patterns of those sites
 * @returns {Promise<void>}
 */
export async function tellPages(news, facts = {}) {
  const tabs = await api.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && api.tabs.sendMessage(id, { ...facts, name: "news", news }).catch(() => undefined)));
}

/**
 * Tells a page how many matches its frames hold.
 *
 * @param {number} tab
 * @param {number} count
 */
export async function tellFrames(tab, count) {
  await api.tabs.sendMessage(tab, { name: "news", news: "frames", count }, { frameId: 0 }).catch(() => undefined);
}
