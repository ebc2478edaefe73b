/**
 * Highlights terms in a page without changing it.
 *
 * This module collects text, paints ranges and follows the page; it finds nothing itself. Whoever has the finder hands it in:
 *
 *     const { highlight, highlightAsync } = createHighlighter({ compile });
 *     const marks = highlight(document.body, ["cat", "dog"], { wholeWord: true, watch: true });
 *     marks.count; marks.ranges; marks.current; marks.next(); marks.previous(); marks.goTo(3); marks.update(); marks.clear();
 *     marks.addEventListener("change", …);   // the number of matches changed
 *     marks.addEventListener("step", …);     // detail: the match now current
 *     marks.addEventListener("announce", …); // detail: { text }, where the browser cannot announce it itself
 *
 * `compile(terms, options)` makes a search: `find(text)` gives start, end and term of each match by start, flat, in UTF-16
 * units, or a promise of it (then only `highlightAsync` works, and updates take their time); `free()` lets go of it. A text
 * holds many blocks with U+0000 between them. The three parts also stand alone: `Collector` (highlight/collect.js), `join` and
 * `place` (highlight/place.js), `Painter` (highlight/paint.js).
 *
 * @module
 */
import { RubricateError } from "./error.js";
import { Collector, finish } from "./highlight/collect.js";
import { Dividers } from "./highlight/divide.js";
import { firstInView, Marks } from "./highlight/marks.js";
import { readOptions } from "./highlight/options.js";
import { canPaint, Painter } from "./highlight/paint.js";
import { group } from "./highlight/place.js";
import { Slices } from "./highlight/schedule.js";

/** @typedef {import("./highlight/marks.js").Search} Search */
/** @typedef {import("./highlight/options.js").HighlightOptions} HighlightOptions */
/**
 * What a highlighter needs from where it runs.
 *
 * @typedef {object} Host
 * @property {(terms: string[], options: import("./highlight/options.js").FindOptions) => Search | Promise<Search>} compile
 * @property {import("./highlight/paint.js").AddRule} [addRule] where style rules go; by default an adopted style sheet
 * @property {import("./highlight/paint.js").Paints} [painter] what paints, in place of one colour for all
 * @property {(index: number, count: number) => string} [words] what is announced at a step; by default "3 of 17"
 */

/** Size of one call of the finder, in UTF-16 units: at once, and in slices. */
const AT_ONCE = 1 << 23;
const IN_SLICES = 1 << 17;

/**
 * Makes the calls that highlight.
 *
 * @param {Host} host
 */
export function createHighlighter(host) {
  return {
    /**
     * Paints every match of `terms` in `root` before it returns.
     *
     * @param {Node} root an element, a document, a shadow root
     * @param {string | string[]} terms
     * @param {HighlightOptions} [options]
     * @returns {Marks}
     * @throws {RubricateError} `badInput`, `badOption`, `tooManyTerms`, `tooLarge`; `unsupported` without custom highlights
     */
    highlight(root, terms, options) {
      const { list, ...parts } = prepare(host, root, terms, options);
      const { wanted, collector } = parts;
      wanted.signal?.throwIfAborted();
      const search = host.compile(list, wanted.find);
      if (search instanceof Promise) throw new RubricateError("unsupported", "this finder answers later: use highlightAsync");
      const marks = new Marks({ root, search, ...parts, words: host.words });
      finish(collector.read(root));
      marks.enter(collector);
      for (const blocks of group(collector.blocks, AT_ONCE)) marks.paint(blocks);
      marks.settle();
      return marks;
    },

    /**
     * The same in slices that yield to the page, what is in view first.
     *
     * @param {Node} root
     * @param {string | string[]} terms
     * @param {HighlightOptions} [options] `signal` stops it: what was painted comes off, and its reason is thrown
     * @returns {Promise<Marks>}
     */
    async highlightAsync(root, terms, options) {
      const { list, ...parts } = prepare(host, root, terms, options);
      const { wanted, collector } = parts;
      const slices = new Slices(wanted.signal);
      const search = await host.compile(list, wanted.find);
      const marks = new Marks({ root, search, ...parts, words: host.words });
      try {
        await slices.run(collector.read(root));
        marks.enter(collector);
        for (const blocks of inViewFirst(group(collector.blocks, IN_SLICES))) {
          await slices.breathe();
          await marks.paintLater(blocks);
          wanted.signal?.throwIfAborted();
        }
        await marks.settle();
      } catch (error) {
        marks.clear();
        throw error;
      }
      return marks;
    },
  };
}

/** @param {Host} host @param {Node} root @param {string | string[]} terms @param {HighlightOptions} [options] */
function prepare(host, root, terms, options) {
  if (!(root && typeof root === "object" && typeof root.nodeType === "number")) {
    throw new RubricateError("badInput", "highlight takes a node of a document and the terms to find in it");
  }
  const list = typeof terms === "string" ? [terms] : terms;
  if (!Array.isArray(list) || !list.every((term) => typeof term === "string")) {
    throw new RubricateError("badInput", "terms are a string or a list of strings");
  }
  const wanted = readOptions(options ?? {});
  const document = root.nodeType === 9 ? /** @type {Document} */ (root) : /** @type {Document} */ (root.ownerDocument);
  if (!canPaint(document)) throw new RubricateError("unsupported", "this browser has no custom highlights (CSS.highlights)");
  // Edges of words depend on what stands beside them, so there nothing is taken on trust.
  const dividers = wanted.find.wholeWord ? null : new Dividers(list, wanted.find);
  const painter = host.painter ?? new Painter(wanted.color, host.addRule);
  return { wanted, painter, dividers, collector: new Collector(wanted.exclude, dividers), list };
}

/** @param {import("./highlight/block.js").Block[][]} groups */
function inViewFirst(groups) {
  const first = firstInView(groups.map((blocks) => blocks[0]));
  const from = Math.max(0, first - 1);
  return [...groups.slice(from), ...groups.slice(0, from)];
}

export { Marks };
