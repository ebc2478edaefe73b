// The panel: words, highlights, outline, about. At the right on a desk, a sheet on a phone, alone in an extension's side panel.
import { element, fill, iconButton } from "./element.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./shell.js").TabName} TabName */

/** @type {Record<TabName, (app: App, reading: Reading, signal: AbortSignal, at?: string) => Promise<HTMLElement>>} */
const TABS = {
  words: async (...given) => (await import("./panel-words.js")).makeWords(...given),
  highlights: async (app, reading, signal) => (await import("./panel-highlights.js")).makeHighlights(app, reading, signal),
  outline: async (app, reading, signal) => (await import("./panel-outline.js")).makeOutline(app, reading, signal),
  about: async (app, reading) => (await import("./panel-about.js")).makeAbout(app, reading),
};
const NAMES = /** @type {TabName[]} */ (Object.keys(TABS));

export class Panel {
  /** What had the focus when it opened. */
  opener = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
  /** @type {HTMLElement} */
  element;
  /** @type {TabName | null} */
  tab = null;
  #body = element("div", { class: "panel-body", role: "tabpanel", id: "panel-body", tabindex: 0 });
  /** @type {Map<TabName, HTMLElement>} */
  #tabs = new Map();
  #ended = new AbortController();
  /** @type {typeof TABS} */
  #makers;

  /** @param {App} app @param {Partial<typeof TABS>} [own] tabs in place of the reader's: of a live page */
  constructor(app, own = {}) {
    this.#makers = { ...TABS, ...own };
    const { t } = app.language;
    this.app = app;
    const tabs = element("div", { class: "tabs", role: "tablist", "aria-label": t("panel") });
    for (const name of NAMES) {
      const tab = element("button", { type: "button", role: "tab", id: `tab-${name}`, class: "tab", "aria-controls": "panel-body", onclick: () => void this.show(name) }, t(name));
      tab.addEventListener("keydown", (event) => this.#onKey(event, name));
      this.#tabs.set(name, tab);
      tabs.append(tab);
    }
    const handle = element("button", { type: "button", class: "handle", "aria-label": t("panel.size"), onclick: () => this.element.classList.toggle("tall") });
    this.element = element("aside", { class: "panel", "aria-label": t("panel") }, handle, element("div", { class: "panel-head" }, tabs, iconButton("close", `${t("close")} (Esc)`, () => app.shell.closePanel())), this.#body);
  }

  /**
   * @param {TabName} name
   * @param {string} [at] the part to bring into view: the value of its `data-part`
   */
  async show(name, at) {
    const { reading } = this.app;
    if (!reading) return;
    this.tab = name;
    for (const [other, tab] of this.#tabs) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${name}`);
    this.#ended.abort();
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const content = await this.#makers[name](this.app, reading, signal, at);
    if (signal.aborted) return;
    fill(this.#body, [element("h2", { class: "unseen" }, this.app.language.t(name)), content]);
    this.#body.scrollTop = 0;
    const part = at ? this.#body.querySelector(`[data-part="${at}"]`) : null;
    if (part instanceof HTMLElement) {
      part.scrollIntoView({ block: "start" });
      part.querySelector("h3")?.setAttribute("tabindex", "-1");
      part.querySelector("h3")?.focus({ preventScroll: true });
    } else {
      this.#tabs.get(name)?.focus({ preventScroll: true });
    }
  }

  /** Arrows move between tabs. @param {KeyboardEvent} event @param {TabName} name */
  #onKey(event, name) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = NAMES[(NAMES.indexOf(name) + step + NAMES.length) % NAMES.length];
    void this.show(next);
    this.#tabs.get(next)?.focus();
  }

  close() {
    this.#ended.abort();
  }
}

/**
 * A part of a tab under its heading.
 *
 * @param {string} name for `data-part`
 * @param {string} title
 * @param {...(Node | null | false)} children
 */
export function part(name, title, ...children) {
  return element("section", { class: "part", "data-part": name }, element("h3", {}, title), children);
}
