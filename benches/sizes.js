// What a page downloads, after Brotli at its strongest.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const www = new URL("../www/", import.meta.url);

/** Builds of the module, each with what it may weigh, KB. @type {[string, string, number][]} */
const BUILDS = [
  ["the whole module", "wasm/full_bg.wasm", 290],
  ["./live, without html5ever", "wasm/live_bg.wasm", 150],
  ["./find, the finder alone", "wasm/find_bg.wasm", 110],
];

/** @param {URL} file @returns {number} KB after Brotli */
function compressed(file) {
  return brotliCompressSync(readFileSync(file)).length / 1000;
}

/** The modules that `entry` loads, itself the first. @param {URL} entry @param {Set<string>} seen @returns {URL[]} */
function modules(entry, seen = new Set()) {
  if (seen.has(entry.href)) return [];
  seen.add(entry.href);
  const imports = readFileSync(entry, "utf8").matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)";/gm);
  return [entry, ...[...imports].flatMap(([, path]) => modules(new URL(path, entry), seen))];
}

/** @returns {AsyncGenerator<import("./figures.js").Figure>} */
export async function* run() {
  for (const [what, file, most] of BUILDS) {
    if (existsSync(new URL(file, www))) yield { what: `after brotli: ${what}`, value: compressed(new URL(file, www)), unit: "KB", most };
  }
  for (const entry of ["index.js", "live.js", "find.js"]) {
    const script = modules(new URL(entry, www)).reduce((sum, file) => sum + compressed(file), 0);
    yield { what: `after brotli: ${entry} and what it imports`, value: script, unit: "KB" };
  }
  yield { what: "after brotli: the reader's first load, without the module", value: readerFirst(), unit: "KB" };
  const peer = new URL("../node_modules/@mozilla/readability/Readability.js", import.meta.url);
  yield { what: "after brotli: Readability.js 0.6.0", value: compressed(peer), unit: "KB" };
}

/** What the web reader loads before it shows anything, KB after Brotli. */
function readerFirst() {
  const page = new URL("index.html", www);
  const sheets = [...readFileSync(page, "utf8").matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, path]) => new URL(path, www));
  const seen = new Set();
  const scripts = ["reader/web.js", "reader/store.js", "reader/arrivals.js", "reader/i18n/en.js", "vendor/idb.js"].flatMap((path) => modules(new URL(path, www), seen));
  return [page, ...sheets, ...scripts].reduce((sum, file) => sum + compressed(file), 0);
}
