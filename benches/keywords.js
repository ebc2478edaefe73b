// Keywords of texts natively, beside yake-rust, and beside yake and jieba in Python.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needsShared, shared } from "../tests/browser/harness.js";
import { rows } from "../tests/browser/rows.js";
import { mean, median, milliseconds, ofMeans } from "./figures.js";
import { growth, peers } from "./native.js";
import { corpus } from "./pages.js";

const PYTHON = fileURLToPath(new URL("keywords.py", import.meta.url));
/** Texts of each corpus, taken at even steps. */
const TEXTS = 60;
/** Characters of texts that grow, each twice the one before, to 20 MB. */
const LENGTHS = [1, 2, 4, 8, 16].map((times) => times * 1_250_000);

/** @typedef {{ id: string, lang: string, title: string, text: string }} Text */

/** @param {string} corpus @returns {Text[]} */
function texts(corpus) {
  const all = /** @type {any[]} */ (rows(join(shared, "corpora", `${corpus}.jsonl.gz`)));
  return Array.from({ length: Math.min(TEXTS, all.length) }, (_, at, count = Math.min(TEXTS, all.length)) => all[Math.floor((at * all.length) / count)]);
}

/** CPU times in Python, milliseconds a text. @param {string} peer @param {Text[]} rows @returns {number[]} */
function inPython(peer, rows) {
  const input = rows.map((row) => JSON.stringify(row)).join("\n");
  const { stdout, stderr, status } = spawnSync("python3", [PYTHON, peer], { input, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${peer} in Python stopped: ${stderr}`);
  return stdout.trim().split("\n").map(Number);
}

/** A text of so many characters, of all texts of a corpus in turn. @param {string} name @param {number} length @returns {Text} */
function textOf(name, length) {
  const all = /** @type {any[]} */ (rows(join(shared, "corpora", `${name}.jsonl.gz`)));
  const whole = all.map(({ text }) => text).join("\n");
  return { id: String(length), lang: all[0].lang, title: "", text: whole.repeat(Math.ceil(length / whole.length)).slice(0, length) };
}

/** @returns {AsyncGenerator<import("./figures.js").Figure>} */
export async function* run() {
  if (needsShared) return;
  for (const { lang, corpora, python, most } of [
    { lang: "English", corpora: ["keywords-en-dev"], python: "yake", most: 100 },
    { lang: "Chinese", corpora: ["keywords-zh-dev", "keywords-zh-news-dev"], python: "jieba", most: 300 },
  ]) {
    const given = corpora.flatMap(texts);
    const times = await peers("keywords", given);
    const ours = times.map(({ rubricate }) => rubricate);
    const characters = mean(given.map(({ text }) => [...text].length));
    yield { what: `keywords, native, ${lang} (${given.length} texts), a character`, ours: milliseconds(mean(ours)), value: (1e6 * mean(ours)) / characters, unit: "ns", most };
    if (lang === "English") yield ofMeans("keywords, native, English", "yake-rust", ours, times.map((row) => row["yake-rust"]), { most: 0.1 });
    yield ofMeans(`keywords, native beside Python, ${lang}`, python, ours, inPython(python, given));
    const longer = LENGTHS.map((length) => textOf(corpora[0], length));
    const { times: grown, steps, peak } = await growth("longer", longer);
    const [shown, last] = [grown[0], grown[grown.length - 1]].map(milliseconds);
    yield { what: `keywords, ${lang}, time of twice the text, to 20 million characters, at worst`, ours: last, theirs: `1.25 million ${shown}`, value: Math.max(...steps), most: 2.2 };
    const bytes = Buffer.byteLength(longer[longer.length - 1].text);
    yield { what: `keywords, ${lang}, most memory beside a text of 20 million characters, a byte of it`, ours: `${Math.round(peak / 1000)} MB`, value: (1024 * peak) / bytes, unit: "bytes" };
  }
  const pages = (await peers("share", corpus("wcxb-dev"))).map((row) => ({ all: row.rubricate, share: 1 - row["without keywords"] / row.rubricate }));
  const middle = pages.toSorted((a, b) => a.all - b.all).slice(Math.floor(pages.length * 0.45), Math.ceil(pages.length * 0.55));
  yield { what: `keywords, share of extraction on the median page of wcxb-dev (${pages.length})`, value: 100 * median(middle.map(({ share }) => share)), unit: "%", most: 50 };
}
