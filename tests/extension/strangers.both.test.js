// Another extension in the same browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, withPerson } from "./person.js";

withPerson();

test("another extension is not heard, neither by message nor by port", async () => {
  const manifest = { manifest_version: 3, name: "Other", version: "1", browser_specific_settings: { gecko: { id: "other@other.example" } } };
  const origin = await person.driver.installOther({ "manifest.json": JSON.stringify(manifest), "page.html": "<!doctype html><title>Other</title>" });
  const other = await person.driver.open(`${origin}/page.html`);
  const ours = await person.desk.run(() => chrome.runtime.id);
  const answers = await other.run(
    async (ours) => {
      const said = ["own.list", "lists.changed", "sites.list"].map((name) => chrome.runtime.sendMessage(ours, { name }).then((/** @type {unknown} */ value) => JSON.stringify(value ?? null), () => "refused"));
      const ported = ["find", "page"].map((name) => new Promise((resolve) => {
        const port = chrome.runtime.connect(ours, { name });
        port.onMessage.addListener((/** @type {unknown} */ message) => resolve(JSON.stringify(message)));
        port.onDisconnect.addListener(() => resolve("refused"));
        port.postMessage({ kind: "what", what: "lists" });
        port.postMessage({ kind: "text", id: 1, text: "economy" });
      }));
      return Promise.all([...said, ...ported]);
    },
    ours,
  );
  assert.deepEqual(answers, Array(5).fill("refused"));
  await other.close();
});
