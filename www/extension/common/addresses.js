// The addresses of the extension's own pages, and who a sender is.
import { api } from "./webext.js";

const PAGES = "extension/common/pages/";

/** Whole address of one of our pages. @param {"reader" | "panel" | "options"} name @returns {string} */
export function pageAddress(name) {
  return api.runtime.getURL(`${PAGES}${name}.html`);
}

/**
 * The reader's address for a frame of a tab.
 *
 * @param {number} tab
 * @param {number} frame 0 is the page itself
 * @returns {string}
 */
export function readerAddress(tab, frame) {
  return `${pageAddress("reader")}?tab=${tab}${frame ? `&frame=${frame}` : ""}`;
}

/**
 * The tab that a reader's address reads from.
 *
 * @param {string | undefined} address of any page
 * @returns {{ tab: number, frame: number } | null} null where it is no reader of a tab
 */
export function readTab(address) {
  if (!address?.startsWith(`${pageAddress("reader")}?`)) return null;
  const asked = new URL(address).searchParams;
  const [tab, frame] = [asked.get("tab"), asked.get("frame") ?? "0"].map((value) => (value && /^\d{1,10}$/.test(value) ? Number(value) : NaN));
  return Number.isInteger(tab) && Number.isInteger(frame) ? { tab, frame } : null;
}

/**
 * Whether an address is one of ours.
 *
 * @param {string | undefined} address
 * @returns {boolean}
 */
export function isOurs(address) {
  return address?.startsWith(api.runtime.getURL("")) ?? false;
}
