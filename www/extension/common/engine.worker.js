// The engine in a worker, for our pages.
import { answered } from "../../calls/answered.js";
import { engine } from "../../calls/engine-live.js";
import * as entry from "../../live.js";
import { answerMessages } from "../../messages.js";

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (self)), entry.init(), answered(engine, entry));
