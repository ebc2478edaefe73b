// Picking the article by hand: the page's own blocks as an outline; one pressed becomes the article, or is hidden.
import { button, element } from "./element.js";
import { openDialog } from "./dialog.js";
import { inertDocument } from "./safe.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */

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
  const { source, charset } = reading.page;
  const html = typeof source === "string" ? source : new TextDecoder(charset ?? "utf-8").decode(source);
  const { body } = inertDocument(html);
  const place = element("div", { class: "pick" });
  const dialog = openDialog(app, t("aside.pick"), [element("p", { class: "hint" }, t("pick.hint")), place]);
  /** @param {"include" | "exclude"} how @param {Element} block */
  const use = (how, block) => {
    dialog.close();
    const path = pathOf(block);
    const { include, exclude } = reading.corrections;
    void reading.correct(how === "include" ? { include: [path], exclude } : { include, exclude: [...exclude, path] });
  };
  place.append(...blocksOf(body).map((block) => row(app, block, use)));
}

/** @param {App} app @param {Element} block @param {(how: "include" | "exclude", block: Element) => void} use */
function row(app, block, use) {
  const { t } = app.language;
  const text = block.textContent.replace(/\s+/g, " ").trim();
  const inner = element("div", { class: "pick-inner" });
  const children = blocksOf(block);
  const open = () => {
    if (!inner.hasChildNodes()) inner.append(...children.map((child) => row(app, child, use)));
    else inner.replaceChildren();
  };
  return element(
    "div",
    { class: "pick-row" },
    element("p", { class: "pick-text" }, text.slice(0, SHOWN), text.length > SHOWN && "…"),
    element(
      "div",
      { class: "pick-tools" },
      element("span", { class: "hint" }, t("facts.characters", { count: text.length })),
      button(t("pick.article"), () => use("include", block), { class: "button small" }),
      button(t("pick.hide"), () => use("exclude", block), { class: "button small plain" }),
      children.length > 1 && button(t("pick.inside", { count: children.length }), open, { class: "button small plain" }),
    ),
    inner,
  );
}

/** The blocks right inside an element, through elements that hold but one. @param {Element} within */
function blocksOf(within) {
  let at = within;
  for (;;) {
    const full = [...at.children].filter((child) => !NO_TEXT.has(child.tagName) && child.textContent.trim().length >= LEAST);
    if (full.length !== 1) return full.slice(0, MOST);
    at = full[0];
  }
}

/** The path of an element as the engine writes it: child indices from the root. @param {Element} block */
function pathOf(block) {
  const steps = [];
  for (let at = /** @type {Node} */ (block); at.parentNode; at = at.parentNode) steps.unshift([...at.parentNode.childNodes].indexOf(/** @type {ChildNode} */ (at)));
  return steps.map((step) => `/${step}`).join("");
}
