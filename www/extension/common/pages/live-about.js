// The tab about a live page: the reader's own, once its article is known.
import { element } from "../../../reader/element.js";
import { makeAbout } from "../../../reader/panel-about.js";

/**
 * @param {import("../../../reader/app.js").App} app
 * @param {import("../../../reader/reading.js").Reading} reading
 * @returns {Promise<HTMLElement>}
 */
export async function makeLiveAbout(app, reading) {
  return reading.article ? makeAbout(app, reading) : element("p", { class: "hint" }, app.language.t("progress.reading"));
}
