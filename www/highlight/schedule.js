// Work in slices that let the page breathe.

/** How long a slice may take, in ms: half a frame. */
const SLICE = 8;

/** Lets the page do what waits, and goes on. @returns {Promise<void>} */
export function pause() {
  const scheduler = /** @type {{ yield?: () => Promise<void> } | undefined} */ (/** @type {any} */ (globalThis).scheduler);
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Measures a slice, and pauses when it is over. */
export class Slices {
  #began = performance.now();
  /** @type {AbortSignal | undefined} */
  #signal;

  /** @param {AbortSignal} [signal] */
  constructor(signal) {
    this.#signal = signal;
    signal?.throwIfAborted();
  }

  /** Pauses if the slice is over. Rejects with the signal's reason once it is aborted. */
  async breathe() {
    if (performance.now() - this.#began < SLICE) return;
    await pause();
    this.#signal?.throwIfAborted();
    this.#began = performance.now();
  }

  /** Runs work that yields where it can be cut. @param {Generator<void, void, void>} work */
  async run(work) {
    while (!work.next().done) {
      if (performance.now() - this.#began >= SLICE) await this.breathe();
    }
  }
}
