// What Firefox does in its own way. Its twin is ../chromium/webext.js; the build puts one of them in common/.

/** @typedef {{ sidebarAction?: { open: () => Promise<void> } }} Sidebar there are none on Android */

/** The extension interfaces, as promises. @type {typeof chrome & Sidebar} */
export const api = /** @type {{ browser: typeof chrome & Sidebar }} */ (/** @type {unknown} */ (globalThis)).browser;

/** Where style rules for painted marks go: a USER rule reaches open shadow roots too, and no page can undo it. */
export const styleOrigin = /** @type {const} */ ("USER");

/** Whether what private windows store is apart and forgotten with them: pages there have no databases at all. */
export const forgetsPrivate = false;

/** Whether a window of the web that a page of ours opens knows who opened it: Firefox cuts the tie. */
export const opensWithOpener = false;

/** How a registered script's style sheet goes in: the same. */
export const sheetOptions = { cssOrigin: "user" };

/**
 * Opens the panel beside a tab, or in a tab where there are no sidebars (Android). Call it at once in the listener of a
 * press: after an `await` the press no longer counts.
 *
 * @param {Pick<chrome.tabs.Tab, "id">} tab
 * @returns {Promise<void>}
 */
export async function openPanel(tab) {
  if (api.sidebarAction) await api.sidebarAction.open();
  else await api.tabs.create({ url: api.runtime.getURL(`extension/common/pages/panel.html?tab=${tab.id}`), openerTabId: tab.id });
}

/** Whether panels open as tabs of their own: there are no sidebars. */
export const panelsAreTabs = !api.sidebarAction;

/** Opens the browser's own page of shortcuts. */
export async function openShortcuts() {
  const { openShortcutSettings } = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (api.commands);
  await openShortcutSettings?.();
}
