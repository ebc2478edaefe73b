import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needsShared, open, put, shared } from "./harness.js";
import { ownPages, rows } from "./rows.js";

/** Scripts stay enabled, but none of the page's own runs and nothing is fetched; no style sheet hides anything. */
const STATIC = { "content-security-policy": "default-src 'none'", "content-type": "text/html; charset=utf-8" };
const SEED_URL = "https://www.kankanews.com/detail/";

/** A tab with the calls of the package in it. */
async function tabWithCalls() {
  const tab = await open("/tests/browser/empty.html");
  await tab.evaluate(async () => {
    const rubricate = await import(/** @type {any} */ ("/index.js"));
    await rubricate.init();
    const { default: purify } = await import(/** @type {any} */ ("/node_modules/dompurify/dist/purify.es.mjs"));
    Object.assign(globalThis, { rubricate, purify });
  });
  return tab;
}

/**
 * Runs in the tab: what DOMPurify would change in the content of a page's article; null where nothing.
 *
 * @param {string} html
 */
function changed(html) {
  const { rubricate, purify } = /** @type {any} */ (globalThis);
  const { content } = rubricate.extract(html, { url: "https://news.example/a/b" });
  if (content === null) return { empty: true, change: null };
  const before = new DOMParser().parseFromString(content, "text/html").body;
  const after = purify.sanitize(content, { RETURN_DOM: true });
  if (before.isEqualNode(after)) return { empty: false, change: null };
  const removed = purify.removed.map((/** @type {any} */ one) => one.attribute?.name ?? one.element?.nodeName);
  return { empty: false, change: `${removed} in ${content.length} units` };
}

/** @param {{ id: string, html: string }[]} pages @returns {Promise<number>} how many have content */
async function assertPure(pages) {
  const tab = await tabWithCalls();
  let full = 0;
  for (const { id, html } of pages) {
    const { empty, change } = await tab.evaluate(changed, html);
    assert.equal(change, null, id);
    full += empty ? 0 : 1;
  }
  await tab.close();
  return full;
}

test("DOMPurify leaves the content of our own pages as it is", async () => {
  const pages = ownPages();
  assert.ok((await assertPure(pages)) > pages.length / 2);
});

test("DOMPurify leaves the content of real pages as it is", { skip: needsShared }, async () => {
  assert.ok((await assertPure(rows(join(shared, "corpora/readability-pages.jsonl.gz")))) > 100);
});

/** Passes every field of the seed's facts. @param {object} article */
function check(article) {
  const folder = mkdtempSync(join(tmpdir(), "rubricate-seed-"));
  const file = join(folder, "article.json");
  writeFileSync(file, JSON.stringify(article));
  try {
    execFileSync("python3", [join(shared, "seed/check.py"), join(shared, "seed/expected.json"), file]);
  } catch (error) {
    assert.fail(String(/** @type {any} */ (error).stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Both doors in one tab. @param {Awaited<ReturnType<typeof tabWithCalls>>} tab @param {string} html @param {object} options */
async function throughBothDoors(tab, html, options) {
  put("/framed.html", html, STATIC);
  return tab.evaluate(
    async (html, options) => {
      const { rubricate } = /** @type {any} */ (globalThis);
      const frame = document.createElement("iframe");
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      frame.src = "/framed.html";
      document.body.append(frame);
      await loaded;
      const articles = { live: rubricate.extract(frame.contentDocument, options), text: rubricate.extract(html, options) };
      frame.remove();
      return articles;
    },
    html,
    options,
  );
}

for (const name of ["semantic", "soup"]) {
  test(`the seed's facts through both doors: ${name}`, { skip: needsShared }, async () => {
    const html = readFileSync(join(shared, `seed/${name}.html`), "utf8");
    const tab = await tabWithCalls();
    const { live, text } = await throughBothDoors(tab, html, { url: SEED_URL, markdown: true, setAside: true });
    assert.deepEqual(live, text);
    check(text);
    await tab.close();
  });
}

test("both doors give the same articles of our own pages", async () => {
  const tab = await tabWithCalls();
  for (const { id, html } of ownPages()) {
    const { live, text } = await throughBothDoors(tab, html, { url: "https://news.example/a/b", markdown: true, setAside: true });
    assert.deepEqual(live, text, id);
  }
  await tab.close();
});
