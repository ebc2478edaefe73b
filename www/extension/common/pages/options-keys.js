// The shortcuts, and where the browser lets them be changed.
import { button, element } from "../../../reader/element.js";
import { api, openShortcuts } from "../webext.js";
import { message } from "./messages.js";
import { optionsPart } from "./options-part.js";

/** What each command of the manifest does: a message's name. @type {Record<string, string>} */
const NAMES = { _execute_action: "readThisPage", "mark-page": "markThisPage", "open-panel": "openPanel" };

/** @returns {Promise<HTMLElement | null>} null where there are no shortcuts, as on Android */
export async function makeKeysPart() {
  if (!api.commands) return null;
  const commands = await api.commands.getAll();
  const rows = commands.map(({ name, shortcut }) =>
    element("div", { class: "row" }, element("span", {}, message(NAMES[name ?? ""])), shortcut ? element("kbd", {}, shortcut) : element("span", { class: "hint" }, message("noKey"))),
  );
  const change = button(message("changeKeys"), () => void openShortcuts());
  return optionsPart(message("keysTitle"), message("keysHint"), element("div", {}, rows), element("div", { class: "buttons" }, change));
}
