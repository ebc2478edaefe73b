// A person's own highlights, for pages that are visited: read, made, and told of when they changed elsewhere.
import { stateKey } from "../../../reader/page-key.js";
import { store } from "../lists.js";
import { answer } from "../router.js";
import { tellPages } from "./tell.js";

/** @typedef {import("../../../reader/store.js").Highlight} Highlight */
/** @typedef {import("../../../anchors.js").Selectors} Selectors */

const HUES = new Set(["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"]);
/** Longest quote that is kept, UTF-16 units. */
const LONGEST = 20_000;

/** Registers what pages ask. */
export function start() {
  answer("own.list", "content", async ({ canonical }, sender) => (await store()).highlights(await keyOf(sender, canonical)));
  answer("own.make", "content", ({ canonical, hue, selectors }, sender) => make(sender, canonical, hue, selectors));
  answer("own.note", "content", ({ canonical, id, note }, sender) => keepNote(sender, canonical, id, note));
  answer("own.changed", "page", () => tellPages("own"));
}

/**
 * @param {import("../router.js").Sender} sender its address is the browser's word
 * @param {unknown} canonical what the page calls its own address
 */
function keyOf(sender, canonical) {
  return stateKey(typeof canonical === "string" ? canonical : null, sender.url ?? "", "");
}

/**
 * @param {import("../router.js").Sender} sender
 * @param {unknown} canonical
 * @param {unknown} hue
 * @param {unknown} selectors
 * @returns {Promise<Highlight>}
 */
async function make(sender, canonical, hue, selectors) {
  if (typeof hue !== "string" || !HUES.has(hue) || !areSelectors(selectors)) throw new Error("no highlight");
  const page = await keyOf(sender, canonical);
  const kept = await (await store()).highlights(page);
  const same = kept.find((one) => JSON.stringify(one.selectors) === JSON.stringify(selectors));
  const now = Date.now();
  /** @type {Highlight} */
  const highlight = same ?? { id: crypto.randomUUID(), page, hue: "yellow", note: "", selectors, created: now, changed: now };
  const made = { ...highlight, hue: /** @type {Highlight["hue"]} */ (hue), changed: now };
  await (await store()).putHighlight(made);
  return made;
}

/**
 * Keeps the note to a highlight of the page that asks.
 *
 * @param {import("../router.js").Sender} sender
 * @param {unknown} canonical
 * @param {unknown} id
 * @param {unknown} note
 */
async function keepNote(sender, canonical, id, note) {
  const kept = await (await store()).highlights(await keyOf(sender, canonical));
  const highlight = kept.find((one) => one.id === id);
  if (!highlight || typeof note !== "string" || note.length > LONGEST) throw new Error("no note");
  await (await store()).putHighlight({ ...highlight, note, changed: Date.now() });
}

/** @param {any} value from a page @returns {value is Selectors} */
function areSelectors(value) {
  const { quote, position } = value ?? {};
  const strings = [quote?.exact, quote?.prefix, quote?.suffix];
  return strings.every((part) => typeof part === "string" && part.length <= LONGEST) && Number.isInteger(position?.start) && Number.isInteger(position?.end);
}
