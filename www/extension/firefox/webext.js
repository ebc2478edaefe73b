// What Firefox does in its own way. Its twin is ../chromium/webext.js; the build puts one of them in common/.

/** @typedef {{ sidebarAction?: { open: () => Promise<void> } }} Sidebar there are none on Android */

/** The extension interfaces, as promises. @type {typeof chrome & Sidebar} */
export const api = /** @type {{ browser: typeof chrome & Sidebar }} */ (/** @type {unknown} */ (globalThis)).browser;

/** Where style rules for painted marks go: a USER rule reaches open shadow roots too, and no page can undo it. */
export const styleOrigin = /** @type {const} */ ("USER");

/** How a registered script's style sheet goes in: the same. */
export const sheetOptions = { cssOrigin: "user" };

/**
 * Opens the panel beside a tab, or in a tab where there are no sidebars (Android). Call it at once in the listener of a
 * press: after an `await` the press no longer counts.
 *
 * @param {chrome.tabs.Tab} tab
 * @returns {Promise<void>}
 */
export async function openPanel(tab) {
  if (api.sidebarAction) await api.sidebarAction.open();
  else await api.tabs.create({ url: api.runtime.getURL(`extension/common/pages/panel.html?tab=${tab.id}`), openerTabId: tab.id });
}

/** Opens the browser's own page of shortcuts. */
export async function openShortcuts() {
  const { openShortcutSettings } = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (api.commands);
  await openShortcutSettings?.();
}
