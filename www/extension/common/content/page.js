// In the visited page: hands the document as it stands to the reader that asks. Built into one classic script.
import { snapshot } from "../../../page.js";
import { placeInView } from "./place.js";
import { sendPage } from "../transfer.js";
import { api } from "../webext.js";

/** @type {typeof globalThis & { rubricatePage?: true }} this script's own globals: the page's scripts have others */
const world = globalThis;

// The script is put in again at every press; one listener is enough.
if (!world.rubricatePage) {
  world.rubricatePage = true;
  api.runtime.onConnect.addListener((port) => {
    if (port.name === "page" && port.sender?.id === api.runtime.id) send(port);
  });
}

/** @param {chrome.runtime.Port} port */
function send(port) {
  try {
    const facts = { url: document.URL, title: document.title, type: document.contentType, place: placeInView() };
    sendPage(port, facts, snapshot(document));
  } catch (error) {
    port.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}
