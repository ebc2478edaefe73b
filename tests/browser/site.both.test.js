import assert from "node:assert/strict";
import { test } from "node:test";
import { open, put } from "./harness.js";

test("the browser opens a page of the site", async () => {
  put("/made.html", "<!doctype html><title>made</title><script type=module>document.title += import.meta.url.endsWith('html')</script>");
  const page = await open("/made.html");
  assert.equal(await page.title(), "madetrue");
  assert.deepEqual(page.errors, []);
  await page.close();
});
