// Nothing leaves the machine and nothing of a page runs: policy, Trusted Types, pictures off, sizes, offline.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { giveFiles, goToReader, openReader, readSample, until, untilReady, watchRequests } from "./reader-steps.js";

const www = new URL("../../www/", import.meta.url);

const HOSTILE = `<!doctype html><html lang="en"><title>Hostile</title><meta property="og:title" content="&lt;img src=x onerror=hit('title')&gt;">
<script>hit("script")</script><body onload="hit('load')"><article><h1>Hostile</h1>
${'<p>A paragraph of ordinary words that is long enough to be the article of this page, and says nothing of interest to anybody.</p>'.repeat(5)}
<p><a href="javascript:hit('link')">a link</a> <img src="https://tracker.example/pixel.png" onerror="hit('error')" alt="far away"> <a href="data:text/html,<script>hit('data')</script>">data</a></p>
<p style="background:url(https://tracker.example/style.png)">styled <svg onload="hit('svg')"><script>hit('svg script')</script></svg> <iframe src="https://tracker.example/frame"></iframe></p>
<p><a id="headline" href="#rubricate" ping="https://tracker.example/ping">clobber</a> <form action="https://tracker.example/form"><input name="body"></form></p>
</article></body></html>`;

test("a hostile page: nothing runs, nothing is asked for, nothing of ours is replaced", async () => {
  const page = await openReader();
  await page.evaluate(() => Object.assign(window, { hits: [], hit: (/** @type {string} */ what) => /** @type {any} */ (window).hits.push(what) }));
  const asked = watchRequests(page);
  await giveFiles(page, [{ name: "hostile.html", text: HOSTILE }]);
  await untilReady(page);
  await page.keyboard.press("o");
  await page.waitForSelector(".panel .part");
  await page.click("#tab-about");
  await page.waitForSelector(".fact-list");
  for (const link of await page.$$(".body a")) await link.evaluate((found) => /** @type {HTMLElement} */ (found).click());
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).hits), []);
  assert.deepEqual(asked, []);
  assert.equal(await page.$eval("#headline", (found) => found.tagName), "H1");
  const kept = await page.$eval(".body", (body) => [...body.querySelectorAll("*")].flatMap((one) => [...one.attributes].map((attribute) => attribute.name)));
  assert.deepEqual(kept.filter((name) => name.startsWith("on") || name === "style" || name === "ping" || name === "srcdoc"), []);
  assert.equal(await page.$eval(".body", (body) => body.querySelectorAll("script, iframe, form, input, svg:not(.icon), style").length), 0);
  await page.close();
});

test("the policy refuses inline scripts, eval and strings of HTML", async () => {
  const page = await openReader();
  const refused = await page.evaluate(async () => {
    const outcome = [];
    // What a debugger evaluates may use eval; a task of the page's own may not.
    await new Promise((resolve) => setTimeout(resolve));
    /** @type {[string, () => unknown][]} */
    const attempts = [
      ["eval", () => (0, eval)("1")],
      ["html", () => (document.createElement("div").innerHTML = "<b>x</b>")],
      ["policy", () => /** @type {any} */ (window).trustedTypes.createPolicy("rubricate", {})],
      ["worker", () => new Worker("reader/app.js")],
    ];
    for (const [name, attempt] of attempts) {
      try {
        attempt();
        outcome.push(`${name} was let through`);
      } catch {
        // Refused, as it should be.
      }
    }
    const script = document.createElement("script");
    script.append("window.inline = true");
    try {
      document.head.append(script);
    } catch {
      // Refused, as it should be.
    }
    if ("inline" in window) outcome.push("inline script ran");
    return outcome;
  });
  assert.deepEqual(refused, []);
  await page.close();
});

test("the first load is at most 60 KB of HTML, CSS and JavaScript", async () => {
  const page = await openReader();
  /** @type {Set<string>} */
  const loaded = new Set();
  page.on("request", (request) => loaded.add(new URL(request.url()).pathname));
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
  await goToReader(page);
  const files = [...loaded].map((path) => (path === "/" ? "/index.html" : path)).filter((path) => /\.(html|css|js)$/.test(path) && path !== "/sw.js" && path !== "/precache.js");
  const bytes = files.reduce((sum, path) => sum + brotliCompressSync(readFileSync(new URL(`.${path}`, www))).length, 0);
  assert.ok(files.length > 10);
  assert.ok(bytes <= 60 * 1024, `${bytes} bytes in ${files.length} files`);
  await page.close();
});

test("everything the reader is made of is kept for reading offline", async () => {
  const { FILES } = await import("../../www/precache.js");
  const there = readdirSync(new URL("reader/", www), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  assert.ok(FILES.filter((file) => file.startsWith("reader/")).length === there);
  const page = await openReader();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true), { timeout: 20_000 });
  await goToReader(page);
  await until(page, () => navigator.serviceWorker.controller !== null);
  await page.setOfflineMode(true);
  await goToReader(page);
  await readSample(page, "en");
  await page.click(".chip[data-term]");
  await until(page, () => CSS.highlights.has("rubricate-keyword"));
  await page.setOfflineMode(false);
  assert.deepEqual(page.errors, []);
  await page.close();
});
