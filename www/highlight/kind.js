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

/** Set beside a kind where text right inside the element shows. */
export const SHOWS = 8;

/** Elements whose tag alone says what they are; those of SVG that show nothing themselves too. @type {Map<string, number>} */
const BY_TAG = new Map();
const NOTHING_TAGS =
  "script style noscript template head title datalist rp wbr area param source track link meta desc defs symbol clipPath mask pattern marker metadata";
const REPLACED_TAGS = "br hr img input textarea select video audio canvas object embed meter progress picture";
for (const tag of NOTHING_TAGS.split(" ")) BY_TAG.set(tag, NOTHING);
for (const tag of REPLACED_TAGS.split(" ")) BY_TAG.set(tag, REPLACED);

/** Elements whose tag says what they are wherever they show. @type {Map<string, number>} */
const BY_TAG_SHOWN = new Map([
  ["rt", ASIDE],
  ["iframe", FRAME],
  ["frame", FRAME],
  ["svg", BLOCK],
]);

/** Blocks of which nothing but style could say that they are something else, save for what they hold. */
export const WHOLE = new Set(
  ("address article aside blockquote center dd dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup " +
    "legend li listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul xmp caption").split(" "),
);

/** What begins a block where there is no style to ask: outside a document. */
const BLOCK_TAGS = new Set([...WHOLE, "body", "button", "details", "html", "optgroup", "option"]);

/** Elements that stand in a line of text, in the same way. */
export const WITHIN = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split(" "),
);

/**
 * @param {string} tag
 * @param {string} display computed; empty outside a document
 */
function kindByStyle(tag, display) {
  switch (display) {
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
      return BLOCK_TAGS.has(tag) ? BLOCK : INLINE;
    default:
      return BLOCK;
  }
}

/** Whether an element's content is hidden until it is looked for: `hidden=until-found`. @param {Element} element */
export function isUntilFound(element) {
  return element.getAttribute("hidden") === "until-found";
}

/**
 * What an element is to the text around it.
 *
 * @param {Element} element
 * @returns {number} its kind, with `SHOWS` where text right inside it shows
 */
export function judge(element) {
  const tag = element.localName;
  const known = BY_TAG.get(tag);
  if (known !== undefined) return known;
  const style = getComputedStyle(element);
  const kind = kindByStyle(tag, style.display);
  if (kind === NOTHING) return NOTHING;
  const { visibility } = style;
  return (BY_TAG_SHOWN.get(tag) ?? kind) | (visibility === "visible" || visibility === "" ? SHOWS : 0);
}

/** Whether an element of a tag in `WHOLE` is a block, whether or not its text shows. @param {Element} element */
export function isBlock(element) {
  return kindByStyle(element.localName, getComputedStyle(element).display) === BLOCK;
}

/** The kind of an element alone. @param {Element} element */
export function kindOf(element) {
  return judge(element) & ~SHOWS;
}
