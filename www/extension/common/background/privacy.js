// What private windows left in memory goes when the last of them is closed.
import { forgetSession } from "../session-database.js";
import { api } from "../webext.js";

/** Listens for windows that close; there are none on Android, where memory goes with the browser. */
export function start() {
  api.windows?.onRemoved.addListener(async () => {
    if (!(await api.windows.getAll()).some(({ incognito }) => incognito)) await forgetSession();
  });
}
