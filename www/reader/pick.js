// Picking the article by hand: the page's own blocks; one pressed becomes the article, or is hidden.
import { button, element } from "./element.js";
import { openDialog } from "./dialog.js";
import { pathOf } from "./paths.js";
import { sourceDocument } from "./source.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {{ text: string, path: string, inside: () => Block[] }} Block a block of the page, and the blocks in it */

/** Blocks with less text than this, UTF-16 units, are shown with what is around them. */
const LEAST = 40;
/** How much of a block's text is shown, UTF-16 units. */
const SHOWN = 160;
/** Most blocks shown at once. */
const MOST = 400;
const NO_TEXT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD"]);

/** @param {App} app @param {Reading} reading */
export function openPick(app, reading) {
  const { t } = app.language;
  const place = element("div", { class: "pick" });
  const dialog = openDialog(app, t("aside.pick"), [element("p", { class: "hint" }, t("pick.hint")), place]);
  /** @param {"article" | "hide"} how @param {string} path */
  const use = (how, path) => {
    dialog.close();
    const { corrections } = reading;
    void reading.correct(how === "article" ? { include: [], exclude: [], root: path } : { ...corrections, exclude: [...corrections.exclude, path] });
  };
  const { body } = sourceDocument(app, reading.page);
  place.append(...(body ? blocksIn(body) : []).map((block) => row(app, block, use)));
}

/** The blocks right inside an element, through elements that hold but one. @param {Element} within @returns {Block[]} */
function blocksIn(within) {
  let at = within;
  for (;;) {
    const full = [...at.children].filter((child) => !NO_TEXT.has(child.tagName) && child.textContent.trim().length >= LEAST);
    if (full.length !== 1) return full.slice(0, MOST).map((block) => ({ text: textOf(block), path: pathOf(block), inside: () => blocksIn(block) }));
    at = full[0];
  }
}

/** The text of a block, its pieces apart. @param {Element} block */
function textOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => (NO_TEXT.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const parts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) parts.push(node.data);
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

/** @param {App} app @param {Block} block @param {(how: "article" | "hide", path: string) => void} use */
function row(app, block, use) {
  const { t } = app.language;
  const inner = element("div", { class: "pick-inner" });
  const children = block.inside();
  const open = () => {
    if (!inner.hasChildNodes()) inner.append(...children.map((child) => row(app, child, use)));
    else inner.replaceChildren();
  };
  return element(
    "div",
    { class: "pick-row" },
    element("p", { class: "pick-text" }, block.text.slice(0, SHOWN), block.text.length > SHOWN && "…"),
    element(
      "div",
      { class: "pick-tools" },
      element("span", { class: "hint" }, t("facts.characters", { count: block.text.length })),
      button(t("pick.article"), () => use("article", block.path), { class: "button small" }),
      button(t("pick.hide"), () => use("hide", block.path), { class: "button small plain" }),
      children.length > 1 && button(t("pick.inside", { count: children.length }), open, { class: "button small plain" }),
    ),
    inner,
  );
}
