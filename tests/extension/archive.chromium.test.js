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

test("marked text keeps 4.5 : 1 on light pages and on dark ones", () => {
  const rules = [...readFileSync(file("dist/chromium/content/marks.css"), "utf8").matchAll(/::highlight\((\S+)\)\{background-color:(#\w+);color:(#\w+)/g)];
  assert.ok(rules.length >= 2 * (3 * 8 + 2), `${rules.length} rules with a fill`);
  for (const [, name, ground, ink] of rules) assert.ok(contrast(ground, ink) >= 4.5, `${name}: ${ink} on ${ground}`);
});

/** Relative luminance (WCAG 2.2). @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("scripts for visited pages hold no wasm and no list of words; every language has every message", () => {
  for (const name of ["page", "live"]) assert.doesNotMatch(readFileSync(file(`dist/chromium/content/${name}.js`), "utf8"), /WebAssembly|indexedDB/);
  const messages = ["en", "zh_CN", "zh_TW", "ja"].map((tag) => JSON.parse(readFileSync(file(`dist/chromium/_locales/${tag}/messages.json`), "utf8")));
  for (const other of messages) assert.deepEqual(Object.keys(other), Object.keys(messages[0]));
});
