// The engine in a worker of its own, for the reader's pages.
import { WorkerEngine } from "../messages.js";
import { ownScript } from "./safe.js";

/** @returns {import("./host.js").Engine} */
export function workerEngine() {
  const engine = new WorkerEngine(() => new Worker(ownScript("engine.worker.js"), { type: "module", name: "rubricate" }));
  return { extract: (source, options) => engine.extract(/** @type {Uint8Array<ArrayBuffer>} */ (source), options), search: engine.search };
}
