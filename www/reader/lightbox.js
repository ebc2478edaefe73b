// A picture as large as the window, with its caption.
import { element, iconButton } from "./element.js";

/**
 * @param {import("./app.js").App} app
 * @param {HTMLImageElement} image
 */
export function openLightbox(app, image) {
  const caption = image.closest("figure")?.querySelector("figcaption")?.textContent ?? image.alt;
  const large = element("img", { src: image.currentSrc || image.src, alt: image.alt, referrerpolicy: "no-referrer" });
  const dialog = element("dialog", { class: "lightbox", "aria-label": app.language.t("picture") }, large, caption && element("p", {}, caption), iconButton("close", app.language.t("close"), () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === large) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
