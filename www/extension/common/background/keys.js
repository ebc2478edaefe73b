// The keys on live pages: those of the reader, as a person changed them.
import { KEYS } from "../../../reader/key-table.js";
import { answer } from "../router.js";
import { api } from "../webext.js";
import { tellPages } from "./tell.js";

/** Where the reader's settings are kept. */
const SETTINGS = "settings";

/** Registers what pages ask, and tells them of changes. */
export function start() {
  answer("live.keys", "content", bound);
  api.storage.local.onChanged.addListener(({ [SETTINGS]: change }) => change && tellPages("keys"));
}

/** @returns {Promise<Record<string, string>>} keys by action; none where a person turned them off */
async function bound() {
  const { [SETTINGS]: text } = /** @type {Record<string, string>} */ (await api.storage.local.get({ [SETTINGS]: "{}" }));
  const { keys, keyMap } = JSON.parse(text);
  return keys === "off" ? {} : { ...KEYS, ...keyMap };
}
