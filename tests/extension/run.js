// node --test-reporter=spec tests/extension/run.js chromium|firefox [part of a file's name]
// Runs *.both.test.js and those of the one browser on the built extension, in one process; `make extension` first.
import { readdirSync } from "node:fs";
import { after } from "node:test";
import { end } from "../browser/harness.js";

const [browser = "chromium", part = ""] = process.argv.slice(2);
process.env.BROWSER = browser;
const ending = new RegExp(`\\.(both|${browser})\\.test\\.js$`);
const files = readdirSync(new URL(".", import.meta.url)).filter((name) => ending.test(name) && name.includes(part));
if (files.length === 0) throw new Error(`no test for ${browser} holds ${JSON.stringify(part)}`);

after(end);
for (const file of files.sort()) await import(`./${file}`);
