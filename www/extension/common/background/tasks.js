// Work that a press began and that comes to its end even where the background is stopped in the midst of it: what is to be done
// stands in memory until it is done. Each piece of work does the same when it is done twice.
import { api } from "../webext.js";

/** @typedef {{ name: string, facts: any, tries: number, asked: number }} Task `asked` in milliseconds since 1970 */
/** @typedef {(facts: any, tries: number, id: string) => unknown} Work how a task is done, from its facts and how often it was begun before; its `id` stays the same */
/** @typedef {{ work: Work, changes: (facts: any) => string }} Known how a task of a name is done, and what it changes */

/** How often a task is begun at most. */
const TRIES = 3;
const PREFIX = "task:";

/** @type {Map<string, Known>} */
const works = new Map();
/** Tasks that this background has taken up. @type {Set<string>} */
const running = new Set();
/** The end of the last task that changes a thing, by the thing's name. @type {Map<string, Promise<unknown>>} */
const last = new Map();
/** Until what the last background left undone has been taken up. */
let resumed = Promise.resolve();

/**
 * Says how a task is done. Call it while the background starts, before its first `await`.
 *
 * @param {string} name
 * @param {Work} work
 * @param {(facts: any) => string} changes names what it changes: tasks that change the same are done in the order they were asked for
 */
export function task(name, work, changes) {
  works.set(name, { work, changes });
}

/**
 * Does a task, after what was left undone of the same thing.
 *
 * @param {string} name
 * @param {unknown} facts plain values
 */
export async function perform(name, facts) {
  const key = `${PREFIX}${crypto.randomUUID()}`;
  const asked = { name, facts, tries: 0, asked: Date.now() };
  running.add(key);
  await begin(key, asked);
  await resumed;
  await finish(key, asked);
}

/** Takes up what the last background left undone, the oldest first. Call it once, while the background starts. */
export function resume() {
  resumed = takeUp().catch(() => undefined);
}

async function takeUp() {
  const kept = Object.entries(await api.storage.session.get());
  const left = /** @type {[string, Task][]} */ (kept.filter(([key]) => key.startsWith(PREFIX) && !running.has(key)));
  left.sort(([, one], [, other]) => one.asked - other.asked);
  for (const [key, asked] of left) {
    await begin(key, asked);
    void finish(key, asked).catch(() => undefined);
  }
}

/** Writes down that a task is begun. @param {string} key @param {Task} asked */
function begin(key, asked) {
  return api.storage.session.set({ [key]: { ...asked, tries: asked.tries + 1 } });
}

/** @param {string} key @param {Task} asked */
async function finish(key, { name, facts, tries }) {
  try {
    if (tries < TRIES) await inTurn(name, facts, tries, key);
  } finally {
    await api.storage.session.remove(key);
    running.delete(key);
  }
}

/** @param {string} name @param {any} facts @param {number} tries @param {string} id */
function inTurn(name, facts, tries, id) {
  const { work, changes } = /** @type {Known} */ (works.get(name));
  const thing = changes(facts);
  const done = (last.get(thing) ?? Promise.resolve()).then(() => work(facts, tries, id));
  last.set(thing, done.catch(() => undefined));
  return done;
}
