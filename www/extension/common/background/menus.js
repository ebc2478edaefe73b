// The context menu and the keyboard commands.
import { listsNow, putTerm } from "../lists.js";
import { callFrame, callFrames } from "../live-calls.js";
import { originOf } from "../origins.js";
import { answer } from "../router.js";
import { api, openPanel } from "../webext.js";
import { markPage } from "./live.js";
import { open } from "./reader-view.js";
import { tellPages } from "./tell.js";

/** @typedef {`${chrome.contextMenus.ContextType}`} Place */
/** @typedef {{ tab: chrome.tabs.Tab & { id: number }, frame: number, selection: string, rest: string, foreign: string }} Press `rest` is what follows the entry's name; `foreign` the match pattern of a frame of another site */
/**
 * @typedef {object} Entry
 * @property {string} title a message's name
 * @property {[Place, ...Place[]]} places
 * @property {(press: Press) => unknown} [act] called at once, while the press counts
 */

/** By id; what acts on one thing of many has an id of "name:thing". @type {Record<string, Entry>} */
const ENTRIES = {
  read: { title: "readThisPage", places: ["page", "selection", "link", "image", "action"], act: ({ tab }) => open(tab, 0) },
  "read-frame": { title: "readThisFrame", places: ["frame"], act: (press) => readFrame(press) },
  mark: { title: "markThisPage", places: ["page", "action"], act: ({ tab }) => mark(tab.id) },
  own: { title: "highlight", places: ["selection"] },
  everywhere: { title: "highlightEverywhere", places: ["selection"], act: (press) => lookFor(press) },
  add: { title: "addToList", places: ["selection"] },
  quote: { title: "copyQuote", places: ["selection"], act: (press) => copyQuote(press) },
  panel: { title: "openPanel", places: ["page", "action"], act: ({ tab }) => openPanel(tab) },
};

/** What the entries with an id of "name:thing" do. @type {Record<string, (press: Press) => unknown>} */
const PARTS = {
  own: (press) => highlight(press),
  add: ({ selection, rest }) => putTerm(rest, selection).then(listsChanged),
};

const COLOURS = ["yellow", "green", "blue", "pink"];

/** @type {Record<string, (tab: chrome.tabs.Tab & { id: number }) => unknown>} by the command's name in the manifest */
const COMMANDS = { "mark-page": (tab) => mark(tab.id), "open-panel": (tab) => openPanel(tab) };

/** Registers the entries at install and update, and listens. */
export function start() {
  api.runtime.onInstalled.addListener(register);
  api.contextMenus.onClicked.addListener((info, tab) => {
    if (!hasId(tab)) return;
    const [name, ...rest] = String(info.menuItemId).split(":");
    const press = { tab, frame: info.frameId ?? 0, selection: info.selectionText ?? "", rest: rest.join(":"), foreign: foreignOrigin(info) };
    (rest.length ? PARTS[name] : ENTRIES[name]?.act)?.(press);
  });
  api.commands.onCommand.addListener((name, tab) => {
    if (hasId(tab) && Object.hasOwn(COMMANDS, name)) COMMANDS[name](tab);
  });
  answer("lists.changed", "page", listsChanged);
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
  if (!foreign || (await api.permissions.request({ origins: [foreign] }))) await open(tab, frame);
}

/** Brings menus and pages up to date with the lists. */
async function listsChanged() {
  await Promise.all([register(), tellPages("lists")]);
}

/** Marks a page because a person asked: with the bar. @param {number} tabId */
async function mark(tabId) {
  await markPage(tabId);
  await callFrame(tabId, 0, "openBar");
}

/** Marks the selection all over the page. @param {Press} press */
async function lookFor({ tab, selection }) {
  await mark(tab.id);
  await callFrames(tab.id, "look", { id: "selection", kind: "find", hue: "yellow", terms: [selection], options: {} });
}

/** Makes the selection a highlight. @param {Press} press */
async function highlight({ tab, frame, rest }) {
  await markPage(tab.id);
  await callFrame(tab.id, frame, "markSelection", rest);
}

/** Copies the selection with its source. @param {Press} press */
async function copyQuote({ tab, frame, selection }) {
  await api.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frame] }, func: copyAsQuote, args: [selection] });
}

/**
 * Runs in the page: puts a quote with its source on the clipboard, by a copy that the page does not hear of.
 *
 * @param {string} selection
 */
function copyAsQuote(selection) {
  const quote = (getSelection()?.toString().trim() || selection).split(/\n+/).map((line) => `> ${line}`).join("\n>\n");
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel~="canonical" i][href]'));
  const take = (/** @type {ClipboardEvent} */ event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", `${quote}\n\n[${(document.title || location.host).replace(/[[\]\\]/g, "\\$&")}](${link?.href || location.href})\n`);
  };
  addEventListener("copy", take, { capture: true, once: true });
  document.execCommand("copy");
  removeEventListener("copy", take, { capture: true });
}

/** Two registrations at once would meet each other's entries. */
let registering = Promise.resolve();

/** Puts the entries in place of those there are. */
function register() {
  registering = registering.then(registerAll, registerAll);
  return registering;
}

async function registerAll() {
  const lists = await listsNow();
  await api.contextMenus.removeAll();
  const create = (/** @type {chrome.contextMenus.CreateProperties} */ entry) => api.contextMenus.create(entry, () => void api.runtime.lastError);
  for (const [id, { title, places }] of Object.entries(ENTRIES)) create({ id, title: api.i18n.getMessage(title), contexts: places });
  for (const colour of COLOURS) create({ id: `own:${colour}`, parentId: "own", title: api.i18n.getMessage(colour), contexts: ["selection"] });
  for (const { id, name } of lists) create({ id: `add:${id}`, parentId: "add", title: name.replaceAll("&", "&&"), contexts: ["selection"] });
  create({ id: "add:", parentId: "add", title: api.i18n.getMessage("newList"), contexts: ["selection"] });
}
