// @ts-nocheck: its imports are addresses of the test site.
// What the tests of the highlighter run in the page: the calls, and a case of the table from its HTML to what was found.
import { Engine } from "/engine.js";
import { createHighlighter } from "/marks.js";
import * as bindings from "/wasm/full.js";

const engine = new Engine(bindings);
const module = await fetch("/wasm/full_bg.wasm");
engine.start(await WebAssembly.compile(await module.arrayBuffer()));

const compile = (terms, options) => engine.compile(terms, options);

export const { highlight, highlightAsync } = createHighlighter({ compile });

/** A finder that answers later, as across a message. */
export const later = createHighlighter({
  compile: async (terms, options) => {
    const search = compile(terms, options);
    return { find: async (text) => search.find(text), free: search.free };
  },
});

/** The matches of some marks, as text. */
export const words = (marks) => Array.from({ length: marks.count }, (_, at) => marks.match(at).text);

/** How many ranges are painted, in this document and its frames. */
export const painted = (view = window) =>
  [...view.CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0) + Array.from(view.frames).reduce((sum, frame) => sum + painted(frame), 0);

/** The painted ranges of this document and its frames. */
const paints = (view = window) => [...[...view.CSS.highlights.values()].flatMap((highlight) => [...highlight]), ...Array.from(view.frames).flatMap((frame) => paints(frame))];

/** What some ranges cover: each character painted, by its text node, told once. */
function covered(ranges) {
  const characters = new Map();
  for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
    const live = new Range();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    const walker = document.createTreeWalker(live.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType !== 3 || !live.intersectsNode(node)) continue;
      const seen = characters.get(node) ?? characters.set(node, new Set()).get(node);
      const end = node === endContainer ? endOffset : node.length;
      for (let at = node === startContainer ? startOffset : 0; at < end; at++) seen.add(at);
    }
  }
  return [...characters].map(([node, seen]) => `${node.data}:${[...seen].sort((a, b) => a - b)}`).sort().join(" ");
}

/** An element with this HTML, its frames loaded. */
export async function put(html) {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  root.setHTMLUnsafe(html);
  await Promise.all([...root.querySelectorAll("iframe")].map((frame) => frame.contentDocument?.body?.firstChild || new Promise((resolve) => frame.addEventListener("load", resolve))));
  return root;
}

/** Runs a case: what is wrong, or nothing. */
export async function run({ html, terms, options, found }) {
  const root = await put(html);
  const before = root.innerHTML;
  const marks = highlight(root, terms, options);
  const wrong = [];
  const is = words(marks);
  if (JSON.stringify(is) !== JSON.stringify(found)) wrong.push(`found ${JSON.stringify(is)}, not ${JSON.stringify(found)}`);
  const [paint, should] = [covered(paints()), covered(marks.ranges)];
  if (paint !== should) wrong.push(`painted ${paint}, not ${should}`);
  if (root.innerHTML !== before) wrong.push("the page changed");
  marks.clear();
  if (painted() !== 0) wrong.push(`painted ${painted()} after clear`);
  return wrong;
}

/** A highlighter whose finder calls `then` each time it has answered. */
export const interrupted = (then) =>
  createHighlighter({
    compile: (terms, options) => {
      const search = compile(terms, options);
      const find = (text) => {
        const found = search.find(text);
        then();
        return found;
      };
      return { find, free: search.free };
    },
  });

/** Texts that were handed to the finder since it was last emptied. */
export const asked = [];

/** The calls, noting in `asked` what is read. */
export const { highlight: watched, highlightAsync: watchedAsync } = createHighlighter({
  compile: (terms, options) => {
    const search = compile(terms, options);
    return { find: (text) => (asked.push(text), search.find(text)), free: () => search.free() };
  },
});

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What `next` and its events say, as one line. */
export function told(marks) {
  const lines = [];
  marks.addEventListener("step", ({ detail }) => lines.push(`${detail.text} ${detail.index}/${detail.count}`));
  marks.addEventListener("announce", ({ detail }) => lines.push(detail.text));
  return lines;
}

/** Numbers that look random, the same each time. */
export function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Changes something in `root`, somehow. */
export function disturb(root, roll) {
  const nodes = [...root.querySelectorAll("*"), root];
  const pick = () => nodes[roll(nodes.length)];
  const word = () => ["cat", "ca", "t", " ", "dog", "c"][roll(6)];
  const made = () => {
    const element = document.createElement(["p", "b", "div", "span", "br", "script", "i"][roll(7)]);
    if (element.localName === "script") element.type = "text/plain";
    if (roll(3)) element.append(word(), document.createElement("b"), word());
    return element;
  };
  const at = pick();
  const child = at.childNodes[roll(at.childNodes.length)];
  switch (roll(9)) {
    case 0:
      return void at.append(word());
    case 1:
      return void at.insertBefore(made(), child ?? null);
    case 2:
      return void child?.remove();
    case 3:
      if (child?.nodeType === 3) child.data += word();
      return;
    case 4:
      return void at.classList.toggle(["gone", "line", "block"][roll(3)]);
    case 5:
      if (child?.nodeType === 3 && child.length > 1) child.splitText(1);
      return;
    case 6:
      return void at.normalize();
    case 7: {
      const other = pick();
      if (child && !child.contains(other)) other.append(child);
      return;
    }
    default:
      if (roll(12) === 0) at.replaceChildren(word(), made(), word());
      return;
  }
}

/** Where each match is, to compare two sets of marks. */
export const places = (marks) =>
  marks.ranges.map((range) => [range.startContainer, range.startOffset, range.endContainer, range.endOffset]);
