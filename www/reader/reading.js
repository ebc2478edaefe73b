// One page being read: extracted, set in the column, its layers of marks, its corrections.
import { element } from "./element.js";
import { makeHead } from "./head.js";
import { Marks } from "./marks.js";
import { Pictures } from "./pictures.js";
import { copySafely } from "./safe.js";
import { TextIndex } from "./text-index.js";
import { turn } from "./turn.js";
import { directionOf, isHan, settingLanguage } from "./typography.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./host.js").Article} Article */
/** @typedef {import("./host.js").Page} Page */
/** @typedef {import("./host.js").FindOptions} FindOptions */
/** @typedef {{ include: string[], exclude: string[], root?: string }} Corrections what a person put back, hid, and picked as the article: paths or selectors */

/** How many keywords are asked for. */
const KEYWORDS = 20;
/** Articles longer than this are laid out only where they are in view, UTF-16 units. */
const LONG = 60_000;

/** What marks is loaded while the page is read; find with it, or letters typed right after its key would be keys themselves. */
const loadMarking = () => Promise.all([import("./words.js"), import("./own.js"), import("./find.js")]);

/** Events: `ready` when the article stands, `corrected` when it was read again, `layers` with the marks. */
export class Reading extends EventTarget {
  /** @type {Article | null} */
  article = null;
  /** @type {Marks | null} */
  marks = null;
  /** What names it in this browser's store: the same for the live page and for the reader. */
  key = "";
  /** @type {Corrections} */
  corrections = { include: [], exclude: [] };
  /** The body: what is indexed and marked. */
  body = element("div", { class: "body" });
  /** @type {import("./own.js").OwnHighlights | null} */
  own = null;
  /** @type {import("./words.js").Words | null} */
  words = null;
  /** @type {Pictures} */
  pictures;
  #ended = new AbortController();
  #between = new AbortController();

  /** @param {App} app @param {Page} page */
  constructor(app, page) {
    super();
    this.app = app;
    this.page = page;
    this.pictures = new Pictures(app, page, this.#ended.signal);
  }

  /** Aborted when something else is read, or this is read again with corrections. */
  get signal() {
    return AbortSignal.any([this.#ended.signal, this.#between.signal]);
  }

  /** Extracts the page and shows what there is. */
  async open() {
    const { shell, store } = this.app;
    try {
      void loadMarking();
      this.corrections = await store.rulesFor(this.page.url);
      const [article] = await Promise.all([shell.during(this.#extract()), this.app.host.kind === "web" && store.putSource(this.page)]);
      if (this.signal.aborted) return;
      this.article = article;
      await turn();
      this.key = await store.keyOf(article, this.page);
      await turn();
      const stories = article.pageType === "listing" || article.content === null ? (await import("./stories.js")).storiesOf(article) : [];
      if (stories.length || article.content === null) await this.#showNoArticle(article, stories);
      else await this.#showArticle(article, article.content);
    } catch (error) {
      if (this.signal.aborted) return;
      const { errorScreen } = await import("./messages-screen.js");
      shell.show("message", errorScreen(this.app, error));
    }
  }

  /** The article as it is to be shown: a keyword that its text does not hold has nothing to be pressed for. */
  async #extract() {
    const { source, url, charset } = this.page;
    const article = await this.app.host.engine.extract(source, {
      url: url || undefined,
      charset,
      ...this.corrections,
      setAside: true,
      keywords: KEYWORDS,
      now: new Date().toISOString(),
    });
    return { ...article, keywords: article.keywords.filter((keyword) => keyword.count > 0) };
  }

  /** @param {Article} article @param {Article["related"]} stories */
  async #showNoArticle(article, stories) {
    const { noArticleScreen } = await import("./messages-screen.js");
    document.title = article.title ?? this.page.name;
    this.app.shell.show("message", noArticleScreen(this.app, this, article, stories));
  }

  /** Shows what text a page has that is rather a list of stories. */
  async showText() {
    if (this.article?.content) await this.#showArticle(this.article, this.article.content);
  }

  /** @param {Article} article @param {string} content */
  async #showArticle(article, content) {
    const marking = await loadMarking();
    if (this.signal.aborted) return;
    const lang = settingLanguage(article.lang);
    const root = element("article", { class: "article", lang: lang || null, dir: article.dir ?? directionOf(article.textContent), "data-script": isHan(article.lang) ? "han" : "other", "aria-labelledby": "headline", "aria-busy": "true" });
    const loading = makeHead(this.app, this, article);
    root.append(loading.head, this.body);
    if (article.length > LONG) this.body.classList.add("long");
    document.title = article.title ?? this.page.name;
    this.app.shell.show("article", root);
    const indexing = this.#makeMarks(marking);
    await turn();
    root.querySelector("h1")?.focus({ preventScroll: true });
    this.pictures.takeCaptions(article);
    await copySafely(content, this.body, {
      base: article.url ?? this.page.url,
      picture: (image, from) => this.pictures.place(image, from),
      signal: this.signal,
    });
    if (this.signal.aborted) return;
    const next = article.nextPage ? (await import("./next-page.js")).makeNextPage(this.app, this) : null;
    if (next) root.append(next);
    if (loading.foot) root.append(loading.foot);
    this.pictures.settle(this.body);
    await turn();
    indexing.resolve(await TextIndex.inSlices(this.body));
    await turn();
    await Promise.all([this.own?.load(), this.words?.paintLists()]);
    if (this.signal.aborted) return;
    root.removeAttribute("aria-busy");
    this.app.say(article.title ?? "");
    this.dispatchEvent(new Event("ready"));
    await this.#addComforts(root);
  }

  /** Everything that marks, before there is anything to mark: what is pressed meanwhile is done when the text stands. @param {Awaited<ReturnType<typeof loadMarking>>} modules */
  #makeMarks([{ Words }, { OwnHighlights }]) {
    /** @type {PromiseWithResolvers<TextIndex>} */
    const indexing = Promise.withResolvers();
    this.marks = new Marks(indexing.promise, () => this.inView());
    this.words = new Words(this.app, this, this.marks);
    this.own = new OwnHighlights(this.app, this, this.marks);
    return indexing;
  }

  /** Reads the body's text again after something was added at its end; what is marked is found anew. */
  async readAgain() {
    if (!this.marks) return;
    this.pictures.settle(this.body);
    this.marks.index = await TextIndex.inSlices(this.body);
    this.own?.textChanged();
    await Promise.all([this.own?.load(), this.words?.refresh()]);
  }

  /** What makes reading pleasant and is not needed for the first line. @param {HTMLElement} root */
  async #addComforts(root) {
    const { addComforts } = await import("./comforts.js");
    if (!this.signal.aborted) addComforts(this.app, this, root);
  }

  /**
   * Reads the page again with other corrections, and remembers them for its site where the person says so.
   *
   * @param {Corrections} corrections
   */
  async correct(corrections) {
    const before = this.corrections;
    this.corrections = corrections;
    const place = scrollY;
    try {
      const article = await this.app.shell.during(this.#extract());
      if (article.content === null) throw new Error("no article");
      this.#between.abort();
      this.#between = new AbortController();
      this.marks?.clear();
      this.article = article;
      this.body = element("div", { class: "body" });
      const { panel } = this.app.shell;
      const tab = panel?.tab;
      await this.#showArticle(article, article.content);
      scrollTo(0, place);
      if (tab) await this.app.shell.openPanel(tab, "aside");
      this.dispatchEvent(new Event("corrected"));
    } catch {
      this.corrections = before;
      this.app.shell.toast(this.app.language.t("aside.cannot"));
    }
  }

  /** Where in the text the view begins: the first block whose end is below the bar. */
  inView() {
    const { index } = /** @type {Marks} */ (this.marks);
    let low = 0;
    let high = index.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.blocks[middle].element.getBoundingClientRect().bottom < 56) low = middle + 1;
      else high = middle;
    }
    return index.blocks[low]?.start ?? index.text.length;
  }

  /** Brings a stretch of the text into view. @param {number} start @param {number} end */
  reveal(start, end) {
    const range = this.marks?.index.liveRange(start, end);
    if (!range) return;
    openAround(range.startContainer);
    const box = range.getBoundingClientRect();
    const [top, bottom] = [72, innerHeight * 0.75];
    if (box.top >= top && box.bottom <= bottom && box.height) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(box.top) > innerHeight * 3;
    scrollTo({ top: scrollY + box.top - innerHeight * 0.33, behavior: calm ? "instant" : "smooth" });
  }

  async save() {
    const { app } = this;
    if (!this.article) return;
    const saved = await app.store.toggleSaved(this.page, this.article, this.key);
    app.shell.toast(app.language.t(saved ? "saved" : "unsaved"));
    document.documentElement.dataset.saved = saved ? "yes" : "no";
  }

  close() {
    this.#ended.abort();
    this.marks?.clear();
    this.own?.close();
  }
}

/** Opens what is folded around a node. @param {Node} node */
function openAround(node) {
  for (let at = node.parentElement; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}
