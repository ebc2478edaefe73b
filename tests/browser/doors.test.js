import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { needsShared, open, put, shared } from "./harness.js";
import { ownPages, rows } from "./rows.js";

const DOORS = fileURLToPath(new URL("../../target/debug/examples/doors", import.meta.url));
/** Scripts stay enabled, so that `noscript` holds text, but none of the page's own runs and nothing is fetched. */
const STATIC = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };

/** Pages on which parsers, shadow trees and clobbered names go wrong. */
const TRICKY = {
  empty: "",
  text: "just text",
  quirks: "<p>a<table><tr><td>b</table>c",
  adoption: "<p>1<b>2<i>3</b>4</i>5<a>6<div>7<a>8</div>9</a><nobr>x<nobr>y",
  fostering: "<table>a<b>b<tr>c<td>d<select><option>1<optgroup><option>2</select></table>e",
  comments: "a<!-- b -->c<?pi d?>e<![CDATA[f]]><!doctype html>g",
  nul: "a\0b<p title='c\0d'>e<svg><title>f\0g</title></svg><script>h\0</script>",
  foreign: "<svg viewBox='0 0 1 1'><foreignObject><p>a</p></foreignObject><desc>b</desc><a xlink:href=x>c</a></svg><math definitionurl=d><mi>e<annotation-xml encoding=text/html><p>f",
  noscript: "<head><noscript><link rel=x><style>a</style></noscript></head><body><noscript><p>b&lt;i&gt;</p><noscript>c</noscript></noscript><noscript>  d</noscript><noscript></noscript>",
  "noscript twice": "<body><noscript><noscript>&lt;i&gt;<b>a</b></noscript></noscript>",
  templates: "<template><p>a</p></template><table><template><tr><td>b</template></table>c",
  shadow:
    "<div><template shadowrootmode=open><p>[<slot></slot>]<slot name=n>none</slot><slot></slot><slot name=n></slot></p></template>a<i slot=n>b</i><!-- c --><b slot=q>lost</b>d</div>",
  nested:
    "<div><template shadowrootmode=open><section><template shadowrootmode=open><i><slot></slot></i></template><slot><u>own</u></slot></section></template><p>a</p></div>",
  closed: "<div><template shadowrootmode=closed>x<slot></slot></template>a</div><p><template shadowrootmode=open>p</template>q</p><a><template shadowrootmode=open>r</template>s</a>",
  clobbered:
    "<form id=f><input name=attributes><input name=nodeType><input name=localName><input name=firstChild><input name=nextSibling><p>a</p></form><b>b</b><img name=body><img name=head><form name=defaultView></form><img name=nodeType><img name=URL><img name=firstChild>c",
  raw: "<textarea>\n\n<b>a</textarea><pre>\n\nb</pre><listing>\nc</listing><xmp><i>d</xmp><iframe><p>e</iframe><noembed><p>f</noembed><noframes><p>g</noframes><plaintext><p>h",
  frameset: "<frameset><frame><noframes><p>a</noframes></frameset>b",
  attributes: "<p a=1 A=2 b c='' \"d\" =e xml:lang=f class='g  h'>x<p><body class=late data-x=1><html lang=zh>",
  entities: "&amp;&nbsp;&notit;&#0;&#x80;&#xD800;&lt&CounterClockwiseContourIntegral;",
  newlines: "a\r\nb\rc\n<pre>\r\nd</pre>",
  deep: `${"<div>".repeat(300)}a${"</div>".repeat(300)}b`,
  formatting: `${"<b><i>".repeat(20)}<p>a<p>b</b>c`,
  late: "</body>a</html>b<p>c",
  menus: "<ul><li>a<li>b<ul><li>c</ul><dl><dt>d<dd>e<dt>f</dl><ruby>g<rb>h<rt>i<rp>j</ruby>",
  select: "<select><p>a<option>b<hr><select>c<input>d",
  image: "<image src=x><isindex><keygen><menuitem>a<br/></p></br>",
};

/**
 * The snapshots that Chromium takes of pages, each in a frame.
 *
 * @param {{ id: string, html: string }[]} pages
 */
async function snapshots(pages) {
  const tab = await open("/tests/browser/empty.html");
  const taken = [];
  for (const { id, html } of pages) {
    put("/framed.html", html, { ...STATIC, "content-type": "text/html; charset=utf-8" });
    const snapshot = await tab.evaluate(async () => {
      const { snapshot } = await import(/** @type {any} */ ("/page.js"));
      const frame = document.createElement("iframe");
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      frame.style.display = "none";
      frame.src = "/framed.html";
      document.body.append(frame);
      await loaded;
      const bytes = snapshot(frame.contentDocument);
      frame.remove();
      return bytes.toHex();
    });
    taken.push({ id, html, snapshot });
  }
  await tab.close();
  return taken;
}

/** @param {{ id: string, html: string }[]} pages */
async function assertSameTrees(pages) {
  const input = (await snapshots(pages)).map((row) => JSON.stringify(row)).join("\n");
  const { stdout, stderr, status } = spawnSync(DOORS, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(status, 0, stderr);
  assert.equal(stdout, "");
}

test("both doors give the same tree of tricky pages", async () => {
  await assertSameTrees(Object.entries(TRICKY).map(([id, html]) => ({ id, html })));
});

test("both doors give the same tree of our own pages", async () => {
  await assertSameTrees(ownPages());
});

test("both doors give the same tree of real pages", { skip: needsShared }, async () => {
  await assertSameTrees(rows(join(shared, "corpora/readability-pages.jsonl.gz")));
});
