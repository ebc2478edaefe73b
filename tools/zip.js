// Writes a zip archive whose bytes depend on nothing but the files: sorted names, no times, no owners.
import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first day a zip can tell, as DOS writes it. */
const DATE = 0x21;
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x800;
const DEFLATED = 8;

/**
 * @param {Map<string, Uint8Array>} files by path, slashes forward
 * @returns {Buffer}
 */
export function zip(files) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = Buffer.from(path);
    const body = deflateRawSync(bytes, { level: 9 });
    const common = fields([2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, crc32(bytes)], [4, body.length], [4, bytes.length], [2, name.length], [2, 0]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name]);
    directory.push(Buffer.from("PK\x01\x02"), fields([2, VERSION]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    parts.push(local, body);
    offset += local.length + body.length;
  }
  const index = Buffer.concat(directory);
  const end = fields([2, 0], [2, 0], [2, files.size], [2, files.size], [4, index.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, index, Buffer.from("PK\x05\x06"), end]);
}

/** @param {...[size: number, value: number]} values @returns {Buffer} little-endian */
function fields(...values) {
  const made = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) at = made.writeUIntLE(value, at, size);
  return made;
}
