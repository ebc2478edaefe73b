// Another extension in the same browser.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startChromium } from "./chromium.js";

test("another extension is not heard", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rubricate-other-"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Other", version: "1", background: { service_worker: "b.js" } }));
  writeFileSync(join(folder, "b.js"), "");
  const chromium = await startChromium();
  const id = await chromium.browser.installExtension(folder);
  const target = await chromium.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(id));
  const answers = await (await target.worker())?.evaluate(
    (ours) =>
      Promise.all(["own.list", "lists.changed", "sites.list"].map((name) => chrome.runtime.sendMessage(ours, { name }).then((value) => JSON.stringify(value ?? null), (error) => `refused: ${error.message}`))),
    chromium.extension.id,
  );
  assert.ok(answers?.every((answer) => answer.startsWith("refused")), String(answers));
  await chromium.end();
  rmSync(folder, { recursive: true });
});
