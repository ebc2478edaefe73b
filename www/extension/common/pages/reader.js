// The reader view of a tab: the web reader's own code, with the tab as its page.
import { startReader } from "../../../reader/app.js";
import { readTab } from "../addresses.js";
import { ask } from "../ask.js";
import { makeHost } from "../host.js";
import { keepPage, keptPage, ownTab } from "../kept-pages.js";
import { PageRefused, takePage } from "../take-page.js";
import { tellOfChanges } from "../tell-changes.js";
import { api, openPanel, panelsAreTabs } from "../webext.js";
import { goToPlace } from "./go-to-place.js";
import { loadMessages } from "./messages.js";
import { refusedScreen } from "./refused-screen.js";

/** @typedef {import("../../../reader/app.js").App} App */

const root = /** @type {HTMLElement} */ (document.getElementById("rubricate"));
const source = readTab(location.href);
// The page is on its way while the reader is set up.
const coming = source ? takePage(source.tab, source.frame) : Promise.reject(new PageRefused("gone"));
coming.catch(() => undefined);

const { tab } = source ?? {};
// Where panels are tabs, on Android, there is no other way to one.
const entries = tab !== undefined && panelsAreTabs ? [{ label: () => api.i18n.getMessage("openPanel"), press: () => void openPanel({ id: tab }) }] : [];
const host = await makeHost({ leave: () => void ask("reader.back"), entries });
const app = await startReader(host, root, async () => document.createElement("div"));
tellOfChanges(app.store);
await read(app);

/** @param {App} app */
async function read(app) {
  try {
    const page = await coming;
    keepPage(page).catch(() => undefined);
    await show(app, page);
  } catch (error) {
    const page = await keptPage(await ownTab());
    if (page) await show(app, page);
    else await refuse(app, error);
  }
}

/** @param {App} app @param {unknown} error */
async function refuse(app, error) {
  await loadMessages(app.language.tag);
  app.shell.show("message", refusedScreen(app, error));
}

/** @param {App} app @param {import("../kept-pages.js").TakenPage} page */
async function show(app, { facts, snapshot }) {
  await app.read({ id: facts.url, url: facts.url, name: facts.title || facts.url, source: snapshot });
  goToPlace(app, facts.place);
}
