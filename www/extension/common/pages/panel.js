// The panel beside a page: words, highlights, outline and about, of the tab in front.
import { element } from "../../../reader/element.js";
import { Panel } from "../../../reader/panel.js";
import { api } from "../webext.js";
import { LiveReading } from "./live-reading.js";
import { makeLiveAbout } from "./live-about.js";
import { makeLiveOutline } from "./live-outline.js";
import { makePageApp } from "./page-app.js";
import { makeLiveWords } from "./panel-live-words.js";
import { unseenScreen } from "./panel-unseen.js";

/** A page that changes is asked again this much later, ms. */
const ASK_AFTER = 150;

const root = /** @type {HTMLElement} */ (document.getElementById("rubricate"));
/** The one tab that this panel is of, where it is a tab itself (Android); else it is of the tab in front. */
const fixed = Number(new URLSearchParams(location.search).get("tab")) || null;

const app = await makePageApp();
/** @type {LiveReading | null} */
let live = null;
/** @type {Panel | null} */
let panel = null;

/** Shows the tab in front. */
async function showTab() {
  const [tab] = fixed ? [await api.tabs.get(fixed).catch(() => undefined)] : await api.tabs.query({ active: true, currentWindow: true });
  live?.close();
  if (tab?.id === undefined) return showUnseen();
  const reading = new LiveReading(app, tab.id);
  live = reading;
  app.reading = /** @type {any} */ (reading);
  const show = () => {
    if (live !== reading) return;
    showPanel();
    // The panel puts the focus on its tab for those who opened it by a press; here nobody did.
    const focused = document.activeElement !== document.body;
    void panel?.show(panel.tab ?? "words").then(() => !focused && document.activeElement instanceof HTMLElement && document.activeElement.blur());
  };
  for (const event of ["page", "article"]) reading.addEventListener(event, show, { signal: reading.signal });
  await reading.open().catch(() => live === reading && showUnseen());
}

function showUnseen() {
  panel = null;
  root.replaceChildren(unseenScreen(app, showTab));
}

/** Makes the panel where there is none. */
function showPanel() {
  if (panel) return;
  panel = new Panel(app, { words: makeLiveWords, outline: makeLiveOutline, about: makeLiveAbout });
  root.replaceChildren(element("h1", { class: "unseen" }, app.language.t("app.title")), panel.element);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let asking;
api.runtime.onMessage.addListener((message, sender) => {
  if (message?.name !== "live.count" || sender.id !== api.runtime.id || sender.tab?.id !== live?.tab) return;
  clearTimeout(asking);
  const isOther = sender.frameId === 0 && live?.isRead && withoutHash(sender.url) !== withoutHash(live.page.url);
  asking = setTimeout(() => void (isOther ? showTab() : live?.refresh().catch(showUnseen)), ASK_AFTER);
});
app.store.listen("lists", () => void live?.words.load(), new AbortController().signal);
api.tabs.onActivated.addListener(async ({ windowId }) => !fixed && windowId === (await api.windows.getCurrent()).id && void showTab());
api.tabs.onUpdated.addListener((id, { status }) => status === "complete" && id === live?.tab && void showTab());
await showTab();

/** @param {string | undefined} url */
function withoutHash(url) {
  return url?.replace(/#.*/, "");
}
