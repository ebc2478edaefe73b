use std::time::{Duration, Instant};

use super::*;
use crate::dom::{Name, NodeId};

fn page(html: &str) -> Document {
    parse(html, None, &Limits::default()).unwrap()
}

/// The tree below the body: names, texts in quotes.
fn shape(html: &str) -> String {
    let page = page(html);
    let body = page.body().unwrap();
    let mut out = String::new();
    write(&page, body, &mut out);
    out
}

fn write(page: &Document, node: NodeId, out: &mut String) {
    for child in page.children(node) {
        match page.text(child) {
            Some(text) => *out += &format!("'{text}'"),
            None => {
                *out += page.spelling(page.name(child));
                *out += "(";
                write(page, child, out);
                *out += ")";
            }
        }
    }
}

#[test]
fn broken_markup_is_mended_as_browsers_do() {
    assert_eq!(shape("<p>a<b>b<p>c"), "p('a'b('b'))p(b('c'))");
    assert_eq!(shape("<table>x<tr><td>1"), "'x'table(tbody(tr(td('1'))))");
    assert_eq!(shape("a<!-- x -->b<br>c"), "'ab'br()'c'");
    assert_eq!(shape(""), "");
}

#[test]
fn other_namespaces_are_told_by_their_names() {
    assert_eq!(
        shape("<svg><title>t</title><a/></svg><math><mi>x"),
        "svg/svg(svg/title('t')svg/a())math/math(math/mi('x'))"
    );
}

#[test]
fn templates_are_no_part_of_the_page() {
    assert_eq!(shape("<body><template><p>a</template>b"), "template()'b'");
}

#[test]
fn the_markup_in_noscript_is_its_children() {
    assert_eq!(shape("<body><noscript><p>a</p><noscript>b</noscript></noscript>"), "noscript(p('a')noscript('b'))");
    assert_eq!(shape("<body><noscript><img src=x><i>c</noscript>"), "noscript(img()i('c'))");
    assert_eq!(shape("<body><noscript><noscript>&lt;i&gt;<b>c</noscript>"), "noscript(noscript('<i>'b('c')))");
    let page = page("<head><noscript><style>a</style></noscript><title>t</title>");
    assert_eq!(page.text_content(page.find(NodeId::ROOT, Name::TITLE).unwrap()), "t");
}

#[test]
fn declared_shadow_trees_stand_in_their_hosts_place() {
    let slots =
        "<div><template shadowrootmode=open>[<slot></slot><slot name=n>none</slot>]</template>a<i slot=n>b</i></div>";
    assert_eq!(shape(slots), "div('['slot('a')slot(i('b'))']')");
    assert_eq!(shape("<div><template shadowrootmode=open><slot>own</slot></template></div>"), "div(slot('own'))");
    assert_eq!(shape("<div><template shadowrootmode=closed>x</template>a</div>"), "div('a')");
}

#[test]
fn deep_nesting_takes_no_time() {
    let start = Instant::now();
    let deep = format!("{}x{}<p>after", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let page = page(&deep);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    let after = page.all().find(|node| page.text(*node) == Some("after")).unwrap();
    assert_eq!(page.ancestors(after).count(), 4, "what follows stands where it belongs");
    let x = page.all().find(|node| page.text(*node) == Some("x")).unwrap();
    assert!(page.ancestors(x).count() <= 514);
}

#[test]
fn a_mark_inside_the_text_stays_wherever_the_page_is_cut() {
    let text = format!("{}\u{feff}", "a".repeat(PIECE));
    let page = page(&format!("\u{feff}{text}"));
    assert_eq!(page.text_content(NodeId::ROOT), text);
}

#[test]
fn limits_refuse_with_their_value() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(
        parse("<p>12345678", None, &limits).unwrap_err(),
        Error::TooLarge { what: "bytes", limit: 10, value: 11 }
    );
    let limits = Limits { nodes: 100, ..Limits::default() };
    assert_eq!(parse(&"<p>a".repeat(200), None, &limits).unwrap_err().code(), "tooManyNodes");
}

#[test]
fn a_tag_of_thousands_of_attributes_is_refused() {
    let many: String = (0..100_000).map(|n| format!(" a{n}")).collect();
    assert_eq!(parse(&format!("<p{many}>x"), None, &Limits::default()).unwrap_err().code(), "badInput");
    let quoted: String = (0..100_000).map(|n| format!(" a{n}=\"v\"")).collect();
    assert_eq!(parse(&format!("<p{quoted}>x"), None, &Limits::default()).unwrap_err().code(), "badInput");
}

#[test]
fn long_values_and_comments_are_no_attack() {
    let words = "word ".repeat(100_000);
    for html in
        [format!("<p data-state='{words}'>x"), format!("<p title=\"{words}\">x"), format!("<!-- {words} --><p>x")]
    {
        assert_eq!(page(&html).visible_text(NodeId::ROOT), "x");
    }
}
