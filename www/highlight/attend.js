// Looks after what is painted while somebody is there: soon after each thing that a person does, then ever more seldom, then
// no more. No event tells that a page has cleared its highlights, and an idle page shall cost nothing.

/** How long after a person did something it is looked first, ms; after that twice as long each time. */
const FIRST = 1000;
/** The longest wait, ms: after it nobody is there. */
const LAST = 64_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "scroll", "visibilitychange"];

export class Attendance {
  #ended = new AbortController();
  #document;
  #look;
  #listens = false;
  /** How long the present wait is, ms; 0 for none. */
  #delay = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {EventTarget} document where a person does things @param {() => void} look */
  constructor(document, look) {
    this.#document = document;
    this.#look = look;
    this.#wait(FIRST);
  }

  /** @param {number} delay ms */
  #wait(delay) {
    clearTimeout(this.#timer);
    this.#delay = delay;
    this.#timer = setTimeout(() => {
      this.#listen();
      this.#look();
      if (delay < LAST) this.#wait(2 * delay);
      else this.#delay = 0;
    }, delay);
  }

  /** Begins with the first look: whoever highlights does not wait for it, and nobody is missed. */
  #listen() {
    if (this.#listens) return;
    this.#listens = true;
    for (const sign of SIGNS) this.#document.addEventListener(sign, () => this.#delay !== FIRST && this.#wait(FIRST), { capture: true, passive: true, signal: this.#ended.signal });
  }

  /** Looks no more. */
  end() {
    clearTimeout(this.#timer);
    this.#ended.abort();
  }
}
