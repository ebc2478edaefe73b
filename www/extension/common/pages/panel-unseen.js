// What the panel says of a tab that it may not see yet.
import { button, element } from "../../../reader/element.js";
import { api } from "../webext.js";

/**
 * @param {import("../../../reader/app.js").App} app
 * @param {() => Promise<void>} again tries once more
 * @returns {HTMLElement}
 */
export function unseenScreen(app, again) {
  const allow = async () => {
    if (await api.permissions.request({ origins: ["http://*/*", "https://*/*"] })) await again();
  };
  return element(
    "div",
    { class: "panel-empty" },
    element("h1", {}, api.i18n.getMessage("unseenTitle")),
    element("p", {}, api.i18n.getMessage("unseenHow")),
    element("div", { class: "buttons" }, button(api.i18n.getMessage("tryAgain"), () => void again(), { class: "button main" }), button(api.i18n.getMessage("allowAll"), () => void allow())),
  );
}
