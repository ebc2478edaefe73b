// The message that a snapshot of a document is; `src/dom/snapshot.rs` reads it and says in its head what it looks like.

const CLOSE = 0;
const TEXT = 1;
const OPEN = 2;
const ATTR = 3;
const UNDISPLAYED = 0b1000;
const NAME_SHIFT = 4;

/** Steps and strings of a page in document order. */
export class Message {
  #steps = new Uint32Array(1 << 14);
  /** How many steps there are. */
  length = 0;
  /** @type {Map<string, number>} */
  #names = new Map();
  /** @type {string[]} */
  #strings = [];

  /** @param {number} step @returns {number} its place */
  #push(step) {
    if (this.length === this.#steps.length) {
      const grown = new Uint32Array(2 * this.length);
      grown.set(this.#steps);
      this.#steps = grown;
    }
    this.#steps[this.length] = step;
    return this.length++;
  }

  /** @param {string} name */
  #name(name) {
    let number = this.#names.get(name);
    if (number === undefined) {
      number = this.#names.size;
      this.#names.set(name, number);
    }
    return number << NAME_SHIFT;
  }

  /** @param {string} text */
  #string(text) {
    this.#strings.push(text.includes("\0") ? text.replaceAll("\0", "") : text);
  }

  /**
   * Opens an element.
   *
   * @param {string} name with the namespace before it where that is not HTML's: `svg/title`
   * @returns {number} the place of its step, for `hide`
   */
  open(name) {
    return this.#push(OPEN | this.#name(name));
  }

  /** Gives the element opened last an attribute. @param {string} name @param {string} value */
  attribute(name, value) {
    this.#push(ATTR | this.#name(name));
    this.#string(value);
  }

  /** @param {string} text @returns {number} the place of its step, for `hide` */
  text(text) {
    this.#string(text);
    return this.#push(TEXT);
  }

  /** Closes the element that is open. */
  close() {
    this.#push(CLOSE);
  }

  /** Says that the browser does not show what a step added. @param {number} place */
  hide(place) {
    this.#steps[place] |= UNDISPLAYED;
  }

  /** The message, whole. @returns {Uint8Array<ArrayBuffer>} */
  bytes() {
    const strings = new TextEncoder().encode([...this.#names.keys(), ...this.#strings].join("\0"));
    const steps = this.#steps.subarray(0, this.length);
    const bytes = new Uint8Array(12 + 4 * steps.length + strings.length);
    const view = new DataView(bytes.buffer);
    bytes.set([0x52, 0x42, 0x53, 0x31]); // RBS1
    view.setUint32(4, steps.length, true);
    view.setUint32(8, this.#names.size, true);
    for (let i = 0; i < steps.length; i++) view.setUint32(12 + 4 * i, steps[i], true);
    bytes.set(strings, 12 + 4 * steps.length);
    return bytes;
  }
}
