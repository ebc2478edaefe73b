// The highlighter beside mark.js, advanced-mark.js and the hand-written optimum: processor time of the main thread in one Chromium
// tab, rounds interleaved, medians. Texts are those of ../shared/corpora.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, gunzipSync } from "node:zlib";
import { open, put, shared } from "../../tests/browser/harness.js";
import { median } from "../figures.js";

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

/** What a page runs, by name; see page.js. @typedef {(name: string, ...given: any[]) => Promise<any>} Call */
/** Milliseconds of the page's thread that some work takes: in scripts alone, and in all. @typedef {(work: () => Promise<any>) => Promise<{ script: number, task: number }>} Clock */

/** @param {import("puppeteer-core").Page} page @returns {Promise<Clock>} */
async function clockOf(page) {
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
    return { script: of("ScriptDuration"), task: of("TaskDuration") };
  };
  return async (work) => {
    const before = await read();
    await work();
    const after = await read();
    return { script: after.script - before.script, task: after.task - before.task };
  };
}

/**
 * One way of a row.
 *
 * @typedef {{ count: number, times: number[], frames: number[] }} Result `times` in scripts, `frames` all that the frame after took, ms
 */
/** @param {Call} call @param {Clock} clock @param {Row} row @returns {Promise<Map<string, Result>>} by way */
async function race(call, clock, { text, terms, ways, rounds }) {
  await call("prepare", text, terms);
  // What goes on after a promise counts to no script, so beside slices all is measured as they are: with what the browser clears up after it.
  const measured = ways.includes("slices") ? "task" : "script";
  const results = new Map(ways.map((way) => [way, /** @type {Result} */ ({ count: 0, times: [], frames: [] })]));
  for (let round = 0; round < rounds; round++) {
    for (const [way, result] of results) {
      await call("frame");
      result.times.push((await clock(async () => (result.count = await call("go", way))))[measured]);
      result.frames.push((await clock(() => call("frame"))).task);
      await call("clear");
    }
  }
  return results;
}

/** @param {Call} call @param {Clock} clock @param {Row} row */
async function measure(call, clock, row) {
  const results = await race(call, clock, row);
  const of = (/** @type {string} */ way) => median(results.get(way)?.times ?? []);
  const ours = results.has("ours") ? "ours" : "slices";
  const cells = row.ways.map((way) => `${way} ${of(way).toFixed(1)} (${results.get(way)?.count})`);
  const hand = results.get("hand");
  if (hand) cells.push(`ours / hand ${(of(ours) / of("hand")).toFixed(2)}`, `frame after ${(median(results.get(ours)?.frames ?? []) / median(hand.frames)).toFixed(2)}`);
  for (const peer of ["mark", "advanced"]) if (results.has(peer)) cells.push(`${peer} / ours ${(of(peer) / of(ours)).toFixed(1)}`);
  console.log(`${row.name.padEnd(30)} ${cells.join("   ")}`);
}

/**
 * What changes of the page cost with marks painted and after they are cleared: the changes and their layout, and with the frame after
 * it beside the hand-written way's marks.
 *
 * @param {Call} call @param {Clock} clock @param {string} text
 */
async function measureChanges(call, clock, text) {
  await call("prepare", text, ["a"]);
  const change = async () => {
    await call("frame");
    return clock(() => call("change"));
  };
  /** @type {Record<string, number[]>} */
  const times = { plain: [], hand: [], ours: [], cleared: [], handFramed: [], oursFramed: [] };
  let count = 0;
  for (let round = 0; round < 9; round++) {
    times.plain.push((await change()).script);
    for (const way of ["hand", "ours"]) {
      count = await call("go", way);
      const { script, task } = await change();
      times[way].push(script);
      times[`${way}Framed`].push(task);
      await call("clear");
    }
    times.cleared.push((await change()).script);
  }
  const [plain, hand, ours, cleared, handFramed, oursFramed] = Object.values(times).map(median);
  const ratio = (/** @type {number} */ one, /** @type {number} */ other) => `× ${(one / other).toFixed(2)}`;
  console.log(
    `500 changes: plain ${plain.toFixed(1)} ms, with ${count} marks ${ratio(ours, plain)} (by hand ${ratio(hand, plain)}), after clear ` +
      `${ratio(cleared, plain)}; with the frame after ${ratio(oursFramed, handFramed)} of by hand`,
  );
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
  const clock = await clockOf(page);
  /** @type {Call} */
  const call = (name, ...given) => page.evaluate((name, ...given) => /** @type {any} */ (window).bench[name](...given), name, ...given);
  for (const row of wanted.filter(({ name }) => name.includes(part))) await measure(call, clock, row);
  if ("changes".includes(part)) await measureChanges(call, clock, wanted[1].text);
  printSize();
  await page.close();
}
