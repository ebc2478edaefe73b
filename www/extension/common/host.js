// What the reader asks of where it runs, answered by the extension.
import { treeOf } from "../../page/tree.js";
import { handOver, webReader } from "./hand-over.js";
import { pageEngine } from "./page-engine.js";
import { PREFIX } from "./session-database.js";
import { store } from "./store.js";
import { api } from "./webext.js";

/** Where the settings are kept. */
const SETTINGS = "settings";
/** What holds until a person chooses: pictures show, since the page has just shown them. */
const FIRST = JSON.stringify({ pictures: "show" });

/** @typedef {import("../../reader/host.js").Host} Host */

/**
 * @param {Pick<Host, "leave" | "entries">} ways where "Back" leads, and what the menu offers besides
 * @returns {Promise<Host>}
 */
export async function makeHost({ leave, entries }) {
  const address = await webReader();
  return {
    kind: "extension",
    engine: pageEngine(),
    preferences: await keptText(SETTINGS, FIRST),
    openStore: store,
    follow: (url) => void api.tabs.create({ url }),
    share: (article) => handOver(article, address),
    tree: treeOf,
    leave,
    entries,
  };
}

/**
 * A text kept under a name, read once so that it can be had at once. What is set in a private window is kept in memory.
 *
 * @param {string} name
 * @param {string} first what it is until it is set
 * @returns {Promise<import("../../reader/host.js").KeyValue>}
 */
async function keptText(name, first) {
  const [area, key] = api.extension.inIncognitoContext ? /** @type {const} */ ([api.storage.session, PREFIX + name]) : /** @type {const} */ ([api.storage.local, name]);
  const { [name]: kept } = /** @type {Record<string, string>} */ (await api.storage.local.get({ [name]: first }));
  let { [key]: now } = /** @type {Record<string, string | null>} */ (await area.get({ [key]: kept }));
  return {
    get: () => now,
    set: (value) => {
      now = value;
      void area.set({ [key]: value });
    },
    listen: (listener) =>
      area.onChanged.addListener(({ [key]: change }) => {
        if (!change || change.newValue === now) return;
        now = /** @type {string | null} */ (change.newValue ?? null);
        listener(now);
      }),
  };
}
