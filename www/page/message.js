// The message that a snapshot of a document is; `src/dom/snapshot.rs` reads it and says in its head what it looks like.

const HEADER = 12;
const CLOSE = 0;
const TEXT = 1;
const OPEN = 2;
const ATTR = 3;
const UNDISPLAYED = 0b1000;
const VALUE_SHIFT = 4;
/** Bytes that a UTF-16 unit takes at most in UTF-8. */
const MOST_BYTES = 3;
const encoder = new TextEncoder();

/** Steps and strings of a page in document order. */
export class Message {
  #steps = new Uint32Array(1 << 10);
  /** How many steps there are. */
  #length = 0;
  /** @type {Map<string, number>} */
  #names = new Map();
  /** @type {string[]} */
  #strings = [];

  /** @param {number} kind @param {number} value @returns {number} its place */
  #push(kind, value) {
    if (this.#length === this.#steps.length) {
      const grown = new Uint32Array(2 * this.#length);
      grown.set(this.#steps);
      this.#steps = grown;
    }
    this.#steps[this.#length] = kind | (value << VALUE_SHIFT);
    return this.#length++;
  }

  /** @param {string} name */
  #name(name) {
    let number = this.#names.get(name);
    if (number === undefined) {
      number = this.#names.size;
      this.#names.set(name, number);
    }
    return number;
  }

  /**
   * Opens an element.
   *
   * @param {string} name with the namespace before it where that is not HTML's: `svg/title`
   * @returns {number} the place of its step, for `hide`
   */
  open(name) {
    return this.#push(OPEN, this.#name(name));
  }

  /** Gives the element opened last an attribute. @param {string} name @param {string} value */
  attribute(name, value) {
    this.#push(ATTR, this.#name(name));
    this.#push(TEXT, value.length);
    this.#strings.push(value);
  }

  /** @param {string} text @returns {number} the place of its step, for `hide` */
  text(text) {
    this.#strings.push(text);
    return this.#push(TEXT, text.length);
  }

  /** Closes the element that is open. */
  close() {
    this.#push(CLOSE, 0);
  }

  /** Says that the browser does not show what a step added. @param {number} place */
  hide(place) {
    this.#steps[place] |= UNDISPLAYED;
  }

  /** The message, whole. @returns {Uint8Array<ArrayBuffer>} */
  bytes() {
    const strings = [...this.#names.keys(), ...this.#strings, ""].join("\0");
    const start = HEADER + 4 * this.#length;
    const bytes = new Uint8Array(start + MOST_BYTES * strings.length);
    const view = new DataView(bytes.buffer);
    bytes.set([0x52, 0x42, 0x53, 0x32]); // RBS2
    view.setUint32(4, this.#length, true);
    view.setUint32(8, this.#names.size, true);
    // Whatever runs WebAssembly keeps the lowest byte first, as the message does.
    bytes.set(new Uint8Array(this.#steps.buffer, 0, 4 * this.#length), HEADER);
    const { written } = encoder.encodeInto(strings, bytes.subarray(start));
    return bytes.slice(0, start + written);
  }
}
