// The keys: never in fields, never those of the browser; each may be changed, all may be turned off.
import { KEYS } from "./key-table.js";
import { HUES } from "./marks.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./key-table.js").Action} Action */

export class Keyboard {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
  }

  listen() {
    addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (this.#closeTopmost()) event.preventDefault();
      return;
    }
    const { keys, keyMap } = this.app.settings.now;
    if (keys === "off" || isField(event.target)) return;
    const bound = { ...KEYS, ...keyMap };
    const action = /** @type {Action | undefined} */ (Object.keys(bound).find((name) => bound[/** @type {Action} */ (name)] === event.key));
    if (action && this.#do(action)) event.preventDefault();
  }

  /** @param {Action} action @returns {boolean} whether there was something to do it on */
  #do(action) {
    const { app } = this;
    const { reading, shell } = app;
    if (action === "help") {
      void import("./help.js").then(({ openHelp }) => openHelp(app));
      return true;
    }
    if (!reading?.marks) return false;
    const acts = {
      find: () => void shell.openFind(),
      next: () => void reading.marks?.step(1),
      previous: () => void reading.marks?.step(-1),
      note: () => void reading.own?.noteHere(),
      hide: () => this.#toggleMarks(),
      panel: () => (shell.panel ? shell.closePanel() : void shell.openPanel("words")),
      save: () => void reading.save(),
    };
    if (action.startsWith("colour")) void reading.own?.markHere(HUES[Number(action.slice(6)) - 1]);
    else acts[/** @type {keyof typeof acts} */ (action)]();
    return true;
  }

  #toggleMarks() {
    const marks = this.app.reading?.marks;
    if (!marks) return;
    marks.show(marks.hidden ? "shown" : "hidden");
    this.app.shell.toast(this.app.language.t(marks.hidden ? "marks.hidden" : "marks.shown"));
  }

  /** Dialogs and popovers close themselves. @returns {boolean} */
  #closeTopmost() {
    const { reading, shell } = this.app;
    if (document.querySelector("dialog:modal, [popover]:popover-open")) return false;
    if (shell.closeFind()) return true;
    if (shell.panel) {
      shell.closePanel();
      return true;
    }
    if (reading?.marks?.touched) {
      reading.marks.letGo();
      return true;
    }
    return false;
  }
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
