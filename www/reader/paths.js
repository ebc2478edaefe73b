// Places in a page as the engine writes them, and selectors that mean the same place on the next page of its site.

/**
 * The children of a node as the engine counts them: comments and doctypes do not count, adjacent texts are one.
 *
 * @param {Node} node
 * @returns {Node[]}
 */
function counted(node) {
  /** @type {Node[]} */
  const children = [];
  for (const child of node.childNodes) {
    const isText = child.nodeType === Node.TEXT_NODE;
    if (!isText && child.nodeType !== Node.ELEMENT_NODE) continue;
    if (isText && children.at(-1)?.nodeType === Node.TEXT_NODE) continue;
    children.push(child);
  }
  return children;
}

/**
 * The path of an element: child indices from the root.
 *
 * @param {Element} element of an inert document
 * @returns {string}
 */
export function pathOf(element) {
  const steps = [];
  for (let at = /** @type {Node} */ (element); at.parentNode; at = at.parentNode) steps.unshift(counted(at.parentNode).indexOf(at));
  return steps.map((step) => `/${step}`).join("");
}

/**
 * The element at a path; of a run of children the first element.
 *
 * @param {Document} page inert
 * @param {string} path `/1/0/3` or `/1/0:3-5`
 * @returns {Element | null}
 */
export function elementAt(page, path) {
  const [steps, run] = path.split(":");
  /** @type {Node | undefined} */
  let at = page;
  for (const step of steps.split("/").slice(1)) at = at && counted(at)[Number(step)];
  if (at && run) {
    const [first, last] = run.split("-").map(Number);
    at = counted(at).slice(first, last + 1).find((node) => node instanceof Element);
  }
  return at instanceof Element ? at : null;
}

/**
 * Whether the block at a path is, or holds, the element at another.
 *
 * @param {string} path `/1/0/3` or, for a run of children, `/1/0:3-5`
 * @param {string} other of one element
 */
export function holds(path, other) {
  const [steps, run] = path.split(":");
  if (!run) return other === steps || other.startsWith(`${steps}/`);
  const [first, last] = run.split("-").map(Number);
  const step = other.startsWith(`${steps}/`) ? parseInt(other.slice(steps.length + 1), 10) : -1;
  return first <= step && step <= last;
}

/** A name that was written by hand, not made by a build: no digits, no long runs of mixed letters. */
const NAME = /^(?!.*\d)[A-Za-z][\w-]{1,30}$/;
/** Most places of a page that a selector may mean and still be taken for one. */
const MOST = 3;

/**
 * A simple selector that means an element on this page and its like on the next.
 *
 * @param {Element} element of an inert document
 * @returns {string | null} null where nothing about it has a name
 */
export function selectorOf(element) {
  const page = element.ownerDocument;
  const means = (/** @type {string} */ selector) => page.querySelectorAll(selector).length <= MOST;
  let below = "";
  for (let at = /** @type {Element | null} */ (element); at && at.tagName !== "BODY" && at.tagName !== "HTML"; at = at.parentElement) {
    const own = ownSelector(at);
    const selector = (own ?? at.localName) + below;
    if (own && means(selector)) return selector;
    below = ` > ${selector}`;
  }
  return null;
}

/** @param {Element} element */
function ownSelector(element) {
  const { id, localName } = element;
  if (id && NAME.test(id)) return `${localName}#${id}`;
  const classes = [...element.classList].filter((name) => NAME.test(name));
  return classes.length ? `${localName}.${classes.join(".")}` : null;
}
