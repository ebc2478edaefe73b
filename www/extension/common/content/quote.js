// Copies the selection with its source, as Markdown.
import { api } from "../webext.js";
import { Box, wordButton } from "./box.js";
import { say } from "./saying.js";

const box = new Box();

/**
 * Puts a quote on the clipboard; where the browser wants another press for that, asks for one.
 *
 * @param {string} selection what the browser says is selected; for fields, which a selection of the page does not hold
 */
export function copyQuote(selection) {
  const quote = quoteOf(getSelection()?.toString().trim() || selection);
  if (copy(quote)) return say(api.i18n.getMessage("copied"), { undoable: false });
  const words = document.createElement("span");
  words.textContent = quote;
  const content = document.createElement("div");
  content.className = "box said";
  content.append(words, wordButton(api.i18n.getMessage("copy"), () => {
    box.close();
    copy(quote);
  }));
  box.open(content);
}

/** @param {string} text */
function quoteOf(text) {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel~="canonical" i][href]'));
  const quote = text.split(/\n+/).map((line) => `> ${line}`).join("\n>\n");
  const title = (document.title.trim() || location.host).replace(/\s+/g, " ").replace(/[[\]\\]/g, "\\$&");
  return `${quote}\n\n[${title}](${link?.href || location.href})\n`;
}

/** Copies a text, by a copy whose text the page does not see. @param {string} text @returns {boolean} whether the browser let us */
function copy(text) {
  let taken = false;
  const take = (/** @type {ClipboardEvent} */ event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    taken = true;
  };
  addEventListener("copy", take, { capture: true, once: true });
  document.execCommand("copy");
  removeEventListener("copy", take, { capture: true });
  return taken;
}
