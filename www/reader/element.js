// Makes elements. Everything the reader shows is built here, never from strings of HTML.

/** @typedef {Node | string | number | null | undefined | false} Child what may stand in an element; nothing for null and false */

/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [properties] `class`, attributes (`true` writes it empty, `false` and null leave it out),
 *   and `on…` with a function: a listener of that event
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : String(value));
  }
  fill(made, children.flat());
  return made;
}

/**
 * Puts children into an element in place of those it has.
 *
 * @param {Element} parent
 * @param {Child[]} children
 */
export function fill(parent, children) {
  parent.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter(isShown).map((child) => (child instanceof Node ? child : String(child)))));
}

/** @param {Child} child */
function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

/** The icons: strokes on a field of 24 units, drawn for this reader. */
const ICONS = {
  back: "M15 5l-7 7 7 7",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
  save: "M7 4h10v16l-5-4-5 4z",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  panel: "M4 5h16v14H4zM15 5v14",
  words: "M4 6h16M4 11h9M4 16h16M4 21h6",
  pen: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  close: "M6 6l12 12M18 6L6 18",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  note: "M5 5h14v10l-4 4H5zM15 19v-4h4",
  bin: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  copy: "M9 9h10v11H9zM5 15V4h10",
  plus: "M12 5v14M5 12h14",
  tick: "M5 12l5 5 9-10",
  swap: "M4 9h14l-3-3M20 15H6l3 3",
};

/** @typedef {keyof typeof ICONS} IconName */

/**
 * An icon, hidden from the accessibility tree: what holds it carries the name.
 *
 * @param {IconName} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows an icon alone.
 *
 * @param {IconName} name
 * @param {string} label its accessible name and its tooltip
 * @param {(event: MouseEvent) => void} press
 * @param {Record<string, unknown>} [more] further attributes
 */
export function iconButton(name, label, press, more = {}) {
  return element("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick: press, ...more }, icon(name));
}

/**
 * A button with words on it.
 *
 * @param {string} label
 * @param {(event: MouseEvent) => void} press
 * @param {Record<string, unknown>} [more] further attributes
 */
export function button(label, press, more = {}) {
  return element("button", { type: "button", class: "button", onclick: press, ...more }, label);
}
