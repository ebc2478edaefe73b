// Flattens a live document in one walk into one binary message. The tree it tells is the one that the text door makes of the
// same page, for a page no script changed: no comments, no style sheets and programs, no template contents, open shadow trees
// in their hosts' place with slots filled, the markup of `noscript` as its children. Beside the tree it tells what only the
// browser knows: what is not displayed.
import { Message } from "./page/message.js";
import { property, Walk } from "./page/walk.js";

/**
 * The snapshot of a document; of an element, that of a page with the head of the element's document and the element alone.
 *
 * @param {Document | Element} root
 * @returns {Uint8Array<ArrayBuffer>} what `extractSnapshot` takes, in this thread or another
 */
export function snapshot(root) {
  const message = new Message();
  if (isDocument(root)) {
    new Walk(message, root, property(root, "Document", "body")).children(root);
  } else {
    element(message, root);
  }
  return message.bytes();
}

/** @param {Message} message @param {Element} root */
function element(message, root) {
  const document = property(root, "Node", "ownerDocument");
  const [html, head, body] = ["documentElement", "head", "body"].map((name) => property(document, "Document", name));
  const walk = new Walk(message, document, root);
  if (root === html) return walk.node(root);
  walk.open("html", html);
  if (head && !head.contains(root)) walk.node(head);
  if (root === body) {
    walk.node(root);
  } else {
    walk.open("body", body);
    walk.node(root);
  }
}

/**
 * Whether this is a document, of whatever window or DOM.
 *
 * @param {unknown} page
 * @returns {page is Document}
 */
export function isDocument(page) {
  return isNode(page) && property(page, "Node", "nodeType") === 9;
}

/**
 * Whether this is an element, of whatever window or DOM.
 *
 * @param {unknown} page
 * @returns {page is Element}
 */
export function isElement(page) {
  return isNode(page) && property(page, "Node", "nodeType") === 1;
}

/** @param {unknown} page @returns {page is Node} */
function isNode(page) {
  if (typeof page !== "object" || page === null) return false;
  return typeof Node === "function" && page instanceof Node ? true : "nodeType" in page && "ownerDocument" in page;
}

/**
 * The address of a document, where it is one that can be told apart from others.
 *
 * @param {Document | Element} page
 * @returns {string | undefined}
 */
export function addressOf(page) {
  const document = isDocument(page) ? page : property(page, "Node", "ownerDocument");
  const address = property(document, "Document", "URL");
  return address.startsWith("about:") ? undefined : address;
}
