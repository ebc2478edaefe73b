import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, find, init, isReadable, keywords, RubricateError } from "../../www/index.js";

const PARAGRAPH = "<p>The river rose through the night, and in the morning the lower streets of the town stood under water.</p>";
const PAGE = `<title>Rain</title><body><nav><a href=/>Home</a></nav><article><h1>Rain</h1>${PARAGRAPH.repeat(6)}</article>`;

/** @param {() => unknown} call @param {string} code @param {RegExp} [message] */
function refuses(call, code, message = /./) {
  assert.throws(call, (/** @type {any} */ error) => error instanceof RubricateError && error.code === code && message.test(error.message));
}

test("a call before init is refused", () => {
  refuses(() => extract(PAGE), "notReady", /init/);
  refuses(() => find("a", "a"), "notReady");
});

test("after init every call answers", async () => {
  await init();
  const article = extract(PAGE, { url: "https://news.example/rain" });
  assert.equal(article.title, "Rain");
  assert.match(article.textContent, /river rose/);
  assert.equal(article.length, article.textContent.length);
  assert.equal(isReadable(PAGE), true);
  assert.equal(isReadable("<p>short"), false);
  assert.ok(keywords(article, { limit: 3 }).length > 0);
});

test("a page without an article is an article without content", () => {
  for (const page of ["", " \n", "<title>Rain</title>", new Uint8Array()]) {
    const article = extract(page);
    assert.equal(article.content, null, JSON.stringify(page));
    assert.equal(article.length, 0);
  }
});

test("bytes are decoded by mark, header, meta, then UTF-8", () => {
  const gbk = new Uint8Array([...Buffer.from("<meta charset=gbk><title>"), 0xca, 0xd0, 0xce, 0xaf]);
  assert.equal(extract(gbk).title, "市委");
  assert.equal(extract(gbk.buffer).title, "市委");
  const big5 = new Uint8Array([...Buffer.from("<title>"), 0xa5, 0xab, 0xa9, 0x65]);
  assert.equal(extract(big5, { charset: "big5" }).title, "市委");
  assert.equal(extract(Buffer.from("\ufeff<title>市委"), { charset: "big5" }).title, "市委");
  assert.equal(extract(Buffer.from("<title>市委"), { charset: "no-such" }).title, "市委");
});

test("matches are in UTF-16 units", () => {
  assert.deepEqual(find("𠮷 Rain, rain", ["rain"]), [
    { start: 3, end: 7, termIndex: 0 },
    { start: 9, end: 13, termIndex: 0 },
  ]);
  assert.deepEqual(find("Rain, rain", "rain", { caseSensitive: true }), [{ start: 6, end: 10, termIndex: 0 }]);
  assert.deepEqual(find("abc", ["a\0b", "", "c"]), [{ start: 2, end: 3, termIndex: 2 }]);
  assert.deepEqual(find("abc", []), []);
});

test("whole words of scripts without spaces are the host's", () => {
  const text = "研究生命起源";
  const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].map((word) => word.segment);
  assert.ok(words.length > 1, `the host cuts ${words}`);
  for (const word of words) assert.equal(find(text, word, { wholeWord: true }).length, 1, word);
  assert.equal(find(text, words.join("").slice(1), { wholeWord: true }).length, 0);
});

test("an option that is not known, or of another type, is named", () => {
  refuses(() => extract(PAGE, /** @type {any} */ ({ keyword: 3 })), "badOption", /keyword\b/);
  refuses(() => extract(PAGE, /** @type {any} */ ({ markdown: "yes" })), "badOption", /markdown/);
  refuses(() => extract(PAGE, { keywords: -1 }), "badOption", /keywords/);
  refuses(() => extract(PAGE, { limits: /** @type {any} */ ({ width: 1 }) }), "badOption", /limits/);
  refuses(() => extract(PAGE, { limits: /** @type {any} */ (3) }), "badOption", /limits/);
  refuses(() => extract(PAGE, { root: "a:hover" }), "badOption", /root/);
  refuses(() => extract(PAGE, { root: /** @type {any} */ (3) }), "badOption", /root: expected a path/);
  refuses(() => extract(PAGE, { include: /** @type {any} */ ([3]) }), "badOption", /include/);
  refuses(() => extract(PAGE, /** @type {any} */ (3)), "badOption", /options/);
  refuses(() => extract(PAGE, { charset: /** @type {any} */ (1) }), "badOption", /charset/);
  refuses(() => find("a", "a", /** @type {any} */ ({ wholeWord: "end" })), "badOption", /wholeWord: expected true, false or "start"/);
  refuses(() => keywords("a", { lang: /** @type {any} */ (1) }), "badOption", /lang/);
});

test("what is no page and no text is refused", () => {
  for (const page of [null, undefined, 3, {}, [], () => ""]) refuses(() => extract(/** @type {any} */ (page)), "badInput");
  refuses(() => find(/** @type {any} */ (null), "a"), "badInput");
  refuses(() => find("a", /** @type {any} */ ([1])), "badInput");
  refuses(() => keywords(/** @type {any} */ (null)), "badInput");
});

test("a limit that is passed is an error that says by how much", () => {
  refuses(() => extract(PAGE, { limits: { bytes: 10 } }), "tooLarge", /10 .*\d{3}/);
  refuses(() => extract(PAGE, { limits: { nodes: 5 } }), "tooManyNodes", /5/);
  refuses(() => find("a", ["a", "b"], { limits: { terms: 1 } }), "tooManyTerms", /1 .*2/);
});
