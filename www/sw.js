// The service worker of the web reader: everything it is made of is kept, so that it opens offline; a new version waits until
// the person wants it. What the phone shares is put aside for the page to take.
import { FILES, VERSION } from "./precache.js";

/** @typedef {{ waitUntil: (work: Promise<unknown>) => void, respondWith: (response: Promise<Response>) => void, request: Request, data: unknown }} WorkerEvent */
/** @typedef {{ addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void, skipWaiting: () => Promise<void>, clients: { claim: () => Promise<void> } }} Scope what of a service worker's scope is used here */

const CACHE = `rubricate-${VERSION}`;
const SHARED = "rubricate-shared";
const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
const addresses = new Set(FILES.map((file) => new URL(file, import.meta.url).href));
const home = new URL("./", import.meta.url).href;

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event) => event.waitUntil(dropOld()));
scope.addEventListener("message", (event) => {
  if (event.data === "take over") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  if (request.method === "POST" && url.href === `${home}share`) event.respondWith(takeShared(request));
  else if (request.method === "GET" && (addresses.has(url.href) || url.href === home)) event.respondWith(answer(url.href, request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...addresses].map((address) => new Request(address, { cache: "reload" })));
}

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE && name !== SHARED).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** @param {string} address without search and hash @param {Request} request */
async function answer(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address === home ? `${home}index.html` : address)) ?? fetch(request);
}

/** @param {Request} request what a phone's share sheet sends: files and text */
async function takeShared(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  const put = (/** @type {string} */ path, /** @type {BodyInit} */ body) => cache.put(`${home}shared/${path}`, new Response(body));
  for (const file of form.getAll("pages")) if (file instanceof File && file.size > 0) await put(`files/${encodeURIComponent(file.name)}`, file);
  const text = ["url", "text"].map((name) => form.get(name)).find((value) => typeof value === "string" && value);
  if (typeof text === "string") await put("text", text);
  return Response.redirect(`${home}?shared=1`, 303);
}
