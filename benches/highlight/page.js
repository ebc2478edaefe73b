// @ts-nocheck: runs in the page of the bench, where its imports are addresses.
// What is measured: ours, the hand-written optimum, mark.js and advanced-mark.js, in turns in one tab.
import { Engine } from "/engine.js";
import { createHighlighter } from "/marks.js";
import * as bindings from "/wasm/full.js";

export const engine = new Engine(bindings);
engine.start(await WebAssembly.compile(await (await fetch("/wasm/full_bg.wasm")).arrayBuffer()));
const { highlight, highlightAsync } = createHighlighter({ compile: (terms, options) => engine.compile(terms, options) });

/**
 * One alternation over gathered text, painted with a custom highlight: what one would write by hand, without any of the rules.
 */
export function byHand(root, terms) {
  const nodes = [];
  const starts = [];
  const parts = [];
  let length = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node);
    starts.push(length);
    parts.push(node.data);
    length += node.data.length;
  }
  starts.push(Infinity);
  const text = parts.join("");
  const pattern = new RegExp(terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "gi");
  const painted = new Highlight();
  let first = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    while (starts[first + 1] <= start) first++;
    let last = first;
    while (starts[last + 1] < end) last++;
    painted.add(new StaticRange({ startContainer: nodes[first], startOffset: start - starts[first], endContainer: nodes[last], endOffset: end - starts[last] }));
  }
  CSS.highlights.set("hand", painted);
  return { count: painted.size, clear: () => CSS.highlights.delete("hand") };
}

/** A drop-in of the mark.js family. */
function byMark(Mark, options) {
  return (root, terms) => {
    const instance = new Mark(root);
    let count = 0;
    instance.mark(terms, { separateWordSearch: false, each: () => count++, ...options });
    return { count, clear: () => instance.unmark() };
  };
}

/** What the page does between slices is not measured, so it is not let do anything. */
scheduler.yield = async () => {};

async function inSlices(root, terms) {
  const marks = await highlightAsync(root, terms);
  return { count: marks.count, clear: () => marks.clear() };
}

const WAYS = {
  ours: highlight,
  slices: inSlices,
  hand: byHand,
  mark: byMark(window.MarkJs, {}),
  advanced: byMark(window.AdvancedMark, {}),
};

/** The page of the bench: a paragraph for each line, every eighth word in an element of its own. */
function write(text) {
  const root = document.createElement("main");
  root.lang = document.documentElement.lang;
  for (const line of text.split("\n")) {
    const paragraph = document.createElement("p");
    const words = line.split(/(?<=[ ，])/);
    for (let at = 0; at < words.length; at += 8) {
      paragraph.append(words.slice(at, at + 7).join(""));
      if (at + 7 < words.length) paragraph.append(Object.assign(document.createElement(at % 3 ? "a" : "b"), { textContent: words[at + 7] }));
    }
    root.append(paragraph);
  }
  document.body.replaceChildren(root);
  document.body.getBoundingClientRect();
  return root;
}

/** Work in a task of its own, so that its time can be told from all else. */
const inTask = (work) => new Promise((resolve, reject) => setTimeout(() => work().then(resolve, reject)));

let root;
let terms = [];
let made;

export function prepare(text, wanted) {
  root = write(text);
  terms = wanted;
}

/** Highlights one way; gives the number of matches. */
export const go = (way) =>
  inTask(async () => {
    const answer = WAYS[way](root, terms);
    made = answer instanceof Promise ? await answer : answer;
    return made.count;
  });

export const clear = () => made.clear();

/** A frame, with all that it brings. */
export const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** 500 changes of the page, and its layout. */
export const change = () =>
  inTask(async () => {
    for (let at = 0; at < 500; at++) {
      const paragraph = root.children[(at * 37) % root.children.length];
      paragraph.firstChild.data += "x";
      paragraph.append(document.createElement("i"));
      paragraph.lastChild.remove();
    }
    root.getBoundingClientRect();
  });
