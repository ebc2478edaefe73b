// The contrast of every pair of colours that the reader puts together, computed from its style sheet (WCAG 2.2, 1.4.3 and 1.4.11).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../www/reader/colours.css", import.meta.url), "utf8");
const HUES = ["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"];

/** @param {string} block @returns {Record<string, string>} */
function properties(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const both = properties(css.slice(0, css.indexOf("}")));
const pick = (/** @type {number} */ at) => Object.fromEntries(Object.entries(both).map(([name, value]) => [name, /light-dark\((.+), (.+)\)/.exec(value)?.[at] ?? value]));
const light = pick(1);
/** @type {Record<string, Record<string, string>>} */
const themes = { light, dark: pick(2), sepia: { ...light, ...properties(css.slice(css.indexOf('"sepia"'), css.indexOf(".hue-"))) } };

/** Relative luminance (WCAG 2.2). @param {string} colour */
function luminance(colour) {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What is written on what, and the least it must reach. @type {[string, string, number][]} */
const PAIRS = [
  ...["page", "surface", "raised"].flatMap((ground) => ["text", "link", "muted"].map((ink) => /** @type {[string, string, number]} */ ([ink, ground, 4.5]))),
  ["accent", "page", 4.5],
  ["on-accent", "accent", 4.5],
  ["danger", "page", 4.5],
  ["text", "find", 5.4],
  ["on-current", "current", 4.5],
  ["text", "spoken", 4.5],
  ["edge", "page", 3],
  ["edge", "raised", 3],
  ...HUES.flatMap((hue) => /** @type {[string, string, number][]} */ ([
    ["text", hue, 5.4],
    [`${hue}-line`, "page", 4.5],
    [`${hue}-line`, hue, 3],
    ["page", `${hue}-line`, 4.5],
  ])),
];

for (const [theme, colours] of Object.entries(themes)) {
  test(`every colour pair of the ${theme} theme has its contrast`, () => {
    const weak = PAIRS.filter(([ink, ground, least]) => contrast(colours[ink], colours[ground]) < least).map(([ink, ground, least]) => `${ink} on ${ground}: ${contrast(colours[ink], colours[ground]).toFixed(2)} < ${least}`);
    assert.deepEqual(weak, []);
  });
}

test("every colour of a theme is one", () => {
  for (const colours of Object.values(themes)) for (const name of new Set(PAIRS.flatMap(([ink, ground]) => [ink, ground]))) assert.match(colours[name], /^#[0-9a-f]{6}$/, name);
});
