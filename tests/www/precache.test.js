// Every part of www that the web reader loads is kept for offline reading, and nothing that it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { existsSync, readFileSync } from "node:fs";

const www = new URL("../../www/", import.meta.url);

test("the list that the service worker keeps holds what index.html and its modules name", async () => {
  const { FILES, VERSION } = await import("../../www/precache.js");
  assert.match(VERSION, /^[0-9a-f]{16}$/);
  for (const file of FILES) assert.ok(existsSync(new URL(file, www)), file);
  const page = readFileSync(new URL("index.html", www), "utf8");
  const named = [...page.matchAll(/(?:href|src)="([^":]+)"/g)].map(([, path]) => path);
  const modules = FILES.filter((file) => file.endsWith(".js"));
  const imported = modules.flatMap((file) => [...readFileSync(new URL(file, www), "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, path]) => new URL(path, new URL(file, www)).href.slice(www.href.length)));
  assert.deepEqual([...new Set([...named, ...imported])].filter((path) => !path.includes("://") && path !== "" && !/^types\./.test(path) && !FILES.includes(path)), []);
  assert.deepEqual(FILES.filter((file) => file.startsWith("extension/") || file.startsWith("compat/")), []);
});
