// The address of the web reader that articles can be handed to.
import { element } from "../../../reader/element.js";
import { setWebReader, webReader } from "../hand-over.js";
import { message } from "./messages.js";
import { optionsPart } from "./options-part.js";

/** @param {import("../../../reader/app.js").App} app @returns {Promise<HTMLElement>} */
export async function makeWebReaderPart(app) {
  const field = element("input", { class: "control", type: "url", required: true, "aria-label": message("webReaderTitle") });
  field.value = await webReader();
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    app.shell.toast(message((await setWebReader(field.value)) ? "kept" : "webReaderWrong"));
  };
  return optionsPart(
    message("webReaderTitle"),
    message("webReaderHint"),
    element("form", { class: "row", onsubmit: (/** @type {Event} */ event) => void keep(event) }, field, element("button", { type: "submit", class: "button" }, app.language.t("keep"))),
  );
}
