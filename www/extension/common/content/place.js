// Where in the page a person is: the first words in view.

/** Text shorter than this, UTF-16 units, says too little to be found again. */
const ENOUGH = 12;
/** UTF-16 units that are kept. */
const LENGTH = 80;
/** Where in the view to look, in shares of its height. */
const ROWS = [0.02, 0.08, 0.15, 0.25, 0.35, 0.5];

/**
 * The beginning of the first block of text in view.
 *
 * @returns {string} white space collapsed, at most 80 UTF-16 units; empty at the top of the page, and where nothing is found
 */
export function placeInView() {
  if (scrollY < innerHeight / 4) return "";
  for (const row of ROWS) {
    const block = blockAt(innerWidth / 2, innerHeight * row);
    const text = block?.textContent?.trim().replace(/\s+/g, " ") ?? "";
    if (text.length >= ENOUGH) return text.slice(0, LENGTH);
  }
  return "";
}

/** @param {number} x @param {number} y @returns {Element | null} the innermost element there that lays out lines of its own text */
function blockAt(x, y) {
  const found = document.elementFromPoint(x, y);
  for (let element = found; element && element !== document.body; element = element.parentElement) {
    const inline = getComputedStyle(element).display.startsWith("inline");
    if (!inline) return /^(P|LI|H[1-6]|PRE|BLOCKQUOTE|DD|DT|TD|FIGCAPTION)$/.test(element.tagName) || isRun(element) ? element : null;
  }
  return null;
}

/** @param {Element} element @returns {boolean} whether it holds text itself */
function isRun(element) {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? "").trim() !== "");
}
