// Walks a live document's flat tree and tells a message what is there, and what of it the browser does not display.

const HTML = "http://www.w3.org/1999/xhtml";
/** @type {Record<string, string>} */
const PREFIXES = { [HTML]: "", "http://www.w3.org/2000/svg": "svg/", "http://www.w3.org/1998/Math/MathML": "math/" };

/** Elements that show something without holding text. */
const MEDIA = new Set(["img", "video", "audio", "picture", "iframe", "embed", "object", "canvas", "input", "svg/svg"]);
/** Elements whose text no browser displays: nobody need be asked. */
const UNRENDERED = new Set(["script", "style", "template", "head", "title", "meta", "link", "base", "noscript"]);
const BLANK = /^[\t\n\f\r ]*$/;
/** What `checkVisibility` is asked beside whether an element is laid out, under its present name and the one it had before. */
const AND_VISIBLE = { visibilityProperty: true, checkVisibilityCSS: true };

// What the walk reads of nodes. Looked up once: each kind of element is a class of its own, and asking each for a property by name
// is slow; besides, a form shows its fields under their names in place of its own properties.
const nodeType = getter("Node", "nodeType");
const firstChild = getter("Node", "firstChild");
const nextSibling = getter("Node", "nextSibling");
const localName = getter("Element", "localName");
const namespaceURI = getter("Element", "namespaceURI");
const shadowRoot = getter("Element", "shadowRoot");
const data = getter("CharacterData", "data");

/**
 * An element that is being walked.
 *
 * @typedef {object} Level
 * @property {Element | null} element null where only children are told
 * @property {number} place of its step
 * @property {Node | null} next the next child, where the children are those of one parent
 * @property {Node[] | null} assigned the children, where a slot is filled with them
 * @property {number} done how many of `assigned` are
 * @property {boolean} asked whether the browser need not be asked about the element (any more)
 * @property {boolean} shown whether it displays the element's own text
 */

export class Walk {
  #message;
  #window;
  #scripted;
  /** What elements are asked with: looked up once, since a window looks through its named frames and elements first. */
  #calls;
  /** @type {Pick<Element, "getAttributeNames" | "getAttribute"> | undefined} */
  #attributes;
  #asks;
  /** The level that is not displayed with all below it; Infinity where there is none. */
  #hidden = Infinity;
  /** @type {Level[]} */
  #levels = [];

  /**
   * @param {import("./message.js").Message} message what is told
   * @param {Document} document whose nodes are walked
   * @param {Element | null} top where that is not displayed, the browser's answers say nothing, and it is not asked
   */
  constructor(message, document, top) {
    const view = property(document, "Document", "defaultView");
    this.#message = message;
    this.#window = /** @type {Window & typeof globalThis} */ (view ?? globalThis);
    this.#scripted = view !== null;
    this.#calls = /** @type {Element} */ (this.#window.Element?.prototype ?? {});
    this.#asks = this.#scripted && top !== null && this.#isLaidOut(top);
  }

  /** Tells one node with all that it holds. @param {Node} node */
  node(node) {
    this.#enter(node);
    this.#run();
  }

  /** Tells the children of a node. @param {Node} parent */
  children(parent) {
    this.#levels.push(level(null, -1, firstChild.call(parent), true));
    this.#run();
  }

  /**
   * Opens an element with its attributes. Asked for by name, they cost half of what they do as objects, which browsers make when
   * they are first looked at.
   *
   * @param {string} name
   * @param {Element | null} element
   * @returns {number} the place of its step
   */
  open(name, element) {
    const place = this.#message.open(name);
    if (!element) return place;
    const { getAttributeNames, getAttribute } = (this.#attributes ??= /** @type {Element} */ (prototypeOf(element, "Element")));
    for (const attribute of getAttributeNames.call(element)) this.#message.attribute(attribute, getAttribute.call(element, attribute) ?? "");
    return place;
  }

  #run() {
    const levels = this.#levels;
    while (levels.length > 0) {
      const above = levels[levels.length - 1];
      const node = above.assigned ? above.assigned[above.done++] : above.next;
      if (!node) {
        this.#leave(above);
        continue;
      }
      if (!above.assigned) above.next = nextSibling.call(node);
      this.#enter(node);
    }
  }

  /** @param {Level} level */
  #leave(level) {
    this.#levels.pop();
    if (level.element) this.#message.close();
    if (this.#levels.length <= this.#hidden) this.#hidden = Infinity;
  }

  /** @param {Node} node */
  #enter(node) {
    const type = nodeType.call(node);
    if (type === 1) {
      this.#element(/** @type {Element} */ (node));
    } else if (type === 3 || type === 4) {
      this.#text(data.call(node));
    }
  }

  /** @param {string} text */
  #text(text) {
    if (text === "") return;
    const place = this.#message.text(text);
    const above = this.#levels[this.#levels.length - 1];
    if (!above?.element || BLANK.test(text)) return;
    if (!above.asked) this.#ask(above);
    if (!above.shown) this.#message.hide(place);
  }

  /** @param {Element} element */
  #element(element) {
    const name = nameOf(element);
    const place = this.open(name, element);
    const here = level(element, place, firstChild.call(element), !this.#asks || UNRENDERED.has(name));
    const shadow = shadowRoot.call(element);
    this.#levels.push(here);
    if (!here.asked && MEDIA.has(name)) this.#askLayout();
    if (name === "style" || (name === "script" && !holdsData(element))) {
      here.next = null;
    } else if (shadow) {
      here.next = shadow.firstChild;
    } else if (name === "slot") {
      const assigned = /** @type {HTMLSlotElement} */ (element).assignedNodes();
      if (assigned.length > 0) here.assigned = assigned;
    } else if (name === "noscript") {
      this.#noscript(here);
    } else if (name === "template") {
      here.next = null;
    }
  }

  /** Tells the markup in a `noscript` that is text because scripts run; where the page's policy forbids to parse it, it stays text. @param {Level} noscript */
  #noscript(noscript) {
    const text = noscript.next;
    if (!this.#scripted || text?.nodeType !== 3 || text.nextSibling) return;
    let parsed;
    try {
      parsed = new this.#window.DOMParser().parseFromString(`<!doctype html><body>${/** @type {Text} */ (text).data}`, "text/html");
    } catch {
      return;
    }
    noscript.next = null;
    new Walk(this.#message, parsed, null).children(parsed.body);
  }

  /** Asks about an element that holds text: whether it is laid out, then whether its text is visible. @param {Level} here the innermost level */
  #ask(here) {
    here.asked = true;
    if (this.#hidden !== Infinity || this.#isVisible(/** @type {Element} */ (here.element))) return;
    if (this.#askLayout()) here.shown = false;
  }

  /** Whether the innermost element is laid out; where it is not, the outermost element that is not is marked. */
  #askLayout() {
    if (this.#hidden !== Infinity) return true;
    let outermost = this.#levels.length - 1;
    if (this.#laidOutAt(outermost)) return true;
    while (outermost > 0 && !this.#laidOutAt(outermost - 1)) outermost -= 1;
    this.#message.hide(this.#levels[outermost].place);
    this.#hidden = outermost;
    return false;
  }

  /** Whether the element at a level is laid out; one without a box of its own (`display: contents`), if what holds it is. @param {number} at */
  #laidOutAt(at) {
    for (let i = at; i >= 0; i--) {
      const { element } = this.#levels[i];
      if (!element || this.#isLaidOut(element)) return true;
      if (this.#style(element)?.display !== "contents") return false;
    }
    return true;
  }

  /** @param {Element} element */
  #style(element) {
    return /** @type {CSSStyleDeclaration | null} */ (this.#window.getComputedStyle(element));
  }

  /** @param {Element} element */
  #isLaidOut(element) {
    const { checkVisibility, getClientRects } = this.#calls;
    return checkVisibility ? checkVisibility.call(element) : getClientRects.call(element).length > 0;
  }

  /** @param {Element} element */
  #isVisible(element) {
    const { checkVisibility } = this.#calls;
    if (checkVisibility) return checkVisibility.call(element, AND_VISIBLE);
    return this.#isLaidOut(element) && this.#style(element)?.visibility === "visible";
  }
}

/** @param {Element | null} element @param {number} place @param {Node | null} next @param {boolean} asked @returns {Level} */
function level(element, place, next, asked) {
  return { element, place, next, assigned: null, done: 0, asked, shown: true };
}

/** Whether a script is data that the engine reads, not a program. @param {Element} script */
function holdsData(script) {
  return /json/i.test(script.getAttribute("type") ?? "");
}

/** The name of an element, with its namespace before it where that is not HTML's. @param {Element} element @returns {string} */
function nameOf(element) {
  const namespace = namespaceURI.call(element);
  return namespace === HTML ? localName.call(element) : (PREFIXES[namespace ?? ""] ?? "other/") + localName.call(element);
}

/**
 * What reads a property of nodes; where there is no DOM but one that a program brought along, the property itself is read.
 *
 * @param {"Element" | "Node" | "CharacterData"} type whose property it is
 * @param {string} name
 * @returns {(this: Node) => any}
 */
function getter(type, name) {
  const get = Object.getOwnPropertyDescriptor(globalThis[type]?.prototype ?? {}, name)?.get;
  return get ?? function () { return Reflect.get(this, name); };
}

/**
 * A property of a node, whatever names the page gave to its forms and pictures: these hide the properties of documents and forms.
 *
 * @param {Node} node
 * @param {"Document" | "Element" | "Node"} type whose property it is
 * @param {string} name
 */
export function property(node, type, name) {
  return Reflect.get(prototypeOf(node, type), name, node);
}

/** What a node has its properties and methods from. @param {Node} node @param {"Document" | "Element" | "Node"} type @returns {any} */
function prototypeOf(node, type) {
  return globalThis[type]?.prototype ?? Object.getPrototypeOf(node);
}
