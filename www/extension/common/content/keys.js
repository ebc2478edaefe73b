// The keys on a live page: the reader's, as a person changed them. The page comes first: a key that it takes for itself is not
// ours.
import { KEYS } from "../../../reader/key-table.js";
import { ask } from "../ask.js";
import { closeTopmost } from "./box.js";

/** @typedef {import("./live-page.js").LivePage} LivePage */

/** Where a person writes. */
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";

/** By the reader's name for it. @type {Record<string, (live: LivePage) => unknown>} */
const ACTS = {
  next: (live) => live.step("next"),
  previous: (live) => live.step("previous"),
  hide: (live) => live.toggle(),
  note: (live) => live.own.note(live.current),
  colour1: (live) => live.own.mark("yellow", live.current),
  colour2: (live) => live.own.mark("green", live.current),
  colour3: (live) => live.own.mark("blue", live.current),
  colour4: (live) => live.own.mark("pink", live.current),
};

export class Keys {
  #live;
  /** @type {Record<string, string>} keys by action */
  #bound = KEYS;

  /** @param {LivePage} live */
  constructor(live) {
    this.#live = live;
  }

  /** Listens for keys, last of all who do. */
  listen() {
    addEventListener("keydown", (event) => this.#onKey(event));
    return this.load();
  }

  /** Learns which keys a person wants. */
  async load() {
    this.#bound = await ask("live.keys");
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key, isTrusted, defaultPrevented } = event;
    if (!isTrusted || defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event)) return;
    if (key === "Escape") closeTopmost();
    const action = Object.keys(ACTS).find((name) => this.#bound[name] === key);
    if (action) void this.#live.press(ACTS[action]);
  }
}

/** Whether a key is pressed in a field or an editor, within open shadow trees too. @param {KeyboardEvent} event */
function isWriting(event) {
  const [target] = event.composedPath();
  return document.designMode === "on" || (target instanceof Element && target.closest(FIELDS) !== null);
}
