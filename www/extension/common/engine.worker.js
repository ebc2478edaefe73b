// The engine in a worker, for our pages.
import { engine } from "../../calls/engine-live.js";
import { findFlat } from "../../calls/find.js";
import { extract, extractSnapshot, init, isReadable, isReadableSnapshot, keywords } from "../../live.js";
import { answerMessages } from "../../messages.js";

answerMessages(/** @type {Parameters<typeof answerMessages>[0]} */ (/** @type {unknown} */ (self)), init(), {
  extract,
  extractSnapshot,
  isReadable,
  isReadableSnapshot,
  keywords,
  search: (text, terms, options) => findFlat(engine, text, terms, options),
});
