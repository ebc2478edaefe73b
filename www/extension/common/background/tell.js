// Tells the scripts in visited pages what changed. It takes no permission to do so.
import { api } from "../webext.js";

/** @typedef {"lists" | "own" | "withdrawn"} News lists changed; own highlights changed; a site's permission was taken back */

/**
 * @param {News} news
 * @returns {Promise<void>}
 */
export async function tellPages(news) {
  const tabs = await api.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && api.tabs.sendMessage(id, { name: "news", news }).catch(() => undefined)));
}
