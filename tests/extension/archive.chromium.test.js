// The archives for the stores.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const file = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ARCHIVES = ["dist/rubricate-chromium.zip", "dist/rubricate-firefox.zip"];
const LIMIT = 1.2e6;

test("the archives are the same from run to run, and small enough", () => {
  const before = ARCHIVES.map((path) => readFileSync(file(path)));
  execFileSync(process.execPath, [file("tools/extension.js")]);
  ARCHIVES.forEach((path, at) => {
    assert.ok(before[at].equals(readFileSync(file(path))), path);
    assert.ok(before[at].length <= LIMIT, `${path}: ${before[at].length} bytes`);
  });
});

test("scripts for visited pages hold no wasm and no list of words; every language has every message", () => {
  for (const name of ["page", "live"]) assert.doesNotMatch(readFileSync(file(`dist/chromium/content/${name}.js`), "utf8"), /WebAssembly|indexedDB/);
  const messages = ["en", "zh_CN", "zh_TW", "ja"].map((tag) => JSON.parse(readFileSync(file(`dist/chromium/_locales/${tag}/messages.json`), "utf8")));
  for (const other of messages) assert.deepEqual(Object.keys(other), Object.keys(messages[0]));
});
