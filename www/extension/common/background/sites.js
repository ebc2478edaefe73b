// Sites where the lists are marked by themselves: chosen by the person, and only as long as the browser's grant lasts.
import { answer } from "../router.js";
import { api, sheetOptions } from "../webext.js";
import { markPage } from "./live.js";
import { tellPages } from "./tell.js";

/** Where the sites are kept: match patterns. */
const KEY = "watchSites";
const SCRIPT = "live";

/** Registers what changes the sites. */
export function start() {
  answer("sites.list", "page", sites);
  answer("sites.add", "page", async ({ origins }) => {
    await change((known) => [...new Set([...known, ...origins])]);
    await markOpen(origins);
  });
  answer("sites.remove", "page", ({ origins }) => change((known) => known.filter((one) => !origins.includes(one))));
  api.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await refresh();
    await tellPages("withdrawn", { origins });
  });
  for (const event of [api.permissions.onAdded, api.runtime.onInstalled, api.runtime.onStartup]) event.addListener(() => refresh());
}

/** Sites that are chosen and granted. @returns {Promise<string[]>} match patterns */
async function sites() {
  const all = await chosen();
  const granted = await Promise.all(all.map((origin) => api.permissions.contains({ origins: [origin] })));
  return all.filter((_, at) => granted[at]);
}

/** Sites that were chosen, granted or not. @returns {Promise<string[]>} */
async function chosen() {
  const { [KEY]: all } = /** @type {Record<string, string[]>} */ (await api.storage.local.get({ [KEY]: [] }));
  return all;
}

/** Marks the pages of a site that are open already. @param {string[]} origins */
async function markOpen(origins) {
  const tabs = await api.tabs.query({ url: origins });
  await Promise.all(tabs.map(({ id }) => id !== undefined && markPage(id).catch(() => undefined)));
}

/** @param {(known: string[]) => string[]} how */
async function change(how) {
  await api.storage.local.set({ [KEY]: how(await chosen()) });
  await refresh();
}

/** One after the other: each sees what the last one left. */
let refreshing = Promise.resolve();

/** Lets the script run by itself where it may, and nowhere else. */
function refresh() {
  refreshing = refreshing.then(register, register);
  return refreshing;
}

async function register() {
  const matches = await sites();
  const known = (await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0;
  if (matches.length === 0) {
    if (known) await api.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = { ...sheetOptions, id: SCRIPT, matches, js: ["content/live.js"], css: ["content/marks.css"], allFrames: true, persistAcrossSessions: true };
  if (known) await api.scripting.updateContentScripts([script]);
  else await api.scripting.registerContentScripts([{ ...script, runAt: "document_idle" }]);
}
