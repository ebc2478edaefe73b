// What `make serve` starts: the address it prints is the reader's.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("the address that is printed answers with the reader, and all that it asks for first is there", async () => {
  const server = spawn(process.execPath, [fileURLToPath(new URL("../../tools/serve.js", import.meta.url))], { env: { ...process.env, PORT: "0" } });
  try {
    const said = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data))));
    const address = said.match(/http:\S+/)?.[0] ?? "";
    const answer = await fetch(address);
    assert.equal(answer.status, 200);
    const html = await answer.text();
    assert.match(html, /<title>Rubricate<\/title>/);
    for (const [, part] of html.matchAll(/(?:href|src)="([^":]+)"/g)) assert.equal((await fetch(new URL(part, address))).status, 200, part);
  } finally {
    server.kill();
  }
});
