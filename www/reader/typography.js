// Turns what a person chose into the custom properties and attributes that the style sheets read.

/**
 * @param {Readonly<import("./settings.js").Choices>} choices
 * @param {string} tag the language of the interface
 */
export function applyChoices(choices, tag) {
  const root = document.documentElement;
  root.lang = tag;
  root.dataset.theme = choices.theme;
  root.dataset.face = choices.face;
  root.dataset.align = choices.align;
  root.dataset.paragraphs = choices.paragraphs;
  const set = (/** @type {string} */ name, /** @type {string} */ value) => (value ? root.style.setProperty(name, value) : root.style.removeProperty(name));
  set("--own-font", choices.ownFont ? JSON.stringify(choices.ownFont) : "");
  set("--size", choices.size ? `${choices.size / 16}rem` : "");
  set("--weight", choices.weight === 400 ? "" : String(choices.weight));
  set("--leading", choices.leading ? String(choices.leading) : "");
  set("--measure", choices.measure ? `${choices.measure}em` : "");
  set("--letter-spacing", choices.letterSpacing ? `${choices.letterSpacing}em` : "");
  showColour();
}

/** Colours the browser's own frame like the page. */
function showColour() {
  const meta = document.querySelector('meta[name="theme-color"]');
  meta?.setAttribute("content", getComputedStyle(document.body).backgroundColor);
}

/**
 * Whether a language is written in Chinese characters, whose setting differs.
 *
 * @param {string | null} tag BCP 47
 * @returns {boolean}
 */
export function isHan(tag) {
  return /^(zh|ja|yue|wuu|hak|nan|lzh)\b/i.test(tag ?? "");
}

/**
 * The language of a text as the style sheets know it: the script of Chinese told apart.
 *
 * @param {string | null} tag BCP 47
 * @returns {string} empty where it is not known
 */
export function settingLanguage(tag) {
  if (!tag) return "";
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return language === "zh" || language === "yue" ? `zh-${script}${region === "HK" || region === "MO" ? "-HK" : ""}` : tag;
  } catch {
    return "";
  }
}

/** Letters of scripts that run from right to left, and the first letter of any other. */
const FIRST_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\p{L}/u;

/**
 * The direction of a text by its first letter. (`dir=auto` on a long article is asked again for each node that is added.)
 *
 * @param {string} text
 * @returns {"ltr" | "rtl"}
 */
export function directionOf(text) {
  const first = FIRST_LETTER.exec(text)?.[0] ?? "";
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(first) ? "rtl" : "ltr";
}
