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
  put("/listing.html", page("The Harbour Courier", `<header><h1>The Harbour Courier</h1></header><main><ul>${Array.from({ length: 24 }, (_, at) => `<li><h2><a href="/story/${at}">The harbour council meets again about ferry number ${at}</a></h2><time datetime="2026-03-${10 + (at % 20)}">March ${10 + (at % 20)}</time></li>`).join("")}</ul></main>`));
  put("/nothing.html", page("Nothing", `<p>${"Of all that is looked for there is nothing here. ".repeat(40)}</p>`));
  for (const name of ["fix", "fix-next"]) put(`/${name}.html`, page("To be mended", articleBody("To be mended").replace("<footer>", `<footer class="tides"><p>Tide tables of the outer islands</p></footer><footer>`)));
  put("/news-zh.html", NEWS, { "content-type": "text/html; charset=utf-8" });
  put("/gbk.html", GBK, { "content-type": "text/html; charset=gbk" });
  return site();
}

/** Puts a page of five million characters on the site; each of its 10,000 paragraphs has a number. @returns {string} its path */
export function huge() {
  const words = "The harbour, the ferry and the long night of those who wait. ".repeat(8);
  put("/huge.html", page("Huge", `<main><article><h1>Huge</h1>${Array.from({ length: 10_000 }, (_, at) => `<p>Paragraph number ${at}. ${words}</p>`).join("\n")}</article></main>`));
  return "/huge.html";
}

/** UTF-16 units of the long page. */
const CHARACTERS = 500_000;

/**
 * Puts a page of half a million characters on the site.
 *
 * @param {string} [script] for its head
 * @returns {{ path: string, terms: string[], count: number }} where it is; a hundred words, and how often they stand in it
 */
export function halfMillion(script = "") {
  const path = "/half-million.html";
  const terms = Array.from({ length: 100 }, (_, at) => `word${at * 7}`);
  const words = Array.from({ length: CHARACTERS / 8 }, (_, at) => `word${(at * 31) % 2000}`);
  const paragraphs = Array.from({ length: Math.ceil(words.length / 80) }, (_, at) => `<p>${words.slice(at * 80, at * 80 + 80).join(" ")}</p>`);
  put(path, page("Half a million", `<main>${paragraphs.join("\n")}</main>`, script && `<script>${script}</script>`));
  const wanted = new Set(terms);
  return { path, terms, count: words.filter((word) => wanted.has(word)).length };
}

/** A page as news sites in China make them: the article in `div`s among lists of links, its text broken by `br`. */
const NEWS = `<!doctype html><html><head><meta charset="utf-8"><title>轮渡夜班保留至明年春天_港口新闻网</title><meta name="keywords" content="轮渡,夜班,经济"></head><body>
<div class="top"><a href="/">首页</a><a href="/a">时政</a><a href="/b">经济</a><a href="/c">视频</a></div>
<div class="main"><div class="left"><h1 class="tit">轮渡夜班保留至明年春天</h1><div class="info"><span>港口新闻网</span> <span>2026-03-14 20:27</span> <span>来源：晚报</span></div>
<div class="txt">${"　　港务委员会周二决定，保留每天最后一班轮渡。委员会主席说，外岛的经济依靠那些工作到深夜、等不到第二天早晨的人。<br><br>　　运营方希望得到四百万元补贴，委员会同意给三百万元，并答应秋天再议。乘客们听到消息后松了一口气。<br>".repeat(5)}</div>
<div class="share">分享到 微信 微博</div><div class="rel"><h3>相关推荐</h3><ul><li><a href="/1">外岛冬季时刻表公布</a></li><li><a href="/2">新船三月交付</a></li></ul></div></div>
<div class="right"><h3>热门</h3><ul><li><a href="/3">港口经济一季度报告</a></li><li><a href="/4">渔市周末开放</a></li></ul></div></div><div class="foot">版权所有 港口新闻网</div></body></html>`;

/** "经济" and an article around it, written in GBK: 经济 is BE AD BC C3. */
const GBK = Buffer.concat([
  Buffer.from('<!doctype html><html lang="zh-CN"><title>GBK</title><article><h1>'),
  Buffer.from([0xbe, 0xad, 0xbc, 0xc3]),
  Buffer.from("</h1>"),
  ...Array.from({ length: 12 }, () => Buffer.concat([Buffer.from("<p>"), ...Array.from({ length: 20 }, () => Buffer.from([0xbe, 0xad, 0xbc, 0xc3])), Buffer.from([0xa1, 0xa3]), Buffer.from("</p>")])),
  Buffer.from("</article></html>"),
]);
