// What stands around the article: the bar, the progress line, the panel's place, the phone's bar, the live region.
import { button, element, fill, iconButton, icon } from "./element.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {"words" | "highlights" | "outline" | "about"} TabName */

/** How long after the last change the live region speaks, ms. */
const SPEAK_AFTER = 500;
/** How long work may take before its progress shows, ms. */
const PROGRESS_AFTER = 300;

export class Shell {
  /** @type {App} */
  #app;
  #main = element("main", { id: "main", tabindex: -1 });
  #title = element("span", { class: "bar-title" });
  #live = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
  #progress = element("div", { class: "progress", role: "progressbar", hidden: true });
  #toasts = element("div", { class: "toasts" });
  /** @type {HTMLElement} */
  #bar;
  /** @type {HTMLElement} */
  #bottom;
  /** @type {import("./panel.js").Panel | null} */
  #panel = null;
  /** @type {import("./find.js").FindRow | null} */
  #find = null;
  #panelPlace = element("div", { class: "panel-place" });
  #findPlace = element("div", { class: "find-place" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.#bar = this.#makeBar();
    this.#bottom = this.#makeBottomBar();
    let last = 0;
    addEventListener(
      "scroll",
      () => {
        const now = scrollY;
        if (Math.abs(now - last) < 6) return;
        this.#bar.classList.toggle("away", now > last && now > 96 && !this.#findPlace.hasChildNodes() && !this.#bar.matches(":focus-within"));
        this.#bar.classList.toggle("titled", now > 120);
        last = now;
      },
      { passive: true },
    );
  }

  /** The elements of the reader, in order. */
  get parts() {
    const skip = element("a", { class: "skip", href: "#main" }, this.#app.language.t("bar.skip"));
    return [skip, this.#bar, this.#findPlace, this.#main, this.#panelPlace, this.#bottom, this.#toasts, this.#live, this.#progress];
  }

  get main() {
    return this.#main;
  }

  /**
   * Shows a screen.
   *
   * @param {"start" | "article" | "message"} screen
   * @param {Node} content
   */
  show(screen, content) {
    document.documentElement.dataset.screen = screen;
    this.closePanel();
    this.closeFind();
    for (const toast of this.#toasts.querySelectorAll(".toast:not(.lasting)")) toast.remove();
    this.#main.replaceChildren(content);
    this.#bar.classList.remove("away", "titled");
    this.#setTitle(this.#app.reading?.article?.title ?? "");
    scrollTo(0, 0);
  }

  /** @param {string} title */
  #setTitle(title) {
    this.#title.textContent = title;
  }

  /** Says something to assistive technology, half a second after the last call. @param {string} text */
  say(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => (this.#live.textContent = text), SPEAK_AFTER);
  }

  /**
   * Shows a line at the top while something is at work for long.
   *
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>}
   */
  async during(work) {
    this.#progress.setAttribute("aria-label", this.#app.language.t("progress.reading"));
    const timer = setTimeout(() => (this.#progress.hidden = false), PROGRESS_AFTER);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      this.#progress.hidden = true;
    }
  }

  /**
   * A short message with what can be done about it.
   *
   * @param {string} text
   * @param {{ label: string, press: () => void } | null} [action]
   * @param {"brief" | "lasting"} [stay] `lasting` until it is answered, whatever is opened meanwhile
   */
  toast(text, action = null, stay = "brief") {
    const made = element("div", { class: `toast ${stay}`, role: "status" }, element("span", {}, text));
    const end = () => made.remove();
    if (action) {
      const press = () => {
        end();
        action.press();
      };
      made.append(button(action.label, press, { class: "button plain" }));
    }
    made.append(iconButton("close", this.#app.language.t("close"), end));
    for (const other of this.#toasts.querySelectorAll(".toast:not(.lasting)")) other.remove();
    this.#toasts.append(made);
    if (stay === "brief") setTimeout(end, 10_000);
  }

  /** @returns {import("./panel.js").Panel | null} the panel, where it is open */
  get panel() {
    return this.#panel;
  }

  /**
   * Opens the panel at a tab.
   *
   * @param {TabName} tab
   * @param {string} [at] the part of the tab to bring into view
   */
  async openPanel(tab, at) {
    const { Panel } = await import("./panel.js");
    if (!this.#panel) {
      this.#panel = new Panel(this.#app);
      this.#panelPlace.replaceChildren(this.#panel.element);
      document.documentElement.dataset.panel = "open";
    }
    this.#panel.show(tab, at);
  }

  closePanel() {
    if (!this.#panel) return;
    const { opener } = this.#panel;
    this.#panel.close();
    this.#panel = null;
    this.#panelPlace.replaceChildren();
    delete document.documentElement.dataset.panel;
    if (opener?.isConnected) opener.focus();
  }

  async openFind() {
    if (!this.#app.reading?.marks) return;
    const { FindRow } = await import("./find.js");
    this.#find ??= new FindRow(this.#app, () => this.closeFind());
    if (!this.#find.element.isConnected) this.#findPlace.replaceChildren(this.#find.element);
    this.#bar.classList.remove("away");
    this.#find.focus();
  }

  /** @returns {boolean} whether it was open */
  closeFind() {
    if (!this.#find) return false;
    this.#find.close();
    this.#find = null;
    this.#findPlace.replaceChildren();
    return true;
  }

  /** @param {HTMLElement} anchor */
  async openSettings(anchor) {
    const { openSettingsDialog } = await import("./settings-dialog.js");
    openSettingsDialog(this.#app, anchor);
  }

  /** @param {HTMLElement} anchor */
  async openMenu(anchor) {
    const { openArticleMenu } = await import("./menu.js");
    openArticleMenu(this.#app, anchor);
  }

  #makeBar() {
    const { t } = this.#app.language;
    const here = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget);
    return element(
      "header",
      { class: "bar" },
      iconButton("back", t("bar.back"), () => this.#app.leave(), { class: "icon-button for-article" }),
      this.#title,
      iconButton("find", `${t("find")} (/)`, () => void this.openFind(), { class: "icon-button for-article wide-only" }),
      element("button", { type: "button", class: "icon-button letters wide-only", "aria-label": t("settings"), title: t("settings"), onclick: (/** @type {Event} */ event) => void this.openSettings(here(event)) }, "Aa"),
      iconButton("save", `${t("save")} (s)`, () => void this.#app.reading?.save(), { class: "icon-button for-article save" }),
      iconButton("panel", `${t("panel")} (o)`, () => (this.#panel ? this.closePanel() : void this.openPanel("words")), { class: "icon-button for-article wide-only" }),
      iconButton("more", t("more"), (event) => void this.openMenu(here(event)), { class: "icon-button" }),
    );
  }

  #makeBottomBar() {
    const { t } = this.#app.language;
    const target = (/** @type {Node | string} */ sign, /** @type {string} */ label, /** @type {(event: Event) => void} */ press) =>
      element("button", { type: "button", class: "target", onclick: press }, element("span", { class: "sign" }, sign), element("span", {}, label));
    return element(
      "nav",
      { class: "bottom-bar for-article", "aria-label": t("bar.tools") },
      target(icon("find"), t("find"), () => void this.openFind()),
      target(icon("words"), t("words"), () => void this.openPanel("words")),
      target(icon("pen"), t("highlights"), () => void this.openPanel("highlights")),
      target("Aa", t("settings.short"), (event) => void this.openSettings(/** @type {HTMLElement} */ (event.currentTarget))),
    );
  }

  /** Puts something in the place of the phone's bar, or the bar back. @param {Node[] | null} tools */
  replaceBottom(tools) {
    if (tools) this.#bottom.dataset.tools = "selection";
    else delete this.#bottom.dataset.tools;
    this.#bottom.querySelector(".selection-tools")?.remove();
    if (tools) {
      const place = element("div", { class: "selection-tools" });
      fill(place, tools);
      this.#bottom.append(place);
    }
  }
}
