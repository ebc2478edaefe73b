// The dialog that holds one highlight's note.
import { button, element } from "./element.js";
import { openDialog } from "./dialog.js";

/**
 * @param {import("./app.js").App} app
 * @param {import("./own.js").OwnHighlights} own
 * @param {import("./store.js").Highlight} highlight
 */
export function openNote(app, own, highlight) {
  const { t } = app.language;
  const field = element("textarea", { rows: 5, "aria-label": t("note"), placeholder: t("note.placeholder") });
  field.value = highlight.note;
  const dialog = openDialog(app, t("note"), [
    element("blockquote", { class: `quote hue-${highlight.hue}` }, highlight.selectors.quote.exact),
    field,
    element("div", { class: "buttons" }, button(t("keep"), () => void keep(), { class: "button main" }), button(t("cancel"), () => dialog.close())),
  ]);
  const keep = async () => {
    await own.change(highlight, { note: field.value.trim() });
    dialog.close();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void keep();
  });
  field.focus();
}
