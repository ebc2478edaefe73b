// A page on its way from the script in it to the reader, in pieces over a port: one message may hold no more than 64 MiB.

/** Bytes of one piece. */
const PIECE = 8 << 20;
/** Most bytes of a page: more than the engine takes, less than memory does. */
const MOST = 256 << 20;

/** @typedef {{ url: string, title: string, type: string, place: string }} PageFacts `type` is the MIME type; `place` the first words in view */
/**
 * @typedef {{ kind: "facts", facts: PageFacts, bytes: number } | { kind: "piece", piece: Uint8Array } | { kind: "failed", message: string }} PageMessage
 */

/**
 * @param {chrome.runtime.Port} port
 * @param {PageFacts} facts
 * @param {Uint8Array} snapshot
 */
export function sendPage(port, facts, snapshot) {
  port.postMessage({ kind: "facts", facts, bytes: snapshot.length });
  for (let at = 0; at < snapshot.length; at += PIECE) port.postMessage({ kind: "piece", piece: snapshot.slice(at, at + PIECE) });
}

/**
 * Takes a page from a port, and lets the port go.
 *
 * @param {chrome.runtime.Port} port
 * @returns {Promise<{ facts: PageFacts, snapshot: Uint8Array<ArrayBuffer> }>} rejects where the page is gone or cannot be read
 */
export function receivePage(port) {
  return new Promise((resolve, reject) => {
    const arrival = new Arrival();
    port.onDisconnect.addListener(() => reject(new Error("the page went away while it was read")));
    port.onMessage.addListener((/** @type {unknown} */ message) => {
      try {
        if (!arrival.take(/** @type {PageMessage} */ (message))) return;
        resolve({ facts: arrival.facts, snapshot: arrival.snapshot });
      } catch (error) {
        reject(error);
      }
      port.disconnect();
    });
  });
}

/** What has come of a page. Its sender lives in the page: nothing of it is believed unseen. */
class Arrival {
  /** @type {PageFacts} */
  facts = { url: "", title: "", type: "", place: "" };
  snapshot = new Uint8Array();
  #filled = -1;

  /**
   * @param {PageMessage} message
   * @returns {boolean} whether that was all
   */
  take(message) {
    if (message.kind === "failed") throw new Error(String(message.message));
    if (message.kind === "facts" && this.#filled < 0) {
      if (!Number.isInteger(message.bytes) || message.bytes < 0 || message.bytes > MOST) throw new Error("the page is too large");
      const { url, title, type, place } = message.facts;
      this.facts = { url: String(url), title: String(title), type: String(type), place: String(place) };
      this.snapshot = new Uint8Array(message.bytes);
      this.#filled = 0;
    } else if (message.kind === "piece" && this.#filled >= 0 && message.piece instanceof Uint8Array) {
      this.snapshot.set(message.piece, this.#filled);
      this.#filled += message.piece.length;
    } else {
      throw new Error("the page came in disorder");
    }
    return this.#filled === this.snapshot.length;
  }
}
