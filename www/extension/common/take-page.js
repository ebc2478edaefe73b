// Takes a tab's page for the reader. Runs in the reader's own page, which may do what the press allowed.
import { receivePage } from "./transfer.js";
import { api } from "./webext.js";

/** How long a page that is still loading is waited for, ms. */
const PATIENCE = 1500;

/** @typedef {"restricted" | "file" | "pdf" | "frame" | "gone"} Refusal why a page cannot be read */

/** Says why a page cannot be read, for one helpful sentence. */
export class PageRefused extends Error {
  /** @param {Refusal} reason @param {string} [url] of the page, where it is known */
  constructor(reason, url = "") {
    super(`the page cannot be read: ${reason}`);
    this.reason = reason;
    this.url = url;
  }
}

/**
 * The document of a tab's frame as it stands now.
 *
 * @param {number} tabId
 * @param {number} frameId
 * @returns {Promise<{ facts: import("./transfer.js").PageFacts, snapshot: Uint8Array<ArrayBuffer> }>} rejects with `PageRefused`
 */
export async function takePage(tabId, frameId) {
  const tab = await api.tabs.get(tabId).catch(() => null);
  if (!tab) throw new PageRefused("gone");
  /** @type {unknown} */
  let reason;
  const injected = await putScript({ tabId, frameIds: [frameId] }).catch((error) => void (reason = error));
  if (!injected?.length) throw await refusal(tab, frameId, String(reason));
  const page = await receivePage(api.tabs.connect(tabId, { name: "page", frameId }));
  if (page.facts.type === "application/pdf") throw new PageRefused("pdf", page.facts.url);
  return page;
}

/** Puts the script in when the page is loaded, or as it stands where that takes long. @param {chrome.scripting.InjectionTarget} target */
async function putScript(target) {
  const files = ["/content/page.js"];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const late = new Promise((resolve) => (waiting = setTimeout(resolve, PATIENCE))).then(() => api.scripting.executeScript({ target, files, injectImmediately: true }));
  try {
    return await Promise.race([api.scripting.executeScript({ target, files }), late]);
  } finally {
    clearTimeout(waiting);
  }
}

/** @param {chrome.tabs.Tab} tab @param {number} frameId @param {string} reason the browser's @returns {Promise<PageRefused>} */
async function refusal(tab, frameId, reason) {
  const url = tab.url ?? "";
  if (/^[^?#]*\.pdf($|[?#])/i.test(url)) return new PageRefused("pdf", url);
  if (frameId) return new PageRefused("frame", url);
  if (isFile(url, reason) && !(await api.extension.isAllowedFileSchemeAccess())) return new PageRefused("file", url);
  return new PageRefused("restricted", url);
}

/** Chromium hides the address of a file that it keeps from us: a press opens any other page, or Chromium names what it is. @param {string} url @param {string} reason */
function isFile(url, reason) {
  return url ? url.startsWith("file:") : /permission to access the respective host/.test(reason);
}
