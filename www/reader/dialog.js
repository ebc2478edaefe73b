// Modal dialogs: a title, a body, a way out. Focus goes back to where it was.
import { element, iconButton } from "./element.js";

/**
 * @param {import("./app.js").App} app
 * @param {string} title
 * @param {Node[]} body
 * @returns {HTMLDialogElement} open; removed from the page when it closes
 */
export function openDialog(app, title, body) {
  const heading = element("h2", { id: "dialog-title", tabindex: -1, autofocus: true }, title);
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "dialog-title" }, element("header", { class: "dialog-head" }, heading, iconButton("close", app.language.t("close"), () => dialog.close())), element("div", { class: "dialog-body" }, body));
  dialog.addEventListener("close", () => dialog.remove());
  // A press beside it closes it, but for one that holds what a person wrote: a stray press loses nothing.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && !dialog.querySelector("input, textarea")) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * A menu under a button; a press elsewhere or Esc closes it.
 *
 * @param {HTMLElement} anchor
 * @param {Node[]} body
 * @param {Record<string, string>} attributes
 * @returns {HTMLElement} open; removed from the page when it closes
 */
export function openPopover(anchor, body, attributes) {
  const made = element("div", { popover: "auto", ...attributes }, body);
  made.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    const inside = made.contains(document.activeElement) || document.activeElement === document.body;
    made.remove();
    if (inside && anchor.isConnected) anchor.focus({ preventScroll: true });
  });
  (anchor.closest(".bar, .bottom-bar, main") ?? document.body).append(made);
  made.showPopover();
  place(made, anchor);
  return made;
}

/** Under its anchor, within the window; a phone's style sheet lays it at the bottom instead. @param {HTMLElement} made @param {HTMLElement} anchor */
function place(made, anchor) {
  const at = anchor.getBoundingClientRect();
  const size = made.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.right - size.width), innerWidth - size.width - 8);
  const below = at.bottom + 6;
  const top = below + size.height > innerHeight - 8 ? Math.max(8, at.top - size.height - 6) : below;
  made.style.setProperty("--left", `${left}px`);
  made.style.setProperty("--top", `${top}px`);
}
