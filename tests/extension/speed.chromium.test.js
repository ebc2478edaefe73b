// What the extension costs the pages that it marks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { put } from "../browser/harness.js";
import { startPerson } from "./person.js";

/** @type {import("./person.js").Person} */
let person;
/** Longest time the page's main thread may be held up at a time, ms. */
const LONGEST = 50;
const CHARACTERS = 500_000;

before(async () => {
  person = await startPerson();
  const terms = Array.from({ length: 100 }, (_, at) => `word${at * 7}`);
  await person.putList({ id: "l1", name: "Hundred", hue: "green", terms, whole: "word" });
  const words = Array.from({ length: CHARACTERS / 8 }, (_, at) => `word${(at * 31) % 2000}`);
  const paragraphs = Array.from({ length: Math.ceil(words.length / 80) }, (_, at) => `<p>${words.slice(at * 80, at * 80 + 80).join(" ")}</p>`);
  put("/half-million.html", `<!doctype html><title>Half a million</title><script>
window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration: Math.round(duration) })))).observe({ type: "longtask" });
</script><main>${paragraphs.join("\n")}</main>`);
});
after(() => person.end());

test("a hundred words in half a million characters never hold the page up for long", async (context) => {
  const tab = await person.open("/half-million.html");
  await (await person.read(tab)).close();
  const tabId = await person.tabId(tab);
  await tab.run(() => new Promise((resolve) => setTimeout(() => {
    for (const end = performance.now() + 80; performance.now() < end; );
    resolve(null);
  })));
  await person.until(() => tab.run(() => /** @type {any} */ (window).longTasks.length > 0), "the observer at work");
  const since = await tab.run(() => performance.now());
  const began = Date.now();
  await person.ask("live.mark", { tabId });
  await person.until(async () => Object.values(await person.painted(tab)).flat().length > 3000, "marks");
  const took = Date.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 500));
  /** @type {number[]} */
  const tasks = await tab.run((since) => /** @type {any} */ (window).longTasks.filter((/** @type {any} */ task) => task.startTime > since).map((/** @type {any} */ task) => task.duration), since);
  context.diagnostic(`${took} ms to the marks; tasks longer than 50 ms: ${tasks.join(", ") || "none"}`);
  assert.ok(Math.max(0, ...tasks) <= LONGEST, `a task of ${Math.max(...tasks)} ms`);
  await tab.close();
});
