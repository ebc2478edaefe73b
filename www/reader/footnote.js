// A footnote shown where it is called; any other link within the article leads to its place.
import { button, element } from "./element.js";
import { openPopover } from "./dialog.js";

/** Longest text that is a note and not a place to go to, UTF-16 units. */
const LONGEST = 1200;

/**
 * @param {import("./app.js").App} app
 * @param {import("./reading.js").Reading} reading
 * @param {HTMLAnchorElement} link to a place in the article
 */
export function openFootnote(app, reading, link) {
  const id = decodeURIComponent(link.hash.slice(1));
  const target = document.getElementById(id);
  if (!target || !reading.body.contains(target)) return;
  const note = target.closest("li, p, dd, aside") ?? target;
  const isNote = /^(\[?[\w*†‡§]{1,4}\]?|[①-⑳]|注\d*)$/.test(link.textContent.trim()) && note.textContent.length <= LONGEST && !note.contains(link);
  const go = () => {
    target.scrollIntoView({ block: "center" });
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  };
  if (!isNote) {
    go();
    return;
  }
  const copy = element("div", { class: "footnote-text" }, [...note.childNodes].map((node) => node.cloneNode(true)));
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const back of copy.querySelectorAll('a[href^="#"]')) back.remove();
  const popover = openPopover(link, [copy, button(app.language.t("footnote.go"), () => {
    popover.hidePopover();
    go();
  }, { class: "inline-button" })], { class: "popover footnote", role: "note", lang: link.closest("[lang]")?.getAttribute("lang") ?? "" });
}
