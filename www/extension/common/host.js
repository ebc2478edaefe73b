// What the reader asks of where it runs, answered by the extension.
import { handOver, webReader } from "./hand-over.js";
import { pageEngine } from "./page-engine.js";
import { api } from "./webext.js";

/** Where the settings are kept. */
const SETTINGS = "settings";
/** What holds until a person chooses: pictures show, since the page has just shown them. */
const FIRST = JSON.stringify({ pictures: "show" });

/**
 * @param {{ leave: () => void }} ways where "Back" leads
 * @returns {Promise<import("../../reader/host.js").Host>}
 */
export async function makeHost({ leave }) {
  const address = await webReader();
  return {
    kind: "extension",
    engine: pageEngine(),
    preferences: await keptText(SETTINGS, FIRST),
    keeps: !api.extension.inIncognitoContext,
    follow: (url) => void api.tabs.create({ url }),
    share: (article) => handOver(article, address),
    leave,
  };
}

/**
 * A text kept under a name, read once so that it can be had at once.
 *
 * @param {string} name
 * @param {string} first what it is until it is set
 * @returns {Promise<import("../../reader/host.js").KeyValue>}
 */
async function keptText(name, first) {
  let { [name]: now } = /** @type {Record<string, string | null>} */ (await api.storage.local.get({ [name]: first }));
  return {
    get: () => now,
    set: (value) => {
      now = value;
      void api.storage.local.set({ [name]: value });
    },
    listen: (listener) =>
      api.storage.local.onChanged.addListener(({ [name]: change }) => {
        if (!change || change.newValue === now) return;
        now = /** @type {string | null} */ (change.newValue ?? null);
        listener(now);
      }),
  };
}
