// A worker that runs `engine.worker.js`, in browsers, Deno and Bun, and in Node.
import { RubricateError } from "../error.js";

/**
 * Starts a worker.
 *
 * @returns {import("../messages.js").WorkerLike}
 * @throws {RubricateError} `unsupported` where the host has none
 */
export function startWorker() {
  if (typeof Worker === "function") return new Worker(new URL("../engine.worker.js", import.meta.url), { type: "module", name: "rubricate" });
  const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  if (!threads) throw new RubricateError("unsupported", "this host has no workers: use the entry rubricate");
  const worker = new threads.Worker(new URL("../engine.worker.js", import.meta.url));
  return {
    postMessage: (request) => worker.postMessage(request),
    addEventListener: (type, listener) => void worker.on(type, (data) => listener({ data })),
    terminate: () => void worker.terminate(),
    ref: () => worker.ref(),
    unref: () => worker.unref(),
  };
}
