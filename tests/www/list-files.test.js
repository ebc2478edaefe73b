import assert from "node:assert/strict";
import { test } from "node:test";
import { readLists, writeLists } from "../../www/extension/common/list-files.js";

/** @type {import("../../www/extension/common/list-files.js").ListFile[]} */
const LISTS = [
  { name: "People, and places", hue: "pink", whole: "word", caseSensitive: true, terms: ['Marit "Mia" Solheim', "苏格兰", "a,b"] },
  { name: "Amounts", hue: "blue", whole: "start", caseSensitive: false, terms: ["€ 4 million"] },
];

for (const format of /** @type {const} */ (["csv", "json"])) {
  test(`${format} gives back what was written`, () => {
    assert.deepEqual(readLists(writeLists(LISTS, format), "file"), LISTS);
  });
}

test("text keeps names and words", () => {
  const back = readLists(writeLists(LISTS, "txt"), "file");
  assert.deepEqual(back.map(({ name, terms }) => ({ name, terms })), LISTS.map(({ name, terms }) => ({ name, terms })));
});

test("one word a line is a list; blank lines, doubles, a byte order mark and Windows line ends are no words", () => {
  assert.deepEqual(readLists("\uFEFFone\r\n\r\n  two \r\none\r\n", "mine"), [{ name: "mine", hue: "blue", whole: "word", caseSensitive: false, terms: ["one", "two"] }]);
});

test("five hundred lines are five hundred words", () => {
  const lines = Array.from({ length: 500 }, (_, at) => `word ${at}`);
  assert.equal(readLists(lines.join("\n"), "many")[0].terms.length, 500);
});

test("a JSON list of strings is a list; what is no word is left out; what is unknown takes its default", () => {
  assert.deepEqual(readLists('["a", "b"]', "file")[0].terms, ["a", "b"]);
  assert.deepEqual(readLists('{"lists":[{"name":5,"colour":"red","match":"x","terms":["a",7,null]},{"name":"empty","terms":[]}]}', "file"), [
    { name: "file", hue: "blue", whole: "word", caseSensitive: false, terms: ["a"] },
  ]);
  assert.throws(() => readLists("{", "file"), SyntaxError);
});

test("a file without words gives no list", () => {
  assert.deepEqual(readLists("", "file"), []);
  assert.deepEqual(readLists("null", "file")[0].terms, ["null"]);
});
