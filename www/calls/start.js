// Starting an entry: the module is loaded once, and the host's first page is made quick while the page is idle.
import { compile } from "../engine.js";

/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {import("../engine.js").Bindings} Bindings */
/** @typedef {{ module?: Parameters<typeof compile>[0] }} InitOptions `module`: the compiled module, its bytes or its address, where it is not beside the entry */

/**
 * Makes the call that starts an engine, once however often it is called; after a failure it can be called again.
 *
 * @param {Engine} engine
 * @param {((bindings: Bindings) => void)[]} [warmUps] what is done while the page is idle, if nothing was asked for yet
 * @returns {(module: Parameters<typeof compile>[0]) => Promise<void>}
 */
export function createStart(engine, warmUps = []) {
  /** @type {Promise<void> | undefined} */
  let starting;
  return (module) => {
    starting ??= compile(module).then(
      (compiled) => {
        engine.start(compiled);
        for (const warmUp of warmUps) globalThis.requestIdleCallback?.(() => engine.warmUp(warmUp));
      },
      (reason) => {
        starting = undefined;
        throw reason;
      },
    );
    return starting;
  };
}
