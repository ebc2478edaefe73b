// Calls of what the script in a visited page can do, from our pages and the background. They need no more than the press
// or the grant that put the script there, and fail where that has ended.
import { api } from "./webext.js";

/** @typedef {import("./content/live-page.js").LivePage} LivePage */
/** @typedef {{ [K in keyof LivePage]: LivePage[K] extends (...args: any) => any ? K : never }[keyof LivePage]} Call */
/**
 * @template {Call} C
 * @typedef {Awaited<ReturnType<Extract<LivePage[C], (...args: any) => any>>>} Result
 */

/**
 * Calls the script in every frame of a tab that has it.
 *
 * @template {Call} C
 * @param {number} tabId
 * @param {C} call
 * @param {unknown[]} args plain values
 * @returns {Promise<{ frameId: number, result: Result<C> }[]>} from the frames that have the script
 */
export function callFrames(tabId, call, ...args) {
  return run({ tabId, allFrames: true }, call, args);
}

/**
 * Calls the script in one frame.
 *
 * @template {Call} C
 * @param {number} tabId
 * @param {number} frameId
 * @param {C} call
 * @param {unknown[]} args plain values
 * @returns {Promise<Result<C> | null>} null where the frame has no script
 */
export async function callFrame(tabId, frameId, call, ...args) {
  const [found] = await run({ tabId, frameIds: [frameId] }, call, args);
  return found?.result ?? null;
}

/** @param {chrome.scripting.InjectionTarget} target @param {Call} call @param {unknown[]} args @returns {Promise<any[]>} */
async function run(target, call, args) {
  const results = await api.scripting.executeScript({
    target,
    func: async (/** @type {string} */ call, /** @type {unknown[]} */ args) => {
      const live = /** @type {any} */ (globalThis).rubricateLive;
      return live ? { result: (await live[call](...args)) ?? null } : null;
    },
    args: [call, args],
  });
  // Firefox gives null for a page that it lets no script into.
  return results.filter(Boolean).flatMap(({ frameId, result }) => (result ? [{ frameId, result: /** @type {{ result: unknown }} */ (result).result }] : []));
}
