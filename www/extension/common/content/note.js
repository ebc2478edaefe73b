// The note to a highlight, written on the live page.
import { api } from "../webext.js";
import { Box, wordButton } from "./box.js";

const box = new Box();

/**
 * Opens the field for a note, in place of one that is open.
 *
 * @param {string} text what there is
 * @param {(text: string) => void} keep called with what a person wrote and kept
 */
export function openNote(text, keep) {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-label", api.i18n.getMessage("note"));
  field.placeholder = api.i18n.getMessage("note");
  const done = () => {
    closeNote();
    keep(field.value.trim());
  };
  // What is typed here is no shortcut of the page.
  for (const type of ["keydown", "keyup", "keypress", "input"]) field.addEventListener(type, (event) => event.stopPropagation());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeNote();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) done();
  });
  const row = document.createElement("div");
  row.className = "row";
  row.append(wordButton(api.i18n.getMessage("cancel"), closeNote), wordButton(api.i18n.getMessage("keep"), done));
  const content = document.createElement("div");
  content.className = "box note";
  content.setAttribute("role", "dialog");
  content.setAttribute("aria-label", api.i18n.getMessage("note"));
  content.append(field, row);
  box.open(content);
  field.focus();
}

/** Takes the field off the page. */
export function closeNote() {
  box.close();
}
