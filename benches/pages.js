// The pages that extractors are timed on: real ones of all types and sizes, the same in every run.
import { join } from "node:path";
import { needsShared, shared } from "../tests/browser/harness.js";
import { ownPages, rows } from "../tests/browser/rows.js";

/** How many pages each corpus gives, taken at even steps. */
const FROM = { "wcxb-dev": 40, "readability-pages": 30, "zh-dev": 10 };

/** @returns {{ id: string, url: string | null, html: string }[]} our own pages where the corpora are absent */
export function pages() {
  if (needsShared) return ownPages().map((page) => ({ ...page, url: null }));
  return Object.entries(FROM).flatMap(([corpus, count]) => {
    const all = rows(join(shared, "corpora", `${corpus}.jsonl.gz`));
    return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]);
  });
}
