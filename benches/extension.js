// The extension in Chromium, as `make extension` builds it: from the press to a readable article, what marking holds a page up,
// and what a marked page costs while nothing happens.
import { halfMillion, putPages } from "../tests/extension/pages.js";
import { startPerson } from "../tests/extension/person.js";
import { median } from "./figures.js";

/** @typedef {import("../tests/extension/person.js").Person} Person */
/** @typedef {import("../tests/extension/chromium.js").ChromiumTab} Tab */

const ROUNDS = 9;
/** How long an idle page is watched, ms. */
const IDLE = 5000;
/** Notes the long tasks of a page: those of 50 ms and more. */
const OBSERVE = `window.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });`;

/** Prints each figure in milliseconds, with what the issue allows. */
export async function print() {
  for await (const [what, value, most] of figures()) {
    const bound = most === undefined ? "" : `${value <= most ? "✓" : "✗"} at most ${most}`;
    console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(7)} ms   ${bound}`);
  }
}

/** @returns {AsyncGenerator<[what: string, value: number, most?: number]>} */
async function* figures() {
  await putPages();
  const person = await startPerson();
  try {
    const presses = await timePresses(person);
    yield ["from the press to the article's text, median", median(presses), 1000];
    yield ["the slowest of them, the first", Math.max(...presses)];
    const { longest, idle } = await timeMarking(person);
    yield ["100 terms in 500,000 characters: longest task of the page", longest, 50];
    yield ["that page idle: work in one second", idle.marked, 1];
    yield ["the same page without marks: work in one second", idle.plain];
  } finally {
    await person.driver.end();
  }
}

/** @param {Person} person @returns {Promise<number[]>} ms */
async function timePresses(person) {
  const tab = await person.open("/article.html");
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = Date.now();
    const reader = /** @type {Tab} */ (await person.read(tab));
    await reader.page.waitForFunction(() => document.querySelectorAll(".article .body p").length === 6, { polling: 10 });
    times.push(Date.now() - began);
    await reader.close();
  }
  await tab.close();
  return times;
}

/** @param {Person} person */
async function timeMarking(person) {
  const { path, terms, count } = halfMillion(OBSERVE);
  await person.putList({ id: "l1", name: "Hundred", hue: "green", terms, whole: "word" });
  const tab = /** @type {Tab} */ (await person.open(path));
  await (await person.read(tab)).close();
  const tabId = await person.tabId(tab);
  const plain = await busy(tab);
  await tab.run(() => void (/** @type {any} */ (window).tasks = []));
  await person.ask("live.mark", { tabId });
  await tab.page.waitForFunction((count) => CSS.highlights.get("rubricate-list-green")?.size === count, { polling: 50 }, count);
  // Entries of long tasks come a little after them.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const longest = await tab.run(() => Math.max(0, .../** @type {any} */ (window).tasks));
  await tab.front();
  const marked = await busy(tab);
  await tab.close();
  return { longest, idle: { plain, marked } };
}

/** How much of a second a page's main thread works while nothing happens. @param {Tab} tab @returns {Promise<number>} ms */
async function busy(tab) {
  const session = await tab.page.createCDPSession();
  await session.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  const before = await worked();
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const after = await worked();
  await session.detach();
  return ((after - before) / IDLE) * 1000;
}
