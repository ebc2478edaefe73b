// The engine in a worker: answers the messages of messages.js, so that a long page never holds up the one who reads.
import { engine } from "./calls/engine-full.js";
import { findFlat } from "./calls/find.js";
import { extract, extractSnapshot, init, isReadable, isReadableSnapshot, keywords } from "./index.js";
import { answerMessages } from "./messages.js";

/** This worker's end of the line: Node's is a port of its own. */
const port = typeof self === "undefined" ? globalThis.process?.getBuiltinModule("node:worker_threads").parentPort : self;

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (port)), init(), {
  extract,
  extractSnapshot,
  isReadable,
  isReadableSnapshot,
  keywords,
  search: (text, terms, options) => findFlat(engine, text, terms, options),
});
