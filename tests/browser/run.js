// node --test-reporter=spec tests/browser/run.js chromium|firefox [part of a file's name]
// Runs *.test.js of this folder (in Firefox, *.both.test.js only) in one process, so that the browser starts once.
import { readdirSync } from "node:fs";
import { after } from "node:test";

const [browser = "chromium", part = ""] = process.argv.slice(2);
process.env.BROWSER = browser;
const { end } = await import("./harness.js");

const ending = browser === "firefox" ? ".both.test.js" : ".test.js";
const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(ending) && name.includes(part));
if (files.length === 0) throw new Error(`no file here ends in ${ending} and holds ${JSON.stringify(part)}`);

after(end);
for (const file of files.sort()) await import(`./${file}`);
