// Long work gives way to the page now and then.

/** Longest stretch of work before the page gets its turn, ms; and in steps, for a machine whose clock says nothing. */
const SLICE = 8;
const STEPS = 500;

/** Lets the page have its turn. @returns {Promise<void>} */
export function turn() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** Work in slices: after each step, `if (slices.over) await slices.next()`. */
export class Slices {
  #steps = 0;
  #deadline = performance.now() + SLICE;

  /** Counts a step, and says whether the slice is over. */
  get over() {
    return ++this.#steps >= STEPS || performance.now() > this.#deadline;
  }

  /** Lets the page have its turn and begins a new slice. */
  async next() {
    await turn();
    this.#steps = 0;
    this.#deadline = performance.now() + SLICE;
  }
}
