// What an element is to the text around and inside it, judged by computed style where there is one.

/** What stands in a line of text: a match may run across its edges. */
export const INLINE = 0;
/** What begins and ends a block of text. */
export const BLOCK = 1;
/** What shows no text; text before and after it stands together. */
export const NOTHING = 2;
/** What shows something other than text of the page; text before and after it does not stand together. */
export const REPLACED = 3;
/** A frame with a document of its own. */
export const FRAME = 4;
/** Text beside the line: ruby. */
export const ASIDE = 5;

/** Elements whose tag alone says what they are. @type {Map<string, number>} */
const BY_TAG = new Map();
for (const tag of ["script", "style", "noscript", "template", "head", "title", "datalist", "rp", "wbr", "area", "param", "source", "track", "link", "meta"]) {
  BY_TAG.set(tag, NOTHING);
}
for (const tag of ["br", "hr", "img", "input", "textarea", "select", "video", "audio", "canvas", "object", "embed", "meter", "progress", "picture"]) {
  BY_TAG.set(tag, REPLACED);
}

/** What shows nothing inside an SVG picture. */
const SVG_NOTHING = new Set(["title", "desc", "defs", "symbol", "clipPath", "mask", "pattern", "marker", "metadata", "script", "style"]);

/** What begins a block where there is no style to ask: outside a document. */
const BLOCK_TAGS = new Set(
  ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html " +
    "legend li listing main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp caption button").split(" "),
);

/**
 * The computed style of an element. What is in no document has an empty one.
 *
 * @param {Element} element
 * @returns {CSSStyleDeclaration | null}
 */
function styleOf(element) {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

/**
 * @param {Element} element
 * @param {CSSStyleDeclaration | null} style
 */
function kindByStyle(element, style) {
  switch (style?.display) {
    case "inline":
    case "contents":
    case "ruby":
    case "ruby-base":
      return INLINE;
    case "none":
      return NOTHING;
    case "ruby-text":
      return ASIDE;
    case "":
    case undefined:
      return BLOCK_TAGS.has(element.localName) ? BLOCK : INLINE;
    default:
      return BLOCK;
  }
}

/** Whether an element's content is hidden until it is looked for: `hidden=until-found`. @param {Element} element */
export function isUntilFound(element) {
  return element.getAttribute("hidden") === "until-found";
}

/**
 * What an element is, and whether text right inside it shows.
 *
 * @param {Element} element
 * @returns {{ kind: number, shows: boolean }}
 */
export function judge(element) {
  const known = element.namespaceURI === SVG ? (SVG_NOTHING.has(element.localName) ? NOTHING : undefined) : BY_TAG.get(element.localName);
  if (known !== undefined) return { kind: known, shows: false };
  const style = styleOf(element);
  let kind = kindByStyle(element, style);
  const tag = element.localName;
  if (kind !== NOTHING) {
    if (tag === "rt") kind = ASIDE;
    else if (tag === "iframe" || tag === "frame") kind = FRAME;
    else if (tag === "svg") kind = BLOCK;
    else if (style?.contentVisibility === "hidden" && !isUntilFound(element)) kind = REPLACED;
  }
  return { kind, shows: style === null || style.visibility === "visible" || style.visibility === "" };
}

const SVG = "http://www.w3.org/2000/svg";
