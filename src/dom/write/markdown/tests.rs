use crate::Limits;
use crate::dom::write::{Body, Clean, Picture};
use crate::dom::{Name, NodeSet, parse};

fn markdown(html: &str) -> String {
    let page = parse(html, Some("https://a.example/x/"), &Limits::default()).unwrap();
    let mut nodes = NodeSet::new(page.len());
    nodes.insert_range(page.range(page.body().unwrap()));
    let images = page.all().filter(|node| page.name(*node) == Name::IMG);
    let picture = |node| {
        let url = page.resolve(page.attr(node, Name::SRC)?)?;
        let alt = page.attr(node, Name::ALT).unwrap_or_default().to_owned();
        Some(Picture { node, url, alt, caption: None, size: None })
    };
    let pictures: Vec<_> = images.filter_map(picture).collect();
    let body = Body { nodes: &nodes, pictures: &pictures, title: None };
    Clean::new(&page, &body, 1 << 20).unwrap().markdown().unwrap()
}

#[test]
fn paragraphs_headings_and_breaks() {
    assert_eq!(markdown("<h2>A<br>b #</h2><p>c<br>d</p><hr>e"), "## A<br>b \\#\n\nc\\\nd\n\n---\n\ne");
}

#[test]
fn emphasis_is_read_as_such() {
    assert_eq!(markdown("<p>a <b>b</b> <i>c</i> <b><i>d</i></b> <s>e</s>"), "a **b** *c* **_d_** ~~e~~");
    assert_eq!(markdown("<p>中文<b>“强调”</b>中文<b>强调</b>中"), "中文<b>“强调”</b>中文**强调**中");
    assert_eq!(markdown("<p><em>a</em><strong>b</strong>c <i><u>(x)</u></i>"), "*a*<strong>b</strong>c *(x)*");
    assert_eq!(markdown("<p>x<sup>2</sup> <b><i>a</i> b</b>"), "x<sup>2</sup> **_a_ b**");
}

#[test]
fn code_has_a_fence_that_it_does_not_hold() {
    assert_eq!(
        markdown("<p><code>a`b</code> <code>`</code> <kbd>c</kbd><code>d<a href=/e>f</a></code>"),
        "``a`b`` `` ` `` `c`<code>d</code>[`f`](https://a.example/e)"
    );
    assert_eq!(markdown("<a href=/x><code>a]: b</code></a>"), "[<code>a\\]: b</code>](https://a.example/x)");
    assert_eq!(markdown("<pre class=language-rust>fn a() {}\n\n```\n</pre>"), "````rust\nfn a() {}\n\n```\n````");
    assert_eq!(markdown("<ul><li>a<pre>b\n\n  c</pre></ul>"), "- a\n\n  ```\n  b\n\n    c\n  ```");
}

#[test]
fn links_and_pictures() {
    assert_eq!(
        markdown("<a href='/b_(c)?d&amp;copy;'>[a]</a> <img src=/i.png alt='x [y]'>"),
        "[\\[a\\]](https://a.example/b_\\(c\\)?d\\&copy;) ![x \\[y\\]](https://a.example/i.png)"
    );
    assert_eq!(markdown("wow!<a href=/x>b</a><a href=/y></a>"), "wow\\![b](https://a.example/x)");
    assert_eq!(
        markdown("<iframe src=//v.example/e allowfullscreen></iframe><video src=/f title=t></video>"),
        "[v.example](https://v.example/e)\n\n[a.example](https://a.example/f)"
    );
}

#[test]
fn lists_nest_and_neighbours_differ() {
    assert_eq!(
        markdown("<ul><li>a<ol><li>b<li>c</ol><li>d</ul><ul><li>e</ul>f"),
        "- a\n  1. b\n  2. c\n- d\n\n* e\n\nf"
    );
    assert_eq!(
        markdown("<ol start=9><li>a<li><p>b<p>c<blockquote>d</blockquote></ol>"),
        "9. a\n\n10. b\n\n    c\n\n    > d"
    );
    assert_eq!(markdown("<dl><dt>a<dd>b<dd>c</dl>"), "a\n\n- b\n\n- c");
}

#[test]
fn quotations_have_their_mark_in_each_line() {
    assert_eq!(markdown("<blockquote><p>a<br>b<p>c<ul><li>d</ul></blockquote>e"), "> a\\\n> b\n>\n> c\n>\n> - d\n\ne");
    assert_eq!(markdown("a<blockquote>b<blockquote>c</blockquote></blockquote>"), "a\n\n> b\n>\n> > c");
}

#[test]
fn tables_are_rows_of_cells() {
    assert_eq!(
        markdown("<table><caption>t</caption><tr><th>a|b<th>c<tr><td>1<br>2<td><code>|</code></table>x"),
        "t\n\n| a\\|b | c |\n| --- | --- |\n| 1<br>2 | `\\|` |\n\nx"
    );
    assert_eq!(
        markdown("<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>"),
        "|   |   |   |   |\n| --- | --- | --- | --- |\n| a | b |   | c |\n|   | d | e | f |"
    );
    assert_eq!(
        markdown("<table><tr><th>a<td colspan=9>b<tr><th>c<td><ul><li>d<li>e</ul></table>"),
        "|   |   |\n| --- | --- |\n| a | b |\n| c | d<br>e |"
    );
}

#[test]
fn text_that_looks_like_marks_is_escaped_where_it_is_read_as_such() {
    for (text, want) in [
        ("1. a", "1\\. a"),
        ("1.5 a", "1.5 a"),
        ("# a", "\\# a"),
        ("#tag", "#tag"),
        ("- a", "\\- a"),
        ("-a", "-a"),
        ("> a", "\\> a"),
        ("a_b _c_", "a_b \\_c\\_"),
        ("2 * 3 *x*", "2 * 3 \\*x\\*"),
        ("a [b] [c](d)", "a [b] [c\\](d)"),
        ("[x]: y", "\\[x\\]: y"),
        ("AT&T &amp;amp; <3 &lt;b&gt;", "AT&T \\&amp; \\<3 \\<b>"),
        ("a<br>=== b<br>--- c", "a\\\n\\=== b\\\n\\--- c"),
        ("a|b `c` ~d~ e\\f", "a|b \\`c\\` \\~d\\~ e\\\\f"),
    ] {
        let want = want.replace("\\<3", "<3");
        assert_eq!(markdown(&format!("<p>{}</p>", text.replace("<3", "&lt;3"))), want, "{text}");
    }
}
