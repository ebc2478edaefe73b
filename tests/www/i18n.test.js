// Every language says everything, with the same parts filled in.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES, chooseLanguage, loadLanguage } from "../../www/reader/i18n.js";
import { messages as english } from "../../www/reader/i18n/en.js";

/** The names that a message is filled with. @param {string | { one?: string, other: string }} message */
function names(message) {
  const forms = typeof message === "string" ? [message] : Object.values(message);
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))].sort();
}

test("there is a file for each language, and a language for each file", () => {
  const files = readdirSync(new URL("../../www/reader/i18n/", import.meta.url)).map((name) => name.replace(".js", ""));
  assert.deepEqual(files.sort(), Object.keys(LANGUAGES).sort());
});

for (const tag of Object.keys(LANGUAGES)) {
  test(`${tag} says all that English says`, async () => {
    const { messages } = await import(`../../www/reader/i18n/${tag}.js`);
    assert.deepEqual(Object.keys(messages), Object.keys(english));
    for (const [key, message] of Object.entries(english)) {
      assert.deepEqual(names(messages[key]), names(message), key);
      assert.equal(typeof messages[key], typeof message, key);
    }
  });
}

test("the best of our languages is chosen", () => {
  assert.equal(chooseLanguage(["fr", "zh-TW"]), "zh-Hant");
  assert.equal(chooseLanguage(["zh"]), "zh-Hans");
  assert.equal(chooseLanguage(["zh-HK"]), "zh-Hant");
  assert.equal(chooseLanguage(["ja-JP", "en"]), "ja");
  assert.equal(chooseLanguage(["en-GB"]), "en");
  assert.equal(chooseLanguage(["fr"]), "en");
  assert.equal(chooseLanguage([]), "en");
});

test("times keep the precision and the clock of the page", async () => {
  const { time } = await loadLanguage("zh-Hans");
  assert.equal(time("2020-01-26T20:27:50+08:00"), "2020年1月26日 20:27");
  assert.equal(time("2020-01"), "2020年1月");
  assert.equal(time("2020"), "2020年");
  assert.equal(time("soon"), "soon");
  assert.equal(time(null), "");
});

test("plurals and numbers are the language's own", async () => {
  const { t } = await loadLanguage("en");
  assert.equal(t("comments.count", { count: 1 }), "1 comment");
  assert.equal(t("comments.count", { count: 1200 }), "1,200 comments");
  assert.equal(t("find.none", { term: "{count}" }), "No match for “{count}”.");
});

test("names stand apart from each other in every language", async () => {
  for (const tag of Object.keys(LANGUAGES)) {
    const { list } = await loadLanguage(/** @type {import("../../www/reader/i18n.js").LanguageTag} */ (tag));
    assert.match(list(["周岚", "Ann Bell"]), /^周岚\P{L}+Ann Bell$/u, tag);
    assert.notEqual(list(["周岚", "陈宁"]), "周岚陈宁", tag);
  }
});

test("a term written from right to left does not turn the words around it", async () => {
  const { t } = await loadLanguage("en");
  assert.equal(t("find.none", { term: "بحر" }), "No match for “\u2068بحر\u2069”.");
});
