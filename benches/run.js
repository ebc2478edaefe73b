// node benches/run.js [part of a bench's name [part of a row's]]: prints every figure as a ratio ours/theirs, the peer measured in the same run.
import { end } from "../tests/browser/harness.js";
import * as extension from "./extension.js";
import { print } from "./figures.js";
import * as highlight from "./highlight/run.js";

/** Each module exports `run`, which gives its figures. */
const BENCHES = ["sizes", "native", "chromium", "first-call", "keywords", "reader"];

const [part = "", row = ""] = process.argv.slice(2);
const wanted = BENCHES.filter((name) => name.includes(part));
try {
  if (wanted.length > 0) console.log("what, ratio ours/theirs (or the figure itself), what the issues ask, ours : theirs\n");
  for (const name of wanted) {
    const { run } = await import(`./${name}.js`);
    for await (const figure of await run()) print(figure);
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
