// node tools/precache.js: writes www/precache.js, the list of what the web reader is made of, for its service worker.
// The version is a hash of all of it: the worker is new when any file is.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../www/", import.meta.url));

/** Files beside the folders that are taken whole. */
const ALONE = ["index.html", "manifest.webmanifest", "index.js", "engine.js", "error.js", "page.js", "anchors.js", "messages.js", "engine.worker.js", "wasm/full.js", "wasm/full_bg.wasm", "vendor/idb.js"];
const FOLDERS = ["reader", "icons", "page"];

/** @returns {string[]} paths in www, sorted */
export function readerFiles() {
  const inside = FOLDERS.flatMap((folder) => readdirSync(`${www}${folder}`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(www.length)));
  return [...ALONE, ...inside].sort();
}

const hash = createHash("sha256");
const files = readerFiles();
for (const file of files) hash.update(file).update(readFileSync(`${www}${file}`));
const text = `// Made by tools/precache.js.\nexport const VERSION = "${hash.digest("hex").slice(0, 16)}";\nexport const FILES = ${JSON.stringify(files, null, 2)};\n`;
writeFileSync(`${www}precache.js`, text);
