// node benches/run.js [part of a bench's name]: prints every figure as a ratio to a peer measured in the same run.
import { end } from "../tests/browser/harness.js";
import { print } from "./figures.js";
import * as sizes from "./sizes.js";

/** Each module exports `run`, which gives its lines. */
const BENCHES = ["extract-native", "extract-browser"];

const [part = ""] = process.argv.slice(2);
console.log("what, ours (median over pages), peer, theirs, how many times as long the peer takes (geometric mean)\n");
try {
  for (const name of BENCHES.filter((name) => name.includes(part))) {
    const { run } = await import(`./${name}.js`);
    for (const line of await run()) print(line);
  }
} finally {
  await end();
}
if ("sizes".includes(part)) {
  console.log("\nafter Brotli");
  sizes.print();
}
