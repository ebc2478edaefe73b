// The watch lists: made, changed, brought in and taken out.
import { button, element, fill, iconButton } from "../../../reader/element.js";
import { openListDialog } from "../../../reader/list-dialog.js";
import { readLists, writeLists } from "../list-files.js";
import { message } from "./messages.js";
import { fileButton, optionsPart, saveFile } from "./options-part.js";

/** @typedef {import("../../../reader/app.js").App} App */
/** @typedef {import("../../../reader/store.js").WatchList} WatchList */

/** @param {App} app @returns {Promise<HTMLElement>} */
export async function makeListsPart(app) {
  const { t } = app.language;
  const rows = element("div", { class: "lists" });
  const out = element("span", { class: "buttons" }, /** @type {const} */ (["txt", "csv", "json"]).map((format) => button(message("exportAs", [format.toUpperCase()]), () => void save(app, format))));
  const show = async () => {
    const lists = await app.store.lists();
    fill(rows, lists.length ? lists.map((list) => row(app, list)) : [element("p", {}, t("lists.empty"))]);
    out.hidden = lists.length === 0;
  };
  app.store.listen("lists", () => void show(), new AbortController().signal);
  await show();
  return optionsPart(
    t("lists"),
    message("listsHint"),
    rows,
    element("div", { class: "buttons" }, button(t("lists.new"), () => openListDialog(app, null), { class: "button main" }), fileButton(message("importLists"), ".txt,.csv,.json,text/plain,text/csv,application/json", (files) => bringIn(app, files)), out),
  );
}

/** @param {App} app @param {WatchList} list */
function row(app, list) {
  const { t, number } = app.language;
  const pause = () => void app.store.changeList(list, { paused: !list.paused });
  return element(
    "div",
    { class: "list-row" },
    element("span", { class: `line-sample hue-${list.hue}`, "aria-hidden": "true" }),
    element("button", { type: "button", class: "list-name", onclick: () => openListDialog(app, list) }, list.name, element("span", { class: "count" }, number(list.terms.length))),
    element("p", { class: "hint" }, list.terms.slice(0, 12).join(" · ")),
    element("button", { type: "button", role: "switch", class: "switch", "aria-checked": String(!list.paused), "aria-label": t("lists.active", { name: list.name }), onclick: pause }),
    iconButton("more", t("lists.edit", { name: list.name }), () => openListDialog(app, list)),
  );
}

/** @param {App} app @param {import("../list-files.js").Format} format */
async function save(app, format) {
  saveFile(`rubricate-lists.${format}`, writeLists(await app.store.lists(), format));
}

/** Adds the lists of files to those there are; a list of the same name gets the new words. @param {App} app @param {File[]} files */
async function bringIn(app, files) {
  let words = 0;
  for (const file of files) {
    try {
      for (const found of readLists(await file.text(), file.name.replace(/\.\w+$/, ""))) words += await join(app, found);
    } catch {
      app.shell.toast(message("importFailed", [file.name]));
      return;
    }
  }
  app.shell.toast(message("imported", [app.language.number(words)]));
}

/** @param {App} app @param {import("../list-files.js").ListFile} found @returns {Promise<number>} how many words are new */
async function join(app, found) {
  const now = Date.now();
  const same = (await app.store.lists()).find(({ name }) => name === found.name);
  const terms = [...new Set([...(same?.terms ?? []), ...found.terms])];
  await app.store.putList({ ...found, id: crypto.randomUUID(), paused: false, created: now, ...same, terms, changed: now });
  return terms.length - (same?.terms.length ?? 0);
}
