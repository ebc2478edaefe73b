// The small bar on a live page: how many matches, which one, to the next and previous, away. One element at the end of the
// document, in a closed shadow tree, there only while it is open.
import { api } from "../webext.js";

/** @typedef {import("./live-page.js").LivePage} LivePage */

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; color-scheme: light dark !important; display: block !important; }
div { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: 10px; border: 1px solid light-dark(#84898f, #777d84); background: light-dark(#fcfcfa, #17191c); color: light-dark(#1f2328, #d9dbdd);
  font: 14px/20px system-ui, sans-serif; box-shadow: 0 4px 16px #0004; max-width: calc(100vw - 32px); box-sizing: border-box; }
span { padding: 0 8px; min-width: 6ch; max-width: 40ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
button { all: unset; display: grid; place-items: center; width: 32px; height: 32px; border-radius: 7px; cursor: pointer; }
button:hover { background: light-dark(#ececea, #262a2f); }
button:focus-visible { outline: 2px solid light-dark(#0b57a4, #9cc5fa); outline-offset: -2px; }
button:disabled { opacity: .4; cursor: default; }
svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (forced-colors: active) { div { border-color: CanvasText; } }
@media print { :host { display: none !important; } }`;

/** Strokes on a field of 24 units. */
const ICONS = { previous: "M6 15l6-6 6 6", next: "M6 9l6 6 6-6", close: "M6 6l12 12M18 6L6 18" };

export class Bar {
  /** @type {LivePage} */
  #live;
  /** @type {HTMLElement | null} */
  #host = null;
  /** @type {AbortController} */
  #ended = new AbortController();

  /** @param {LivePage} live */
  constructor(live) {
    this.#live = live;
  }

  /** Whether it is open. */
  get isOpen() {
    return this.#host !== null;
  }

  /** Opens the bar, or leaves it open. */
  open() {
    if (this.#host) return;
    this.#host = document.createElement("rubricate-bar");
    this.#ended = new AbortController();
    const shadow = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#parts());
    document.documentElement.append(this.#host);
  }

  /** Takes the bar off the page. */
  close() {
    this.#ended.abort();
    this.#host?.remove();
    this.#host = null;
  }

  #parts() {
    const bar = document.createElement("div");
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", api.i18n.getMessage("marksOnThisPage"));
    const counter = document.createElement("span");
    counter.setAttribute("role", "status");
    const steps = [button("previous", () => this.#live.step("previous")), button("next", () => this.#live.step("next"))];
    const close = button("close", () => this.close());
    bar.append(counter, ...steps, close);
    const tell = () => {
      counter.textContent = this.#live.position();
      for (const step of steps) step.disabled = this.#live.count === 0;
    };
    this.#live.addEventListener("change", tell, { signal: this.#ended.signal });
    tell();
    return bar;
  }
}

/** @param {keyof typeof ICONS} name @param {() => void} press @returns {HTMLButtonElement} */
function button(name, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.title = api.i18n.getMessage(name);
  made.setAttribute("aria-label", made.title);
  // A page may send clicks of its own; only a person's count.
  made.addEventListener("click", (event) => event.isTrusted && press());
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  made.append(svg);
  return made;
}
