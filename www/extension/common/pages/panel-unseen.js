// What the panel says of a tab that it may not see yet.
import { button, element } from "../../../reader/element.js";
import { api } from "../webext.js";
import { message } from "./messages.js";

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
    element("h1", {}, message("unseenTitle")),
    element("p", {}, message("unseenHow")),
    element("div", { class: "buttons" }, button(message("tryAgain"), () => void again(), { class: "button main" }), button(message("allowAll"), () => void allow())),
  );
}
