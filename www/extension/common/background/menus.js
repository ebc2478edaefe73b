// The context menu and the keyboard commands. On Android there are neither.
import { copyLists } from "../store.js";
import { listsNow } from "../lists.js";
import { callFrame, callFrames } from "../live-calls.js";
import { originOf } from "../origins.js";
import { answer } from "../router.js";
import { api, openPanel } from "../webext.js";
import { reach } from "./live.js";
import { READER, open } from "./reader-view.js";
import { perform, task } from "./tasks.js";
import { tellPages } from "./tell.js";

/** @typedef {`${chrome.contextMenus.ContextType}`} Place */
/** @typedef {{ tab: chrome.tabs.Tab & { id: number }, frame: number, selection: string, rest: string, foreign: string }} Press `rest` is what follows the entry's name; `foreign` the match pattern of a frame of another site */
/**
 * @typedef {object} Entry
 * @property {string} title a message's name
 * @property {[Place, ...Place[]]} places
 * @property {(press: Press) => unknown} [act] called at once, while the press counts; without one, the task of the entry's name is done
 */

const EVERYWHERE = /** @type {[Place, ...Place[]]} */ (["page", "selection", "link", "image", "video", "audio", "editable", "action"]);

/** By id; what acts on one thing of many has an id of "name:thing". @type {Record<string, Entry>} */
const ENTRIES = {
  read: { title: "readThisPage", places: EVERYWHERE },
  "read-frame": { title: "readThisFrame", places: ["frame"], act: (press) => readFrame(press) },
  mark: { title: "markThisPage", places: ["page", "action"] },
  own: { title: "highlight", places: ["selection"] },
  everywhere: { title: "highlightEverywhere", places: ["selection"] },
  add: { title: "addToList", places: ["selection"] },
  off: { title: "takeOffLists", places: ["selection"] },
  quote: { title: "copyQuote", places: ["selection"] },
  panel: { title: "openPanel", places: ["page", "action"], act: ({ tab }) => openPanel(tab) },
};

const COLOURS = ["yellow", "green", "blue", "pink"];

/** By the command's name in the manifest. @type {Record<string, (tab: chrome.tabs.Tab & { id: number }) => unknown>} */
const COMMANDS = { "mark-page": (tab) => perform("mark", { tab }), "open-panel": (tab) => openPanel(tab) };

/** What is marked in a page; another page's may go on beside it. @param {{ tab: Press["tab"] }} press */
const MARKS = ({ tab }) => `marks:${tab.id}`;

/** Registers the entries at install and update, and listens. */
export function start() {
  task("read", ({ tab, frame = 0 }, tries) => open(tab, frame, tries), READER);
  task("mark", ({ tab }) => mark(tab), MARKS);
  task("own", (press) => highlight(press), MARKS);
  task("everywhere", (press) => lookFor(press), MARKS);
  task("quote", (press) => copyQuote(press), () => "clipboard");
  answer("lists.changed", "page", listsChanged);
  api.runtime.onInstalled.addListener(register);
  api.contextMenus?.onClicked.addListener(take);
  api.commands?.onCommand.addListener((name, tab) => {
    if (hasId(tab) && Object.hasOwn(COMMANDS, name)) COMMANDS[name](tab);
  });
}

/** @param {chrome.contextMenus.OnClickData} info @param {chrome.tabs.Tab} [tab] */
function take(info, tab) {
  if (!hasId(tab)) return;
  const [name, ...rest] = String(info.menuItemId).split(":");
  const press = { tab, frame: info.frameId ?? 0, selection: info.selectionText ?? "", rest: rest.join(":"), foreign: foreignOrigin(info) };
  const act = ENTRIES[name]?.act ?? ((/** @type {Press} */ { foreign, ...facts }) => perform(name, name === "read" ? { tab } : facts));
  act(press);
}

/** @param {chrome.tabs.Tab | undefined} tab @returns {tab is chrome.tabs.Tab & { id: number }} */
function hasId(tab) {
  return tab?.id !== undefined;
}

/** @param {chrome.contextMenus.OnClickData} info @returns {string} empty for the page and frames of its own site */
function foreignOrigin({ frameUrl, pageUrl }) {
  const origin = originOf(frameUrl ?? "");
  return origin === originOf(pageUrl ?? "") ? "" : origin;
}

/** Reads a frame; one of another site asks first. @param {Press} press */
async function readFrame({ tab, frame, foreign }) {
  if (!foreign || (await api.permissions.request({ origins: [foreign] }))) await perform("read", { tab, frame });
}

/** Brings menus and pages up to date with the lists. */
export async function listsChanged() {
  await Promise.all([register(), copyLists(), tellPages("lists")]);
}

/** Marks a page, with the bar. @param {Press["tab"]} tab @returns {Promise<boolean>} whether it can be */
async function mark(tab) {
  const reached = await reach(tab);
  if (reached) await callFrame(tab.id, 0, "openBar");
  return reached;
}

/** Marks the selection all over the page. @param {Press} press */
async function lookFor({ tab, selection }) {
  if (await mark(tab)) await callFrames(tab.id, "look", { id: "selection", kind: "find", hue: "yellow", terms: [selection], options: {} });
}

/** Makes the selection a highlight. @param {Press} press */
async function highlight({ tab, frame, rest }) {
  if (await reach(tab)) await callFrame(tab.id, frame, "markSelection", rest);
}

/** Copies the selection with its source. @param {Press} press */
async function copyQuote({ tab, frame, selection }) {
  if (await reach(tab)) await callFrame(tab.id, frame, "copyQuote", selection);
}

/** Two registrations at once would meet each other's entries. */
let registering = Promise.resolve();

/** Puts the entries in place of those there are. */
function register() {
  registering = registering.then(registerAll, registerAll);
  return registering;
}

async function registerAll() {
  if (!api.contextMenus) return;
  const lists = await listsNow();
  await api.contextMenus.removeAll();
  const create = (/** @type {chrome.contextMenus.CreateProperties} */ entry) => api.contextMenus.create(entry, () => void api.runtime.lastError);
  for (const [id, { title, places }] of Object.entries(ENTRIES)) create({ id, title: api.i18n.getMessage(title), contexts: places });
  for (const colour of COLOURS) create({ id: `own:${colour}`, parentId: "own", title: api.i18n.getMessage(colour), contexts: ["selection"] });
  for (const { id, name } of lists) create({ id: `add:${id}`, parentId: "add", title: name.replaceAll("&", "&&"), contexts: ["selection"] });
  create({ id: "add:", parentId: "add", title: api.i18n.getMessage("newList"), contexts: ["selection"] });
}
