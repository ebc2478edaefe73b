// Extraction natively, beside other Rust extractors: the package `peers` times them, one process for all.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compare } from "./figures.js";
import { pages } from "./pages.js";

const PEERS = fileURLToPath(new URL("../target/peers/release/peers", import.meta.url));

/** @returns {Promise<import("./figures.js").Line[]>} */
export async function run() {
  const input = pages().map((page) => JSON.stringify(page)).join("\n");
  const { stdout, stderr, status } = spawnSync(PEERS, { input, encoding: "utf8", maxBuffer: 1 << 24 });
  if (status !== 0) throw new Error(`the peers stopped: ${stderr}`);
  const rows = stdout.trim().split("\n").map((line) => JSON.parse(line));
  const times = (/** @type {string} */ name) => rows.map((row) => row[name]);
  return ["dom_smoothie", "rs-trafilatura"].flatMap((peer) => [
    compare("native, HTML to article", peer, times("rubricate"), times(peer)),
    compare("native, HTML to article, no keywords", peer, times("withoutKeywords"), times(peer)),
  ]);
}
