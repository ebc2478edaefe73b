// What may stand in the address when the web reader opens: a page shared by the phone or sent by the bookmarklet. And offline.
import { asPage, openAddress, openFiles, openText } from "./ways-in.js";

/** @typedef {import("./app.js").App} App */

/** Where the service worker leaves what was shared. */
const SHARED = "rubricate-shared";

/** @param {App} app */
export async function arrive(app) {
  void startOffline(app);
  takeLaunched(app);
  const asked = new URL(location.href).searchParams;
  if (asked.has("shared")) await takeShared(app);
  else if (asked.has("url")) await openAddress(app, asked.get("url") ?? "");
  else if (location.hash === "#from-page") takeFromPage(app);
  if (asked.size || location.hash) history.replaceState(null, "", location.pathname);
}

/** Files that the system opens with the installed reader. @param {App} app */
function takeLaunched(app) {
  const { launchQueue } = /** @type {{ launchQueue?: { setConsumer: (take: (launch: { files: FileSystemFileHandle[] }) => void) => void } }} */ (/** @type {unknown} */ (window));
  launchQueue?.setConsumer(async ({ files }) => openFiles(app, await Promise.all(files.map((file) => file.getFile()))));
}

/** Files and text that the service worker was given. @param {App} app */
async function takeShared(app) {
  const cache = await caches.open(SHARED);
  const requests = await cache.keys();
  const files = [];
  for (const request of requests) {
    const response = await cache.match(request);
    await cache.delete(request);
    if (!response) continue;
    const { pathname } = new URL(request.url);
    const name = decodeURIComponent(pathname.split("/").pop() ?? "");
    if (pathname.endsWith("/shared/text")) await takeText(app, await response.text());
    else files.push(new File([await response.blob()], name));
  }
  await openFiles(app, files);
}

/** @param {App} app @param {string} text an address, with or without words around it; else a text to read */
async function takeText(app, text) {
  const address = /https?:\/\/\S+/.exec(text)?.[0];
  if (address && text.length < 2000) await openAddress(app, address);
  else if (text.trim()) await openText(app, { source: asPage(text), url: "", name: app.language.t("paste.name") });
}

/** Who opened this page sends the source of its own (the bookmarklet, the extension), or a script of the extension in this one; nobody else is listened to. @param {App} app */
function takeFromPage(app) {
  const sender = opener ?? window;
  addEventListener("message", function receive(event) {
    const page = event.data?.rubricate;
    if (event.source !== sender || typeof page?.source !== "string") return;
    removeEventListener("message", receive);
    const url = typeof page.url === "string" && new URL(page.url).origin === event.origin ? page.url : "";
    void openText(app, { source: page.source, url, name: "" });
  });
  opener?.postMessage("rubricate-ready", "*");
}

/** The service worker: the reader works offline, and a new version waits until the person wants it. @param {App} app */
async function startOffline(app) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const { ownScript } = await import("./safe.js");
  const registration = await navigator.serviceWorker.register(ownScript("sw.js"), { type: "module" }).catch(() => null);
  if (!registration) return;
  const offer = (/** @type {ServiceWorker} */ waiting) => app.shell.toast(app.language.t("start.offline"), { label: app.language.t("start.reload"), press: () => waiting.postMessage("take over") }, "lasting");
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const arriving = registration.installing;
    arriving?.addEventListener("statechange", () => {
      if (arriving.state === "installed" && navigator.serviceWorker.controller) offer(arriving);
    });
  });
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => before && location.reload());
}
