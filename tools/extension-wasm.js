// The engine without the door for text: pages come to the extension as snapshots, so the parser of HTML need not come along.
import binaryen from "binaryen";

/** Exports that nothing in the extension calls. */
const UNUSED = ["extract", "is_readable", "sniff"];
const { BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt, ReferenceTypes, Multivalue } = binaryen.Features;
/** What tools/wasm.sh builds with. */
const FEATURES = [BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt, ReferenceTypes, Multivalue].reduce((all, one) => all | one);

/**
 * @param {Uint8Array} bytes the whole engine
 * @returns {Uint8Array} what is reached without those exports
 */
export function snapshotEngine(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  for (const name of UNUSED) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements"]);
  const small = module.emitBinary();
  module.dispose();
  return small;
}
