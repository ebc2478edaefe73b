// Where lists are marked by themselves, and where they rest.
import { button, element, fill } from "../../../reader/element.js";
import { ask } from "../ask.js";
import { rest, resting } from "../lists.js";
import { originOf } from "../origins.js";
import { api } from "../webext.js";
import { optionsPart } from "./options-part.js";

const message = api.i18n.getMessage;
/** Every site, as the browser asks for it. */
const EVERYWHERE = ["http://*/*", "https://*/*"];

/** @param {import("../../../reader/app.js").App} app @returns {Promise<HTMLElement>} */
export async function makeSitesPart(app) {
  const rows = element("div", {});
  const show = async () => {
    const [sites, resters] = await Promise.all([ask("sites.list"), resting()]);
    fill(rows, [
      ...sites.map((/** @type {string} */ site) => row(siteName(site), message("stop"), () => withdraw([site]).then(show))),
      ...Object.keys(resters).map((host) => row(message("restsOn", [host]), message("wake"), () => rest(host, []).then(() => ask("lists.changed")).then(show))),
    ]);
  };
  const field = element("input", { class: "control", type: "text", inputmode: "url", required: true, placeholder: "example.com", "aria-label": message("site") });
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const origin = originOf(/^https?:/.test(field.value) ? field.value : `https://${field.value.trim()}`);
    if (origin && (await allow([origin, origin.replace("https:", "http:")]))) field.value = "";
    await show();
  };
  api.permissions.onRemoved.addListener(() => void show());
  await show();
  return optionsPart(
    message("sitesTitle"),
    message("sitesHint"),
    rows,
    element("form", { class: "row", onsubmit: (/** @type {Event} */ event) => void add(event) }, field, element("button", { type: "submit", class: "button" }, message("addSite")), button(message("allSites"), () => void allow(EVERYWHERE).then(show))),
  );
}

/** @param {string[]} origins @returns {Promise<boolean>} */
async function allow(origins) {
  const granted = await api.permissions.request({ origins });
  if (granted) await ask("sites.add", { origins });
  return granted;
}

/** Gives a permission back, with effect at once. @param {string[]} origins */
async function withdraw(origins) {
  await ask("sites.remove", { origins });
  await api.permissions.remove({ origins });
}

/** @param {string} pattern */
function siteName(pattern) {
  return EVERYWHERE.includes(pattern) ? `${message("allSites")} (${pattern.split(":")[0]})` : pattern.replace(/^(\w+):\/\/([^/]+)\/\*$/, "$2 ($1)");
}

/** @param {string} name @param {string} label @param {() => Promise<unknown>} press */
function row(name, label, press) {
  return element("div", { class: "row" }, element("span", {}, name), button(label, () => void press(), { class: "button small" }));
}
