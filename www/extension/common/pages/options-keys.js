// The shortcuts, and where the browser lets them be changed.
import { button, element } from "../../../reader/element.js";
import { api, openShortcuts } from "../webext.js";
import { optionsPart } from "./options-part.js";

const message = api.i18n.getMessage;

/** @returns {Promise<HTMLElement>} */
export async function makeKeysPart() {
  const commands = await api.commands.getAll();
  const rows = commands.map(({ name, description, shortcut }) =>
    element("div", { class: "row" }, element("span", {}, name === "_execute_action" ? message("readThisPage") : description), shortcut ? element("kbd", {}, shortcut) : element("span", { class: "hint" }, message("noKey"))),
  );
  const change = button(message("changeKeys"), () => void openShortcuts());
  return optionsPart(message("keysTitle"), message("keysHint"), element("div", {}, rows), element("div", { class: "buttons" }, change));
}
