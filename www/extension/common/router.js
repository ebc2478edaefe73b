// Messages inside the extension. A message belongs to the module that answers it: each registers its own by name.
// Nobody else is heard: neither pages nor other extensions can reach `onMessage`, and who sent one is checked all the same.
import { api } from "./webext.js";
import { isOurs } from "./addresses.js";

/** @typedef {"page" | "content"} Origin one of our own pages; our script in a visited page, whose word is as good as the page's */
/** @typedef {chrome.runtime.MessageSender} Sender */
/** @typedef {(message: any, sender: Sender) => unknown} Answer what it gives, or resolves to, is sent back */

/** @type {Map<string, { from: Origin, answer: Answer }>} */
const answers = new Map();
/** @type {Map<string, { from: Origin, serve: (port: chrome.runtime.Port) => void }>} */
const ports = new Map();

/**
 * Answers messages of a name. Call it while the background starts, before its first `await`.
 *
 * @param {string} name
 * @param {Origin} from whose messages are heard
 * @param {Answer} answer
 */
export function answer(name, from, answer) {
  answers.set(name, { from, answer });
}

/**
 * Serves ports of a name. Call it while the background starts, before its first `await`.
 *
 * @param {string} name
 * @param {Origin} from whose ports are taken
 * @param {(port: chrome.runtime.Port) => void} serve
 */
export function servePort(name, from, serve) {
  ports.set(name, { from, serve });
}

/** Starts to listen. */
export function listen() {
  api.runtime.onMessage.addListener((message, sender, respond) => {
    const known = typeof message?.name === "string" && answers.get(message.name);
    if (!known || originOf(sender) !== known.from) return false;
    Promise.resolve()
      .then(() => known.answer(message, sender))
      .then((value) => respond({ value }), (error) => respond({ error: error instanceof Error ? error.message : String(error) }));
    return true;
  });
  api.runtime.onConnect.addListener((port) => {
    const known = ports.get(port.name);
    if (known && port.sender && originOf(port.sender) === known.from) known.serve(port);
    else port.disconnect();
  });
}

/** @param {Sender} sender @returns {Origin | null} null for a stranger */
function originOf(sender) {
  if (sender.id !== api.runtime.id) return null;
  if (isOurs(sender.url)) return "page";
  return sender.tab?.id !== undefined && sender.frameId !== undefined ? "content" : null;
}
