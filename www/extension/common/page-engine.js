// The engine for our pages, in a worker. What it reads is snapshots that our script took: no parser of HTML is packed.
import { WorkerEngine } from "../../messages.js";

/** @returns {import("../../reader/host.js").Engine} */
export function pageEngine() {
  const worker = new WorkerEngine(() => new Worker(new URL("./engine.worker.js", import.meta.url), { type: "module", name: "rubricate" }));
  // The module is compiled while the page is still on its way.
  worker.search("", [], {}).catch(() => undefined);
  return {
    extract: (source, { charset, ...options }) => worker.extractSnapshot(/** @type {Uint8Array} */ (source), options),
    search: worker.search,
  };
}
