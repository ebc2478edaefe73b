use super::*;
use crate::Limits;
use crate::dom::{Name, parse};

const URL: &str = "https://a.example/x/page.html";

/// The body of a page cleaned, every `img` with an address a picture.
fn cleaned(html: &str) -> Clean {
    let page = parse(html, Some(URL), &Limits::default()).unwrap();
    let mut nodes = NodeSet::new(page.len());
    nodes.insert_range(page.range(page.body().unwrap()));
    let images = page.all().filter(|node| page.name(*node) == Name::IMG);
    let pictures: Vec<_> = images.filter_map(|node| picture(&page, node)).collect();
    Clean::new(&page, &Body { nodes: &nodes, pictures: &pictures, title: Some("The title") }, 1 << 20).unwrap()
}

fn picture(page: &Document, node: NodeId) -> Option<Picture> {
    let caption = page.all().find(|node| page.attr(*node, Name::CLASS) == Some("caption"));
    let url = page.resolve(page.attr(node, Name::SRC)?)?;
    let alt = page.attr(node, Name::ALT).unwrap_or_default().to_owned();
    Some(Picture { node, url, alt, caption, size: None })
}

/// The HTML of a cleaned page, which must be the same when it is cleaned again.
fn html(source: &str) -> String {
    let once = cleaned(source).html().unwrap();
    assert_eq!(cleaned(&once).html().unwrap(), once, "cleaned again, of {source}");
    once
}

fn text(source: &str) -> String {
    cleaned(source).text().unwrap()
}

#[test]
fn lines_of_text_become_paragraphs() {
    assert_eq!(html("a<div>b <span>c</span></div><div><div>d</div></div>"), "<p>a</p><p>b c</p><p>d</p>");
    assert_eq!(html("a<br>b<br><br>c<br> <br>"), "<p>a<br>b</p><p>c</p>");
    assert_eq!(html("<p>a<p><p>&nbsp;</p><p><br></p>"), "<p>a</p>");
    assert_eq!(html("<b>a<br><br>b</b>c"), "<p><b>a</b></p><p><b>b</b>c</p>");
}

#[test]
fn blanks_collapse_and_indents_go() {
    assert_eq!(html("<p>\u{3000}\u{3000}a  \n b<b> c </b>d\u{2003}</p>"), "<p>a b <b>c</b> d</p>");
    assert_eq!(html("<p>a&nbsp;&nbsp;b <br>\u{3000}c</p>"), "<p>a&nbsp;&nbsp;b<br>c</p>");
}

#[test]
fn no_break_spaces_are_spaces_in_text_but_in_code() {
    assert_eq!(text("<p>a&nbsp;&nbsp;b<b> c</b>,\u{202f}<i>&nbsp;d</i> &nbsp;e</p>"), "a b c, d e");
    assert_eq!(text("<pre>a&nbsp; b</pre>"), "a\u{a0} b");
}

#[test]
fn the_signs_of_a_formula_are_parted_in_text() {
    assert_eq!(
        text("<p>P(<math><msup><mi>e</mi><mn>2</mn></msup><mo>=</mo><mspace></mspace><mi>x</mi></math>), so</p>"),
        "P(e 2 = x), so"
    );
}

#[test]
fn phrases_end_with_their_line_and_begin_anew() {
    assert_eq!(
        html("<a href=/1><h3>t</h3><p>u</p></a>"),
        "<h3>t</h3><p><a href=\"https://a.example/1\">u</a></p>"
            .replace("<h3>t", "<h2><a href=\"https://a.example/1\">t</a>")
            .replace("h3", "h2")
    );
    assert_eq!(
        html("<b><b>a</b></b><b>b</b> <i> </i><sup>c<sup>d</sup></sup>"),
        "<p><b>ab</b> <sup>c<sup>d</sup></sup></p>"
    );
}

#[test]
fn a_language_ends_with_the_phrase_that_states_it() {
    assert_eq!(
        html("a<i lang=fr>b<div>c</div>d</i>e"),
        "<p>a</p><p lang=\"fr\"><i>b</i></p><p lang=\"fr\"><i>c</i></p><p lang=\"fr\"><i>d</i></p><p>e</p>"
    );
    assert_eq!(
        html("<code><tt lang=en><section>a</section>b</code>c"),
        "<p lang=\"en\"><code>a</code></p><p lang=\"en\"><code>b</code></p><p><code lang=\"en\">c</code></p>"
    );
}

#[test]
fn what_strays_into_a_formula_makes_no_list_around_it() {
    assert_eq!(html("<dl><math><mi><dt>a"), "<p><math><mi>a</mi></math></p>");
    assert_eq!(html("<ul><math><mi><li>a"), "<p><math><mi>a</mi></math></p>");
}

#[test]
fn an_item_in_a_cell_makes_no_list_around_the_table() {
    assert_eq!(html("<ul><table><td>a<td><li>b"), "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>");
    assert_eq!(html("<table><caption><li>a<td>b"), "<ul><li>a</li></ul><p>b</p>");
}

#[test]
fn only_safe_links_remain() {
    assert_eq!(
        html("<a href='javascript:x'>a</a><a href=' ../y?z&amp;w '>b</a>"),
        "<p>a<a href=\"https://a.example/y?z&amp;w\">b</a></p>"
    );
    assert_eq!(html("<a href=magnet:x>a</a> <a>b</a> <a href=#>c</a>"), "<p>a b c</p>");
    assert_eq!(
        html("<p onclick=x style=y class=z>a<script>b</script><style>c</style><iframe src=d>e</iframe>"),
        "<p>a</p>"
    );
    assert_eq!(html("<svg><a>x</a></svg><object>y</object><select><option>z</select>a"), "<p>a</p>");
}

#[test]
fn headings_are_in_order() {
    assert_eq!(
        html("<h1>a</h1>x<h4>b</h4>y<h3>c</h3><h1>d</h1>z"),
        "<h2>a</h2><p>x</p><h3>b</h3><p>y</p><h3>c</h3><h2>d</h2><p>z</p>"
    );
    assert_eq!(html("<h1>a</h1>x<h3>b</h3>"), "<h1>a</h1><p>x</p><h2>b</h2>");
    assert_eq!(html("<h2><div>a</div><p>b</p></h2>c<h3> </h3>"), "<h2>a<br>b</h2><p>c</p>");
    let long = "word ".repeat(80);
    assert_eq!(html(&format!("<h2>a<p>{long}")), format!("<h2>a</h2><p>{}</p>", long.trim()));
}

#[test]
fn the_title_is_not_repeated_at_the_start() {
    assert_eq!(
        html("<div><h1>The <b>title</b></h1></div><p>The title</p><p>a</p><h2>The title</h2>"),
        "<p>a</p><h2>The title</h2>"
    );
    assert_eq!(
        html("<figure><img src=/i.png><figcaption>b</figcaption></figure><h1>The title</h1><p>a</p>"),
        "<figure><img src=\"https://a.example/i.png\" alt=\"\"><figcaption>b</figcaption></figure><p>a</p>"
    );
}

#[test]
fn lists_hold_items_and_items_hold_their_text() {
    assert_eq!(
        html("<ul>a<li><p>b</p><li>c<ul><li>d</ul><ol start=3><li>e</ol></ul>"),
        "<ul><li>a</li><li>b</li><li>c<ul><li>d</li></ul><ol start=\"3\"><li>e</li></ol></li></ul>"
    );
    assert_eq!(
        html("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>"),
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
    );
    assert_eq!(html("<div><li>a<li>b</div>c"), "<ul><li>a</li><li>b</li></ul><p>c</p>");
    assert_eq!(html("<ul><li><p>a<p>b<li> </ul><ul><div>c</div></ul>"), "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>");
    assert_eq!(html("<ul><li><h2>a</h2>b</ul>"), "<h2>a</h2><p>b</p>");
    assert_eq!(
        html("<dl>x<dt>a<dd>b<dd><p>c<p>d</dl><dl><dd>e</dl>"),
        "<dl><dd>x</dd><dt>a</dt><dd>b</dd><dd><p>c</p><p>d</p></dd></dl><p>e</p>"
    );
}

#[test]
fn tables_of_facts_are_complete_and_others_go() {
    let facts = "<table border=1><caption>c</caption><tr><th scope=col>a<th>b<tr><td colspan=2>1<td></table>";
    let want = "<table><caption>c</caption><tbody><tr><th scope=\"col\">a</th><th>b</th></tr><tr><td colspan=\"2\">1</td><td></td></tr></tbody></table>";
    assert_eq!(html(facts), want);
    assert_eq!(text(facts), "c\na\tb\n1");
    assert_eq!(html("<table><tr><td>a<tr><td><p>b<p>c</table>"), "<p>a</p><p>b</p><p>c</p>");
    assert_eq!(html("<table><td>a<td><h2>b</h2>c</table>"), "<p>a</p><h2>b</h2><p>c</p>");
    assert_eq!(text("<table><tr><td>a<br>b<td><td>c<tr><td><td>d</table>e"), "a\nb\t\tc\n\td\ne");
}

#[test]
fn preformatted_text_is_as_it_is() {
    let pre = "<pre>\n\n  a\n\n\tb <b>c</b>\n</pre>";
    assert_eq!(html(pre), "<pre>  a\n\n\tb <b>c</b></pre>");
    assert_eq!(text(&format!("x{pre}y")), "x\n  a\n\n\tb c\ny");
    assert_eq!(
        html("<pre class=lang-js><div>a\n</div><div>b</div>c<br>d</pre>"),
        "<pre class=\"language-js\">a\nb\nc\nd</pre>"
    );
    assert_eq!(
        html("<div class='highlight-source-rust'><pre><code>x</code></pre></div>"),
        "<pre class=\"language-rust\"><code>x</code></pre>"
    );
}

#[test]
fn figures_and_captions() {
    let img = "<img src=\"https://a.example/i.png\" alt=\"x\">";
    assert_eq!(
        html("<figure><img src=/i.png alt=x><figcaption>c</figcaption></figure>"),
        format!("<figure>{img}<figcaption>c</figcaption></figure>")
    );
    assert_eq!(
        html("<p><img src=/i.png alt=x></p><p class=caption>c</p><p>d</p>"),
        format!("<figure>{img}<figcaption>c</figcaption></figure><p>d</p>")
    );
    assert_eq!(
        html("<p>a<img src=/i.png alt=x></p><p>b</p><p class=caption>c</p>"),
        format!("<p>a{img}</p><p>b</p><p>c</p>")
    );
}

#[test]
fn links_within_the_body_work() {
    let note = "<p>a<sup id=r1><a href=#n1>1</a></sup> <a href=#gone>x</a> <a href=#%E6%B3%A8>y</a></p><ol><li id=n1>note <a href='https://a.example/x/page.html#r1'>^</a></ol><div id=注><p>z";
    let want = "<p>a<sup id=\"rubricate-r1\"><a href=\"#rubricate-n1\">1</a></sup> <a href=\"https://a.example/x/page.html#gone\">x</a> <a href=\"#rubricate-注\">y</a></p><ol><li id=\"rubricate-n1\">note <a href=\"#rubricate-r1\">^</a></li></ol><p id=\"rubricate-注\">z</p>";
    assert_eq!(html(note), want);
    assert_eq!(
        html("a <a href=#x>b</a><a name=x></a> c"),
        "<p>a <a href=\"#rubricate-x\">b</a> <span id=\"rubricate-x\"></span>c</p>"
    );
    html("<a href='#rubricate-x'><abbr id=x><video src=/v><img src=/i.png>");
    assert!(!html("<video src=/v><a href=#x><img src=/i.png alt=y></a></video><p id=x>c").contains("rubricate-x"));
}

#[test]
fn languages_and_directions_are_kept_where_they_change() {
    assert_eq!(
        html(
            "<html lang=en><div lang=en><p lang=fr>a<i lang=fr>b</i></p><blockquote lang=de dir=RTL>c<p lang=en>d</blockquote>"
        ),
        "<p lang=\"fr\">a<i>b</i></p><blockquote lang=\"de\" dir=\"rtl\"><p>c</p><p lang=\"en\">d</p></blockquote>"
    );
    assert_eq!(html("<p>a <span lang=la>b</span> <span>c</span>"), "<p>a <span lang=\"la\">b</span> c</p>");
    assert_eq!(html("<span lang=la><p>a</p>b</span>"), "<p lang=\"la\">a</p><p lang=\"la\">b</p>");
}

#[test]
fn details_are_opened() {
    assert_eq!(
        html("<details><summary><h3>a</h3></summary>b</details>"),
        "<details open=\"\"><summary>a</summary><p>b</p></details>"
    );
    assert_eq!(html("<details>b<summary>a</summary></details>"), "<p>b</p><p>a</p>");
}

#[test]
fn ruby_and_formulas_are_kept() {
    assert_eq!(
        html("<ruby><rb>漢</rb><rp>(</rp><rt>kan</rt><rp>)</rp></ruby>"),
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>"
    );
    let formula = "<math display=block onclick=x><semantics><mrow><mi> x </mi><mo stretchy=false>=</mo><mfrac><mn>1</mn><mrow></mrow></mfrac></mrow><annotation encoding=TeX>x=1</annotation></semantics></math>";
    let want = "<p><math display=\"block\"><mrow><mi>x</mi><mo stretchy=\"false\">=</mo><mfrac><mn>1</mn><mrow></mrow></mfrac></mrow></math></p>";
    assert_eq!(html(formula), want);
    assert_eq!(text(formula), "x = 1");
}

#[test]
fn films_are_played_when_asked_and_players_are_links() {
    assert_eq!(
        html("<video autoplay poster=/p.jpg><source src=/v.mp4>old browser</video>"),
        "<p><video src=\"https://a.example/v.mp4\" poster=\"https://a.example/p.jpg\" controls=\"\" preload=\"none\"></video></p>"
    );
    assert_eq!(
        html("a<iframe src=//v.example/e title='A film' allowfullscreen></iframe>b"),
        "<p>a</p><p><a href=\"https://v.example/e\" class=\"rubricate-embed\" title=\"A film\"></a></p><p>b</p>"
    );
}

#[test]
fn rules_part_blocks_and_nothing_else() {
    assert_eq!(
        html("<hr>a<hr><hr>b<blockquote><hr>c</blockquote><hr>"),
        "<p>a</p><hr><p>b</p><blockquote><p>c</p></blockquote>"
    );
}

#[test]
fn what_is_part_of_the_body_decides() {
    let page = parse("<ul><li>a<li>b<li>c</ul><p>d</p>", None, &Limits::default()).unwrap();
    let mut nodes = NodeSet::new(page.len());
    for node in page.all().filter(|node| page.text(*node).is_some_and(|text| text != "b" && text != "d")) {
        nodes.insert(node);
    }
    let body = Body { nodes: &nodes, pictures: &[], title: None };
    assert_eq!(Clean::new(&page, &body, 100).unwrap().html().unwrap(), "<ul><li>a</li><li>c</li></ul>");
    assert_eq!(Clean::new(&page, &body, 1).unwrap_err().code(), "tooLarge");
    assert_eq!(Clean::new(&page, &body, 9).unwrap().html().unwrap_err().code(), "tooLarge");
    let none = NodeSet::new(page.len());
    assert!(Clean::new(&page, &Body { nodes: &none, ..body }, 9).unwrap().is_empty());
}

#[test]
fn values_that_look_like_markup_are_softened() {
    assert_eq!(attributes::line("a --> b ]> </style>\n c"), "a -- > b ] > < /style> c");
}
