//! Laws that hold for any page, attacked with generated ones.

mod common;

use common::{clean, is_subsequence, laws, marks, page, soup};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rubricate::dom::NodeId;
use rubricate::{Options, extract};

/// The text of a Markdown document as a reader of its own sees it, and the number of its links.
fn read(markdown: &str) -> (String, usize) {
    let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_STRIKETHROUGH;
    let (mut text, mut pictures, mut links) = (String::new(), 0, 0);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::Text(part) | Event::Code(part) if pictures == 0 => text.push_str(&part),
            Event::Html(html) => text.push_str(&html),
            _ => {}
        }
    }
    (text, links)
}

/// How pages of bytes begin: marks of byte order, declared encodings.
const STARTS: &[&[u8]] =
    &[b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<meta charset=gbk>", b"<meta charset=big5><p>"];
/// What HTTP may say of them.
const CHARSETS: &[Option<&str>] = &[None, Some("gbk"), Some("shift_jis"), Some("utf-16"), Some("no-such"), Some("")];

proptest! {
    #![proptest_config(laws(600))]

    /// Cleaned HTML is a fixed point: parsed and cleaned again it is the same, and so is its text.
    #[test]
    fn clean_html_stays_as_it_is(source in soup()) {
        let once = clean(&page(&source));
        let html = once.html().unwrap();
        let twice = clean(&page(&html));
        prop_assert_eq!(&twice.html().unwrap(), &html);
        prop_assert_eq!(twice.text().unwrap(), once.text().unwrap());
    }

    /// Nothing is in the text that is not in the page, in this order.
    #[test]
    fn text_is_a_subsequence_of_the_page(source in soup()) {
        let page = page(&source);
        let text = clean(&page).text().unwrap();
        let whole = page.text_content(NodeId::ROOT);
        prop_assert!(is_subsequence(&text, &whole), "{:?} is not in {:?}", text, whole);
    }

    /// The HTML says what the text says.
    #[test]
    fn text_is_the_text_of_the_html(source in soup()) {
        let clean = clean(&page(&source));
        let html = page(&clean.html().unwrap());
        prop_assert_eq!(common::solid(&clean.text().unwrap()), common::solid(&html.text_content(NodeId::ROOT)));
    }

    /// Markdown says what the text says, and nothing in it is taken for markup.
    #[test]
    fn markdown_is_read_as_the_text(source in prop_oneof![soup(), marks()]) {
        let clean = clean(&page(&source));
        let html = clean.html().unwrap();
        // Films and embedded pages have no text, and are links with one in Markdown.
        if ["<audio", "<video", "rubricate-embed"].iter().any(|label| html.contains(label)) {
            return Ok(());
        }
        let markdown = clean.markdown().unwrap();
        let (text, links) = read(&markdown);
        let linked = html.matches(" href=\"").count();
        prop_assert_eq!(common::solid(&text), common::solid(&clean.text().unwrap()), "of {} from {}", markdown, html);
        prop_assert!(links == linked || html.contains("<pre"), "links of {} from {}", markdown, html);
    }

    /// Any bytes are a page, whatever encoding they are said to have.
    #[test]
    #[cfg(feature = "cli")]
    fn any_bytes_are_a_page(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        start in prop::sample::select(STARTS),
        charset in prop::sample::select(CHARSETS),
    ) {
        let bytes = [start, &bytes].concat();
        let html = rubricate::dom::decode(&bytes, charset);
        let article = extract(&page(&html), &Options::default()).unwrap();
        prop_assert!(article.content.is_some() || article.length == 0);
    }

    /// Any text gives an article or an error.
    #[test]
    fn any_text_is_a_page(source in prop_oneof![any::<String>(), soup()]) {
        let article = extract(&page(&source), &Options::default()).unwrap();
        prop_assert!(article.content.is_some() || article.length == 0);
    }
}
