// Paints marks with custom highlights: form says the kind, hue says which. The article's own DOM is never touched.

/** @typedef {import("./marks.js").Layer} Layer */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Hue} Hue */
/** @typedef {import("./text-index.js").TextIndex} TextIndex */

/** What lies over what: speech has 1. */
const PRIORITIES = { own: 2, keyword: 3, list: 4, find: 5, current: 6 };

/** Ranges once made, for as long as the text they were made from. @type {WeakMap<TextIndex, WeakMap<Mark, StaticRange | null>>} */
const made = new WeakMap();

/** Layers with more marks than this are painted around what is in view, and follow it. */
export const MANY = 2000;

/** Whether this browser can paint. */
export const canPaint = typeof Highlight === "function" && "highlights" in CSS;

/**
 * Paints these layers and nothing else.
 *
 * @param {TextIndex} index
 * @param {Layer[]} layers
 * @param {{ mark: Mark, hue: Hue } | null} current the match a person stands on
 * @param {() => number} inView where in the text the view begins, UTF-16 units; asked only where there are very many marks
 * @returns {boolean} whether all of them are painted; where not, paint again when the view has moved
 */
export function paint(index, layers, current, inView) {
  if (!canPaint) return true;
  /** @type {Map<string, Highlight>} */
  const wanted = new Map();
  const put = (/** @type {string} */ name, /** @type {number} */ priority, /** @type {Mark} */ mark) => {
    const range = rangeOf(index, mark);
    if (!range) return;
    let highlight = wanted.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      wanted.set(name, highlight);
    }
    highlight.add(range);
  };
  for (const layer of layers) {
    const marks = layer.marks.length > MANY ? around(layer.marks, inView()) : layer.marks.slice(0, MANY);
    for (const mark of marks) put(highlightName(layer, mark), PRIORITIES[layer.kind], mark);
  }
  if (current) put(`rubricate-current-${current.hue}`, PRIORITIES.current, current.mark);
  for (const name of ours()) if (!wanted.has(name)) CSS.highlights.delete(name);
  for (const [name, highlight] of wanted) CSS.highlights.set(name, highlight);
  return layers.every((layer) => layer.marks.length <= MANY);
}

/** The marks before and after a place, as many as are painted at once. @param {import("./mark-list.js").MarkList} marks @param {number} place */
function around(marks, place) {
  const next = marks.findIndex((at) => marks.end(at) > place);
  const from = Math.max(0, (next < 0 ? marks.length : next) - MANY / 4);
  return marks.slice(from, from + MANY);
}

/** Takes everything of ours off. */
export function unpaint() {
  if (canPaint) for (const name of ours()) CSS.highlights.delete(name);
}

function ours() {
  return [...CSS.highlights.keys()].filter((name) => name.startsWith("rubricate-") && name !== "rubricate-speech");
}

/** @param {Layer} layer @param {Mark} mark */
function highlightName(layer, mark) {
  if (layer.kind === "find" || layer.kind === "keyword") return `rubricate-${layer.kind}`;
  return `rubricate-${layer.kind}-${mark.hue ?? layer.hue}${mark.noted ? "-noted" : ""}`;
}

/** @param {TextIndex} index @param {Mark} mark */
function rangeOf(index, mark) {
  let known = made.get(index);
  if (!known) made.set(index, (known = new WeakMap()));
  let range = known.get(mark);
  if (range === undefined) known.set(mark, (range = index.range(mark.start, mark.end)));
  return range;
}
