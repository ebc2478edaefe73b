import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, find, init, isReadable, keywords, RubricateError } from "../../www/index.js";
import { binaryNoise, long, nested, tagSoup } from "../hostile-pages.js";

const PAGE = "<title>Rain</title><article><h1>Rain</h1><p>The river rose through the night, and in the morning the town stood under water.</p></article>";

await init();
const GOOD = extract(PAGE);

/** An answer or a clear error, and the next page as ever. @param {string | Uint8Array<ArrayBuffer>} page */
function survives(page) {
  try {
    const article = extract(page, { markdown: true, setAside: true, explain: true });
    assert.equal(article.length, article.textContent.length);
  } catch (error) {
    assert.ok(error instanceof RubricateError && error.code !== "internal", String(error));
  }
  assert.deepEqual(extract(PAGE), GOOD);
}

test("empty pages and pages of one byte", () => {
  survives("");
  for (let byte = 0; byte < 256; byte++) survives(Uint8Array.of(byte));
});

test("binary noise", () => {
  for (const length of [2, 100, 10_000, 300_000]) survives(binaryNoise(length));
  for (const mark of [[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]]) survives(new Uint8Array([...mark, ...binaryNoise(999)]));
});

test("tag soup", () => {
  for (const pieces of [10, 1000, 50_000]) survives(tagSoup(pieces));
});

test("elements nested 100,000 deep take about ten times as long as 10,000, not a hundred times", () => {
  /** @param {string} tag @param {number} depth @returns {number} ms */
  const time = (tag, depth) => {
    const page = nested(depth, tag);
    const start = performance.now();
    survives(page);
    return performance.now() - start;
  };
  for (const tag of ["div", "b", "span", "table", "ul><li", "blockquote", "svg", "a", "font", "button", "p><noscript"]) {
    // A machine that is busy with something else is asked again.
    const ratios = [];
    while (ratios.length < 4 && !(Number(ratios.at(-1)) < 40)) ratios.push(time(tag, 100_000) / time(tag, 10_000));
    assert.ok(Number(ratios.at(-1)) < 40, `${tag}: ${ratios}`);
  }
});

test("a page of 20 MB is answered", () => {
  const page = long(20e6);
  assert.ok(extract(page).length > 10e6);
  assert.equal(isReadable(page), true);
  survives(page);
  assert.throws(() => extract(long(65 * 2 ** 20)), (/** @type {any} */ error) => error.code === "tooLarge");
});

test("texts that are no text", () => {
  for (const text of ["", "\0", "\ud800", "a".repeat(1e6), "字".repeat(1e6), tagSoup(1000)]) {
    assert.ok(Array.isArray(keywords(text)));
    assert.ok(find(text, ["a", "字", "\ud800", "", "\0"]).every(({ start, end }) => start < end && end <= text.length));
  }
});
