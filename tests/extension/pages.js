// Pages that the extension meets, served from this machine.
import { put, site } from "../browser/harness.js";

const PARAGRAPHS = [
  "The harbour council voted on Tuesday to keep the last ferry of the day, after a winter in which the service ran at a loss.",
  "Its chair, Marit Solheim, said the economy of the outer islands depends on people who work late and cannot wait until morning.",
  "The operator had asked for a subsidy of four million; the council offered three, and a promise to look again in the autumn.",
  "Passengers met the news with relief. “Without the night ferry I would have to move,” said a nurse who crosses five times a week.",
  "The economy of the ferry itself is simple enough: most of what it costs is fuel, and most of its fuel is burnt against the tide.",
  "A new hull, ordered two years ago, is to halve that. It will arrive in March, if the yard keeps its word.",
];

const POLICY = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; require-trusted-types-for 'script'" };

/** @param {string} title @param {string} body @param {string} [head] */
function page(title, body, head = "") {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

/** An article among what stands around one. @param {string} title @param {number} [times] how often its text is repeated */
function articleBody(title, times = 1) {
  const text = Array.from({ length: times }, () => PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")).join("\n");
  return `<header><nav><a href="/">Home</a> <a href="/economy">Economy</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>${title}</h1><p class="byline">By Ida Berg</p>${text}</article></main>
<footer><p>All rights reserved. Contact us.</p></footer>`;
}

/** Puts every page on the site. @returns {Promise<string>} the site's address */
export async function putPages() {
  put("/article.html", page("The night ferry stays", articleBody("The night ferry stays")));
  put("/strict.html", page("The night ferry stays", articleBody("The night ferry stays")), POLICY);
  put("/long.html", page("A long night", articleBody("A long night", 30)));
  put("/dark.html", page("Dark", articleBody("Dark"), "<style>body{background:#101214;color:#e8e8e8}a{color:#9cf}</style>"));
  put("/editor.html", page("Editor", `<p>economy</p><textarea>economy</textarea><input value="economy"><div contenteditable>economy</div><div role="textbox">economy</div>`));
  put("/frames.html", page("Frames", `<p>The economy outside.</p><iframe src="/inner.html" width="400" height="200"></iframe>`));
  put("/foreign.html", page("Foreign", `<p>The economy outside.</p><iframe src="${(await site()).replace("localhost", "127.0.0.1")}/inner.html" width="400" height="200"></iframe>`));
  put("/inner.html", page("Inner", articleBody("Inside a frame")));
  put("/app.html", page("First story", `<main id="view">${articleBody("First story")}</main><button onclick="swap()">Next</button>
<script>function swap(){history.pushState({}, "", "/app.html?2");document.title="Second story";document.getElementById("view").innerHTML=${JSON.stringify(articleBody("Second story").replaceAll("economy", "budget"))}}</script>`));
  put("/watched.html", page("Watched", articleBody("Watched"), `<script>
window.seen = [];
new MutationObserver((records) => { for (const record of records) window.seen.push(record.type + " " + record.target.nodeName); })
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
for (const name of ["log", "debug", "info", "warn", "error"]) console[name] = (...words) => window.seen.push("console " + words);
addEventListener("error", (event) => window.seen.push("error " + event.message));
window.globals = [...Object.getOwnPropertyNames(window), "globals"];</script>`));
  put("/numbered.html", page("Numbered", `<main><article><h1>Numbered</h1>${Array.from({ length: 120 }, (_, at) => `<p id="p${at}">Paragraph number ${at} tells of the harbour, of the ferry, and of the people who wait for it in the rain of a long winter night.</p>`).join("")}</article></main>`));
  put("/gbk.html", GBK, { "content-type": "text/html; charset=gbk" });
  return site();
}

/** "经济" and an article around it, written in GBK: 经济 is BE AD BC C3. */
const GBK = Buffer.concat([
  Buffer.from('<!doctype html><html lang="zh-CN"><title>GBK</title><article><h1>'),
  Buffer.from([0xbe, 0xad, 0xbc, 0xc3]),
  Buffer.from("</h1>"),
  ...Array.from({ length: 12 }, () => Buffer.concat([Buffer.from("<p>"), ...Array.from({ length: 20 }, () => Buffer.from([0xbe, 0xad, 0xbc, 0xc3])), Buffer.from([0xa1, 0xa3]), Buffer.from("</p>")])),
  Buffer.from("</article></html>"),
]);
