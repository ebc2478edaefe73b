// A part of the options under its heading.
import { element } from "../../../reader/element.js";

/**
 * @param {string} title
 * @param {string} hint one line under it
 * @param {...(Node | null)} children
 * @returns {HTMLElement}
 */
export function optionsPart(title, hint, ...children) {
  return element("section", { class: "part" }, element("h2", {}, title), element("p", { class: "hint" }, hint), children);
}

/**
 * Hands a text over as a file.
 *
 * @param {string} name
 * @param {string} text
 */
export function saveFile(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A button that lets a person choose files.
 *
 * @param {string} label
 * @param {string} accept
 * @param {(files: File[]) => Promise<void>} take
 * @returns {HTMLElement}
 */
export function fileButton(label, accept, take) {
  const input = element("input", { type: "file", class: "unseen", multiple: true, accept, "aria-label": label, onchange: () => void take([...(input.files ?? [])]).finally(() => (input.value = "")) });
  return element("label", { class: "button file" }, input, label);
}
