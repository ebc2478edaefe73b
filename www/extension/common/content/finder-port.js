// Asks the background to find words in texts of the page: no wasm runs here, and no list of words comes here.
import { api } from "../webext.js";

/** @typedef {import("../background/find.js").LayerFacts} LayerFacts */
/** @typedef {import("../background/find.js").What} What */

/** How often a port that breaks is opened again: the background may be stopped while it works. */
const TRIES = 4;
/** A port with nothing left to ask is closed after this, ms: an idle page holds nothing open. */
const IDLE = 1000;

/** One conversation: what to look for is fixed when it begins. */
export class FinderPort {
  /** @type {What} */
  #what;
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  /** @type {Map<number, { text: string, resolve: (found: Uint32Array) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #asked = 0;
  #broken = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idle;
  /** What the marks found belong to; null until something was found. @type {LayerFacts[] | null} */
  layers = null;

  /** @param {What} what */
  constructor(what) {
    this.#what = what;
  }

  /**
   * @param {string} text
   * @returns {Promise<Uint32Array>} start, end and layer of each match, by start; UTF-16 units
   */
  find(text) {
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { text, resolve, reject });
      try {
        this.#open().postMessage({ kind: "text", id, text });
      } catch (error) {
        this.#waiting.delete(id);
        reject(/** @type {Error} */ (error));
      }
    });
  }

  /** Ends the conversation; a later question begins another. */
  free() {
    clearTimeout(this.#idle);
    this.#port?.disconnect();
    this.#port = null;
  }

  #open() {
    clearTimeout(this.#idle);
    if (this.#port) return this.#port;
    const port = api.runtime.connect({ name: "find" });
    this.#port = port;
    port.onMessage.addListener((message) => this.#take(message));
    port.onDisconnect.addListener(() => this.#again(port));
    port.postMessage({ kind: "what", what: this.#what });
    return port;
  }

  /** @param {{ kind: "layers", layers: LayerFacts[] } | { kind: "found", id: number, found: Uint32Array } | { kind: "failed", id: number, message: string }} message */
  #take(message) {
    if (message.kind === "layers") {
      this.layers = message.layers;
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "failed") waiting?.reject(new Error(message.message));
    else waiting?.resolve(message.found);
    if (this.#waiting.size > 0) return;
    this.#broken = 0;
    this.#idle = setTimeout(() => this.free(), IDLE);
  }

  /** Asks a new background for what the last one left unanswered. @param {chrome.runtime.Port} port */
  #again(port) {
    if (this.#port !== port) return;
    this.#port = null;
    if (this.#waiting.size === 0) return;
    const failed = ++this.#broken >= TRIES || !api.runtime?.id;
    for (const [id, { text, reject }] of [...this.#waiting]) {
      if (failed) reject(new Error("the extension does not answer"));
      else this.#open().postMessage({ kind: "text", id, text });
    }
    if (failed) this.#waiting.clear();
  }
}
