// The engine: the compiled module, one instance of it at a time, and calls that throw a RubricateError and nothing else.
// A trap (a panic, an exhausted stack or memory) leaves an instance that is not to be trusted: the call throws `internal`,
// and the next one runs in a new instance of the same module.
import { RubricateError } from "./error.js";

/**
 * What a build of the module offers: `wasm/full.js`, or a part of it.
 *
 * @typedef {typeof import("./wasm/full.js")} Bindings
 */
/**
 * Terms made ready.
 *
 * @typedef {object} Search
 * @property {(text: string) => Uint32Array} find start, end and term of each match by start, flat, in UTF-16 units
 * @property {() => void} free lets go of it
 */

export class Engine {
  #bindings;
  /** Whether a call was made. */
  #asked = false;
  /** Counts the instances; what was made in another one than the present is gone. */
  #instance = 0;

  /** @param {Partial<Omit<Bindings, "initSync" | "default">>} bindings those of one build; what a part of the module lacks is not called */
  constructor(bindings) {
    this.#bindings = /** @type {Bindings} */ (bindings);
  }

  /** Whether calls can be answered. */
  get ready() {
    return this.#instance > 0;
  }

  /**
   * Makes the first instance.
   *
   * @param {WebAssembly.Module} module
   */
  start(module) {
    if (this.ready) return;
    this.#bindings.initSync({ module });
    this.#instance = 1;
  }

  /** Does what makes the host compile what the first page would wait for, if none has come yet. @param {(bindings: Bindings) => void} work */
  warmUp(work) {
    if (!this.#asked) work(this.#bindings);
  }

  /**
   * @param {string} html
   * @param {object | undefined} options
   * @returns {import("./types.js").Article}
   */
  extract(html, options) {
    return this.#call((module) => module.extract(html, options));
  }

  /**
   * @param {Uint8Array} message what `snapshot` of page.js gave
   * @param {object | undefined} options
   * @returns {import("./types.js").Article}
   */
  extractSnapshot(message, options) {
    return this.#call((module) => module.extract_snapshot(message, options));
  }

  /** @param {string} html @param {object | undefined} options @returns {boolean} */
  isReadable(html, options) {
    return this.#call((module) => module.is_readable(html, options));
  }

  /** @param {Uint8Array} message @param {object | undefined} options @returns {boolean} */
  isReadableSnapshot(message, options) {
    return this.#call((module) => module.is_readable_snapshot(message, options));
  }

  /**
   * @param {string} text
   * @param {object | undefined} options
   * @returns {import("./types.js").Keyword[]}
   */
  keywords(text, options) {
    return this.#call((module) => module.keywords(text, options));
  }

  /**
   * The text of a page's bytes, as browsers decode it. A label that the host does not know is passed over.
   *
   * @param {Uint8Array} bytes
   * @param {string | undefined} charset what HTTP said
   */
  decode(bytes, charset) {
    const label = this.#call((module) => module.sniff(bytes.subarray(0, 1024), decoder(charset) && charset));
    return (decoder(label) ?? new TextDecoder()).decode(bytes);
  }

  /**
   * Makes terms ready to be found.
   *
   * @param {string[]} terms
   * @param {import("./types.js").FindOptions | undefined} options
   * @returns {Search}
   */
  compile(terms, options) {
    // A term with U+0000 is never found, nor is an empty one.
    const list = terms.map((term) => (term.includes("\0") ? "" : term)).join("\0");
    const segment = options?.wholeWord ? segmenter() : undefined;
    const make = () => this.#call((module) => new module.Search(list, options));
    let search = make();
    let instance = this.#instance;
    return {
      find: (text) => {
        if (instance !== this.#instance) {
          search = make();
          instance = this.#instance;
        }
        return this.#call(() => search.find(text, segment));
      },
      free: () => {
        if (instance === this.#instance) search.free();
        instance = -1;
      },
    };
  }

  /**
   * @template T
   * @param {(module: Bindings) => T} work
   * @returns {T}
   */
  #call(work) {
    if (!this.ready) throw new RubricateError("notReady", "call init() and wait for it first");
    this.#asked = true;
    try {
      return work(this.#bindings);
    } catch (thrown) {
      if (isRefusal(thrown)) throw new RubricateError(thrown.code, thrown.message);
      this.#instance += 1;
      this.#bindings.__wbg_reset_state();
      throw new RubricateError("internal", "this page cannot be worked on: the module stopped", { cause: thrown });
    }
  }
}

/**
 * Whether the module refused, as it does with plain objects; all else is a trap.
 *
 * @param {unknown} thrown
 * @returns {thrown is { code: RubricateError["code"], message: string }}
 */
function isRefusal(thrown) {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown;
}

/** @param {string | undefined} label @returns {TextDecoder | undefined} none where the host does not know it */
function decoder(label) {
  try {
    return label === undefined ? undefined : new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** @type {((clause: string) => Uint32Array) | undefined} */
let segment;

/** The host's words of scripts without spaces: gives their edges in a clause, in UTF-16 units. */
function segmenter() {
  if (segment || typeof Intl.Segmenter !== "function") return segment;
  const words = new Intl.Segmenter(undefined, { granularity: "word" });
  segment = (clause) => Uint32Array.from(words.segment(clause), (word) => word.index);
  return segment;
}

/**
 * Compiles a module.
 *
 * @param {URL | string | Response | BufferSource | WebAssembly.Module} source an address is fetched, a `file:` one read
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compileAt(new URL(source, import.meta.url));
  return source instanceof Response ? compileResponse(source) : WebAssembly.compile(/** @type {BufferSource} */ (source));
}

/** @param {URL} url */
async function compileAt(url) {
  // No `import()` here: a service worker whose modules hold one does not start.
  const fs = url.protocol === "file:" ? globalThis.process?.getBuiltinModule?.("node:fs") : undefined;
  return fs ? WebAssembly.compile(/** @type {BufferSource} */ (fs.readFileSync(url))) : compileResponse(await fetch(url));
}

/** @param {Response} response */
async function compileResponse(response) {
  if (!response.ok) throw new RubricateError("notReady", `the module could not be fetched: ${response.status} ${response.url}`);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
