// What the reader asks of where it runs. The web page and the extension each give one of these; the rest is the same code.

/** @typedef {import("../types.d.ts").Article} Article */

/**
 * A page to read.
 *
 * @typedef {object} Page
 * @property {string} id names it in this browser, for its highlights and its place
 * @property {string} url its address; empty where it has none (a file, a paste)
 * @property {string} name what to call it until its title is known
 * @property {string | Uint8Array} source its HTML
 * @property {string} [charset] what HTTP said of it
 * @property {Record<string, Blob>} [pictures] those that came with it, by address
 */

/**
 * One text kept under one name, the same in all tabs.
 *
 * @typedef {object} KeyValue
 * @property {() => string | null} get
 * @property {(value: string) => void} set
 * @property {(listener: (value: string | null) => void) => void} listen called when another tab changed it
 */

/** @typedef {{ caseSensitive?: boolean, diacritics?: "ignore" | "exact", wholeWord?: boolean | "start", variants?: "zh" }} FindOptions */
/** @typedef {{ url?: string, root?: string, include?: string[], exclude?: string[], charset?: string, now?: string, setAside?: boolean, keywords?: number, markdown?: boolean }} ExtractOptions */

/**
 * The engine, at work elsewhere: nothing here holds up the page.
 *
 * @typedef {object} Engine
 * @property {(source: string | Uint8Array, options: ExtractOptions) => Promise<Article>} extract
 * @property {(text: string, terms: string[], options: FindOptions) => Promise<Uint32Array>} search start, end and term of each match, flat, in
 *   order; UTF-16 units of the text
 */

/**
 * @typedef {object} Host
 * @property {"web" | "extension"} kind
 * @property {Engine} engine
 * @property {KeyValue} preferences
 * @property {() => Promise<import("./store.js").Store>} openStore opens what keeps highlights, lists and pages; what it keeps in a private window goes with it
 * @property {(url: string) => void} follow opens an address the reader asked for
 * @property {{ label: () => string, press: () => void }[]} [entries] what the menu offers besides
 * @property {() => void} [leave] where "Back" leads; by default to where pages are opened
 * @property {(source: Uint8Array) => Document} [tree] a page's bytes as a document that runs nothing, where they are not HTML
 * @property {null | ((article: Article) => void)} share hands the article over to where others work; null where there is no such place
 */
export {};
