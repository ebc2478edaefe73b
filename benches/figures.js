// Medians, ratios and the lines that show them.

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** @param {number[]} values all above 0 */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * One line of the report.
 *
 * @typedef {object} Line
 * @property {string} what is measured
 * @property {string} peer
 * @property {number} ours in milliseconds, the median over the pages
 * @property {number} theirs
 * @property {number} ratio how many times as long the peer takes: the geometric mean over the pages
 */

/**
 * Compares two measurements of the same pages.
 *
 * @param {string} what
 * @param {string} peer
 * @param {number[]} ours milliseconds by page
 * @param {number[]} theirs
 * @returns {Line}
 */
export function compare(what, peer, ours, theirs) {
  const ratio = geometricMean(ours.map((time, at) => theirs[at] / time));
  return { what, peer, ours: median(ours), theirs: median(theirs), ratio };
}

/** @param {Line} line */
export function print({ what, peer, ours, theirs, ratio }) {
  const milliseconds = (/** @type {number} */ time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`.padStart(10);
  console.log(`${what.padEnd(44)} ${milliseconds(ours)}   ${peer.padEnd(22)} ${milliseconds(theirs)}   ${ratio.toFixed(2)} x`);
}
