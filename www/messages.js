// What an engine in a worker is asked and what it answers: the shapes once, and both ends that speak them.
import { RubricateError } from "./error.js";

/** @typedef {"extract" | "extractSnapshot" | "isReadable" | "isReadableSnapshot" | "keywords" | "search"} CallName calls of the entry `.` that take and give plain data, and `search`: `find` that gives
 * start, end and term of each match, flat, for objects by the ten thousand would hold up both ends */
/** @typedef {{ id: number, call: CallName, values: unknown[] }} Request */
/** @typedef {{ id: number, value: unknown } | { id: number, error: { code: string, message: string } }} Reply */
/** @typedef {typeof import("./index.js")} Calls */
/**
 * A call as a promise.
 *
 * @template {(...values: any[]) => unknown} F
 * @typedef {(...values: Parameters<F>) => Promise<ReturnType<F>>} Asked
 */

/**
 * A worker of a browser, or what `startWorker` makes of one of Node.
 *
 * @typedef {object} WorkerLike
 * @property {(request: Request) => void} postMessage
 * @property {(type: "message" | "error", listener: (event: any) => void) => void} addEventListener
 * @property {() => void} terminate
 * @property {() => void} [ref] keeps the process alive, where there is one
 * @property {() => void} [unref]
 */

/** How long a worker without work is kept, ms. */
const IDLE = 60_000;

/**
 * Answers an engine's messages: the worker's end. Calls run one after the other, in the order they came.
 *
 * @param {{ addEventListener: (type: "message", listener: (event: MessageEvent) => void) => void, postMessage: (reply: Reply, transfer?: Transferable[]) => void }} port
 * @param {Promise<unknown>} ready calls wait for it
 * @param {{ [name in CallName]: (...values: any[]) => unknown }} calls
 */
export function answerMessages(port, ready, calls) {
  port.addEventListener("message", async ({ data }) => {
    const { id, call, values } = /** @type {Request} */ (data);
    try {
      await ready;
      const value = calls[call](...values);
      port.postMessage({ id, value }, value instanceof Uint32Array ? [value.buffer] : []);
    } catch (thrown) {
      const { code = "internal", message = String(thrown) } = /** @type {{ code?: string, message?: string }} */ (thrown);
      port.postMessage({ id, error: { code, message } });
    }
  });
}

/** The caller's end: the calls of the entry `.` as promises. The worker starts with the first and ends when nothing was asked for a minute. */
export class WorkerEngine {
  #start;
  /** @type {WorkerLike | null} */
  #worker = null;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idle;

  /** @param {() => WorkerLike} start starts `engine.worker.js` as a module */
  constructor(start) {
    this.#start = start;
  }

  /** @type {Asked<Calls["extract"]>} */
  extract = (...values) => this.#ask("extract", values);
  /** @type {Asked<Calls["extractSnapshot"]>} */
  extractSnapshot = (...values) => this.#ask("extractSnapshot", values);
  /** @type {Asked<Calls["isReadable"]>} */
  isReadable = (...values) => this.#ask("isReadable", values);
  /** @type {Asked<Calls["isReadableSnapshot"]>} */
  isReadableSnapshot = (...values) => this.#ask("isReadableSnapshot", values);
  /** @type {Asked<Calls["keywords"]>} */
  keywords = (...values) => this.#ask("keywords", values);
  /** @type {(...values: Parameters<Calls["find"]>) => Promise<Uint32Array>} */
  search = (...values) => this.#ask("search", values);

  /** Ends the worker; what was asked is refused. */
  end() {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new RubricateError("internal", "the worker was ended"));
    this.#waiting.clear();
  }

  /**
   * @param {CallName} call
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  #ask(call, values) {
    clearTimeout(this.#idle);
    this.#worker ??= this.#listen(this.#start());
    const id = ++this.#asked;
    /** @type {Request} */
    const request = { id, call, values };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.ref?.();
      this.#worker?.postMessage(request);
    });
  }

  /** @param {WorkerLike} worker */
  #listen(worker) {
    worker.addEventListener("message", ({ data }) => this.#settle(data));
    worker.addEventListener("error", () => this.end());
    return worker;
  }

  /** @param {Reply} reply */
  #settle(reply) {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("error" in reply) waiting?.reject(new RubricateError(/** @type {RubricateError["code"]} */ (reply.error.code), reply.error.message));
    else waiting?.resolve(reply.value);
    if (this.#waiting.size > 0) return;
    this.#worker?.unref?.();
    this.#idle = setTimeout(() => this.end(), IDLE);
    /** @type {{ unref?: () => void }} */ (this.#idle).unref?.();
  }
}
