// The strip at the column's edge: where in the article its marks stand. There only when something is painted.
import { element } from "./element.js";

/** Height of one tick, CSS pixels. */
const TICK = 3;

/**
 * @param {import("./reading.js").Reading} reading
 * @param {HTMLElement} root the article
 */
export function addMatchStrip(reading, root) {
  const canvas = element("canvas", { class: "match-strip", "aria-hidden": "true", hidden: true });
  root.append(canvas);
  const marks = /** @type {import("./marks.js").Marks} */ (reading.marks);
  let waiting = false;
  const draw = () => {
    waiting = false;
    const layers = marks.hidden ? [] : marks.layers.filter((layer) => layer.marks.length > 0);
    canvas.hidden = layers.length === 0;
    if (!canvas.hidden) drawLayers(canvas, layers, marks);
  };
  const later = () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  marks.addEventListener("change", later, { signal: reading.signal });
  addEventListener("resize", later, { signal: reading.signal });
  reading.app.settings.listen(later);
  canvas.addEventListener("click", (event) => goToNearest(marks, event.offsetY / canvas.clientHeight));
  later();
}

/** @param {HTMLCanvasElement} canvas @param {import("./marks.js").Layer[]} layers @param {import("./marks.js").Marks} marks */
function drawLayers(canvas, layers, marks) {
  const scale = devicePixelRatio;
  canvas.width = canvas.clientWidth * scale;
  canvas.height = canvas.clientHeight * scale;
  const context = canvas.getContext("2d");
  if (!context) return;
  const length = marks.index.text.length || 1;
  const colours = getComputedStyle(canvas);
  const tick = (/** @type {import("./marks.js").Mark} */ mark, /** @type {string} */ colour) => {
    context.fillStyle = colour;
    context.fillRect(0, Math.floor((mark.start / length) * (canvas.height - TICK * scale)), canvas.width, TICK * scale);
  };
  for (const layer of layers) {
    for (const mark of layer.marks) tick(mark, lineColour(colours, mark.hue ?? layer.hue));
  }
  const current = marks.touched?.marks[marks.current];
  if (current) tick(current, colour(colours, "--text"));
}

/** @param {CSSStyleDeclaration} colours @param {import("./marks.js").Hue} hue */
function lineColour(colours, hue) {
  return hue === "find" ? colour(colours, "--current") : colour(colours, `--${hue}-line`);
}

/**
 * The colour of a custom property, of its two where it has one for each scheme.
 *
 * @param {CSSStyleDeclaration} style
 * @param {string} name
 */
function colour(style, name) {
  const value = style.getPropertyValue(name).trim();
  const pair = /^light-dark\(([^,]+),([^)]+)\)$/.exec(value);
  if (!pair) return value;
  const dark = style.colorScheme === "dark" || (style.colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  return pair[dark ? 2 : 1].trim();
}

/** @param {import("./marks.js").Marks} marks @param {number} ratio of the text, 0 to 1 */
function goToNearest(marks, ratio) {
  const at = ratio * marks.index.text.length;
  const layer = marks.touched ?? marks.layers[0];
  if (!layer?.marks.length) return;
  const nearest = layer.marks.reduce((best, mark, index) => (Math.abs(mark.start - at) < Math.abs(layer.marks[best].start - at) ? index : best), 0);
  marks.goTo(layer.id, nearest);
}
