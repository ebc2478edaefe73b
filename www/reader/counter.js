// The pill that says whose matches are stepped through and which is the current one: "疫情 3 / 17".
import { element, fill, iconButton } from "./element.js";

/**
 * @param {import("./app.js").App} app
 * @param {import("./reading.js").Reading} reading
 * @param {import("./marks.js").Marks} marks
 * @returns {HTMLElement} shown while there is something to step through
 */
export function makeCounter(app, reading, marks) {
  const { t } = app.language;
  const name = element("span", { class: "counter-name" });
  const place = element("span", { class: "counter-place" });
  const close = () => {
    const { touched } = marks;
    if (touched?.kind === "own" || touched?.kind === "list") marks.letGo();
    else if (touched) marks.remove(touched.id);
    app.shell.closeFind();
  };
  const pill = element(
    "div",
    { class: "counter", role: "group", "aria-label": t("match.step"), hidden: true },
    element("span", { class: "counter-sign", "aria-hidden": "true" }),
    name,
    place,
    iconButton("up", `${t("match.previous")} (p)`, () => void marks.step(-1)),
    iconButton("down", `${t("match.next")} (n)`, () => void marks.step(1)),
    iconButton("close", t("close"), close),
  );
  marks.addEventListener("change", () => {
    const { touched } = marks;
    pill.hidden = !touched;
    if (!touched) return;
    pill.dataset.kind = touched.kind;
    pill.dataset.hue = touched.hue;
    fill(name, [touched.name]);
    fill(place, [placeText(app, marks)]);
  });
  return pill;
}

/**
 * @param {import("./app.js").App} app
 * @param {import("./marks.js").Marks} marks
 * @returns {string} "3 / 17"; before the first step the count alone
 */
export function placeText(app, marks) {
  const { number } = app.language;
  const count = marks.touched?.marks.length ?? 0;
  return marks.current < 0 ? number(count) : `${number(marks.current + 1)} / ${number(count)}`;
}
