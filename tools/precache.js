// node tools/precache.js: writes www/precache.js, the list of what the web reader is made of, for its service worker.
// The version is a hash of all of it: the worker is new when any file is.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../www/", import.meta.url));

/** What of www is no part of the web reader: the extension, the drop-ins, types, the package's own file, other builds of the module. */
const ELSEWHERE = /^(extension|compat)\/|\.d\.ts$|^package\.json$|^README|^LICENSE|^precache\.js$|^sw\.js$|^wasm\/(?!full)|^(live|find|worker|calls\/(worker|engine-live))\.js$/;

/** @returns {string[]} paths in www, sorted */
function readerFiles() {
  const files = readdirSync(www, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/\/+/g, "/").slice(www.length)).filter((path) => !ELSEWHERE.test(path)).sort();
}

const hash = createHash("sha256");
const files = readerFiles();
for (const file of files) hash.update(file).update(readFileSync(`${www}${file}`));
const text = `// Made by tools/precache.js.\nexport const VERSION = "${hash.digest("hex").slice(0, 16)}";\nexport const FILES = ${JSON.stringify(files, null, 2)};\n`;
writeFileSync(`${www}precache.js`, text);
