// Starts the reader in a document: the web page's and the extension's call this with their host.
import { Keyboard } from "./keys.js";
import { chooseLanguage, loadLanguage } from "./i18n.js";
import { Reading } from "./reading.js";
import { openSettings } from "./settings.js";
import { Shell } from "./shell.js";
import { applyChoices } from "./typography.js";

/** @typedef {import("./host.js").Host} Host */
/** @typedef {import("./host.js").Page} Page */

/**
 * What every part of the reader is given.
 *
 * @typedef {object} App
 * @property {Host} host
 * @property {import("./i18n.js").Translator} language
 * @property {import("./settings.js").Settings} settings
 * @property {import("./store.js").Store} store
 * @property {Shell} shell
 * @property {Reading | null} reading the article on the screen; null on the start screen
 * @property {(page: Page) => Promise<void>} read opens a page
 * @property {() => void} leave goes back to where pages are opened
 * @property {(text: string) => void} say tells assistive technology, politely
 */

/**
 * @param {Host} host
 * @param {HTMLElement} root the element that holds the reader; its children are replaced
 * @param {(app: App) => Promise<Node>} makeStart the screen without an article
 * @returns {Promise<App>}
 */
export async function startReader(host, root, makeStart) {
  const settings = openSettings(host.preferences);
  const store = await host.openStore();
  /** @type {App} */
  const app = {
    host,
    settings,
    store,
    language: await loadLanguage(wantedLanguage(settings.now.language)),
    shell: /** @type {Shell} */ (/** @type {unknown} */ (null)),
    reading: null,
    read: (page) => readPage(app, page),
    leave: host.leave ?? (() => void showStart(app, makeStart)),
    say: (text) => app.shell.say(text),
  };
  store.onFull = () => offerRoom(app);
  mount(app, root);
  applyChoices(settings.now, app.language.tag);
  settings.listen(async (now) => {
    applyChoices(now, app.language.tag);
    if (wantedLanguage(now.language) === app.language.tag) return;
    app.language = await loadLanguage(wantedLanguage(now.language));
    mount(app, root);
    applyChoices(now, app.language.tag);
    if (app.reading) await readPage(app, app.reading.page);
    else await showStart(app, makeStart);
  });
  new Keyboard(app).listen();
  await showStart(app, makeStart);
  return app;
}

/** "Not saved: the disk is full. You can go on reading. [Make room]" @param {App} app */
function offerRoom(app) {
  const { t } = app.language;
  const make = async () => {
    await app.store.makeRoom();
    app.shell.toast(t("error.roomMade"));
  };
  app.shell.toast(t("error.full"), { label: t("error.makeRoom"), press: () => void make() });
}

/** @param {App} app @param {HTMLElement} root */
function mount(app, root) {
  app.shell = new Shell(app);
  root.replaceChildren(...app.shell.parts);
}

/** @param {"" | import("./i18n.js").LanguageTag} chosen */
function wantedLanguage(chosen) {
  return chosen || chooseLanguage(navigator.languages);
}

/** @param {App} app @param {(app: App) => Promise<Node>} makeStart */
async function showStart(app, makeStart) {
  app.reading?.close();
  app.reading = null;
  document.title = app.language.t("app.title");
  app.shell.show("start", await makeStart(app));
}

/** @param {App} app @param {Page} page */
async function readPage(app, page) {
  app.reading?.close();
  const reading = new Reading(app, page);
  app.reading = reading;
  await reading.open();
}
