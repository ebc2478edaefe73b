// The engine for our pages. A page of bytes is a snapshot that our script took; text is HTML.
import { extract, extractSnapshot, find, init } from "../../index.js";

/** @returns {import("../../reader/host.js").Engine} */
export function pageEngine() {
  const ready = init();
  return {
    async extract(source, { charset, ...options }) {
      await ready;
      return typeof source === "string" ? extract(source, { charset, ...options }) : extractSnapshot(source, options);
    },
    async find(text, terms, options) {
      await ready;
      return find(text, terms, options);
    },
  };
}
