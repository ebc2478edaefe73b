// One helpful sentence where a page cannot be read, and what to do instead.
import { button, element } from "../../../reader/element.js";
import { PageRefused } from "../take-page.js";
import { message } from "./messages.js";

/** @typedef {import("../take-page.js").Refusal} Refusal */

/** Sentences by reason, with a message's name. @type {Record<Refusal, string>} */
const SENTENCES = { restricted: "refusedRestricted", file: "refusedFile", pdf: "refusedPdf", frame: "refusedFrame", gone: "refusedGone" };

/**
 * @param {import("../../../reader/app.js").App} app
 * @param {unknown} error
 * @returns {HTMLElement}
 */
export function refusedScreen(app, error) {
  const reason = error instanceof PageRefused ? error.reason : "restricted";
  return element(
    "div",
    { class: "message" },
    element("h1", {}, app.language.t("error.title")),
    element("p", {}, message(SENTENCES[reason])),
    !(error instanceof PageRefused) && element("p", { class: "hint" }, error instanceof Error ? error.message : String(error)),
    reason !== "gone" && element("div", { class: "buttons" }, button(app.language.t("bar.back"), () => app.leave())),
  );
}
