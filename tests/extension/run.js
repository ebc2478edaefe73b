// node tests/extension/run.js chromium|firefox [part of a file's name]
// Runs *.both.test.js and those of the one browser on the built extension, one file after the other, each in a process and a
// browser of its own; `make extension` first.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [browser = "chromium", part = ""] = process.argv.slice(2);
const folder = fileURLToPath(new URL(".", import.meta.url));
const ending = new RegExp(`\\.(both|${browser})\\.test\\.js$`);
const files = readdirSync(folder).filter((name) => ending.test(name) && name.includes(part));
if (files.length === 0) throw new Error(`no test for ${browser} holds ${JSON.stringify(part)}`);

const run = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=1", ...files.sort().map((name) => folder + name)], {
  env: { ...process.env, BROWSER: browser },
  stdio: "inherit",
});
process.exitCode = run.status ?? 1;
