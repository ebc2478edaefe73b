import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import binaryen from "binaryen";
import { Engine } from "../../www/engine.js";
import * as bindings from "../../www/wasm/full.js";

/** The module with `is_readable` replaced by a trap that comes after it has spoilt the memory. */
function trapping() {
  const bytes = readFileSync(new URL("../../www/wasm/full_bg.wasm", import.meta.url));
  const module = binaryen.readBinary(bytes);
  const name = binaryen.getExportInfo(module.getExport("is_readable")).value;
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(name));
  module.removeFunction(name);
  const [memory] = ["0"];
  const spoil = module.memory.fill(module.i32.const(1024), module.i32.const(0xa5), module.i32.const(60_000), memory);
  module.addFunction(name, params, results, [], module.block(null, [spoil, module.unreachable()], results));
  return new WebAssembly.Module(/** @type {Uint8Array<ArrayBuffer>} */ (module.emitBinary()));
}

test("after a trap the next call runs in a new instance", () => {
  const engine = new Engine(bindings);
  engine.start(trapping());
  const page = "<title>Rain</title><p>It rained.";
  const before = engine.extract(page, undefined);
  const search = engine.compile(["rain"], undefined);
  assert.deepEqual([...search.find("rain")], [0, 4, 0]);
  for (let i = 0; i < 3; i++) {
    assert.throws(() => engine.isReadable(page, undefined), (/** @type {any} */ error) => {
      return error.code === "internal" && error.name === "RubricateError" && error.cause instanceof WebAssembly.RuntimeError;
    });
    assert.deepEqual(engine.extract(page, undefined), before);
    assert.deepEqual([...search.find("a rain")], [2, 6, 0], "terms made ready before the trap are made ready again");
  }
  search.free();
});
