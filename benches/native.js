// Extraction natively, beside other Rust extractors, and how its time grows with the page: the package `peers` times them, one process for all.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { needsShared } from "../tests/browser/harness.js";
import { milliseconds, ofMeans } from "./figures.js";
import { corpus, pageOf, SIZES } from "./pages.js";

const PEERS = fileURLToPath(new URL("../target/peers/release/peers", import.meta.url));

/**
 * CPU times of rows, in milliseconds by way.
 *
 * @param {string} what `pages`, `growth`, `share`, `keywords` or `longer`
 * @param {Iterable<object>} rows
 * @returns {Promise<Record<string, number>[]>}
 */
export async function peers(what, rows) {
  const child = spawn(PEERS, [what], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const times = [];
  for (const row of rows) {
    if (!child.stdin.write(`${JSON.stringify(row)}\n`)) await once(child.stdin, "drain");
    const { value, done } = await answers.next();
    if (done) throw new Error(`the peers stopped at row ${times.length}`);
    times.push(JSON.parse(value));
  }
  child.stdin.end();
  await ended;
  return times;
}

/**
 * How our time grows over rows that are each twice the one before: of each row the least of five rounds, since what else the
 * machine does can only add to it. A process for each, so that the memory of one is not that of another.
 *
 * @param {"growth" | "longer"} what
 * @param {object[]} rows
 * @returns {Promise<{ times: number[], steps: number[], peak: number }>} milliseconds; each time by the one before; kilobytes that the last row took
 */
export async function growth(what, rows) {
  /** @type {Record<string, number>[][]} */
  const rounds = [];
  for (let round = 0; round < 5; round++) {
    const took = [];
    for (const row of rows) took.push(...(await peers(what, [row])));
    rounds.push(took);
  }
  const times = rows.map((_, at) => Math.min(...rounds.map((took) => took[at].rubricate)));
  return { times, steps: times.slice(1).map((time, at) => time / times[at]), peak: rounds[0][rows.length - 1].peak };
}

/** @returns {AsyncGenerator<import("./figures.js").Figure>} */
export async function* run() {
  if (!needsShared) {
    const rows = await peers("pages", corpus("wcxb-dev"));
    const times = (/** @type {string} */ name) => rows.map((row) => row[name]);
    const what = `native, mean CPU time per page of wcxb-dev (${rows.length} pages)`;
    yield ofMeans(what, "rs-trafilatura", times("rubricate"), times("rs-trafilatura"), { most: 0.25 });
    yield ofMeans(what, "dom_smoothie", times("rubricate"), times("dom_smoothie"), { most: 1.5 });
    yield ofMeans("the same without keywords", "dom_smoothie", times("without keywords"), times("dom_smoothie"));
  }
  const { times, steps } = await growth("growth", SIZES.map((bytes) => ({ html: pageOf(bytes) })));
  const at = steps.indexOf(Math.max(...steps));
  yield {
    what: "native, time of twice the page, 10 KB to 20 MB, at worst",
    ours: milliseconds(times[at + 1]),
    theirs: `${SIZES[at] / 1000} KB ${milliseconds(times[at])}`,
    value: steps[at],
    most: 2.2,
  };
}
