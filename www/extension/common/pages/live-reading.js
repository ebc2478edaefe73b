// A live page, as the panel knows what is read: its article, its marks, its highlights.
import { stateKey } from "../../../reader/page-key.js";
import { ask } from "../ask.js";
import { callFrames } from "../live-calls.js";
import { hostOf } from "../lists.js";
import { takePage } from "../take-page.js";
import { LiveMarks } from "./live-marks.js";
import { LiveOwn } from "./live-own.js";
import { LiveWords } from "./live-words.js";

/** @typedef {import("../../../reader/app.js").App} App */
/** @typedef {import("../../../reader/host.js").Article} Article */
/** @typedef {import("../../../reader/reading.js").Corrections} Corrections */

/** How many keywords are asked for. */
const KEYWORDS = 20;

/** Events: `page` when its marks are known, `article` when that is, `lists` when lists or marks changed. */
export class LiveReading extends EventTarget {
  /** @type {Article | null} */
  article = null;
  /** @type {import("../../../reader/host.js").Page} */
  page = { id: "", url: "", name: "", source: "" };
  /** Whether `page` is known. */
  isRead = false;
  key = "";
  host = "";
  /** @type {Corrections} */
  corrections = { include: [], exclude: [] };
  body = document.createElement("div");
  #ended = new AbortController();

  /** @param {App} app @param {number} tab */
  constructor(app, tab) {
    super();
    this.app = app;
    this.tab = tab;
    this.words = new LiveWords(this);
    this.marks = new LiveMarks(tab, (layer) => this.#nameOf(layer));
    this.own = new LiveOwn(this);
    this.marks.addEventListener("own", (event) => this.own.goTo(/** @type {CustomEvent} */ (event).detail));
  }

  get signal() {
    return this.#ended.signal;
  }

  /** Reads the page. Rejects where the tab may not be seen. */
  async open() {
    if ((await callFrames(this.tab, "ownReport")).length === 0) await ask("live.mark", { tabId: this.tab });
    const { facts, snapshot } = await takePage(this.tab, 0);
    this.isRead = true;
    this.page = { id: facts.url, url: facts.url, name: facts.title || facts.url, source: snapshot };
    this.host = hostOf(facts.url);
    await this.words.load();
    await this.marks.refresh();
    this.dispatchEvent(new Event("page"));
    this.corrections = await this.app.store.rulesFor(facts.url);
    this.article = await this.#extract();
    this.key = await stateKey(this.article.canonicalUrl, facts.url, this.article.textContent);
    await this.own.load();
    this.dispatchEvent(new Event("article"));
  }

  /** Reads the marks again: the page changed, or what is marked in it. */
  async refresh() {
    await this.marks.refresh();
    await this.own.load();
    this.dispatchEvent(new Event("lists"));
  }

  /** Tells pages and menus of changed lists, and shows them. */
  async listsChanged() {
    await ask("lists.changed");
    await this.words.load();
    await this.refresh();
  }

  /** @param {Corrections} corrections */
  async correct(corrections) {
    this.corrections = corrections;
    this.article = await this.#extract();
    this.dispatchEvent(new Event("article"));
  }

  /** The page steps from what is in its own view. */
  inView() {
    return 0;
  }

  close() {
    this.#ended.abort();
  }

  #extract() {
    const { source, url } = this.page;
    return this.app.host.engine.extract(source, { url, ...this.corrections, setAside: true, keywords: KEYWORDS, now: new Date().toISOString() });
  }

  /** @param {import("../content/live-page.js").LayerState} layer */
  #nameOf({ id, kind, items: [first] }) {
    const word = first?.word ?? "";
    if (kind === "list") return this.words.lists.find((list) => list.id === id)?.name ?? "";
    if (kind === "keyword") return id.replace(/^keyword:/, "");
    return id === "find" ? this.words.query : word;
  }
}
