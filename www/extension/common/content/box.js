// Small boxes of ours on a live page, one above the other: in one element at the end of the document, in a closed shadow tree,
// there only while one of them is open.

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; color-scheme: light dark !important; display: grid !important; gap: 8px !important; justify-items: end !important; }
.box { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: 10px; border: 1px solid light-dark(#84898f, #777d84); background: light-dark(#fcfcfa, #17191c); color: light-dark(#1f2328, #d9dbdd);
  font: 14px/20px system-ui, sans-serif; box-shadow: 0 4px 16px #0004; max-width: calc(100vw - 32px); box-sizing: border-box; }
.box.note { display: grid; gap: 8px; width: 320px; padding: 12px; }
.box.said { padding: 4px 4px 4px 8px; }
span { padding: 0 8px; min-width: 6ch; max-width: 40ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
.said span { white-space: normal; overflow-wrap: anywhere; padding: 4px 8px; }
button { all: unset; display: grid; place-items: center; min-width: 32px; height: 32px; border-radius: 7px; cursor: pointer; }
button.word { padding: 0 12px; border: 1px solid light-dark(#84898f, #777d84); white-space: nowrap; }
button:hover { background: light-dark(#ececea, #262a2f); }
:focus-visible { outline: 2px solid light-dark(#0b57a4, #9cc5fa); outline-offset: -2px; }
button:disabled { opacity: .4; cursor: default; }
textarea { font: inherit; color: inherit; background: transparent; border: 1px solid light-dark(#84898f, #777d84); border-radius: 7px; padding: 8px; min-height: 72px; resize: vertical; }
.row { display: flex; justify-content: end; gap: 8px; }
svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (forced-colors: active) { .box { border-color: CanvasText; } }
@media print { :host { display: none !important; } }`;

/** Those that are open, the one opened last at the end. @type {Box[]} */
const open = [];
/** @type {{ element: HTMLElement, tree: ShadowRoot } | null} */
let host = null;

export class Box {
  /** @type {HTMLElement | null} */
  #content = null;
  #closed;

  /** @param {() => void} [closed] called when it was closed, by whomever */
  constructor(closed = () => undefined) {
    this.#closed = closed;
  }

  /** Whether it is open; a page may have swept it away. */
  get isOpen() {
    return this.#content?.isConnected === true;
  }

  /** @param {HTMLElement} content */
  open(content) {
    this.close();
    this.#content = content;
    open.push(this);
    placeOf().prepend(content);
  }

  /** Takes it off the page. */
  close() {
    if (!this.#content) return;
    this.#content.remove();
    this.#content = null;
    open.splice(open.indexOf(this), 1);
    if (open.length === 0) host?.element.remove();
    this.#closed();
  }
}

/** Closes the box that was opened last. */
export function closeTopmost() {
  open.at(-1)?.close();
}

/**
 * A button with a word on it.
 *
 * @param {string} label
 * @param {() => void} press
 */
export function wordButton(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "word";
  made.textContent = label;
  // A page may send clicks of its own; only a person's count.
  made.addEventListener("click", (event) => event.isTrusted && press());
  return made;
}

/** Where boxes go, at the end of the document. */
function placeOf() {
  host ??= makeHost();
  if (!host.element.isConnected) document.documentElement.append(host.element);
  return host.tree;
}

function makeHost() {
  const element = document.createElement("rubricate-bar");
  const tree = element.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  tree.adoptedStyleSheets = [sheet];
  return { element, tree };
}
