// The page itself as a document that runs nothing: for picking its blocks and naming their places.
import { inertDocument } from "./safe.js";

/**
 * @param {import("./app.js").App} app
 * @param {import("./host.js").Page} page
 * @returns {Document} in which the engine's paths lead to their places
 */
export function sourceDocument(app, { source, charset }) {
  if (typeof source === "string") return inertDocument(source);
  return app.host.tree?.(source) ?? inertDocument(decode(source, charset));
}

/** Bytes as the engine decodes them: by their mark, by what HTTP said, by the page's own word. @param {Uint8Array} bytes @param {string} [charset] */
function decode(bytes, charset) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const marked = { "ï»¿": "utf-8", "ÿþ": "utf-16le", "þÿ": "utf-16be" };
  const mark = Object.entries(marked).find(([start]) => head.startsWith(start))?.[1];
  const stated = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(mark ?? charset ?? stated).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
