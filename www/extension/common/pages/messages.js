// The words of the extension's own pages, in the language that the reader speaks: `i18n` knows but that of the browser.
import { api } from "../webext.js";

/** Folders by the reader's languages. @type {Record<import("../../../reader/i18n.js").LanguageTag, string>} */
const FOLDERS = { en: "en", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW", ja: "ja" };

/** @type {Record<string, { message: string }>} */
let table = {};

/** Loads the words; to be called before any is asked for. @param {string} tag of the reader's languages */
export async function loadMessages(tag) {
  table = await (await fetch(api.runtime.getURL(`_locales/${FOLDERS[/** @type {"en"} */ (tag)]}/messages.json`))).json();
}

/**
 * @param {string} name
 * @param {string[]} [given] what stands in place of `$1`, `$2`
 * @returns {string}
 */
export function message(name, given = []) {
  return table[name].message.replace(/\$(\d)/g, (_, at) => given[at - 1] ?? "");
}
