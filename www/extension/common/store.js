// The store of highlights, lists and rules: the reader's own. Private windows have another, in memory, that begins with the
// lists there are.
import { openStore, Store } from "../../reader/store.js";
import { forgetSession, SessionDatabase } from "./session-database.js";
import { api, forgetsPrivate } from "./webext.js";

/** A copy of the lists for private windows, which cannot read the database. */
const COPY = "listsForPrivate";

/** @type {Map<boolean, Promise<Store>>} by whether it is of private windows */
const opened = new Map();

/**
 * @param {boolean} [isPrivate] whether it is asked for in a private window; by default, whether this runs in one
 * @returns {Promise<Store>}
 */
export function store(isPrivate = api.extension.inIncognitoContext) {
  const known = opened.get(isPrivate);
  if (known) return known;
  const opening = (isPrivate ? openPrivate() : openStore()).then(refuseWhenFull);
  opened.set(isPrivate, opening);
  opening.catch(() => opened.delete(isPrivate));
  return opening;
}

/** What cannot be kept is an error to whoever asked for it. @param {Store} made */
function refuseWhenFull(made) {
  made.onFull = () => {
    throw new Error("the disk is full");
  };
  return made;
}

/** @returns {Promise<Store>} */
async function openPrivate() {
  const made = forgetsPrivate ? await openStore() : new Store(/** @type {any} */ (new SessionDatabase()));
  if ((await made.lists()).length === 0) {
    // A database of its own is empty where these are the first private windows: what others left in memory is not theirs.
    if (forgetsPrivate) await forgetSession();
    const { [COPY]: lists } = /** @type {Record<string, import("../../reader/store.js").WatchList[]>} */ (await api.storage.local.get({ [COPY]: [] }));
    for (const list of lists) await made.putList(list);
  }
  return made;
}

/** Brings the copy for private windows up to date. */
export async function copyLists() {
  if (api.extension.inIncognitoContext) return;
  await api.storage.local.set({ [COPY]: await (await store()).lists() });
}
