// From the place in the page to the same place in the article.
import { locate, Squeezed } from "../../../anchors.js";

/**
 * Scrolls to the words that were in view on the page.
 *
 * @param {import("../../../reader/app.js").App} app
 * @param {string} place the first words in view; empty at the top of the page
 */
export function goToPlace(app, place) {
  const { reading } = app;
  if (!reading?.marks || !place) return;
  const span = locate(new Squeezed(reading.marks.index.text), { quote: { exact: place, prefix: "", suffix: "" }, position: { start: 0, end: place.length } });
  const range = span && reading.marks.index.liveRange(span.start, span.end);
  if (!range) return;
  scrollTo({ top: scrollY + range.getBoundingClientRect().top - innerHeight * 0.1, behavior: "instant" });
}
