// What the reader's parts are given where there is no reader around them: in the panel and the options.
import { chooseLanguage, loadLanguage } from "../../../reader/i18n.js";
import { openSettings } from "../../../reader/settings.js";
import { applyChoices } from "../../../reader/typography.js";
import { makeHost } from "../host.js";
import { store } from "../store.js";
import { tellOfChanges } from "../tell-changes.js";
import { loadMessages } from "./messages.js";
import { PanelShell } from "./panel-shell.js";

/** @typedef {import("../../../reader/app.js").App} App */

/** @returns {Promise<App>} with the shell of the panel, and nothing being read */
export async function makePageApp() {
  const host = await makeHost({ leave: () => undefined, entries: [] });
  const settings = openSettings(host.preferences);
  const wanted = () => settings.now.language || chooseLanguage(navigator.languages);
  const language = await loadLanguage(wanted());
  await loadMessages(language.tag);
  const shell = new PanelShell(() => language.t("close"));
  applyChoices(settings.now, language.tag);
  settings.listen((now) => (wanted() === language.tag ? applyChoices(now, language.tag) : location.reload()));
  const kept = await store();
  kept.onFull = () => shell.toast(language.t("error.full"));
  tellOfChanges(kept);
  return /** @type {App} */ (
    /** @type {unknown} */ ({ host, settings, language, shell, store: kept, reading: null, read: async () => undefined, leave: () => undefined, say: (/** @type {string} */ text) => shell.say(text) })
  );
}
