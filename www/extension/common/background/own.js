// A person's own highlights, for pages that are visited: read, made, and told of when they changed elsewhere.
import { stateKey } from "../../../reader/page-key.js";
import { answer } from "../router.js";
import { store } from "../store.js";
import { tellPages } from "./tell.js";

/** @typedef {import("../../../reader/store.js").Highlight} Highlight */
/** @typedef {import("../../../anchors.js").Selectors} Selectors */

const HUES = new Set(["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"]);
/** Longest quote that is kept, UTF-16 units. */
const LONGEST = 20_000;

/** Registers what pages ask. */
export function start() {
  answer("own.list", "content", async ({ canonical }, sender) => (await storeOf(sender)).highlights(await keyOf(sender, canonical)));
  answer("own.make", "content", make);
  answer("own.note", "content", keepNote);
  answer("own.changed", "page", () => tellPages("own"));
}

/** @param {import("../router.js").Sender} sender */
function storeOf(sender) {
  return store(sender.tab?.incognito);
}

/**
 * @param {import("../router.js").Sender} sender its address is the browser's word
 * @param {unknown} canonical what the page calls its own address
 */
function keyOf(sender, canonical) {
  return stateKey(typeof canonical === "string" ? canonical : null, sender.url ?? "", "");
}

/**
 * Keeps a highlight of the page that asks: a new one, or one that it has in another colour or of another extent.
 *
 * @param {Record<"canonical" | "hue" | "selectors" | "known", unknown>} asked `known` is the id of one that the page has
 * @param {import("../router.js").Sender} sender
 * @returns {Promise<Highlight>}
 */
async function make({ canonical, hue, selectors, known }, sender) {
  if (typeof hue !== "string" || !HUES.has(hue) || !areSelectors(selectors)) throw new Error("no highlight");
  const page = await keyOf(sender, canonical);
  const opened = await storeOf(sender);
  const kept = await opened.highlights(page);
  const same = kept.find((one) => one.id === known) ?? kept.find((one) => JSON.stringify(one.selectors) === JSON.stringify(plain(selectors)));
  const now = Date.now();
  /** @type {Highlight} */
  const highlight = same ?? { id: crypto.randomUUID(), page, hue: "yellow", note: "", selectors, created: now, changed: now };
  const made = { ...highlight, selectors: plain(selectors), hue: /** @type {Highlight["hue"]} */ (hue), changed: now };
  await opened.putHighlight(made);
  return made;
}

/**
 * Keeps the note to a highlight of the page that asks.
 *
 * @param {Record<"canonical" | "id" | "note", unknown>} asked
 * @param {import("../router.js").Sender} sender
 */
async function keepNote({ canonical, id, note }, sender) {
  const opened = await storeOf(sender);
  const kept = await opened.highlights(await keyOf(sender, canonical));
  const highlight = kept.find((one) => one.id === id);
  if (!highlight || typeof note !== "string" || note.length > LONGEST) throw new Error("no note");
  await opened.changeHighlight(highlight, { note });
}

/** What belongs to selectors, and nothing else. @param {Selectors} selectors @returns {Selectors} */
function plain({ quote: { exact, prefix, suffix }, position: { start, end } }) {
  return { quote: { exact, prefix, suffix }, position: { start, end } };
}

/** @param {any} value from a page @returns {value is Selectors} */
function areSelectors(value) {
  const { quote, position } = value ?? {};
  const strings = [quote?.exact, quote?.prefix, quote?.suffix];
  return strings.every((part) => typeof part === "string" && part.length <= LONGEST) && Number.isInteger(position?.start) && Number.isInteger(position?.end);
}
