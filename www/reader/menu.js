// The menu under "⋯".
import { element } from "./element.js";
import { openPopover } from "./dialog.js";

/**
 * @param {import("./app.js").App} app
 * @param {HTMLElement} anchor
 */
export function openArticleMenu(app, anchor) {
  const { t } = app.language;
  const { reading } = app;
  const item = (/** @type {string} */ label, /** @type {() => void} */ press, key = "") =>
    element("button", { type: "button", role: "menuitem", class: "menu-item", onclick: () => {
      popover.hidePopover();
      press();
    } }, element("span", {}, label), key && element("kbd", {}, key));
  const marks = reading?.marks;
  const article = reading?.article;
  const { share } = app.host;
  const ofArticle = marks
    ? [
        item(t(marks.hidden ? "marks.show" : "marks.hide"), () => marks.show(marks.hidden ? "shown" : "hidden"), "h"),
        item(t("highlights.sentence"), () => void reading.own?.markAround("sentence")),
        item(t("highlights.paragraph"), () => void reading.own?.markAround("paragraph")),
        item(t("outline"), () => void app.shell.openPanel("outline")),
        item(t("about"), () => void app.shell.openPanel("about")),
        item(t("copyMarkdown"), () => void copyMarkdown(app)),
        item(t("print"), () => printWith("marks")),
        item(t("printPlain"), () => printWith("plain")),
        article && share ? item(t("openElsewhere"), () => share(article)) : null,
        reading.page.url ? item(t("openOriginal"), () => app.host.follow(reading.page.url)) : null,
        ...(app.host.entries ?? []).map(({ label, press }) => item(label(), press)),
      ]
    : [];
  const popover = openPopover(anchor, /** @type {Node[]} */ ([...ofArticle, item(t("settings"), () => void app.shell.openSettings(anchor)), item(t("help"), () => void import("./help.js").then(({ openHelp }) => openHelp(app)), "?")].filter(Boolean)), {
    class: "popover menu",
    role: "menu",
    "aria-label": t("more"),
  });
  popover.addEventListener("keydown", (event) => moveFocus(popover, event));
  /** @type {HTMLElement} */ (popover.firstElementChild).focus();
}

/** @param {HTMLElement} menu @param {KeyboardEvent} event */
function moveFocus(menu, event) {
  const items = /** @type {HTMLElement[]} */ ([...menu.children]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length].focus();
}

/** @param {"marks" | "plain"} how */
function printWith(how) {
  const { dataset } = document.documentElement;
  dataset.print = how;
  addEventListener("afterprint", () => delete dataset.print, { once: true });
  print();
}

/** @param {import("./app.js").App} app */
async function copyMarkdown(app) {
  const { reading } = app;
  if (!reading) return;
  const { source, url, charset } = reading.page;
  const article = await app.host.engine.extract(source, { url: url || undefined, charset, ...reading.corrections, markdown: true, keywords: 0 });
  const address = article.canonicalUrl ?? url;
  await navigator.clipboard.writeText([`# ${article.title ?? ""}`, address && `<${address}>`, article.markdown ?? article.textContent].filter(Boolean).join("\n\n"));
  app.shell.toast(app.language.t("copied"));
}
