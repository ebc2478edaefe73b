// A snapshot as a document that runs nothing and fetches nothing: its elements with what names them, its texts. Paths mean the
// same places in it as for the engine.

const HEADER = 12;
const CLOSE = 0;
const TEXT = 1;
const OPEN = 2;
const ATTR = 3;
const KIND_BITS = 0b111;
const VALUE_SHIFT = 4;
/** Attributes that are kept: what a selector can be made of, and what does nothing. */
const KEPT = new Set(["id", "class", "role"]);

/**
 * The tree of a snapshot.
 *
 * @param {Uint8Array} snapshot as `snapshot` in `page.js` writes it
 * @returns {Document}
 */
export function treeOf(snapshot) {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const [steps, count] = [view.getUint32(4, true), view.getUint32(8, true)];
  const strings = new TextDecoder("utf-8", { ignoreBOM: true }).decode(snapshot.subarray(HEADER + 4 * steps));
  const names = strings.split("\0", count);
  let next = names.reduce((length, name) => length + name.length + 1, 0);
  const page = document.implementation.createHTMLDocument("");
  page.replaceChildren();
  /** @type {Document | Element} */
  let at = page;
  /** @type {string | null} the name of the attribute whose value comes next */
  let attribute = null;
  for (let step = 0; step < steps; step++) {
    const word = view.getUint32(HEADER + 4 * step, true);
    const [kind, value] = [word & KIND_BITS, word >>> VALUE_SHIFT];
    if (kind === OPEN) at = open(page, at, names[value]);
    else if (kind === CLOSE) at = /** @type {Element} */ (at).parentElement ?? page;
    else if (kind === ATTR) attribute = names[value];
    else if (kind === TEXT) {
      const text = strings.slice(next, next + value);
      next += value + 1;
      if (attribute !== null) keep(at, attribute, text);
      else if (at.nodeType === Node.ELEMENT_NODE) at.append(text);
      attribute = null;
    }
  }
  return page;
}

/** @param {Document} page @param {Document | Element} at @param {string} name */
function open(page, at, name) {
  const element = make(page, name.slice(name.indexOf("/") + 1));
  at.append(element);
  return element;
}

/** An element of a name, or of none in particular where no document takes the name. @param {Document} page @param {string} name */
function make(page, name) {
  try {
    return page.createElement(name);
  } catch {
    return page.createElement("div");
  }
}

/** @param {Document | Element} at @param {string} name @param {string} value */
function keep(at, name, value) {
  if (KEPT.has(name)) /** @type {Element} */ (at).setAttribute(name, value);
}
