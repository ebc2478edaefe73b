import assert from "node:assert/strict";
import { test } from "node:test";
import { pageCount } from "../../www/reader/page-count.js";

/** @type {[string, string, string, number | null][]} what is tried, the second page, the source, how many */
const CASES = [
  ["a number in the search", "https://a.example/story?page=2", '<a href="/story?page=2">2</a><a href="/story?page=3">3</a><a href="/story?page=14">last</a>', 14],
  ["among other parameters", "https://a.example/story?id=7&page=2", '<a href="?id=7&amp;page=2">2</a><a href="?id=7&amp;page=4">4</a>', 4],
  ["at the end of a name", "https://a.example/news/t2020_2.html", '<a href="t2020_2.html">2</a><a href="t2020_3.html">3</a>', 3],
  ["a name of its own", "https://a.example/news/story/2", '<a href="/news/story/2">2</a> <a href="/news/story/3/">3</a><a href="/news/story/3">3</a>', 3],
  ["the second alone", "https://a.example/story?page=2", '<a href="/story?page=2">Next</a>', 2],
  ["other stories with numbers", "https://a.example/story-2", '<a href="/story-2">Next</a><a href="/other-9">9</a>', 2],
  ["years are no pages", "https://a.example/story?page=2", '<a href="/story?page=2">2</a><a href="/story?page=2019">2019</a>', 2],
  ["no number", "https://a.example/story/next", '<a href="/story/next">Next</a>', null],
];

for (const [name, next, source, count] of CASES) {
  test(`pages are counted: ${name}`, () => {
    assert.equal(pageCount(source, next), count);
    assert.equal(pageCount(new TextEncoder().encode(source), next), count);
  });
}
