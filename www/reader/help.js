// The keys, in a dialog.
import { element } from "./element.js";
import { openDialog } from "./dialog.js";
import { KEYS } from "./key-table.js";

/** @param {import("./app.js").App} app */
export function openHelp(app) {
  const { t } = app.language;
  const bound = { ...KEYS, ...app.settings.now.keyMap };
  const rows = /** @type {import("./key-table.js").Action[]} */ (Object.keys(KEYS)).map((action) => element("div", { class: "key-row" }, element("dt", {}, t(`key.${action}`)), element("dd", {}, element("kbd", {}, bound[action]))));
  const escape = element("div", { class: "key-row" }, element("dt", {}, t("key.escape")), element("dd", {}, element("kbd", {}, "Esc")));
  openDialog(app, t("help"), [element("dl", { class: "keys" }, rows, escape), element("p", { class: "hint" }, t("help.where"))]);
}
