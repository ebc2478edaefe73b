// What a page downloads, after Brotli at its strongest.
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const www = new URL("../www/", import.meta.url);

/** @param {URL} file @returns {number} bytes after Brotli */
function compressed(file) {
  return brotliCompressSync(readFileSync(file)).length;
}

/** The modules that `entry` loads, itself the first. @param {URL} entry @param {Set<string>} seen @returns {URL[]} */
function modules(entry, seen = new Set()) {
  if (seen.has(entry.href)) return [];
  seen.add(entry.href);
  const imports = readFileSync(entry, "utf8").matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)";/gm);
  return [entry, ...[...imports].flatMap(([, path]) => modules(new URL(path, entry), seen))];
}

/** Prints the sizes of each build and each entry, and of Readability.js beside them. */
export function print() {
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  for (const name of readdirSync(new URL("wasm/", www)).filter((file) => file.endsWith(".wasm"))) {
    console.log(`${`wasm/${name}`.padEnd(44)} ${kilobytes(compressed(new URL(`wasm/${name}`, www)))}`);
  }
  const script = modules(new URL("index.js", www)).reduce((sum, file) => sum + compressed(file), 0);
  console.log(`${"index.js and what it imports".padEnd(44)} ${kilobytes(script)}`);
  const first = ["reader/web.js", "reader/store.js", "reader/arrivals.js", "reader/i18n/en.js", "vendor/idb.js"];
  const page = new URL("index.html", www);
  const sheets = [...readFileSync(page, "utf8").matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, path]) => new URL(path, www));
  const seen = new Set();
  const reader = [page, ...sheets, ...first.flatMap((path) => modules(new URL(path, www), seen))].reduce((sum, file) => sum + compressed(file), 0);
  console.log(`${"the reader's first load, without the module".padEnd(44)} ${kilobytes(reader)}`);
  const peer = new URL("../node_modules/@mozilla/readability/Readability.js", import.meta.url);
  console.log(`${"Readability.js 0.6.0".padEnd(44)} ${kilobytes(compressed(peer))}`);
}
