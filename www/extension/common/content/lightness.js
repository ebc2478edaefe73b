// Whether text stands on a light or a dark ground, told by the text itself: it is light on dark, whatever paints the ground.

/** @typedef {"" | "-dark"} Ground the end of a mark's name */

/**
 * The ground of some text.
 *
 * @param {Node} text
 * @returns {Ground}
 */
export function groundOf(text) {
  const element = text.parentElement;
  return element && lightness(getComputedStyle(element).color) > 0.5 ? "-dark" : "";
}

/** How long a page's colours may take to change, ms. */
const SETTLE = 400;

/**
 * Calls back when the page as a whole turned dark or light.
 *
 * @param {() => void} turned
 */
export function watchGround(turned) {
  let before = pageGround();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const look = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const now = pageGround();
      if (now === before) return;
      before = now;
      turned();
    }, SETTLE);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) if (element) observer.observe(element, { attributes: true });
}

/** @returns {Ground} */
function pageGround() {
  const element = document.body ?? document.documentElement;
  return element && lightness(getComputedStyle(element).color) > 0.5 ? "-dark" : "";
}

/**
 * How light a colour is.
 *
 * @param {string} colour as computed styles write it
 * @returns {number} 0 black to 1 white; 0 where it cannot be read
 */
export function lightness(colour) {
  const parts = (colour.match(/[\d.]+%?/g) ?? []).map((part) => (part.endsWith("%") ? Number.parseFloat(part) / 100 : Number(part)));
  if (parts.length < 3) return 0;
  const [first, second, third] = parts;
  if (colour.startsWith("rgb")) return weigh(first / 255, second / 255, third / 255);
  if (colour.startsWith("color(")) return weigh(...colourParts(colour));
  return /^ok/.test(colour) ? first : first / 100;
}

/** @param {string} colour `color(display-p3 1 1 1)` @returns {[number, number, number]} */
function colourParts(colour) {
  const [red, green, blue] = colour.replace(/^color\(\S+/, "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Lightness of gamma-encoded parts, near enough to tell light from dark. @param {number} red @param {number} green @param {number} blue */
function weigh(red, green, blue) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
