//! Pages that mean harm, or are none: each gives an article or a clear error, in time.

mod common;

use std::time::{Duration, Instant};

use common::URL;
use rubricate::{Article, Error, Limits, Options, dom, extract};

/// How long a page may take: a second where the code is optimised.
const SECOND: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 1 });

fn article(html: &str) -> Result<Article, Error> {
    let mut options = Options::default();
    (options.markdown, options.set_aside) = (true, true);
    extract(&dom::parse(html, Some(URL), &options.limits)?, &options)
}

fn timed(html: &str) -> Article {
    let start = Instant::now();
    let article = article(html).unwrap();
    assert!(start.elapsed() < SECOND, "{} bytes took {:?}", html.len(), start.elapsed());
    article
}

/// Numbers that look random and are the same in each run (xorshift, Marsaglia 2003).
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(|_| next()).collect()
}

const PARAGRAPH: &str = "<p>It rained all night, and in the morning the river had risen, said the miller, above the third step of the church.</p>";

/// Paragraphs that are all different: a text that a page repeats is no part of its body.
fn paragraphs(count: usize) -> String {
    let one = |index| {
        format!(
            "<p>On day {index} it rained all night, and in the morning the river had risen, said the miller of mill {index}.</p>\n"
        )
    };
    (0..count).map(one).collect()
}

#[test]
fn nothing_and_noise_have_no_article() {
    for html in ["", "<", "a", "\0", " ", "\u{feff}", "<!", "</", "&", "<p", "<table>"] {
        let article = article(html).unwrap();
        assert_eq!(
            (article.length == 0, article.content.is_none()),
            (article.text_content.is_empty(), article.length == 0),
            "{html:?}"
        );
    }
    for length in [1, 100, 100_000] {
        timed(&String::from_utf8_lossy(&noise(length)));
    }
}

#[test]
fn every_cut_of_a_page_is_a_page() {
    let page = format!(
        "<title>t</title><main id=a class='b c'>{PARAGRAPH}<ul><li>x<table><tr><td>1</table></ul><![CDATA[<math><mi>x&#x4e00;</main><!-- -->"
    );
    for end in 0..page.len() {
        article(&page[..end]).unwrap();
    }
}

#[test]
fn deep_nesting_takes_no_time() {
    for tag in [
        "div",
        "b",
        "a href=/x",
        "ul><li",
        "table><tr><td",
        "blockquote",
        "span lang=en",
        "math><mrow",
        "h2",
        "svg><g",
        "sup",
    ] {
        let open = format!("<{tag}>");
        let article = timed(&format!("{}{PARAGRAPH}", open.repeat(100_000)));
        assert!(article.text_content.len() < 1000);
    }
    timed(&format!("{}{PARAGRAPH}", "<noscript>".repeat(10_000)));
}

#[test]
fn huge_values_take_no_time() {
    let long = "a ".repeat(500_000);
    timed(&format!("<p class='{long}' id='{long}' title='{long}' style='{long}'>{PARAGRAPH}"));
    timed(&format!("<a href='{0}'>{PARAGRAPH}</a><img src='{0}' srcset='{0}' alt='{long}'>", "#/".repeat(500_000)));
    timed(&format!("<a href='//x/{}'>{PARAGRAPH}</a>", "[%".repeat(500_000)));
    let attributes: String = (0..1000).map(|index| format!(" a{index}=b")).collect();
    timed(&format!("<p{attributes}>{PARAGRAPH}"));
}

#[test]
fn many_formatting_elements_take_no_time() {
    let phrases: String = (0..2000).map(|index| format!("<b class=c{index}><i><a href=/{index}>x ")).collect();
    timed(&phrases);
    let unclosed: String = (0..300).map(|index| format!("<font size={index}>")).collect();
    timed(&format!("{unclosed}{}", PARAGRAPH.repeat(300)));
}

#[test]
fn what_a_link_repeats_in_each_paragraph_is_bounded() {
    let link = format!("<a href='/{}'>{}</a>", "x".repeat(10_000), "<p>word word word word, word.</p>".repeat(20_000));
    let error = article(&link).unwrap_err();
    assert!(matches!(error, Error::TooLarge { what: "output", .. }), "{error}");
}

#[test]
fn limits_are_errors_that_name_them() {
    let html = paragraphs(1000);
    let with = |name: &str, value| {
        let mut limits = Limits::default();
        limits.set(name, value).unwrap();
        let mut options = Options::default();
        options.limits = limits;
        dom::parse(&html, None, &limits).and_then(|page| extract(&page, &options)).map(|_| ()).unwrap_err()
    };
    assert_eq!(with("bytes", 100), Error::TooLarge { what: "bytes", limit: 100, value: html.len() });
    assert_eq!(with("nodes", 100).code(), "tooManyNodes");
    assert!(matches!(with("output", 1000), Error::TooLarge { what: "output", limit: 1000, .. }));
}

#[test]
fn a_page_of_twenty_megabytes_has_an_article() {
    let html = paragraphs((20 << 20) / 110);
    assert!(html.len() > 19 << 20);
    let start = Instant::now();
    let article = article(&html).unwrap();
    assert!(start.elapsed() < 20 * SECOND, "{:?}", start.elapsed());
    assert!(article.length > 1 << 20);
}

/// The least time that a page of so many copies of a part takes, of a few runs.
fn time(part: &str, copies: usize) -> Duration {
    let html = part.repeat(copies);
    let run = || {
        let start = Instant::now();
        let _ = article(&html);
        start.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// Eight times the page takes about eight times the time; quadratic work would take sixty-four.
#[test]
fn work_grows_with_the_page() {
    let parts = [
        PARAGRAPH,
        "<ul><li>a<li><a href='#x'>b</a></ul>",
        "<table><tr><th>a<td>b</table>",
        "<a id=x href='#x'>word, word</a><br>",
        "<h2>a</h2><img src=x alt=y>",
        "<div><span> </span></div>",
        "<li>a<dt>b<dd>c",
        "<i><p>x, y and z</i>",
        "<pre>a\n</pre>&#13;",
        "[*_`](<>)\\ ",
        "市委今天开会。<br><br>",
    ];
    for part in parts {
        let (small, large) = (time(part, 1000), time(part, 8000));
        assert!(large < 24 * small + Duration::from_millis(50), "{part}: {small:?}, then {large:?}");
    }
}
