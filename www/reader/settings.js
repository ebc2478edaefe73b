// What a person has chosen: kept by the host, told to all who listen, in every tab.

/**
 * @typedef {object} Choices
 * @property {"system" | "light" | "sepia" | "dark"} theme
 * @property {"auto" | "serif" | "sans" | "own"} face `auto`: serif for Latin, sans for Chinese and Japanese, as each is used to
 * @property {string} ownFont the name of an installed font, used where `face` is `own`
 * @property {number} size of the text, CSS pixels on a desk; 0 takes the design's 19 (18 on a phone)
 * @property {number} weight of the text, 300 to 700
 * @property {number} leading line height over font size; 0 takes the script's own
 * @property {number} measure width of the column in em; 0 takes the script's own
 * @property {number} letterSpacing em
 * @property {"start" | "justify"} align of Latin text
 * @property {"web" | "book"} paragraphs of Chinese and Japanese text: spaced, or indented as in a book
 * @property {"ask" | "show" | "hide"} pictures
 * @property {string[]} pictureSites hosts whose pictures are shown without asking
 * @property {"on" | "off"} announce highlights in the accessibility tree
 * @property {"on" | "off"} keys
 * @property {Record<string, string>} keyMap the keys a person has changed: by action
 * @property {Record<string, string>} colourNames what a person calls a colour: by colour
 * @property {"" | import("./i18n.js").LanguageTag} language of the interface; empty takes the browser's
 */

/** @type {Choices} */
const DEFAULTS = {
  theme: "system",
  face: "auto",
  ownFont: "",
  size: 0,
  weight: 400,
  leading: 0,
  measure: 0,
  letterSpacing: 0,
  align: "start",
  paragraphs: "web",
  pictures: "ask",
  pictureSites: [],
  announce: "off",
  keys: "on",
  keyMap: {},
  colourNames: {},
  language: "",
};

/**
 * @typedef {object} Settings
 * @property {Readonly<Choices>} now
 * @property {(change: Partial<Choices>) => void} set
 * @property {(listener: (now: Readonly<Choices>) => void) => () => void} listen called after each change, here or in another tab; gives what ends it
 */

/**
 * The settings kept under one name.
 *
 * @param {import("./host.js").KeyValue} kept
 * @returns {Settings}
 */
export function openSettings(kept) {
  /** @type {Set<(now: Readonly<Choices>) => void>} */
  const listeners = new Set();
  let now = read(kept.get());
  const tell = () => listeners.forEach((listener) => listener(now));
  kept.listen((text) => {
    now = read(text);
    tell();
  });
  return {
    get now() {
      return now;
    },
    set(change) {
      now = { ...now, ...change };
      kept.set(JSON.stringify(now));
      tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Choices as they were kept; what is missing, unknown or of another type takes its default.
 *
 * @param {string | null} text
 * @returns {Choices}
 */
function read(text) {
  /** @type {Record<string, unknown>} */
  let found = {};
  try {
    found = JSON.parse(text ?? "{}") ?? {};
  } catch {
    // Whatever another version or a hand wrote there is no reason not to read.
  }
  const same = Object.entries(DEFAULTS).filter(([name, value]) => typeof found[name] === typeof value && Array.isArray(found[name]) === Array.isArray(value));
  return { ...DEFAULTS, ...Object.fromEntries(same.map(([name]) => [name, found[name]])) };
}
