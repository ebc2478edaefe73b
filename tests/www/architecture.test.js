import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

test("every path that ARCHITECTURE.md names exists", () => {
  const map = readFileSync(new URL("ARCHITECTURE.md", root), "utf8");
  const paths = [...map.matchAll(/`((?:src|www|tests|tools|benches|docs|examples)\/[\w./-]*)`/g)].map((match) => match[1]);
  assert.ok(paths.length > 5, "the map names paths");
  assert.deepEqual(paths.filter((path) => !existsSync(new URL(path, root))), []);
});
