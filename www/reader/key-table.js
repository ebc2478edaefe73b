// What each key does until a person changes it: in the reader, and those that have a sense there on live pages.

/** @typedef {"find" | "next" | "previous" | "colour1" | "colour2" | "colour3" | "colour4" | "note" | "hide" | "panel" | "save" | "help"} Action */

/** @type {Record<Action, string>} */
export const KEYS = { find: "/", next: "n", previous: "p", colour1: "1", colour2: "2", colour3: "3", colour4: "4", note: "m", hide: "h", panel: "o", save: "s", help: "?" };
