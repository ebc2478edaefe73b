// Lets the background tell open pages and menus of what changed in the store.
import { ask } from "./ask.js";

/**
 * @param {import("../../reader/store.js").Store} store of the page that calls
 */
export function tellOfChanges(store) {
  const { signal } = new AbortController();
  store.listen("lists", () => void ask("lists.changed"), signal);
  store.listen("highlights", () => void ask("own.changed"), signal);
}
