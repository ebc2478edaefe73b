// What stands around the panel where it is a page of its own: a place for messages, a voice.
import { button, element, iconButton } from "../../../reader/element.js";

/** @typedef {import("../../../reader/app.js").App} App */

/** How long a message stays, ms. */
const STAY = 10_000;
/** How long after the last change the live region speaks, ms. */
const SPEAK_AFTER = 500;

export class PanelShell {
  #toasts = element("div", { class: "toasts" });
  #live = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;
  /** @type {() => string} */
  #close;

  /** @param {() => string} close the word for closing */
  constructor(close) {
    this.#close = close;
    document.body.append(this.#toasts, this.#live);
  }

  /** @param {string} text @param {{ label: string, press: () => void } | null} [action] */
  toast(text, action = null) {
    const made = element("div", { class: "toast", role: "status" }, element("span", {}, text));
    const end = () => made.remove();
    if (action) {
      made.append(button(action.label, () => {
        end();
        action.press();
      }, { class: "button plain" }));
    }
    made.append(iconButton("close", this.#close(), end));
    this.#toasts.replaceChildren(made);
    setTimeout(end, STAY);
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => (this.#live.textContent = text), SPEAK_AFTER);
  }

  /** @template T @param {Promise<T>} work @returns {Promise<T>} */
  during(work) {
    return work;
  }

  closePanel() {}
}
