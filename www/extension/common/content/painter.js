// Paints matches on a live page by kind and colour. Its style rules are in a sheet that the background puts in; the names
// tell kind and colour, never a term: the page can read them.
import { groundOf } from "./lightness.js";

/** What lies over what; speech has 1. */
const PRIORITIES = { own: 2, keyword: 3, list: 4, find: 5, current: 6 };
/** Every highlight of ours on this page by name, shared by all that paint. @type {Map<string, Highlight>} */
const highlights = new Map();
let shown = true;
/** Blocks whose ranges go one by one; more go with the highlights unregistered. */
const FEW = 64;

/** @typedef {import("../background/find.js").LayerFacts} LayerFacts */
/** @typedef {import("../../../highlight/paint.js").Found} Found */

/**
 * Paints what one search found. The calls are those of `highlight/paint.js`, for colours that differ by match.
 */
export class LayerPainter {
  /** @type {() => readonly LayerFacts[]} */
  #layers;
  /** @type {WeakMap<StaticRange, { name: string, layer: LayerFacts }>} */
  #painted = new WeakMap();
  /** @type {StaticRange | null} */
  #current = null;

  /** @param {() => readonly LayerFacts[]} layers what the numbers of matches stand for */
  constructor(layers) {
    this.#layers = layers;
  }

  /** The current match. @returns {StaticRange | null} */
  get current() {
    return this.#current;
  }

  /** What a painted match belongs to. @param {StaticRange} range @returns {LayerFacts | null} */
  layerOf(range) {
    return this.#painted.get(range)?.layer ?? null;
  }

  /** @param {Found[]} found */
  add(found) {
    for (const { ranges, terms } of found) {
      if (ranges.length === 0) continue;
      const ground = groundOf(ranges[0].startContainer);
      ranges.forEach((range, at) => {
        const layer = this.#layers()[terms[at]];
        if (!layer) return;
        const name = `rubricate-${nameOf(layer)}${ground}`;
        this.#painted.set(range, { name, layer });
        highlightOf(name, PRIORITIES[layer.kind]).add(range);
      });
    }
  }

  /** @param {Found[]} found what was added */
  remove(found) {
    // In Firefox each range that leaves a registered highlight costs time in proportion to all that stay.
    const many = found.length > FEW;
    if (many) for (const name of highlights.keys()) CSS.highlights.delete(name);
    for (const { ranges } of found) {
      for (const range of ranges) {
        const name = this.#painted.get(range)?.name;
        if (name) take(name, range);
      }
    }
    if (many && shown) for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
  }

  /** @param {StaticRange | null} range the current match, or none */
  stand(range) {
    for (const [name, highlight] of highlights) {
      if (name.startsWith("rubricate-current") && this.#current && highlight.has(this.#current)) take(name, this.#current);
    }
    this.#current = range;
    const painted = range && this.#painted.get(range);
    if (!range || !painted) return;
    const { kind, hue } = painted.layer;
    const own = kind === "list" || kind === "own" ? `-${hue}` : "";
    highlightOf(`rubricate-current${own}${painted.name.endsWith("-dark") ? "-dark" : ""}`, PRIORITIES.current).add(range);
  }

  /** The sheet reaches every tree: nothing to do for those found within the page. */
  style() {}

  /** Whether all that was painted still is. */
  get isWhole() {
    return !shown || [...highlights].every(([name, highlight]) => CSS.highlights.get(name) === highlight);
  }

  /** Paints again what the page took away. @param {Found[]} found all that was added */
  restore(found) {
    for (const { ranges } of found) for (const range of ranges) highlights.get(this.#painted.get(range)?.name ?? "")?.add(range);
    for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
  }
}

/** Shows or hides every mark of ours on this page. @param {"shown" | "hidden"} state */
export function showMarks(state) {
  shown = state === "shown";
  for (const [name, highlight] of highlights) {
    if (shown) CSS.highlights.set(name, highlight);
    else CSS.highlights.delete(name);
  }
}

/** Whether marks are shown now. */
export function marksShown() {
  return shown;
}

/** @param {LayerFacts} layer */
function nameOf({ kind, hue, noted }) {
  if (kind === "find" || kind === "keyword") return kind;
  return `${kind}-${hue}${noted ? "-noted" : ""}`;
}

/** @param {string} name @param {number} priority */
function highlightOf(name, priority) {
  let highlight = highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    highlights.set(name, highlight);
    if (shown) CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** @param {string} name @param {StaticRange} range */
function take(name, range) {
  const highlight = highlights.get(name);
  highlight?.delete(range);
  if (highlight?.size !== 0) return;
  highlights.delete(name);
  CSS.highlights.delete(name);
}
