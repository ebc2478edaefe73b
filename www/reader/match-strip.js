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
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later, { signal: reading.signal });
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
  const height = canvas.height - TICK * scale;
  const style = getComputedStyle(canvas);
  for (const [hue, rows] of rowsByHue(layers, height / length)) {
    context.fillStyle = lineColour(style, hue);
    for (const row of rows) context.fillRect(0, row, canvas.width, TICK * scale);
  }
  const current = marks.touched?.marks.at(marks.current);
  context.fillStyle = colour(style, "--text");
  if (current) context.fillRect(0, Math.floor(current.start * (height / length)), canvas.width, TICK * scale);
}

/**
 * Where ticks stand, each row once, however many marks fall on it.
 *
 * @param {import("./marks.js").Layer[]} layers
 * @param {number} scale rows a UTF-16 unit
 * @returns {Map<import("./marks.js").Hue, number[]>}
 */
function rowsByHue(layers, scale) {
  /** @type {Map<import("./marks.js").Hue, number[]>} */
  const rows = new Map();
  for (const layer of layers) {
    for (let at = 0; at < layer.marks.length; at++) {
      const hue = layer.marks.hue(at) ?? layer.hue;
      const row = Math.floor(layer.marks.start(at) * scale);
      const known = rows.get(hue);
      // Marks come in order: one on the row of the last is drawn already.
      if (!known) rows.set(hue, [row]);
      else if (known[known.length - 1] !== row) known.push(row);
    }
  }
  return rows;
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
  const place = ratio * marks.index.text.length;
  const layer = marks.touched ?? marks.layers[0];
  if (!layer?.marks.length) return;
  const next = layer.marks.findIndex((at) => layer.marks.start(at) >= place);
  const last = (next < 0 ? layer.marks.length : next) - 1;
  const isLast = next < 0 || (last >= 0 && place - layer.marks.start(last) < layer.marks.start(next) - place);
  marks.goTo(layer.id, isLast ? last : next);
}
