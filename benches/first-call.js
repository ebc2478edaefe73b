// The first call of a fresh tab, beside Readability's: people open one page a tab. Loading is not counted on either side.
import { needsShared, open, put } from "../tests/browser/harness.js";
import { ISOLATED, PEER, putReadability } from "./chromium.js";
import { geometricMean, median, milliseconds } from "./figures.js";
import { corpus } from "./pages.js";

/** Fresh tabs of each way and page. */
const TABS = 3;
/** The page's own scripts do not run; ours do. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const OURS = "const { init, extract } = await import('/index.js'); await init();";
const THEIRS = "const { Readability } = await import('/bench/readability.js');";
/** The warm-up was asked for by `init` before this is: it has run when this runs. */
const IDLE = "await new Promise((resolve) => requestIdleCallback(resolve));";

/** What a fresh tab does before the clock starts, and while it runs. @type {Record<string, [string, string]>} */
const WAYS = {
  "live document": [OURS, "extract(document)"],
  "live document, after the idle warm-up": [OURS + IDLE, "extract(document)"],
  "live document, Readability": [THEIRS, "new Readability(document.cloneNode(true)).parse()"],
  "HTML string": [OURS, "extract(html)"],
  "HTML string, after the idle warm-up": [OURS + IDLE, "extract(html)"],
  "HTML string, Readability": [THEIRS, "new Readability(new DOMParser().parseFromString(html, 'text/html')).parse()"],
};

/** @returns {AsyncGenerator<import("./figures.js").Figure>} */
export async function* run() {
  if (needsShared) return;
  putReadability();
  const rows = [];
  for (const page of quartiles(corpus("readability-pages"))) rows.push(await timePage(page));
  for (const door of ["live document", "HTML string"]) {
    const theirs = rows.map((row) => row[`${door}, Readability`]);
    for (const [state, most] of /** @type {[string, number][]} */ ([["", 2], [", after the idle warm-up", 1]])) {
      const ours = rows.map((row) => row[door + state]);
      yield {
        what: `Chromium, fresh tab, first call: ${door}${state}`,
        ours: milliseconds(median(ours)),
        theirs: `${PEER} ${milliseconds(median(theirs))}`,
        value: geometricMean(ours.map((time, at) => time / theirs[at])),
        most,
      };
    }
  }
}

/** A short, a middling and a long page. @template {{ html: string }} P @param {P[]} pages */
function quartiles(pages) {
  const sorted = pages.toSorted((a, b) => a.html.length - b.html.length);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)]);
}

/** @param {{ html: string }} page @returns {Promise<Record<string, number>>} milliseconds by way */
async function timePage({ html }) {
  put("/bench/fresh.html", html, { ...ISOLATED, "content-security-policy": POLICY, "content-type": "text/html; charset=utf-8" });
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  for (let tab = 0; tab < TABS; tab++) {
    for (const [way, code] of Object.entries(WAYS)) times[way].push(await firstCall(html, code));
  }
  return Object.fromEntries(Object.entries(times).map(([way, all]) => [way, median(all)]));
}

/** @param {string} html @param {[string, string]} code what comes before the call, and the call */
async function firstCall(html, [before, call]) {
  const tab = await open("/bench/fresh.html");
  const code = `(async (html) => { ${before} const start = performance.now(); ${call}; return performance.now() - start; })(${JSON.stringify(html)})`;
  const time = await tab.evaluate(code);
  await tab.close();
  return /** @type {number} */ (time);
}
