// A sentence on the live page about what a press did, for a while.
import { ask } from "../ask.js";
import { api } from "../webext.js";
import { Box, wordButton } from "./box.js";

/** How long it stays, ms. */
const STAY = 10_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;
const box = new Box(() => clearTimeout(leaving));

/**
 * @param {string} text
 * @param {{ undoable: boolean }} choice whether what it tells of can be undone
 */
export function say(text, { undoable }) {
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  words.textContent = text;
  const content = document.createElement("div");
  content.className = "box said";
  content.append(words);
  if (undoable) {
    content.append(wordButton(api.i18n.getMessage("undo"), () => {
      box.close();
      void ask("words.undo");
    }));
  }
  box.open(content);
  leaving = setTimeout(() => box.close(), STAY);
}

/** Says that what was pressed did not work. @param {unknown} error */
export function sayFailed(error) {
  say(api.i18n.getMessage("notDone", [error instanceof Error ? error.message : String(error)]), { undoable: false });
}

/** Takes it off the page. */
export function unsay() {
  box.close();
}
