// A page on its way from the script in it to the reader, in pieces over a port: one message may hold no more than 64 MiB.

/** Bytes of one piece. */
const PIECE = 8 << 20;

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
 * @returns {Promise<{ facts: PageFacts, snapshot: Uint8Array }>} rejects where the page is gone or cannot be read
 */
export function receivePage(port) {
  return new Promise((resolve, reject) => {
    /** @type {PageFacts | undefined} */
    let facts;
    let snapshot = new Uint8Array();
    let filled = 0;
    port.onDisconnect.addListener(() => reject(new Error("the page went away while it was read")));
    port.onMessage.addListener((/** @type {PageMessage} */ message) => {
      if (message.kind === "failed") {
        reject(new Error(message.message));
      } else if (message.kind === "facts") {
        facts = message.facts;
        snapshot = new Uint8Array(message.bytes);
      } else {
        snapshot.set(message.piece, filled);
        filled += message.piece.length;
      }
      if (!facts || filled < snapshot.length) return;
      resolve({ facts, snapshot });
      port.disconnect();
    });
  });
}
