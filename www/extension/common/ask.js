// Questions to the background, from our pages and from our script in a visited one.
import { api } from "./webext.js";

/** How often a question is asked that the background was stopped over. What can be asked does the same when it is done twice. */
const TRIES = 4;

/**
 * @param {string} name
 * @param {Record<string, unknown>} [facts]
 * @returns {Promise<any>} what the answering module gave; rejects with its error, and where the extension is gone
 */
export async function ask(name, facts = {}) {
  for (let tries = 1; ; tries++) {
    const reply = await api.runtime.sendMessage({ ...facts, name }).catch(() => null);
    if (reply?.error !== undefined) throw new Error(reply.error);
    if (reply) return reply.value;
    if (tries === TRIES || !api.runtime?.id) throw new Error(`nobody answers ${name}`);
  }
}
