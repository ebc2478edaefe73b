// A highlight is found again by its quote and its position, on the same text and on a changed one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Squeezed, describe, locate } from "../../www/anchors.js";

const TEXT = "The ferry left at ten.\nNobody saw the ferry come back, and the bell was silent.\nThe ferry left at noon.";

/** @param {string} text @param {string} part @param {number} [from] */
function described(text, part, from = 0) {
  const start = text.indexOf(part, from);
  return describe(text, start, start + part.length);
}

/** @param {string} text @param {import("../../www/anchors.js").Selectors} selectors */
function found(text, selectors) {
  const span = locate(new Squeezed(text), selectors);
  return span && text.slice(span.start, span.end);
}

test("each of several equal quotes is found where it was made", () => {
  for (const from of [0, 24, 60]) {
    const selectors = described(TEXT, "ferry", from);
    const { start, end } = selectors.position;
    assert.deepEqual(locate(new Squeezed(TEXT), selectors), { start, end });
  }
});

test("context decides where positions moved", () => {
  const selectors = described(TEXT, "ferry left", 60);
  const moved = `A new first paragraph that is rather long.\n${TEXT}\nAnd a last one.`;
  const span = locate(new Squeezed(moved), selectors);
  assert.equal(span?.start, moved.lastIndexOf("ferry left"));
});

test("white space and invisible characters do not count", () => {
  const selectors = described(TEXT, "Nobody saw the ferry come back");
  assert.equal(found(TEXT.replace("saw the", "saw\n   the").replace("ferry come", "fer\u00ADry\u00A0come"), selectors), "Nobody saw\n   the fer\u00ADry\u00A0come back");
});

test("a quote over two blocks is found in either layout", () => {
  const selectors = described(TEXT, "at ten.\nNobody");
  assert.equal(found(TEXT.replace("\n", "\n\n\n"), selectors), "at ten.\n\n\nNobody");
});

test("a quote that was edited is found by its closest wording", () => {
  const selectors = described(TEXT, "Nobody saw the ferry come back, and the bell was silent.");
  const edited = TEXT.replace("silent", "quiet").replace("Nobody", "No one");
  assert.equal(found(edited, selectors), "No one saw the ferry come back, and the bell was quiet.");
});

test("a quote that is gone is not found", () => {
  assert.equal(found("Something else altogether stands here now.", described(TEXT, "the bell was silent")), null);
  assert.equal(found("", described(TEXT, "ferry")), null);
  assert.equal(found(TEXT, { quote: { exact: " ", prefix: "", suffix: "" }, position: { start: 0, end: 1 } }), null);
});

test("Chinese quotes are found among equal ones", () => {
  const text = "会议指出,要坚持依法防控。会议指出,要加强引导。会议强调,要坚持。";
  const second = described(text, "会议指出", 3);
  assert.equal(locate(new Squeezed(`记者报道。${text}`), second)?.start, `记者报道。${text}`.lastIndexOf("会议指出"));
});

test("a hostile text is answered: few of its many places are compared", () => {
  const text = "a".repeat(200_000);
  const selectors = { quote: { exact: `${"a".repeat(500)}b${"a".repeat(499)}`, prefix: "a".repeat(32), suffix: "" }, position: { start: 0, end: 1000 } };
  const found = locate(new Squeezed(text), selectors);
  assert.ok(found && found.start < 1000);
});
