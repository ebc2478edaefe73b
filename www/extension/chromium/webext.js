// What Chromium does in its own way. Its twin is ../firefox/webext.js; the build puts one of them in common/.

/** The extension interfaces, as promises. */
export const api = chrome;

/** Where style rules for painted marks go: with origin USER, Chromium computes `::highlight` and paints nothing. */
export const styleOrigin = /** @type {const} */ ("AUTHOR");

/** How a registered script's style sheet goes in: the same. */
export const sheetOptions = {};

/**
 * Opens the panel beside a tab. Call it at once in the listener of a press: after an `await` the press no longer counts.
 *
 * @param {chrome.tabs.Tab} tab
 * @returns {Promise<void>}
 */
export function openPanel(tab) {
  return api.sidePanel.open({ windowId: tab.windowId });
}

/** Opens the browser's own page of shortcuts. */
export async function openShortcuts() {
  await api.tabs.create({ url: "chrome://extensions/shortcuts" });
}
