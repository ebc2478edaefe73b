import assert from "node:assert/strict";
import { test } from "node:test";
import { open, put } from "./harness.js";

const PARAGRAPH = "The river rose through the night, and in the morning the lower streets of the town stood under water.";
const ARTICLE = `<article><h1>Rain</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}</article>`;

/**
 * What `body`, a function's text, gives in a page of this markup; it is handed the calls of the package and `ready`, which
 * waits for the module.
 *
 * @param {string} html
 * @param {string} body
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 */
async function inPage(html, body, headers = {}) {
  put("/live.html", `<!doctype html><meta charset="utf-8">${html}`, { "content-type": "text/html; charset=utf-8", ...headers });
  const page = await open("/live.html");
  const value = await page.evaluate(`import("/index.js").then(async (rubricate) => { await rubricate.init(); ${body} })`);
  assert.deepEqual(page.errors, []);
  await page.close();
  return value;
}

test("what the browser does not display is not in the article", async () => {
  const html = `<style>.none { display: none } .unseen { visibility: hidden } .seen { visibility: visible } .contents { display: contents }</style>
    <title>Rain</title><article><h1>Rain</h1><p>${PARAGRAPH}</p>
    <div class="none"><p>not laid out <b>deep</b></p></div><div class="contents"><p>${PARAGRAPH} within contents</p></div>
    <div class="unseen"><p>not visible</p><p class="seen">${PARAGRAPH} visible again</p></div>
    <div class="none"><div class="contents"><p>contents of none</p></div></div><p>${PARAGRAPH}</p></article>`;
  const text = await inPage(html, "return rubricate.extract(document).textContent");
  assert.match(text, /within contents/);
  assert.match(text, /visible again/);
  for (const gone of ["not laid out", "deep", "not visible", "contents of none"]) assert.ok(!text.includes(gone), gone);
});

test("a page whose body is not displayed is read all the same", async () => {
  const text = await inPage(`<title>Rain</title><body style="display: none !important">${ARTICLE}`, "return rubricate.snapshot(document).length");
  assert.ok(text > 4 * PARAGRAPH.length);
});

test("shadow trees that scripts made are read, slots filled", async () => {
  const html = `<title>Rain</title><main><article id="host"><p>${PARAGRAPH} slotted</p></article></main>`;
  const text = await inPage(
    html,
    `const root = host.attachShadow({ mode: "open" });
     root.innerHTML = "<h1>Rain</h1><p>${PARAGRAPH} in the shadow</p><slot></slot><p>${PARAGRAPH}</p>";
     return rubricate.extract(document).textContent`,
  );
  assert.match(text, /in the shadow[\s\S]*slotted/);
});

test("an element is a page of its own, under the head of its document", async () => {
  const html = `<title>Rain</title><p>Outside: ${PARAGRAPH}</p><div id="root">${ARTICLE}</div>`;
  const article = await inPage(html, "return rubricate.extract(document.getElementById('root'))");
  assert.equal(article.title, "Rain");
  assert.ok(!article.textContent.includes("Outside"));
  assert.match(article.textContent, /river rose/);
  const detached = await inPage("", `const e = document.createElement("div"); e.innerHTML = ${JSON.stringify(ARTICLE)}; return rubricate.extract(e).length`);
  assert.ok(detached > PARAGRAPH.length);
});

test("the address is the document's own, unless another is given", async () => {
  const urls = await inPage(ARTICLE, "return [rubricate.extract(document).url, rubricate.extract(document, { url: 'https://a.example/' }).url, rubricate.extract(document, { url: null }).url]");
  assert.match(urls[0], /^http:\/\/localhost:\d+\/live\.html$/);
  assert.deepEqual(urls.slice(1), ["https://a.example/", null]);
});

test("where the page's policy forbids to parse text, a noscript stays text", async () => {
  const body = "return rubricate.extract(document).length";
  const headers = { "content-security-policy": "require-trusted-types-for 'script'" };
  assert.ok((await inPage(`<noscript><p>a</p></noscript>${ARTICLE}`, body, headers)) > PARAGRAPH.length);
});

test("10,000 nested elements that a script made are read", async () => {
  const body = `const made = document.implementation.createHTMLDocument("Deep");
    let at = made.body;
    for (let i = 0; i < 10_000; i++) at = at.appendChild(made.createElement("div"));
    at.textContent = ${JSON.stringify(PARAGRAPH.repeat(3))};
    const article = rubricate.extract(made);
    return [article.title, article.length > 0]`;
  assert.deepEqual(await inPage("<body>", body), ["Deep", true]);
});

test("a worker answers the same", async () => {
  const html = `<title>Rain</title>${ARTICLE}`;
  const same = await inPage(
    html,
    `const { WorkerEngine } = await import("/messages.js");
     const engine = new WorkerEngine(() => new Worker("/engine.worker.js", { type: "module" }));
     const bytes = rubricate.snapshot(document);
     const [here, there] = [rubricate.extractSnapshot(bytes), await engine.extractSnapshot(bytes)];
     const refused = await engine.extract("a", { nonsense: 1 }).catch((error) => error.code);
     engine.end();
     return [JSON.stringify(here) === JSON.stringify(there), here.title, refused]`,
  );
  assert.deepEqual(same, [true, "Rain", "badOption"]);
});
