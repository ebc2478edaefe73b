// The highlighter beside mark.js, advanced-mark.js and the hand-written optimum: synchronous time in one Chromium tab, rounds
// interleaved, medians. Texts are those of ../shared/corpora.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, gunzipSync } from "node:zlib";
import { open, put, shared } from "../../tests/browser/harness.js";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} text
 * @property {string[]} terms
 * @property {string[]} ways
 * @property {number} rounds
 */

/** @param {string} name @returns {string} the articles' text of a corpus, a paragraph a line */
function corpus(name) {
  const rows = gunzipSync(readFileSync(`${shared}/corpora/${name}.jsonl.gz`)).toString().trim().split("\n");
  const texts = rows.map((row) => JSON.parse(row)).filter(({ lang }) => name !== "wcxb-dev" || lang.startsWith("en"));
  return texts.map(({ expected }) => expected.textContent).join("\n").replace(/\n\s*/g, "\n");
}

/** @param {string} text @param {number} length in UTF-16 units; the text is repeated where it is shorter */
const cut = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** @param {string} text @param {number} count @returns {string[]} words of the text, from frequent ones to rare ones */
function wordsOf(text, count) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{4,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return spread([...counts].sort((a, b) => b[1] - a[1]), count);
}

/** @param {string} text @param {number} count @returns {string[]} runs of two to four ideographs that occur */
function runsOf(text, count) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [clause] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= clause.length; at += 3) {
      const run = clause.slice(at, at + 2 + (at % 3));
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return spread([...counts].sort((a, b) => b[1] - a[1]), count);
}

/** @param {[string, number][]} ranked @param {number} count @returns {string[]} every n-th, so that `count` are left */
function spread(ranked, count) {
  return Array.from({ length: count }, (_, at) => ranked[Math.floor(((at + 0.5) * ranked.length) / count)][0]);
}

/** @returns {Row[]} */
function rows() {
  const [english, chinese] = [corpus("wcxb-dev"), corpus("zh-dev")];
  const [short, middle, long, zh] = [cut(english, 50_000), cut(english, 500_000), cut(english, 5_000_000), cut(chinese, 500_000)];
  const hundred = wordsOf(middle, 100);
  const two = ["hand", "ours"];
  return [
    { name: "English 50,000 / 1", text: short, terms: hundred.slice(3, 4), ways: [...two, "mark", "advanced"], rounds: 31 },
    { name: "English 500,000 / 100", text: middle, terms: hundred, ways: two, rounds: 21 },
    { name: "English 500,000 / 100, peers", text: middle, terms: hundred, ways: ["ours", "mark", "advanced"], rounds: 1 },
    { name: "English 500,000 / 1,000", text: middle, terms: wordsOf(english, 1_000), ways: two, rounds: 15 },
    { name: "English 500,000 / 10,000", text: middle, terms: wordsOf(english, 10_000), ways: two, rounds: 9 },
    { name: "English 5,000,000 / 100", text: long, terms: hundred, ways: ["hand", "slices"], rounds: 5 },
    { name: "Chinese 500,000 / 100", text: zh, terms: runsOf(zh, 100), ways: two, rounds: 15 },
    { name: "Chinese 500,000 / 10,000", text: zh, terms: runsOf(chinese, 10_000), ways: two, rounds: 5 },
  ];
}

/** @param {import("puppeteer-core").Page} page @param {Row} row */
async function measure(page, { name, text, terms, ways, rounds }) {
  const results = await page.evaluate((...given) => /** @type {any} */ (window).bench.race(...given), text, terms, ways, rounds);
  /** @type {(way: string) => { ms: number, least: number, frame: number, count: number } | undefined} */
  const of = (way) => results.find((/** @type {{ way: string }} */ result) => result.way === way);
  const [ours, hand] = [of("ours") ?? of("slices"), of("hand")];
  const cells = results.map((/** @type {{ way: string, ms: number, count: number }} */ { way, ms, count }) => `${way} ${ms.toFixed(1)} (${count})`);
  if (ours && hand) cells.push(`ours / hand ${(ours.ms / hand.ms).toFixed(2)} (least ${(ours.least / hand.least).toFixed(2)}: ${ours.least.toFixed(1)} / ${hand.least.toFixed(1)})`, `frame after ${(ours.frame / hand.frame).toFixed(2)}`);
  const mark = of("mark");
  if (ours && mark) cells.push(`mark.js / ours ${(mark.ms / ours.ms).toFixed(0)}`);
  console.log(`${name.padEnd(30)} ${cells.join("   ")}`);
}

/** The size that highlighting alone adds to a page. */
function printSize() {
  const file = new URL("../../www/wasm/find_bg.wasm", import.meta.url);
  if (existsSync(file)) console.log(`./find: ${(brotliCompressSync(readFileSync(file)).length / 1000).toFixed(1)} KB of wasm after brotli`);
}

/** Prints the rows whose name holds `part`. @param {string} part */
export async function print(part) {
  if (!existsSync(`${shared}/corpora`)) return console.log("the highlighter's bench needs ../shared/corpora");
  const script = (/** @type {string} */ path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url));
  // Both make themselves known as `Mark`.
  const peers = [script("mark.js/dist/mark.min.js"), "\nwindow.MarkJs = Mark;\n", script("advanced-mark.js/dist/mark.min.js"), "\nwindow.AdvancedMark = Mark;\n"];
  put("/peers.js", peers.map(String).join(""), { "content-type": "text/javascript" });
  put("/bench/page.js", readFileSync(new URL("page.js", import.meta.url)), { "content-type": "text/javascript" });
  put("/bench.html", "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title><style>::highlight(hand) { background: gold }</style><body>");
  const page = await open("/bench.html");
  await page.bringToFront();
  await page.addScriptTag({ url: "/peers.js" });
  await page.evaluate(async () => void (/** @type {any} */ (window).bench = await import(/** @type {any} */ ("/bench/page.js"))));
  const wanted = rows();
  for (const row of wanted.filter(({ name }) => name.includes(part))) await measure(page, row);
  if ("changes".includes(part)) {
    const { count, plain, marked, cleared } = await page.evaluate((text) => /** @type {any} */ (window).bench.changes(text, "a", 9), wanted[1].text);
    console.log(`500 changes: plain ${plain.toFixed(1)} ms, with ${count} marks × ${(marked / plain).toFixed(2)}, after clear × ${(cleared / plain).toFixed(2)}`);
  }
  printSize();
  await page.close();
}
