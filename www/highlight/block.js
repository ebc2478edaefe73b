// A stretch of text that a reader sees without a break, and its way back to text nodes.

/** Matches of a block that has none. @type {any[]} */
const NONE = Object.freeze(/** @type {any} */ ([]));

/**
 * What a match may run across. The text nodes of one that is all an element holds are looked up when first asked for: most
 * blocks of a page hold no match.
 */
export class Block {
  /** @type {import("./matches.js").Matches | null} */
  matches = null;
  /** @type {Text[] | null} */
  #nodes;
  /** @type {number[] | null} */
  #ends;

  /**
   * @param {string} text
   * @param {{ nodes: Text[], ends: number[] } | null} parts null where it is all that `whole` holds
   * @param {Element | null} whole the element whose text it is, all of it
   * @param {boolean} sure whether the style of all it stands in was asked
   */
  constructor(text, parts, whole, sure) {
    this.text = text;
    this.#nodes = parts && parts.nodes;
    this.#ends = parts && parts.ends;
    this.whole = whole;
    this.sure = sure;
  }

  /** How many matches it has. */
  get count() {
    return this.matches?.count ?? 0;
  }

  /** Its matches, by start. @returns {StaticRange[]} */
  get ranges() {
    return this.matches?.ranges ?? NONE;
  }

  /** Which term each of them is. @returns {number[]} */
  get terms() {
    return this.matches?.terms ?? NONE;
  }

  /** What one colour for all of them covers. @returns {StaticRange[]} */
  get stretches() {
    return this.matches?.stretches ?? NONE;
  }

  /** The node that says where on the page it is. @returns {Element | Text} */
  get place() {
    return this.whole ?? this.nodes[0];
  }

  /** The document it stands in. */
  get document() {
    return /** @type {Document} */ (this.place.ownerDocument);
  }

  /** The text nodes it was read from, in order. @returns {Text[]} */
  get nodes() {
    return this.#nodes ?? (this.#nodes = textsOf(/** @type {Element} */ (this.whole)));
  }

  /** Where each of them ends in `text`, in UTF-16 units. @returns {number[]} */
  get ends() {
    return this.#ends ?? (this.#ends = endsOf(this.nodes));
  }

  /** Whether its text nodes are known to say something else by now than when they were read. */
  get isStale() {
    const { ends } = this;
    return ends.length === 0 || ends[ends.length - 1] !== this.text.length;
  }
}

/** @param {Text[]} nodes */
function endsOf(nodes) {
  let end = 0;
  return nodes.map((node) => (end += node.length));
}

/** @param {Node} node @returns {node is Text} */
export function isText(node) {
  const { nodeType } = node;
  return nodeType === 3 || nodeType === 4;
}

/** Text nodes of an element in order, shadow trees apart. @param {Element} root @returns {Text[]} */
function textsOf(root) {
  const only = root.firstChild;
  if (only && isText(only) && !only.nextSibling) return [only];
  const walker = /** @type {Document} */ (root.ownerDocument).createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(/** @type {Text} */ (node));
  return texts;
}
