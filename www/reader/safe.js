// Builds an article's DOM from the engine's HTML: node by node, on an allow-list of our own, in slices that never hold up the page.
import { Slices } from "./turn.js";

/** What an element may carry besides `lang`, `dir`, `title` and `id`. Elements that are not named here give their children alone. */
const ALLOWED = {
  A: ["href"],
  ABBR: [], ARTICLE: [], ASIDE: [], B: [], BDI: [], BDO: [], BLOCKQUOTE: ["cite"], BR: [], CAPTION: [], CITE: [], CODE: [],
  COL: ["span"], COLGROUP: ["span"], DD: [], DEL: [], DETAILS: ["open"], DFN: [], DIV: [], DL: [], DT: [], EM: [],
  FIGCAPTION: [], FIGURE: [], H1: [], H2: [], H3: [], H4: [], H5: [], H6: [], HR: [], I: [],
  IMG: ["src", "srcset", "sizes", "alt", "width", "height"],
  INS: [], KBD: [], LI: ["value"], MARK: [], OL: ["start", "reversed", "type"], P: [], PRE: [], Q: [], RB: [], RP: [], RT: [], RUBY: [], S: [],
  SAMP: [], SECTION: [], SMALL: [], SPAN: [], STRONG: [], SUB: [], SUMMARY: [], SUP: [], TABLE: [], TBODY: [],
  TD: ["colspan", "rowspan", "headers"], TFOOT: [], TH: ["colspan", "rowspan", "scope", "headers"], THEAD: [], TIME: ["datetime"], TR: [],
  U: [], UL: [], VAR: [], WBR: [],
};
const EVERYWHERE = ["lang", "dir", "title", "id"];
/** Elements whose whole content goes: it is no text. */
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "FORM", "INPUT", "BUTTON", "SELECT", "TEXTAREA", "NOSCRIPT", "LINK", "META", "BASE", "TITLE"]);
/** Media that plays: its place is kept, a link says where it is. */
const MEDIA = new Set(["VIDEO", "AUDIO"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
/** In front of the ids of an article, so that they never meet the reader's own. */
export const ID_PREFIX = "in-";

/** The scripts of ours that are started by address. */
const SCRIPTS = new Set(["engine.worker.js", "sw.js"]);

/** @typedef {{ createHTML: (html: string) => string, createScriptURL: (name: string) => string }} Policy */

/** @type {Policy} */
const rules = {
  createHTML: (html) => html,
  createScriptURL(name) {
    if (!SCRIPTS.has(name)) throw new TypeError(`not a script of the reader: ${name}`);
    return new URL(`../${name}`, import.meta.url).href;
  },
};

/** The one policy: HTML goes into an inert document alone, from which only what is allowed is copied; scripts are ours by name. */
const policy = /** @type {{ trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } }} */ (/** @type {unknown} */ (globalThis)).trustedTypes?.createPolicy("rubricate", rules) ?? rules;

/** The address of one of our scripts, as a worker or a service worker is started with. @param {string} name */
export function ownScript(name) {
  return policy.createScriptURL(name);
}

/**
 * HTML as a document that runs nothing and fetches nothing.
 *
 * @param {string} html
 * @returns {Document}
 */
export function inertDocument(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

/** How much HTML is parsed in one go, characters. */
const PIECE = 1 << 15;
const PIECES = new RegExp(`.{1,${PIECE}}`, "gsu");

/**
 * The same, parsed in slices: a long text would hold up the page.
 *
 * @param {string} html
 * @param {Slices} slices
 * @returns {Promise<Document>}
 */
async function parseInSlices(html, slices) {
  if (html.length <= PIECE) return inertDocument(html);
  const page = document.implementation.createHTMLDocument("");
  page.open();
  // No piece ends within a character.
  for (const [piece] of html.matchAll(PIECES)) {
    page.write(policy.createHTML(piece));
    if (slices.over) await slices.next();
  }
  page.close();
  return page;
}

/**
 * Copies what is allowed of some HTML to the end of an element.
 *
 * @param {string} html
 * @param {Element} into
 * @param {object} options
 * @param {(image: HTMLImageElement, from: Element) => Node} options.picture what stands for a picture; its address is not set yet
 * @param {string} options.base the address of the page, for links within it
 * @param {AbortSignal} [options.signal] ends the work
 * @returns {Promise<void>}
 */
export async function copySafely(html, into, { picture, base, signal }) {
  const slices = new Slices();
  const source = (await parseInSlices(html, slices)).body;
  /** @type {{ from: Node | null, to: Node }[]} */
  const open = [{ from: source.firstChild, to: into }];
  while (open.length > 0) {
    const top = open[open.length - 1];
    const node = top.from;
    if (!node) {
      open.pop();
      continue;
    }
    top.from = node.nextSibling;
    if (node.nodeType === Node.TEXT_NODE) top.to.appendChild(document.createTextNode(/** @type {Text} */ (node).data));
    else if (node instanceof Element) copyElement(node, top.to, open, { picture, base });
    if (!slices.over) continue;
    await slices.next();
    if (signal?.aborted) return;
  }
}

/**
 * @param {Element} from
 * @param {Node} to
 * @param {{ from: Node | null, to: Node }[]} open
 * @param {{ picture: (image: HTMLImageElement, from: Element) => Node, base: string }} options
 */
function copyElement(from, to, open, { picture, base }) {
  const name = from.tagName.toUpperCase();
  if (DROPPED.has(name)) return;
  if (MEDIA.has(name)) {
    to.appendChild(mediaLink(from));
    return;
  }
  if (!(name in ALLOWED)) {
    open.push({ from: from.firstChild, to });
    return;
  }
  const copy = document.createElement(name);
  const allowed = ALLOWED[/** @type {keyof typeof ALLOWED} */ (name)];
  for (const attribute of [...EVERYWHERE, ...allowed]) {
    const value = from.getAttribute(attribute);
    if (value === null || name === "IMG") continue;
    if (attribute === "href") setLink(/** @type {HTMLAnchorElement} */ (copy), value, base);
    else copy.setAttribute(attribute, attribute === "id" ? ID_PREFIX + value : value);
  }
  if (copy instanceof HTMLImageElement) {
    to.appendChild(picture(copy, from));
    return;
  }
  if (name === "TABLE" || name === "PRE") to.appendChild(scroller(copy));
  else to.appendChild(copy);
  open.push({ from: from.firstChild, to: copy });
}

/** What is wider than the column scrolls inside itself, and can be reached by keyboard. @param {HTMLElement} wide */
function scroller(wide) {
  const box = document.createElement("div");
  box.className = "scroller";
  box.append(wide);
  return box;
}

/** @param {Element} media */
function mediaLink(media) {
  const address = media.getAttribute("src") ?? media.querySelector("source")?.getAttribute("src");
  const place = document.createElement("p");
  place.className = "media";
  const link = document.createElement("a");
  link.textContent = address ?? "";
  if (address) setLink(link, address, "");
  place.append(link);
  return place;
}

/**
 * A link within the page leads to its place in the article; any other keeps its address.
 *
 * @param {HTMLAnchorElement} link
 * @param {string} value
 * @param {string} base
 */
function setLink(link, value, base) {
  const inPage = value.startsWith("#") ? value : base && value.startsWith(`${base.replace(/#.*/, "")}#`) ? value.slice(value.indexOf("#")) : "";
  if (inPage.length > 1) {
    link.setAttribute("href", `#${ID_PREFIX}${inPage.slice(1)}`);
    return;
  }
  if (!SCHEMES.has(URL.parse(value)?.protocol ?? "")) return;
  link.href = value;
  link.rel = "noreferrer noopener";
  link.target = "_blank";
}
