// The engine in a worker, for our pages.
import { extract, extractSnapshot, find, init, isReadable, isReadableSnapshot, keywords } from "../../live.js";
import { answerMessages } from "../../messages.js";

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (self)), init(), { extract, extractSnapshot, find, isReadable, isReadableSnapshot, keywords });
