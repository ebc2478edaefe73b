// Custom highlights of a document: one for each colour, shared by all who paint in it, put back where the page clears them.
import { RubricateError } from "../error.js";

/**
 * Puts a style rule for a highlight where the document finds it.
 *
 * @callback AddRule
 * @param {Document | ShadowRoot} root
 * @param {string} name of the highlight: `::highlight(name)`
 * @param {string} declarations
 */

/**
 * Ranges of one document, which may be named, and which term each of them is: those of a block, mostly. `stretches` cover the same
 * text, for those who paint all terms alike.
 *
 * @typedef {{ ranges: StaticRange[], stretches?: StaticRange[], terms: number[], document?: Document }} Found
 */
/**
 * What paints: `Painter`, or a host's own where colours differ by term.
 *
 * @typedef {object} Paints
 * @property {(found: Found[]) => void} add
 * @property {(found: Found[]) => void} remove what was added; of many ranges a highlight is best rid while it is not registered
 * @property {(range: StaticRange | null) => void} stand paints the current match, or none
 * @property {StaticRange | null} current what `stand` was told last
 * @property {(roots: Iterable<Document | ShadowRoot>) => void} style puts rules into trees found within the page
 * @property {boolean} isWhole whether all that was painted still is
 * @property {(found: Found[]) => void} restore paints again what the page took away, out of all that was added
 */

/** The colour of a found word, and that of the match a person stands on. */
export const FOUND = "#FFD54A";
const CURRENT = "background-color: #B4460F; color: #FFFFFF";

/** Over the marks of other kinds, as `interaction.md` ranks what is found. */
const PRIORITY = 5;

/** @type {WeakMap<Document, Map<string, Layer>>} the layers of each document by their declarations */
const layers = new WeakMap();
/** Layers so far, over all documents: a name carries a number, never a term. */
let named = 0;

/**
 * More ranges than this are taken from a highlight while it is not registered: Firefox takes time in proportion to all ranges
 * of a registered one for each that goes.
 */
const FEW = 64;

/** One highlight of one document. */
class Layer {
  /** Ranges that should be in the highlight: those who paint keep the count. */
  size = 0;
  /** @type {Set<Document | ShadowRoot>} where its rule stands */
  #ruled = new Set();

  /** @param {Document} document @param {string} declarations @param {number} priority */
  constructor(document, declarations, priority) {
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.registry = view.CSS.highlights;
    this.highlight = new view.Highlight();
    this.highlight.priority = priority;
    this.declarations = declarations;
    this.name = `rbr-${++named}`;
  }

  /** @param {Iterable<Document | ShadowRoot>} roots @param {AddRule} addRule */
  style(roots, addRule) {
    for (const root of roots) {
      if (this.#ruled.has(root)) continue;
      this.#ruled.add(root);
      addRule(root, this.name, this.declarations);
    }
  }

  /** @param {StaticRange[][]} lists */
  add(lists) {
    for (const ranges of lists) {
      for (const range of ranges) this.highlight.add(range);
      this.size += ranges.length;
    }
    this.show();
  }

  /** @param {StaticRange[][]} lists */
  remove(lists) {
    const gone = lists.reduce((sum, ranges) => sum + ranges.length, 0);
    this.size -= gone;
    if (this.size === 0) this.highlight.clear();
    if (this.size === 0 || gone > FEW) this.registry.delete(this.name);
    if (this.size > 0) for (const ranges of lists) for (const range of ranges) this.highlight.delete(range);
    this.show();
  }

  /** Registers the highlight, if there is something in it. */
  show() {
    if (this.size > 0 && this.registry.get(this.name) !== this.highlight) this.registry.set(this.name, this.highlight);
  }

  /** Whether the page has taken something away. */
  get isWhole() {
    return this.size === 0 || (this.highlight.size === this.size && this.registry.get(this.name) === this.highlight);
  }
}

/** Whether `document` can paint. @param {Document} document */
export function canPaint(document) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (document.defaultView);
  return typeof view?.Highlight === "function" && "highlights" in view.CSS;
}

/**
 * Paints ranges of one colour and the current one, in as many documents as they lie in.
 */
export class Painter {
  /** @type {string} */
  #declarations;
  /** @type {AddRule} */
  #addRule;
  /** @type {Set<Document>} where something was painted */
  #documents = new Set();
  /** @type {StaticRange | null} */
  #current = null;

  /** @param {string | undefined} color any CSS colour @param {AddRule} [addRule] @throws {RubricateError} `badOption` for what is no colour */
  constructor(color, addRule = adoptRule) {
    this.#declarations = `background-color: ${color ?? FOUND}; color: ${textOn(color ?? FOUND)}`;
    this.#addRule = addRule;
  }

  /** @param {Found[]} lists */
  add(lists) {
    for (const [document, ours] of byDocument(lists)) this.#layer(document).add(ours);
  }

  /** @param {Found[]} lists that were added */
  remove(lists) {
    for (const [document, ours] of byDocument(lists)) this.#layer(document).remove(ours);
  }

  /** @param {StaticRange | null} range the current match, or none */
  stand(range) {
    if (this.#current) layerOf(documentOf(this.#current), CURRENT, PRIORITY + 1).remove([[this.#current]]);
    this.#current = range;
    if (!range) return;
    const layer = layerOf(documentOf(range), CURRENT, PRIORITY + 1);
    layer.style(rootsOf(range), this.#addRule);
    layer.add([[range]]);
  }

  /** The current match. */
  get current() {
    return this.#current;
  }

  /** Puts the style rules into trees that were found within the page. @param {Iterable<Document | ShadowRoot>} roots */
  style(roots) {
    for (const root of roots) this.#layer(ownerOf(root)).style([root], this.#addRule);
  }

  /** Whether all that was painted still is. */
  get isWhole() {
    const current = !this.#current || layerOf(documentOf(this.#current), CURRENT, PRIORITY + 1).isWhole;
    return current && [...this.#documents].every((document) => this.#layer(document).isWhole);
  }

  /** Paints again what the page took away. @param {Found[]} lists all that were added */
  restore(lists) {
    for (const [document, ours] of byDocument(lists)) {
      const { highlight } = this.#layer(document);
      for (const ranges of ours) for (const range of ranges) highlight.add(range);
    }
    for (const document of this.#documents) this.#layer(document).show();
    const current = this.#current;
    this.stand(null);
    this.stand(current);
  }

  /** @param {Document} document */
  #layer(document) {
    const layer = layerOf(document, this.#declarations, PRIORITY);
    if (!this.#documents.has(document)) {
      this.#documents.add(document);
      layer.style([document], this.#addRule);
    }
    return layer;
  }
}

/** @param {Document} document @param {string} declarations @param {number} priority */
function layerOf(document, declarations, priority) {
  let known = layers.get(document);
  if (!known) layers.set(document, (known = new Map()));
  let layer = known.get(declarations);
  if (!layer) known.set(declarations, (layer = new Layer(document, declarations, priority)));
  return layer;
}

/** @param {StaticRange} range */
function documentOf(range) {
  return /** @type {Document} */ (range.startContainer.ownerDocument);
}

/** What to paint of these, where there is something. @param {Found[]} found @returns {Map<Document, StaticRange[][]>} */
function byDocument(found) {
  const documents = new Map();
  /** @type {Document | null} */
  let last = null;
  /** @type {StaticRange[][]} */
  let ours = [];
  for (const one of found) {
    const ranges = one.stretches ?? one.ranges;
    if (ranges.length === 0) continue;
    const document = one.document ?? documentOf(ranges[0]);
    if (document !== last) {
      last = document;
      ours = documents.get(document) ?? [];
      documents.set(document, ours);
    }
    ours.push(ranges);
  }
  return documents;
}

/** The trees whose style sheets reach a range: its document, its shadow root. @param {StaticRange} range */
function rootsOf(range) {
  const root = range.startContainer.getRootNode();
  return root.nodeType === 11 && "host" in root ? [documentOf(range), /** @type {ShadowRoot} */ (root)] : [documentOf(range)];
}

/** @param {Document | ShadowRoot} root */
function ownerOf(root) {
  return "host" in root ? root.ownerDocument : root;
}

/** The rule in an adopted style sheet. @type {AddRule} */
function adoptRule(root, name, declarations) {
  const view = /** @type {Window & typeof globalThis} */ (ownerOf(root).defaultView);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`::highlight(${name}) { ${declarations} }`);
  root.adoptedStyleSheets.push(sheet);
}

/**
 * Black or white, whichever stands out more on a colour (relative luminance, WCAG 2.2).
 *
 * @param {string} color
 */
function textOn(color) {
  if (color === FOUND) return "#1F2328";
  if (!CSS.supports("color", color)) throw new RubricateError("badOption", `option color: ${JSON.stringify(color)} is no CSS colour`);
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return "#000000";
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000000" : "#FFFFFF";
}
