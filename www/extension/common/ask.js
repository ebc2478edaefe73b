// Questions to the background, from our pages and from our script in a visited one.
import { api } from "./webext.js";

/**
 * @param {string} name
 * @param {Record<string, unknown>} [facts]
 * @returns {Promise<any>} what the answering module gave; rejects with its error, and where the extension is gone
 */
export async function ask(name, facts = {}) {
  const reply = await api.runtime.sendMessage({ ...facts, name });
  if (!reply) throw new Error(`nobody answers ${name}`);
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.value;
}
