// The sites that were allowed: whether lists are marked there by themselves, and the way to take it back. Then where they rest.
import { button, element, fill } from "../../../reader/element.js";
import { ask } from "../ask.js";
import { rest, resting } from "../lists.js";
import { originOf } from "../origins.js";
import { api } from "../webext.js";
import { message } from "./messages.js";
import { optionsPart } from "./options-part.js";

/** Every site, as the browser asks for it. */
const EVERYWHERE = ["http://*/*", "https://*/*"];

/** @returns {Promise<HTMLElement>} */
export async function makeSitesPart() {
  const rows = element("div", {});
  const show = async () => fill(rows, [...(await grantRows(() => void show())), ...(await restRows(() => void show()))]);
  const field = element("input", { class: "control", type: "text", inputmode: "url", required: true, placeholder: "example.com", "aria-label": message("site") });
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = field.value.trim();
    const origin = originOf(/^https?:/.test(typed) ? typed : `https://${typed}`);
    field.setCustomValidity(origin ? "" : message("siteWrong"));
    if (!field.reportValidity()) return;
    if (await allow([origin.replace("http:", "https:"), origin.replace("https:", "http:")])) field.value = "";
    await show();
  };
  field.addEventListener("input", () => field.setCustomValidity(""));
  for (const event of [api.permissions.onAdded, api.permissions.onRemoved]) event.addListener(() => void show());
  await show();
  return optionsPart(
    message("sitesTitle"),
    message("sitesHint"),
    rows,
    element("form", { class: "row", onsubmit: (/** @type {Event} */ event) => void add(event) }, field, element("button", { type: "submit", class: "button" }, message("addSite")), button(message("allSites"), () => void allow(EVERYWHERE).then(show))),
  );
}

/** One for each site that was allowed. @param {() => void} changed */
async function grantRows(changed) {
  const [{ origins = [] }, watched] = await Promise.all([api.permissions.getAll(), ask("sites.list")]);
  const sites = Map.groupBy(origins, siteOf);
  return [...sites].map(([site, patterns]) => {
    const byItself = patterns.some((pattern) => watched.includes(pattern));
    return row(site || message("allSites"), message(byItself ? "marksByItself" : "allowedOnly"), message("takeBack"), () => withdraw(patterns).then(changed));
  });
}

/** One for each site where lists rest. @param {() => void} changed */
async function restRows(changed) {
  const hosts = Object.entries(await resting()).filter(([, lists]) => lists.length > 0);
  return hosts.map(([host]) => row(host, message("rests"), message("wake"), () => rest(host, []).then(() => ask("lists.changed")).then(changed)));
}

/** @param {string} pattern @returns {string} empty for all */
function siteOf(pattern) {
  return pattern.replace(/^[*\w]+:\/\/([^/]*)\/.*$/, "$1").replace(/^\*$/, "");
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

/** @param {string} name @param {string} state @param {string} label @param {() => Promise<unknown>} press */
function row(name, state, label, press) {
  return element(
    "div",
    { class: "row" },
    element("span", {}, name, " ", element("span", { class: "hint" }, state)),
    button(label, () => void press(), { class: "button small", "aria-label": `${label}: ${name}` }),
  );
}
