// What the extension costs the pages that it marks. Times are measured in `make bench`; here, that the work is cut in pieces.
import assert from "node:assert/strict";
import { test } from "node:test";
import { halfMillion } from "./pages.js";
import { person, withPerson } from "./person.js";

withPerson();

test("a hundred words in half a million characters are all marked, in many turns of the page", async () => {
  const { path, terms, count } = halfMillion();
  await person.putList({ id: "l1", name: "Hundred", hue: "green", terms, whole: "word" });
  const tab = await person.open(path);
  await (await person.read(tab)).close();
  // A task of the page's own notes at each of its turns how much is painted.
  await tab.run(() => {
    const world = /** @type {any} */ (window);
    world.sizes = [0];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = CSS.highlights.get("rubricate-list-green")?.size ?? 0;
      if (now !== world.sizes.at(-1)) world.sizes.push(now);
      setTimeout(() => port2.postMessage(null));
    };
    port2.postMessage(null);
  });
  await person.ask("live.mark", { tabId: await person.tabId(tab) });
  await person.expectCount(tab, count);
  /** @type {number[]} */
  let sizes = [];
  await person.until(async () => (sizes = await tab.run(() => /** @type {any} */ (window).sizes)).at(-1) === count, () => `${count} marks, seen by the page: ${sizes}`);
  const steps = sizes.slice(1).map((size, at) => size - sizes[at]);
  assert.ok(Math.max(...steps) <= count / 3, `marks painted from one turn of the page to the next: ${steps}`);
  await tab.close();
});
