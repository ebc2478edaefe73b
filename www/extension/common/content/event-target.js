// Takes the place of the browser's EventTarget in scripts for visited pages: in Firefox, what such a script derives from a
// class of the page's window loses its own methods (Xray vision).

/** @typedef {(event: any) => void} Listener */

export class EventTarget {
  /** @type {Map<string, Set<Listener>>} */
  #listeners = new Map();

  /** @param {string} type @param {Listener} listener @param {{ signal?: AbortSignal }} [options] */
  addEventListener(type, listener, { signal } = {}) {
    if (signal?.aborted) return;
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
    signal?.addEventListener("abort", () => listeners.delete(listener));
  }

  /** @param {string} type @param {Listener} listener */
  removeEventListener(type, listener) {
    this.#listeners.get(type)?.delete(listener);
  }

  /** @param {Event} event @returns {boolean} */
  dispatchEvent(event) {
    for (const listener of [...(this.#listeners.get(event.type) ?? [])]) listener(event);
    return true;
  }
}
