// What Chromium does in its own way. Its twin is ../firefox/webext.js; the build puts one of them in common/.

/** The extension interfaces, as promises. */
export const api = chrome;

/** Where style rules for painted marks go: with origin USER, Chromium computes `::highlight` and paints nothing. */
export const styleOrigin = /** @type {const} */ ("AUTHOR");

/** Whether what private windows store is apart and forgotten with them; extensions run there once more, with databases in memory. */
export const forgetsPrivate = true;

/** Whether a window of the web that a page of ours opens knows who opened it. */
export const opensWithOpener = true;

/** How a registered script's style sheet goes in: the same. */
export const sheetOptions = {};

/**
 * Opens the panel beside a tab. Call it at once in the listener of a press: after an `await` the press no longer counts.
 *
 * @param {Partial<Pick<chrome.tabs.Tab, "id" | "windowId">>} tab
 * @returns {Promise<void>}
 */
export function openPanel({ windowId = api.windows.WINDOW_ID_CURRENT }) {
  return api.sidePanel.open({ windowId });
}

/** Whether panels open as tabs of their own. */
export const panelsAreTabs = false;

/** Opens the browser's own page of shortcuts. */
export async function openShortcuts() {
  await api.tabs.create({ url: "chrome://extensions/shortcuts" });
}
