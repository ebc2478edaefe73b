//! Whether a page has an article worth a reader view.

use crate::content::{self, Corrections};
use crate::dom::Document;
use crate::labels::PageType;
use crate::metadata;
use crate::text::counts;

/// Words, a CJK character counting as one, that make a text worth opening a reader for.
const WORTH_READING: usize = 50;

/// Whether the page holds one text to read, of some length: cheaper than extracting it, for deciding whether to offer a
/// reader view.
pub fn is_readable(page: &Document) -> bool {
    let hints = metadata::head(page).hints();
    let Ok(found) = content::extract(page, &hints, &Corrections::default()) else { return false };
    let reads = !matches!(found.page_type, PageType::Listing | PageType::Collection | PageType::Service);
    let words = || found.body.iter().filter_map(|node| page.text(node)).map(|text| counts(text).total()).sum::<usize>();
    reads && words() >= WORTH_READING
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::is_readable;
    use crate::{Limits, dom};

    #[test]
    fn a_text_of_some_length_is_worth_reading_and_a_line_is_not() {
        let readable = |html: &str| is_readable(&dom::parse(html, None, &Limits::default()).unwrap());
        let paragraph = "<p>The river rose through the night, and in the morning the lower streets of the town stood under water.</p>";
        assert!(readable(&format!("<title>Rain</title><article><h1>Rain</h1>{}</article>", paragraph.repeat(8))));
        assert!(!readable("<p>It rained."));
        assert!(!readable(""));
    }
}
