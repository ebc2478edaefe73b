// The small bar on a live page: how many matches, which one, to the next and previous, away.
import { api } from "../webext.js";
import { Box } from "./box.js";

/** @typedef {import("./live-page.js").LivePage} LivePage */

/** Strokes on a field of 24 units. */
const ICONS = { previous: "M6 15l6-6 6 6", next: "M6 9l6 6 6-6", close: "M6 6l12 12M18 6L6 18" };

export class Bar {
  /** @type {LivePage} */
  #live;
  #ended = new AbortController();
  #box = new Box(() => this.#end());

  /** @param {LivePage} live */
  constructor(live) {
    this.#live = live;
  }

  /** Opens the bar, or leaves it open. */
  open() {
    if (this.#box.isOpen) return;
    this.#ended = new AbortController();
    this.#box.open(this.#parts());
  }

  /** Takes the bar off the page. */
  close() {
    this.#box.close();
  }

  #end() {
    this.#ended.abort();
    this.#live.endSearch();
  }

  #parts() {
    const bar = document.createElement("div");
    bar.className = "box";
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
