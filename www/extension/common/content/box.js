// A small box of ours on a live page: one element at the end of the document, in a closed shadow tree, there only while it is open.

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; color-scheme: light dark !important; display: block !important; }
.box { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: 10px; border: 1px solid light-dark(#84898f, #777d84); background: light-dark(#fcfcfa, #17191c); color: light-dark(#1f2328, #d9dbdd);
  font: 14px/20px system-ui, sans-serif; box-shadow: 0 4px 16px #0004; max-width: calc(100vw - 32px); box-sizing: border-box; }
.box.note { display: grid; gap: 8px; width: 320px; padding: 12px; }
span { padding: 0 8px; min-width: 6ch; max-width: 40ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
button { all: unset; display: grid; place-items: center; min-width: 32px; height: 32px; border-radius: 7px; cursor: pointer; }
button.word { padding: 0 12px; border: 1px solid light-dark(#84898f, #777d84); }
button:hover { background: light-dark(#ececea, #262a2f); }
:focus-visible { outline: 2px solid light-dark(#0b57a4, #9cc5fa); outline-offset: -2px; }
button:disabled { opacity: .4; cursor: default; }
textarea { font: inherit; color: inherit; background: transparent; border: 1px solid light-dark(#84898f, #777d84); border-radius: 7px; padding: 8px; min-height: 72px; resize: vertical; }
.row { display: flex; justify-content: end; gap: 8px; }
svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (forced-colors: active) { .box { border-color: CanvasText; } }
@media print { :host { display: none !important; } }`;

export class Box {
  /** @type {HTMLElement | null} */
  #host = null;

  /** Whether it is open. */
  get isOpen() {
    return this.#host !== null;
  }

  /** @param {HTMLElement} content */
  open(content) {
    this.close();
    this.#host = document.createElement("rubricate-bar");
    const shadow = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(content);
    document.documentElement.append(this.#host);
  }

  /** Takes it off the page. */
  close() {
    this.#host?.remove();
    this.#host = null;
  }
}
