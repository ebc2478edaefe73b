// What an article gains once it stands: tools for a selection, the match strip, footnotes, large pictures, the place kept.
import { keepPlace } from "./place.js";
import { addMatchStrip } from "./match-strip.js";
import { addSelectionTools } from "./selection.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {HTMLElement} root the article
 */
export function addComforts(app, reading, root) {
  addSelectionTools(app, reading);
  addMatchStrip(reading, root);
  labelScrollers(app, root);
  root.addEventListener("click", (event) => onPress(app, reading, event));
  root.addEventListener("keydown", (event) => {
    if (!(event.target instanceof HTMLImageElement) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.target.click();
  });
  void keepPlace(app, reading);
  void remember(app, reading);
  addEventListener("scrollend", () => reading.marks?.viewMoved(), { signal: reading.signal });
  addEventListener("beforeprint", () => beforePrint(app, reading), { signal: reading.signal });
}

/** What is wider than the column can be reached and scrolled by keyboard. @param {App} app @param {HTMLElement} root */
function labelScrollers(app, root) {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const wide = target.scrollWidth > target.clientWidth;
      if (wide) {
        target.setAttribute("tabindex", "0");
        target.setAttribute("role", "region");
        target.setAttribute("aria-label", app.language.t(target.querySelector("table") ? "table" : "code"));
      } else ["tabindex", "role", "aria-label"].forEach((name) => target.removeAttribute(name));
    }
  });
  for (const scroller of root.querySelectorAll(".scroller")) watcher.observe(scroller);
}

/** @param {App} app @param {Reading} reading @param {MouseEvent} event */
function onPress(app, reading, event) {
  const target = /** @type {Element} */ (event.target);
  const link = target.closest("a[href]");
  if (link instanceof HTMLAnchorElement) {
    const href = link.getAttribute("href") ?? "";
    event.preventDefault();
    if (href.startsWith("#")) void import("./footnote.js").then(({ openFootnote }) => openFootnote(app, reading, link));
    else app.host.follow(link.href);
    return;
  }
  if (target instanceof HTMLImageElement && target.className !== "small") void import("./lightbox.js").then(({ openLightbox }) => openLightbox(app, target));
}

/** @param {App} app @param {Reading} reading */
async function remember(app, reading) {
  const { article, key, page } = reading;
  if (!article) return;
  if (app.host.kind === "web") await app.store.putOpened(page, article, key);
  document.documentElement.dataset.saved = (await app.store.isSaved(key)) ? "yes" : "no";
}

/** Marks print: they are taken off where the person asked for that. @param {App} app @param {Reading} reading */
function beforePrint(app, reading) {
  const { marks } = reading;
  if (document.documentElement.dataset.print !== "plain" || !marks || marks.hidden) return;
  marks.show("hidden");
  addEventListener("afterprint", () => marks.show("shown"), { once: true });
}
