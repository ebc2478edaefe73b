// The page of each open reader, kept for as long as its tab is open: loaded again, it still has it when the page is gone.
import { pageAddress } from "./addresses.js";
import { api } from "./webext.js";

/** @typedef {{ facts: import("./transfer.js").PageFacts, snapshot: Uint8Array<ArrayBuffer> }} TakenPage */

const CACHE = "readers";
/** A cache takes addresses of the web alone; nothing is fetched from it. @param {number} tab */
const keyOf = (tab) => `https://reader.invalid/${tab}`;

/**
 * Keeps a reader's page. In private windows nothing is kept.
 *
 * @param {TakenPage} page
 */
export async function keepPage({ facts, snapshot }) {
  const tab = await api.tabs.getCurrent();
  if (tab?.id === undefined || tab.incognito) return;
  const cache = await caches.open(CACHE);
  await cache.put(keyOf(tab.id), new Response(snapshot, { headers: { facts: encodeURIComponent(JSON.stringify(facts)) } }));
}

/** The number of the tab that asks, where it is one of ours. @returns {Promise<number>} */
export async function ownTab() {
  return (await api.tabs.getCurrent())?.id ?? -1;
}

/** The page that a reader had. @param {number} tab the reader's @returns {Promise<TakenPage | null>} */
export async function keptPage(tab) {
  const found = await caches.match(keyOf(tab));
  const facts = found?.headers.get("facts");
  return found && facts ? { facts: JSON.parse(decodeURIComponent(facts)), snapshot: new Uint8Array(await found.arrayBuffer()) } : null;
}

/** Lets the pages of closed readers go. */
export async function dropPages() {
  const [cache, tabs] = await Promise.all([caches.open(CACHE), api.tabs.query({ url: `${pageAddress("reader")}*` })]);
  const open = new Set(tabs.map(({ id }) => keyOf(id ?? -1)));
  for (const request of await cache.keys()) if (!open.has(request.url)) await cache.delete(request);
}
