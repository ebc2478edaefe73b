// Builds the extension: dist/chromium and dist/firefox to load as they are, and a zip of each for the stores.
// In the archive the files of www keep their places; manifest, languages and icons stand at the top as browsers want them.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { marksCss } from "./extension-marks.js";
import { reachable } from "./extension-reach.js";
import { zip } from "./zip.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const www = join(root, "www");
const common = join(www, "extension/common");

/** Where the reading of imports begins. */
const ENTRIES = ["background.js", "pages/reader.html", "pages/panel.html", "pages/options.html"].map((path) => `extension/common/${path}`);
/** What of www no extension has. */
const ELSEWHERE = /^(extension|compat)\//;
/** Scripts for visited pages: they cannot import, so each is one classic file. */
const CONTENT = ["page", "live"];
/** What stands at the top for the browser, not for an import. */
const ON_TOP = /^(manifest\.json$|_locales\/|icons\/\d+\.png$|content\/)/;
/** Most bytes of a zip. */
const LIMIT = 1_200_000;

/** @param {string} folder @returns {string[]} paths of the files below it, sorted */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/**
 * @param {string} name of the script
 * @param {string} folder the extension's, with all its sources
 * @returns {Uint8Array}
 */
function contentScript(name, folder) {
  const built = buildSync({
    entryPoints: [join(folder, `extension/common/content/${name}.js`)],
    inject: [join(folder, "extension/common/content/event-target.js")],
    bundle: true,
    charset: "utf8",
    format: "iife",
    target: "es2023",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    write: false,
  });
  return built.outputFiles[0].contents;
}

/** @param {string} platform @returns {Map<string, Uint8Array>} the files that stand in the sources as they go out, by path */
function sourcesFor(platform) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const path of filesOf(www)) {
    if (!ELSEWHERE.test(path)) files.set(path, readFileSync(join(www, path)));
  }
  for (const path of filesOf(common)) {
    const top = /^(_locales|icons)\//.test(path);
    files.set(top ? path : `extension/common/${path}`, readFileSync(join(common, path)));
  }
  files.set("manifest.json", readFileSync(join(www, "extension", platform, "manifest.json")));
  files.set("extension/common/webext.js", readFileSync(join(www, "extension", platform, "webext.js")));
  return files;
}

/** @param {string} platform */
function build(platform) {
  const folder = join(root, "dist", platform);
  rmSync(folder, { recursive: true, force: true });
  const files = sourcesFor(platform);
  write(folder, files);
  for (const name of CONTENT) files.set(`content/${name}.js`, contentScript(name, folder));
  files.set("content/marks.css", Buffer.from(marksCss(readFileSync(join(www, "reader/colours.css"), "utf8"))));
  const reached = reachable(folder, ENTRIES);
  for (const path of [...files.keys()]) if (!reached.has(path) && !ON_TOP.test(path)) files.delete(path);
  rmSync(folder, { recursive: true });
  write(folder, files);
  const archive = zip(files);
  const name = `dist/rubricate-${platform}.zip`;
  writeFileSync(join(root, name), archive);
  console.log(`${name}: ${files.size} files, ${archive.length} bytes`);
  if (archive.length > LIMIT) throw new Error(`${name} is larger than ${LIMIT} bytes`);
}

/** @param {string} folder @param {Map<string, Uint8Array>} files */
function write(folder, files) {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

for (const platform of ["chromium", "firefox"]) build(platform);
console.log(`
Chromium: open chrome://extensions, turn on "Developer mode", press "Load unpacked", choose ${join(root, "dist/chromium")}
Firefox:  open about:debugging#/runtime/this-firefox, press "Load Temporary Add-on…", choose ${join(root, "dist/rubricate-firefox.zip")}`);
