// What is timed: pages and texts of the corpora, the same in every run.
import { join } from "node:path";
import { shared } from "../tests/browser/harness.js";
import { rows } from "../tests/browser/rows.js";

/**
 * The rows of a corpus; PAGES=n takes n of them at even steps, for a quick look.
 *
 * @param {string} corpus
 * @returns {{ id: string, url: string | null, html: string }[]}
 */
export function corpus(corpus) {
  const all = rows(join(shared, "corpora", `${corpus}.jsonl.gz`));
  const count = Math.min(Number(process.env.PAGES ?? Infinity), all.length);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]);
}

/** Sizes of pages that grow from 10 KB to 20 MB, each twice the one before. */
export const SIZES = Array.from({ length: 12 }, (_, at) => 10_000 * 2 ** at);

/** A page of about so many bytes with something of everything, no two paragraphs alike. @param {number} bytes */
export function pageOf(bytes) {
  const parts = [];
  for (let length = 0, n = 0; length < bytes; n++) {
    const part = section(n);
    parts.push(part);
    length += part.length;
  }
  return `<!doctype html><html lang="en"><title>Rivers</title><nav><a href="/">Home</a></nav><article><h1>Rivers</h1>${parts.join("")}</article><footer>Imprint</footer>`;
}

/** @param {number} n */
function section(n) {
  const paragraph = `<p>On day ${n} it rained all night, and in the morning the <b>river</b> stood ${n % 97} feet above the <a href="/mark/${n}">mark</a> of the old bridge, said the keeper of mill ${n}.</p>`;
  const extras = [
    `<h2>Day ${n}</h2>`,
    `<ul><li>Mill ${n} stood still.<li>The <i>ferry</i> of place ${n} did not go.</ul>`,
    `<figure><img src="/${n}.jpg" alt="River ${n}" width="600" height="400"><figcaption>The river on day ${n}. Photo: Ann Bell</figcaption></figure>`,
    `<table><tr><th>Place<th>Feet<tr><td>Bridge ${n}<td>${n % 89}</table>`,
    `<aside><h3>Related</h3><a href="/story/${n}">Story ${n} of the river</a></aside>`,
    `<blockquote><p>Nobody in place ${n} has seen it so high.</p></blockquote>`,
  ];
  return `${n % 4 === 0 ? extras[(n / 4) % extras.length] : ""}${paragraph}\n`;
}
