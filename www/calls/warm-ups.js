// What makes a host compile the module's functions while nobody waits: it does so when they are first called, and the first page
// would take three times as long as the next.
import { snapshot } from "../page.js";

/** @typedef {import("../engine.js").Bindings} Bindings */

/** A page that has something of everything. */
const SAMPLE = `<!doctype html><html lang=en><title>Rain - Daily</title><meta name=author content="Ann Bell"><meta property=article:published_time
content=2020-01-26T20:27:50Z><script type=application/ld+json>{"@type":"NewsArticle","headline":"Rain","author":{"name":"Ann Bell"}}</script>
<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article><h1>Rain</h1><p class=byline>By Ann Bell, 26 January 2020
<p>The <b>river</b> rose through the night, and in the morning the lower streets stood under <a href=/water>water</a>, said the mayor.
<figure><img src=a.jpg alt=a><figcaption>The river. Photo: C. Day</figcaption></figure><h2>上海</h2><p>市委常委会今天下午举行扩大会议，传达学习会议精神。<ul><li>one<li>two</ul>
<table><tr><th>a<th>b<tr><td>1<td>2</table><blockquote>It rained.</blockquote><pre>x</pre></article><aside><h3>Related</h3><a href=/b>More rain</a></aside>
<footer>© Daily</footer>`;

/** How often a live document is read: after the first time hosts compile anew what runs most, and better. */
const TIMES = 8;

/** The article of a text, without its keywords. @param {Bindings} bindings */
function warmText(bindings) {
  bindings.extract(SAMPLE, { keywords: 0 });
}

/** The article of a live document with its keywords, where there are documents and the page's policy lets one be made. @param {Bindings} bindings */
function warmLive(bindings) {
  const page = sampleDocument();
  if (page) bindings.extract_snapshot(snapshot(page), {});
}

/** What is done for those who read live documents, one after the other. */
export const warmUpsLive = Array.from({ length: TIMES }, () => warmLive);

/** What is done for those who also read text. */
export const warmUps = [warmText, ...warmUpsLive];

/** @returns {Document | undefined} */
function sampleDocument() {
  try {
    return typeof DOMParser === "function" ? new DOMParser().parseFromString(SAMPLE, "text/html") : undefined;
  } catch {
    return undefined;
  }
}
