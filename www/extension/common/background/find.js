// Finds words in texts that a visited page sends: the lists at work on its site, and what a person asked for there.
import { startedEngine } from "../engine.js";
import { listsFor, searchOptions } from "../lists.js";
import { servePort } from "../router.js";

/** @typedef {import("../../../reader/store.js").WatchList} WatchList */
/** @typedef {WatchList["hue"]} Hue */
/** @typedef {{ id: string, kind: "list" | "keyword" | "find" | "own", hue: Hue, noted?: boolean }} LayerFacts what a page is told of a layer: no name, no word */
/**
 * What a person looks for on a page: keywords pressed, a search.
 *
 * @typedef {object} Wish
 * @property {string} id
 * @property {"list" | "keyword" | "find"} kind
 * @property {Hue} hue
 * @property {string[]} terms
 * @property {{ caseSensitive?: boolean, wholeWord?: boolean | "start", diacritics?: "ignore" | "exact" }} options
 */
/** @typedef {"lists" | Wish[]} What a page's script asks for the lists at work, or hands back the wishes it was given */
/** @typedef {{ terms: string[], layers: number[], options: Wish["options"] }} Question wishes with the same options, looked for at once */
/** @typedef {{ search: import("../../../engine.js").Search, layers: number[] }} Finder */

/** Longest text taken in one message, UTF-16 units. */
const LONGEST = 1 << 24;

/** Registers the port. */
export function start() {
  servePort("find", "content", (port) => new Conversation(port));
}

/** Answers one page, until it or this worker goes. */
class Conversation {
  /** @type {Promise<Finder[]> | null} */
  #finders = null;
  #port;

  /** @param {chrome.runtime.Port} port */
  constructor(port) {
    this.#port = port;
    port.onMessage.addListener((message) => this.#take(message));
    port.onDisconnect.addListener(() => this.#finders?.then((finders) => finders.forEach(({ search }) => search.free())));
  }

  /** @param {{ kind?: unknown, id?: unknown, text?: unknown, what?: unknown } | null} message from a page: anything may be in it */
  async #take(message) {
    const { kind, id, text, what } = message ?? {};
    if (kind === "what") this.#finders ??= this.#begin(what);
    if (kind !== "text" || typeof text !== "string" || text.length > LONGEST || !this.#finders) return;
    try {
      this.#say({ kind: "found", id, found: findAll(text, await this.#finders) });
    } catch (error) {
      this.#say({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param {unknown} what @returns {Promise<Finder[]>} */
  async #begin(what) {
    const wishes = what === "lists" ? wishesOf(await listsFor(this.#port.sender?.url, this.#port.sender?.tab?.incognito)) : readWishes(what);
    this.#say({ kind: "layers", layers: wishes.map(({ id, kind, hue }) => ({ id, kind, hue })) });
    const engine = await startedEngine();
    return questions(wishes).map(({ terms, layers, options }) => ({ search: engine.compile(terms, options), layers }));
  }

  /** @param {object} message */
  #say(message) {
    try {
      this.#port.postMessage(message);
    } catch {
      // The page is gone; nobody waits for the answer.
    }
  }
}

/** @param {WatchList[]} lists @returns {Wish[]} */
function wishesOf(lists) {
  return lists.map((list) => ({ id: list.id, kind: "list", hue: list.hue, terms: list.terms, options: searchOptions(list) }));
}

/**
 * Wishes as they came over a port, where they are well formed.
 *
 * @param {unknown} what
 * @returns {Wish[]}
 */
function readWishes(what) {
  const strings = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((item) => typeof item === "string");
  const given = Array.isArray(what) ? what : [];
  return given.filter((wish) => ["keyword", "find"].includes(wish?.kind) && typeof wish.id === "string" && strings(wish.terms) && typeof wish.options === "object");
}

/** Puts wishes with the same options together. @param {Wish[]} wishes @returns {Question[]} */
function questions(wishes) {
  /** @type {Map<string, Question>} */
  const asked = new Map();
  wishes.forEach(({ terms, options }, layer) => {
    const { caseSensitive = false, wholeWord = false, diacritics = "ignore" } = options;
    const key = JSON.stringify([caseSensitive, wholeWord, diacritics]);
    const question = asked.get(key) ?? { terms: [], layers: [], options: { caseSensitive, wholeWord, diacritics } };
    asked.set(key, question);
    for (const term of terms) {
      question.terms.push(term);
      question.layers.push(layer);
    }
  });
  return [...asked.values()];
}

/**
 * @param {string} text
 * @param {Finder[]} finders
 * @returns {Uint32Array} start, end and layer of each match, by start
 */
function findAll(text, finders) {
  const all = finders.map(({ search, layers }) => {
    const found = search.find(text);
    for (let at = 2; at < found.length; at += 3) found[at] = layers[found[at]];
    return found;
  });
  return all.length === 1 ? all[0] : all.reduce(merge, new Uint32Array());
}

/** Two lists of matches as one, by start. @param {Uint32Array} left @param {Uint32Array} right */
function merge(left, right) {
  const merged = new Uint32Array(left.length + right.length);
  let [l, r] = [0, 0];
  for (let at = 0; at < merged.length; at += 3) {
    const fromLeft = r >= right.length || (l < left.length && left[l] <= right[r]);
    merged.set(fromLeft ? left.subarray(l, (l += 3)) : right.subarray(r, (r += 3)), at);
  }
  return merged;
}
