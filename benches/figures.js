// Figures of the benches: ratios ours/theirs, with what each must be, and the lines that show them.

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** @param {number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {number[]} values all above 0 */
export function geometricMean(values) {
  return Math.exp(mean(values.map(Math.log)));
}

/**
 * One line of the report.
 *
 * @typedef {object} Figure
 * @property {string} what is measured
 * @property {string} [ours] as measured
 * @property {string} [theirs] the peer's name and what was measured of it
 * @property {number} value what counts: a ratio ours/theirs, a size, a share
 * @property {string} [unit] of the value; none for a ratio
 * @property {number} [most] what the issue allows
 * @property {number} [least] what the issue asks for
 */

/** @param {number} time milliseconds */
export const milliseconds = (time) => `${time.toFixed(time < 10 ? 2 : time < 100 ? 1 : 0)} ms`;

/** Whether a figure is as the issue asks. @param {Figure} figure */
export const holds = ({ value, most = Infinity, least = -Infinity }) => value <= most && value >= least;

/** @param {Figure} figure */
export function print(figure) {
  const { what, ours = "", theirs = "", value, unit = "", most, least } = figure;
  const shown = `${value.toFixed(unit ? 1 : 2)}${unit && ` ${unit}`}`;
  const bound = most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : "";
  const mark = bound === "" ? " " : holds(figure) ? "✓" : "✗";
  console.log(`${mark} ${what.padEnd(62)} ${shown.padStart(9)}  ${bound.padEnd(13)} ${ours.padStart(9)} ${theirs && `: ${theirs}`}`.trimEnd());
}

/**
 * The ratio of two measurements of the same things: of their means.
 *
 * @param {string} what
 * @param {string} peer
 * @param {number[]} ours milliseconds
 * @param {number[]} theirs
 * @param {{ most?: number }} [bound]
 * @returns {Figure}
 */
export function ofMeans(what, peer, ours, theirs, bound) {
  return { what, ours: milliseconds(mean(ours)), theirs: `${peer} ${milliseconds(mean(theirs))}`, value: mean(ours) / mean(theirs), ...bound };
}

/**
 * The geometric mean of the ratios of two measurements of the same things; the medians beside it.
 *
 * @param {string} what
 * @param {string} peer
 * @param {number[]} ours milliseconds
 * @param {number[]} theirs
 * @param {{ most?: number }} [bound]
 * @returns {Figure}
 */
export function ofRatios(what, peer, ours, theirs, bound) {
  const value = geometricMean(ours.map((time, at) => time / theirs[at]));
  return { what, ours: milliseconds(median(ours)), theirs: `${peer} ${milliseconds(median(theirs))}`, value, ...bound };
}
