import assert from "node:assert/strict";
import { test } from "node:test";
import { receivePage, sendPage } from "../../www/extension/common/transfer.js";

const FACTS = { url: "https://a.example/", title: "A", type: "text/html", place: "" };

/** Two ends of a port; what one posts the other gets, one message after the other. */
function ports() {
  const made = [0, 1].map(() => ({ heard: /** @type {((message: any) => void)[]} */ ([]), gone: /** @type {(() => void)[]} */ ([]), sizes: /** @type {number[]} */ ([]) }));
  const end = (/** @type {number} */ at) => {
    const other = made[1 - at];
    return {
      sizes: made[at].sizes,
      onMessage: { addListener: (/** @type {(message: any) => void} */ listener) => made[at].heard.push(listener) },
      onDisconnect: { addListener: (/** @type {() => void} */ listener) => made[at].gone.push(listener) },
      postMessage: (/** @type {any} */ message) => {
        made[at].sizes.push(message.piece?.length ?? 0);
        queueMicrotask(() => other.heard.forEach((listener) => listener(message)));
      },
      disconnect: () => queueMicrotask(() => other.gone.forEach((listener) => listener())),
    };
  };
  return /** @type {any[]} */ ([end(0), end(1)]);
}

test("a page of 20 MiB comes in pieces of at most 8 and is whole", async () => {
  const [here, there] = ports();
  const coming = receivePage(here);
  const snapshot = Uint8Array.from({ length: 20 << 20 }, (_, at) => (at * 31) >> 7);
  sendPage(there, FACTS, snapshot);
  const page = await coming;
  assert.deepEqual(page.facts, FACTS);
  assert.ok(Buffer.from(snapshot).equals(Buffer.from(page.snapshot)));
  assert.deepEqual(there.sizes, [0, 8 << 20, 8 << 20, 4 << 20]);
});

test("an empty page is a page", async () => {
  const [here, there] = ports();
  const coming = receivePage(here);
  sendPage(there, FACTS, new Uint8Array());
  assert.equal((await coming).snapshot.length, 0);
});

test("what a page makes up is refused, not believed", async () => {
  const piece = new Uint8Array(4);
  const lies = [
    [{ kind: "facts", facts: FACTS, bytes: 1e12 }],
    [{ kind: "facts", facts: FACTS, bytes: -1 }],
    [{ kind: "facts", facts: FACTS, bytes: "8" }],
    [{ kind: "facts", facts: null, bytes: 8 }],
    [{ kind: "piece", piece }],
    [{ kind: "facts", facts: FACTS, bytes: 8 }, { kind: "facts", facts: FACTS, bytes: 9 }],
    [{ kind: "facts", facts: FACTS, bytes: 3 }, { kind: "piece", piece }],
    [{ kind: "facts", facts: FACTS, bytes: 8 }, { kind: "piece", piece: [1, 2, 3] }],
    [{ kind: "other" }],
    [{ kind: "failed", message: "no" }],
  ];
  for (const messages of lies) {
    const [here, there] = ports();
    const coming = receivePage(here);
    for (const message of messages) there.postMessage(message);
    await assert.rejects(coming, JSON.stringify(messages));
  }
});

test("a page that goes away is told of", async () => {
  const [here, there] = ports();
  const coming = receivePage(here);
  there.disconnect();
  await assert.rejects(coming, /went away/);
});
