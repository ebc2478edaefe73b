// The engine in a worker: answers the messages of messages.js, so that a long page never holds up the one who reads.
import { extract, extractSnapshot, find, init, isReadable, keywords } from "./index.js";
import { answerMessages } from "./messages.js";

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (self)), init(), { extract, extractSnapshot, find, isReadable, keywords });
