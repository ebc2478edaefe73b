// In the visited page: marks words in it, follows it as it changes, steps through what is marked. Built into one classic
// script. Our pages call what it can do through `globalThis.rubricateLive`, which only scripts of the extension see.
import { api } from "../webext.js";
import { listenToKeys } from "./keys.js";
import { LivePage } from "./live-page.js";

/** @typedef {import("../background/tell.js").News} News */

/** @type {typeof globalThis & { rubricateLive?: LivePage }} this script's own globals: the page's scripts have others */
const world = globalThis;

/** What is done when something changed elsewhere. @type {Record<News, (live: LivePage) => unknown>} */
const ON_NEWS = {
  lists: (live) => live.markLists(),
  own: (live) => live.own.load(),
  withdrawn: (live) => live.clear(),
};

if (!world.rubricateLive) {
  const live = new LivePage();
  world.rubricateLive = live;
  listenToKeys(live);
  api.runtime.onMessage.addListener((message, sender) => {
    if (sender.id !== api.runtime.id || message?.name !== "news" || !Object.hasOwn(ON_NEWS, message.news)) return;
    void live.attempt(() => ON_NEWS[/** @type {News} */ (message.news)](live));
  });
}
void world.rubricateLive.attempt((live) => live.markAll());
