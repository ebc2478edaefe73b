// Long work gives way to the page now and then.

/** Lets the page have its turn. @returns {Promise<void>} */
export function turn() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
