// In the visited page: marks words in it, follows it as it changes, steps through what is marked. Built into one classic
// script. Our pages call what it can do through `globalThis.rubricateLive`, which only scripts of the extension see.
import { covers } from "../origins.js";
import { api } from "../webext.js";
import { Keys } from "./keys.js";
import { watchGround } from "./lightness.js";
import { LivePage } from "./live-page.js";

/** @typedef {import("../background/tell.js").News} News */

/** @type {typeof globalThis & { rubricateLive?: LivePage }} this script's own globals: the page's scripts have others */
const world = globalThis;

/** Starts the script in a page. */
function start() {
  const live = new LivePage();
  const keys = new Keys(live);
  /** What is done when something changed elsewhere. @type {Record<News, (message: { origins: string[], count: number }) => unknown>} */
  const onNews = {
    lists: () => live.markLists(),
    own: () => live.own.load(),
    keys: () => keys.load(),
    frames: ({ count }) => live.countFrames(count),
    withdrawn: ({ origins }) => covers(origins, location.href) && live.clear(),
  };
  api.runtime.onMessage.addListener((message, sender) => {
    if (sender.id !== api.runtime.id || message?.name !== "news" || !Object.hasOwn(onNews, message.news)) return;
    void live.attempt(() => onNews[/** @type {News} */ (message.news)](message));
  });
  void live.attempt(() => keys.listen());
  watchGround(() => void live.attempt(() => live.markAll()));
  return live;
}

world.rubricateLive ??= start();
void world.rubricateLive.begin();
