// The options: lists, where they are marked, rules of sites, shortcuts, the text of the reader.
import { button, element } from "../../../reader/element.js";
import { chooseLanguage, loadLanguage } from "../../../reader/i18n.js";
import { openSettingsDialog } from "../../../reader/settings-dialog.js";
import { openSettings } from "../../../reader/settings.js";
import { applyChoices } from "../../../reader/typography.js";
import { makeHost } from "../host.js";
import { store } from "../lists.js";
import { tellOfChanges } from "../tell-changes.js";
import { api } from "../webext.js";
import { makeKeysPart } from "./options-keys.js";
import { makeListsPart } from "./options-lists.js";
import { makeRulesPart } from "./options-rules.js";
import { makeSitesPart } from "./options-sites.js";
import { makeWebReaderPart } from "./options-web-reader.js";
import { PanelShell } from "./panel-shell.js";

/** @typedef {import("../../../reader/app.js").App} App */

const root = /** @type {HTMLElement} */ (document.getElementById("rubricate"));
const host = await makeHost({ leave: () => undefined });
const settings = openSettings(host.preferences);
const language = await loadLanguage(settings.now.language || chooseLanguage(navigator.languages));
const shell = new PanelShell(() => language.t("close"));
applyChoices(settings.now, language.tag);
settings.listen((now) => applyChoices(now, language.tag));

const app = /** @type {App} */ (/** @type {unknown} */ ({ host, settings, language, shell, store: await store(), reading: null, say: (/** @type {string} */ text) => shell.say(text) }));
tellOfChanges(app.store);

const text = button(language.t("settings"), () => openSettingsDialog(app, text));
root.append(
  element("header", {}, element("h1", {}, element("span", { class: "initial" }, "R"), "ubricate"), text),
  await makeListsPart(app),
  await makeSitesPart(app),
  await makeRulesPart(app),
  await makeWebReaderPart(app),
  await makeKeysPart(),
  element("p", { class: "hint" }, api.i18n.getMessage("privacy")),
);
document.title = `${api.i18n.getMessage("options")} · Rubricate`;
