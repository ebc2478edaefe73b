// The marks of a layer, in document order. Matches stay the numbers that the finder gives: of ten thousand, few are looked at.

/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {Omit<Mark, "start" | "end">} Facts */

export class MarkList {
  #numbers;
  #facts;
  /** @type {Map<number, Mark>} */
  #made = new Map();

  /**
   * @param {Uint32Array} numbers start, end and term of each, flat; UTF-16 units of the text
   * @param {Facts[]} [facts] what is said of each besides
   */
  constructor(numbers, facts = []) {
    this.#numbers = numbers;
    this.#facts = facts;
  }

  /** @param {Mark[]} marks in order */
  static of(marks) {
    return new MarkList(Uint32Array.from(marks.flatMap(({ start, end }) => [start, end, 0])), marks);
  }

  get length() {
    return this.#numbers.length / 3;
  }

  /** @param {number} at @returns {Mark | undefined} the same one each time */
  at(at) {
    if (!(at >= 0 && at < this.length)) return undefined;
    const known = this.#made.get(at);
    if (known) return known;
    const mark = { ...this.#facts[at], start: this.start(at), end: this.end(at) };
    this.#made.set(at, mark);
    return mark;
  }

  /** @param {number} at */
  start(at) {
    return this.#numbers[3 * at];
  }

  /** @param {number} at */
  end(at) {
    return this.#numbers[3 * at + 1];
  }

  /** The colour of one, where it is not its layer's. @param {number} at */
  hue(at) {
    return this.#facts[at]?.hue;
  }

  /** Which is the first for which something holds; -1 for none. @param {(at: number) => boolean} holds */
  findIndex(holds) {
    for (let at = 0; at < this.length; at++) if (holds(at)) return at;
    return -1;
  }

  /** @param {number} from @param {number} to @returns {Mark[]} */
  slice(from, to) {
    return Array.from({ length: Math.max(0, Math.min(to, this.length) - from) }, (_, at) => /** @type {Mark} */ (this.at(from + at)));
  }
}
