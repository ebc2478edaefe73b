// Words put on lists and taken off them from a page, and put back.
import { startedEngine } from "../engine.js";
import { listsNow, putTerm, searchOptions } from "../lists.js";
import { callFrame } from "../live-calls.js";
import { answer } from "../router.js";
import { store } from "../store.js";
import { api } from "../webext.js";
import { reach } from "./live.js";
import { listsChanged } from "./menus.js";
import { perform, task } from "./tasks.js";

/** @typedef {import("../../../reader/store.js").WatchList} WatchList */
/** @typedef {{ task: string, isPrivate: boolean, removed: { list: string, name: string, term: string }[] }} Removal `task` is whose it is */

/** Where the last removal of a tab is kept while the browser runs. @param {number} tab */
const removalOf = (tab) => `removal:${tab}`;

/** What all of it changes. */
const LISTS = () => "lists";

/** Registers what a press and the undoing of one ask for. */
export function start() {
  task("add", ({ tab, selection, rest }) => putTerm(rest, selection, tab.incognito).then(listsChanged), LISTS);
  task("off", takeOff, LISTS);
  task("undo", putBack, LISTS);
  answer("words.undo", "content", (_, { tab }) => tab?.id !== undefined && perform("undo", { tabId: tab.id }));
  api.tabs.onRemoved.addListener((tab) => api.storage.session.remove(removalOf(tab)));
}

/** Takes what is selected off the lists that mark it, and says so on the page. @param {import("./menus.js").Press} press @param {number} _ @param {string} id */
async function takeOff({ tab, frame, selection }, _, id) {
  if (!(await reach(tab))) return;
  const marked = (await callFrame(tab.id, frame, "selectedWords")) ?? [];
  const removed = await removal(id, [...marked, selection], tab);
  for (const { list, term } of removed) await changeTerms(list, tab.incognito, (terms) => terms.filter((one) => one !== term));
  await listsChanged();
  const names = [...new Set(removed.map(({ name }) => name))];
  const text = names.length ? api.i18n.getMessage("takenOff", [removed[0].term, names.join(", ")]) : api.i18n.getMessage("onNoList", [selection]);
  await callFrame(tab.id, 0, "say", text, names.length > 0);
}

/** What there is to remove, written down first: done again, it is the same. @param {string} task @param {string[]} words @param {chrome.tabs.Tab & { id: number }} tab */
async function removal(task, words, tab) {
  const key = removalOf(tab.id);
  const { [key]: before } = /** @type {Record<string, Removal | undefined>} */ (await api.storage.session.get(key));
  if (before?.task === task) return before.removed;
  const engine = await startedEngine();
  const found = (await listsNow(tab.incognito)).flatMap((list) => termsThatMark(engine, list, words).map((term) => ({ list: list.id, name: list.name, term })));
  await api.storage.session.set({ [key]: { task, isPrivate: tab.incognito, removed: found } });
  return found;
}

/** The terms of a list that mark a whole word. @param {import("../../../engine.js").Engine} engine @param {WatchList} list @param {string[]} words */
function termsThatMark(engine, list, words) {
  const search = engine.compile(list.terms, searchOptions(list));
  try {
    const terms = words.map((word) => {
      const [start, end, term] = search.find(word);
      return start === 0 && end === word.length ? list.terms[term] : null;
    });
    return [...new Set(terms.filter((term) => term !== null))];
  } finally {
    search.free();
  }
}

/** Puts back what was taken off last. @param {{ tabId: number }} facts */
async function putBack({ tabId }) {
  const key = removalOf(tabId);
  const { [key]: last } = /** @type {Record<string, Removal | undefined>} */ (await api.storage.session.get(key));
  if (!last) return;
  for (const { list, term } of last.removed) await changeTerms(list, last.isPrivate, (terms) => [...new Set([...terms, term])]);
  await api.storage.session.remove(key);
  await listsChanged();
}

/** @param {string} id of a list @param {boolean} isPrivate @param {(terms: string[]) => string[]} change */
async function changeTerms(id, isPrivate, change) {
  const list = (await listsNow(isPrivate)).find((one) => one.id === id);
  if (list) await (await store(isPrivate)).changeList(list, { terms: change(list.terms) });
}
