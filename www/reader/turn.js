// Long work gives way to the page now and then.

/** Longest stretch of work before the page gets its turn, ms; and in steps, for a machine whose clock says nothing. */
const SLICE = 8;
const STEPS = 500;

/** How long work may go on until the page has drawn what stands so far, ms. */
const UNDRAWN = 32;

/** Lets the page have its turn. @returns {Promise<void>} */
export function turn() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** Lets the page draw a frame; where nobody looks, its turn is enough. @returns {Promise<void>} */
export function frame() {
  if (document.hidden) return turn();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 4 * UNDRAWN);
  });
}

/** Work in slices: after each step, `if (slices.over) await slices.next()`. */
export class Slices {
  #steps = 0;
  #deadline = performance.now() + SLICE;
  #drawn = performance.now();

  /** Counts a step, and says whether the slice is over. */
  get over() {
    return ++this.#steps >= STEPS || performance.now() > this.#deadline;
  }

  /** Lets the page have its turn and begins a new slice. */
  async next() {
    if (performance.now() - this.#drawn < UNDRAWN) await turn();
    else {
      await frame();
      this.#drawn = performance.now();
    }
    this.#steps = 0;
    this.#deadline = performance.now() + SLICE;
  }
}
