// The keys on a live page. The page comes first: a key that it takes for itself is not ours.

/** @typedef {import("./live-page.js").LivePage} LivePage */

/** Where a person writes. */
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";

/** @type {Record<string, (live: LivePage) => unknown>} */
const KEYS = {
  n: (live) => live.count > 0 && live.step("next"),
  p: (live) => live.count > 0 && live.step("previous"),
  h: (live) => live.toggle(),
  m: (live) => live.own.note(),
  Escape: (live) => live.bar.close(),
  1: (live) => live.own.markByKey("1"),
  2: (live) => live.own.markByKey("2"),
  3: (live) => live.own.markByKey("3"),
  4: (live) => live.own.markByKey("4"),
};

/**
 * Listens for keys, last of all who do.
 *
 * @param {LivePage} live
 */
export function listenToKeys(live) {
  addEventListener("keydown", (event) => {
    const { key, target, isTrusted, defaultPrevented } = event;
    if (!isTrusted || defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof Element && target.closest(FIELDS)) return;
    if (Object.hasOwn(KEYS, key)) KEYS[key](live);
  });
}
