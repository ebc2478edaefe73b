// Which files an extension's pages and background reach: what goes into the archive, and nothing else.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildSync } from "esbuild";

const ADDRESS = /new URL\(\s*"([^"]+)",\s*import\.meta\.url\s*\)/g;
const LINK = /<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"#:]+)"/g;

/**
 * @param {string} folder
 * @param {string[]} entries modules and HTML files, by path in `folder`
 * @returns {Set<string>} paths in `folder`: the entries, what they import, link to or name as an address beside them
 */
export function reachable(folder, entries) {
  /** @type {Set<string>} */
  const reached = new Set();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (path.endsWith(".html")) waiting.push(...named(folder, path, LINK));
    else if (path.endsWith(".js")) {
      for (const module of imported(folder, path)) {
        reached.add(module);
        waiting.push(...named(folder, module, ADDRESS));
      }
    }
  }
  return reached;
}

/** @param {string} folder @param {string} path of a module @returns {string[]} it, and all it imports, at once or later */
function imported(folder, path) {
  const { metafile } = buildSync({
    absWorkingDir: folder,
    entryPoints: [path],
    bundle: true,
    format: "esm",
    splitting: true,
    outdir: "unwritten",
    metafile: true,
    write: false,
    logLevel: "error",
  });
  return Object.keys(metafile.inputs);
}

/** @param {string} folder @param {string} path @param {RegExp} shape @returns {string[]} */
function named(folder, path, shape) {
  const text = readFileSync(join(folder, path), "utf8");
  return [...text.matchAll(shape)].map(([, address]) => relative("/", new URL(address, `file:///${path}`).pathname));
}
