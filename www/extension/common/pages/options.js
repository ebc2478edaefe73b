// The options: lists, where they are marked, rules of sites, shortcuts, the text of the reader.
import { button, element } from "../../../reader/element.js";
import { openSettingsDialog } from "../../../reader/settings-dialog.js";
import { message } from "./messages.js";
import { makeKeysPart } from "./options-keys.js";
import { makeListsPart } from "./options-lists.js";
import { makeRulesPart } from "./options-rules.js";
import { makeSitesPart } from "./options-sites.js";
import { makeWebReaderPart } from "./options-web-reader.js";
import { makePageApp } from "./page-app.js";

const root = /** @type {HTMLElement} */ (document.getElementById("rubricate"));
const app = await makePageApp();
const { language } = app;

const text = button(language.t("settings"), () => openSettingsDialog(app, text));
root.append(...[
  element("header", {}, element("h1", {}, element("span", { class: "initial" }, "R"), "ubricate"), text),
  await makeListsPart(app),
  await makeSitesPart(),
  await makeRulesPart(app),
  await makeWebReaderPart(app),
  await makeKeysPart(),
  element("p", { class: "hint" }, message("privacy")),
].filter((part) => part !== null));
document.title = `${message("options")} · Rubricate`;
