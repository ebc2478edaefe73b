// The reader as a web page: pages come in as files, pastes and addresses; what is kept stays in this browser.
import { startReader } from "./app.js";
import { followHistory } from "./history.js";
import { makeStart } from "./start.js";
import { listenForPages } from "./ways-in.js";
import { workerEngine } from "./work.js";

/** Where the settings are kept. */
const SETTINGS = "rubricate-settings";

/** @type {import("./host.js").Host} */
const host = {
  kind: "web",
  engine: workerEngine(),
  openStore: async () => (await import("./store.js")).openStore(),
  preferences: {
    get: () => localStorage.getItem(SETTINGS),
    set: (value) => localStorage.setItem(SETTINGS, value),
    listen: (listener) => addEventListener("storage", (event) => event.key === SETTINGS && listener(event.newValue)),
  },
  follow: (url) => void open(url, "_blank", "noopener,noreferrer"),
  share: null,
};

const root = /** @type {HTMLElement} */ (document.getElementById("rubricate"));
const app = await startReader(host, root, makeStart);
listenForPages(app);
await followHistory(app);
const { arrive } = await import("./arrivals.js");
await arrive(app);
