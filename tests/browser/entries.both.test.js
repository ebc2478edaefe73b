import assert from "node:assert/strict";
import { test } from "node:test";
import { open, put } from "./harness.js";

const PARAGRAPH = "The river rose through the night, and in the morning the lower streets of the town stood under water.";
const PAGE = `<!doctype html><meta charset="utf-8"><title>Rain</title><nav><a href="/">Home</a></nav><article><h1>Rain</h1>${`<p>${PARAGRAPH}</p>`.repeat(6)}</article>`;

/** What `body`, a function's text, gives in a tab at `PAGE`; it is handed the modules of the entries by name. @param {string} body @returns {Promise<any>} */
async function inPage(body) {
  put("/entries.html", PAGE);
  const page = await open("/entries.html");
  const code = `(async () => {
    const [whole, live, finder, worker] = await Promise.all(["/index.js", "/live.js", "/find.js", "/worker.js"].map((path) => import(path)));
    const refusal = async (call) => { try { await call(); return "none"; } catch (error) { return error instanceof whole.RubricateError && error.code; } };
    ${body}
  })()`;
  const value = await page.evaluate(code);
  assert.deepEqual(page.errors, []);
  await page.close();
  return value;
}

test("./live reads the document it is in as the whole module does", async () => {
  const { same, title, readable, keywords, starts, refused } = await inPage(`
    await Promise.all([whole.init(), live.init()]);
    const options = { markdown: true, setAside: true, explain: true };
    const [one, other] = [whole.extract(document, options), live.extract(document, options)];
    return {
      same: JSON.stringify(one) === JSON.stringify(other) && JSON.stringify(live.extractSnapshot(live.snapshot(document), { ...options, url: document.URL })) === JSON.stringify(one),
      title: other.title,
      readable: live.isReadable(document),
      keywords: live.keywords(other).length,
      starts: live.find("Rain, rain", "rain").map((match) => match.start),
      refused: [await refusal(() => live.extract("<p>a")), await refusal(() => live.extract(new Uint8Array(3))), await refusal(() => live.extract(3)), await refusal(() => live.extract(document, { nonsense: 1 }))],
    };`);
  assert.deepEqual({ same, title, readable, starts }, { same: true, title: "Rain", readable: true, starts: [0, 6] });
  assert.ok(keywords > 0);
  assert.deepEqual(refused, ["unsupported", "unsupported", "badInput", "badOption"]);
});

test("./find finds and highlights without the rest", async () => {
  const { early, starts, count, painted, cleared, later } = await inPage(`
    const early = await refusal(() => finder.find("a", "a"));
    await finder.init();
    const starts = finder.find("Rain, rain", ["rain"]).map((match) => match.start);
    const marks = finder.highlight(document.body, ["river", "water"]);
    const painted = CSS.highlights.size;
    const { count } = marks;
    marks.clear();
    const later = (await finder.highlightAsync(document.body, "river")).count;
    return { early, starts, count, painted, cleared: marks.count, later };`);
  assert.deepEqual({ early, starts, count, cleared, later }, { early: "notReady", starts: [0, 6], count: 12, cleared: 0, later: 6 });
  assert.ok(painted > 0);
});

test("./worker answers the same calls with promises", async () => {
  const value = await inPage(`
    await Promise.all([whole.init(), worker.init()]);
    const html = ${JSON.stringify(PAGE)};
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const bytes = new TextEncoder().encode(html);
    const marks = await worker.highlight(document.body, ["river", "water"]);
    return {
      text: same(await worker.extract(html, { markdown: true }), whole.extract(html, { markdown: true })),
      bytes: same(await worker.extract(bytes), whole.extract(bytes)),
      live: same(await worker.extract(document), whole.extract(document)),
      element: same(await worker.extract(document.body, { url: null }), whole.extract(document.body, { url: null })),
      readable: [await worker.isReadable(html), await worker.isReadable(document), await worker.isReadable("<p>short")],
      keywords: same(await worker.keywords("The ferry stopped. The ferry waits."), whole.keywords("The ferry stopped. The ferry waits.")),
      find: same(await worker.find("𠮷 Rain, rain", "rain"), whole.find("𠮷 Rain, rain", "rain")),
      marks: marks.count,
      refused: [await refusal(() => worker.extract("a", { nonsense: 1 })), await refusal(() => worker.extract(document, 3)), await refusal(() => worker.keywords(null)), await refusal(() => worker.find(1, "a"))],
      ended: await (() => { const asked = worker.extract(html); worker.end(); return refusal(() => asked); })(),
      again: (await worker.extract(html)).title,
    };`);
  const refused = ["badOption", "badOption", "badInput", "badInput"];
  const all = { text: true, bytes: true, live: true, element: true, keywords: true, find: true };
  assert.deepEqual(value, { ...all, readable: [true, true, false], marks: 12, refused, ended: "internal", again: "Rain" });
});
