// The background of the extension: service worker in Chromium, event page in Firefox. It holds no state: it may be
// stopped after any line and started again by the next event. Each module registers its listeners in `start`.
import * as find from "./background/find.js";
import * as keys from "./background/keys.js";
import * as live from "./background/live.js";
import * as menus from "./background/menus.js";
import * as own from "./background/own.js";
import * as privacy from "./background/privacy.js";
import * as readerView from "./background/reader-view.js";
import * as sites from "./background/sites.js";
import * as words from "./background/words.js";
import { resume } from "./background/tasks.js";
import { listen } from "./router.js";

for (const module of [readerView, live, find, keys, own, words, menus, sites, privacy]) module.start();
listen();
resume();
