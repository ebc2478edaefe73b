// The reader view of a tab: opened beside it by a press, left for it by another.
import { pageAddress, readTab, readerAddress } from "../addresses.js";
import { dropPages, keptPage } from "../kept-pages.js";
import { answer } from "../router.js";
import { api } from "../webext.js";
import { perform, task } from "./tasks.js";

/** What opening and leaving it change. */
export const READER = () => "reader";

/** Registers the button and what the reader asks. */
export function start() {
  task("toggle", ({ tab }, tries) => toggle(tab, tries), READER);
  task("back", ({ tab }) => back(tab), READER);
  api.action.onClicked.addListener((tab) => perform("toggle", { tab }));
  for (const event of [api.tabs.onRemoved, api.runtime.onStartup]) event.addListener(() => dropPages());
  answer("reader.back", "page", (_, sender) => sender.tab && perform("back", { tab: sender.tab }));
}

/** @param {number} tab */
function exists(tab) {
  return api.tabs.get(tab).then(() => true, () => false);
}

/** @param {chrome.tabs.Tab} tab @param {number} tries */
async function toggle(tab, tries) {
  await (readTab(tab.url) ? back(tab) : open(tab, 0, tries));
}

/**
 * Opens the reader on a tab, or comes back to the one that is open on it, which reads the page anew; after another try it is the
 * one that this opened, and may be read already.
 *
 * The reader's page itself fetches what it shows: so nothing is lost when this worker is stopped right after.
 *
 * @param {chrome.tabs.Tab} tab a tab that a person just acted on
 * @param {number} frame 0 is the page itself
 * @param {number} tries how often this was begun before
 */
export async function open(tab, frame, tries) {
  if (tab.id === undefined) return;
  const url = readerAddress(tab.id, frame);
  const [found] = await api.tabs.query({ url: `${pageAddress("reader")}*`, windowId: tab.windowId }).then((tabs) => tabs.filter((one) => one.url === url));
  if (found?.id !== undefined) {
    await api.tabs.update(found.id, { active: true });
    if (tries === 0) await api.tabs.reload(found.id);
    return;
  }
  await api.tabs.create({ url, openerTabId: tab.id, index: tab.index + 1, windowId: tab.windowId });
}

/**
 * Leaves the reader for the page it shows, which stands as it was left; one that is gone is opened again.
 *
 * @param {chrome.tabs.Tab} reader
 */
async function back(reader) {
  const source = readTab(reader.url);
  if (!source || reader.id === undefined || !(await exists(reader.id))) return;
  try {
    await api.tabs.update(source.tab, { active: true });
  } catch {
    const kept = await keptPage(reader.id);
    if (kept) await api.tabs.create({ url: kept.facts.url, index: reader.index, windowId: reader.windowId });
  }
  await api.tabs.remove(reader.id);
}
