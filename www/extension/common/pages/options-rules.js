// What a person corrected and asked to be remembered for a site.
import { button, element, fill } from "../../../reader/element.js";
import { message } from "./messages.js";
import { fileButton, optionsPart, saveFile } from "./options-part.js";

/** @typedef {import("../../../reader/app.js").App} App */
/** @typedef {import("../../../reader/store.js").SiteRule} SiteRule */

/** @param {App} app @returns {Promise<HTMLElement>} */
export async function makeRulesPart(app) {
  const rows = element("div", {});
  const out = button(message("exportAs", ["JSON"]), async () => saveFile("rubricate-sites.json", `${JSON.stringify({ rubricate: "site rules", version: 1, rules: await app.store.rules() }, null, 2)}\n`));
  const show = async () => {
    const rules = await app.store.rules();
    fill(rows, rules.length ? rules.map((rule) => row(app, rule)) : [element("p", {}, message("noRules"))]);
    out.hidden = rules.length === 0;
  };
  app.store.listen("rules", () => void show(), new AbortController().signal);
  await show();
  return optionsPart(message("rulesTitle"), message("rulesHint"), rows, element("div", { class: "buttons" }, fileButton(message("importRules"), ".json,application/json", (files) => bringIn(app, files)), out));
}

/** @param {App} app @param {SiteRule} rule */
function row(app, rule) {
  const remove = () => void app.store.putRule({ ...rule, include: [], exclude: [], changed: Date.now() });
  const facts = message("ruleFacts", [String(rule.include.length), String(rule.exclude.length)]);
  return element("div", { class: "row" }, element("span", {}, rule.site, " ", element("span", { class: "hint" }, facts)), button(app.language.t("remove"), remove, { class: "button small", "aria-label": `${app.language.t("remove")}: ${rule.site}` }));
}

/** @param {App} app @param {File[]} files */
async function bringIn(app, files) {
  for (const file of files) {
    try {
      for (const rule of JSON.parse(await file.text()).rules) if (isRule(rule)) await app.store.putRule(rule);
    } catch {
      app.shell.toast(message("importFailed", [file.name]));
    }
  }
}

/** @param {any} value @returns {value is SiteRule} */
function isRule(value) {
  const paths = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((path) => typeof path === "string" && path.length < 500);
  return typeof value?.site === "string" && paths(value.include) && paths(value.exclude) && Number.isFinite(value.changed);
}
