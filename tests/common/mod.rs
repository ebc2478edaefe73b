//! What several tests need.
#![allow(dead_code)]

use proptest::prelude::*;
use rubricate::dom::write::{Body, Clean, Picture};
use rubricate::dom::{self, Document, Name, NodeId, NodeSet};
use rubricate::{Limits, text};

/// The address of every page made here.
pub const URL: &str = "https://a.example/x/page.html";

/// How a law is tried: against so many inputs, or as many as `PROPTEST_CASES` says (`make soak`).
pub fn laws(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = if asked { ProptestConfig::default() } else { ProptestConfig::with_cases(cases) };
    ProptestConfig { failure_persistence: None, ..config }
}

/// A page from its text.
pub fn page(html: &str) -> Document {
    dom::parse(html, Some(URL), &Limits::default()).expect("a page within the limits")
}

/// The whole page cleaned, each `img` with an address a picture.
pub fn clean(page: &Document) -> Clean {
    let mut nodes = NodeSet::new(page.len());
    nodes.insert_range(page.range(page.body().unwrap_or(NodeId::ROOT)));
    let images = page.all().filter(|node| page.name(*node) == Name::IMG);
    let pictures: Vec<_> = images.filter_map(|node| picture(page, node)).collect();
    let body = Body { nodes: &nodes, pictures: &pictures, title: None };
    Clean::new(page, &body, 64 << 20).expect("a body within the limits")
}

fn picture(page: &Document, node: NodeId) -> Option<Picture> {
    let url = page.resolve(page.attr(node, Name::SRC)?)?;
    let alt = page.attr(node, Name::ALT).unwrap_or_default().to_owned();
    // What parts a `small` around the picture would make a caption of its second half.
    let is_small = |node: &NodeId| page.name(*node) == Name::SMALL;
    let next = page.nodes_in(page.range(node).end..page.len()).find(is_small);
    let caption = next.filter(|_| !page.ancestors(node).any(|above| is_small(&above)));
    Some(Picture { node, url, alt, caption, size: None })
}

/// Without any blanks.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !text::is_indent(*c)).collect()
}

/// Whether the characters of `part` stand in `whole` in this order, blanks apart.
pub fn is_subsequence(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    solid(part).chars().all(|c| rest.any(|other| other == c))
}

const TAGS: &str = "a a a abbr address article aside b b big blockquote br br br button caption center cite code dd \
    del details dfn dir div div div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i i \
    iframe img img ins kbd label li li li main map mark math menu mfrac mi mn mrow msup mtext nav nobr noscript object ol \
    option p p p pre q rb rp rt rtc ruby s samp script section select semantics small span span strike strong style sub \
    summary sup svg table table tbody td td td template textarea tfoot th thead time title tr tr tt u ul ul var video wbr \
    x-card xmp";

const ATTRS: &[&str] = &[
    "",
    "",
    "",
    " href=/a",
    " href='#n1'",
    " href='#rubricate-n2'",
    " href='javascript:x'",
    " href='https://a.example/x/page.html#n2'",
    " id=n1",
    " id=n2",
    " id=rubricate-n1",
    " name=n1",
    " src='i.png?a&b' alt='x --> \"y\"'",
    " lang=en",
    " lang=fr",
    " dir=rtl",
    " colspan=2 rowspan=2",
    " role=presentation",
    " class=language-js",
    " class=rubricate-embed href=/e",
    " src=/v allowfullscreen title=' t '",
    " open",
    " start=2 type=a reversed value=9",
    " style='font-weight:normal'",
    " title='</style>'",
    " datetime=2020-01-01",
    " display=block onclick=x",
    " hidden",
];

const TEXTS: &[&str] = &[
    "a",
    "b ",
    " c",
    "word and word",
    " ",
    "\n",
    "\u{3000}\u{3000}市委",
    "&nbsp;",
    "&amp;lt;",
    "&lt;b&gt;",
    "*_`#",
    "1. x",
    "- y",
    "|",
    "\u{200b}",
    "\t\t",
    "&#13;",
    "\\[x](y)",
    "&#0;",
    "~~~",
    "```",
    "http://x.example",
    "漢",
    "é",
    "!",
    "(",
    "**",
    "> ",
    "==",
    "---",
    "&#1;",
    "[1]:",
    "<!-- c -->",
    "&copy;",
    "long long long long long long long long long long long long long long",
];

/// Lines full of what Markdown takes for marks, in blocks and phrases that are all closed.
pub fn marks() -> impl Strategy<Value = String> {
    let tags = "a b i em strong s code kbd sup q u span p li h2 td th blockquote br";
    let tags: Vec<&'static str> = tags.split(' ').collect();
    let text = || prop::collection::vec(prop::sample::select(MARKS), 0..6).prop_map(|marks| marks.concat());
    let phrase = (prop::sample::select(tags), text(), text()).prop_map(|(tag, inside, after)| match tag {
        "a" => format!("<a href='/x_(y)'>{inside}</a>{after}"),
        "td" | "th" => format!("<table><tr><{tag}>{inside}<td>{after}</table>"),
        "li" => format!("<ul><li>{inside}<li>{after}</ul>"),
        tag => format!("<{tag}>{inside}</{tag}>{after}"),
    });
    prop::collection::vec(phrase, 1..8).prop_map(|phrases| phrases.concat())
}

const MARKS: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "~",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "!",
    "#",
    "# ",
    "+ ",
    "- ",
    "---",
    "===",
    "1. ",
    "2)",
    ">",
    "> ",
    "|",
    ":",
    "-|-",
    "\\",
    "&lt;",
    "&lt;b>",
    "&amp;amp;",
    "&amp;#1",
    ";",
    "&lt;!--",
    "http://x.example",
    "a",
    "b",
    " ",
    " ",
    "中",
    "“",
    "。",
    ".",
    "\"",
    "é",
    "$",
    "{",
    "^",
    "=",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<br>",
    "\t",
    "9",
    "::",
];

/// Markup of all kinds in any order: tags that are opened and closed, or not.
pub fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn piece() -> impl Strategy<Value = String> {
    let tags: Vec<&'static str> = TAGS.split_ascii_whitespace().collect();
    let tag = || prop::sample::select(tags.clone());
    prop_oneof![
        4 => (tag(), prop::sample::select(ATTRS), prop::sample::select(ATTRS)).prop_map(|(tag, a, b)| format!("<{tag}{a}{b}>")),
        2 => tag().prop_map(|tag| format!("</{tag}>")),
        4 => prop::sample::select(TEXTS).prop_map(str::to_owned),
        1 => (0..3000usize).prop_map(|length| "x ".repeat(length / 2)),
    ]
}
