// The engine in a worker: answers the messages of messages.js, so that a long page never holds up the one who reads.
import { answered } from "./calls/answered.js";
import { engine } from "./calls/engine-full.js";
import * as entry from "./index.js";
import { answerMessages } from "./messages.js";

/** This worker's end of the line: Node's is a port of its own. */
const port = typeof self === "undefined" ? globalThis.process?.getBuiltinModule("node:worker_threads").parentPort : self;

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (port)), entry.init(), answered(engine, entry));
