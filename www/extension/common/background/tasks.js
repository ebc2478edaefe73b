// Work that a press began and that comes to its end even where the background is stopped in the midst of it: what is to be done
// stands in memory until it is done. Each piece of work does the same when it is done twice.
import { api } from "../webext.js";

/** @typedef {{ name: string, facts: any, tries: number }} Task */

/** How often a task is begun at most. */
const TRIES = 3;
const PREFIX = "task:";

/** @typedef {(facts: any, tries: number) => unknown} Work how a task is done, from its facts and how often it was begun before */

/** @type {Map<string, Work>} */
const works = new Map();
/** Tasks at work in this background. @type {Set<string>} */
const running = new Set();

/**
 * Says how a task is done. Call it while the background starts, before its first `await`.
 *
 * @param {string} name
 * @param {Work} work
 */
export function task(name, work) {
  works.set(name, work);
}

/**
 * Does a task.
 *
 * @param {string} name
 * @param {unknown} facts plain values
 */
export function perform(name, facts) {
  return run(`${PREFIX}${crypto.randomUUID()}`, { name, facts, tries: 0 });
}

/** Does what the last background left undone. */
export async function resume() {
  const kept = await api.storage.session.get();
  for (const [key, left] of Object.entries(kept)) {
    if (key.startsWith(PREFIX) && !running.has(key)) await run(key, /** @type {Task} */ (left)).catch(() => undefined);
  }
}

/** @param {string} key @param {Task} asked */
async function run(key, { name, facts, tries }) {
  running.add(key);
  try {
    await api.storage.session.set({ [key]: { name, facts, tries: tries + 1 } });
    if (tries < TRIES) await works.get(name)?.(facts, tries);
  } finally {
    await api.storage.session.remove(key);
    running.delete(key);
  }
}
