// node benches/run.js [part of a bench's name [part of a row's]]: prints every figure as a ratio to a peer measured in the same run.
import { end } from "../tests/browser/harness.js";
import * as extension from "./extension.js";
import { print } from "./figures.js";
import * as highlight from "./highlight/run.js";
import * as sizes from "./sizes.js";

/** Each module exports `run`, which gives its lines. */
const BENCHES = ["extract-native", "extract-browser", "reader"];

const [part = "", row = ""] = process.argv.slice(2);
const wanted = BENCHES.filter((name) => name.includes(part));
try {
  if (wanted.length > 0) console.log("what, ours (median over pages), peer, theirs, how many times as long the peer takes (geometric mean)\n");
  for (const name of wanted) {
    const { run } = await import(`./${name}.js`);
    for (const line of await run()) print(line);
  }
  if ("highlight".includes(part)) {
    console.log("\nhighlighting: milliseconds of processor time (matches), medians of rounds in turns\n");
    await highlight.print(row);
  }
  if ("extension".includes(part)) {
    console.log("\nthe extension in Chromium\n");
    await extension.print();
  }
} finally {
  await end();
}
if ("sizes".includes(part)) {
  console.log("\nafter Brotli");
  sizes.print();
}
