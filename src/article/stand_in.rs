//! The body where it comes from the page's data: paragraphs of plain text.

use crate::Error;
use crate::dom::write::Clean;
use crate::labels::StandIn;
use crate::metadata::{Evidence, Facts, Origin};

/// The body that stands in, which `facts` then names as where the text was found.
///
/// # Errors
/// [`Error::TooLarge`] past `limit`, in UTF-8 bytes.
pub(super) fn clean(given: &StandIn, facts: &mut Facts, limit: usize) -> Result<Clean, Error> {
    let source = if given.origin == "json-ld" { Origin::JsonLd } else { Origin::State };
    facts.evidence.insert("textContent", Evidence { source, path: None });
    Clean::of_paragraphs(&given.paragraphs, limit)
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::{Options, extract};
    use crate::{Limits, dom};

    #[test]
    fn the_text_in_the_data_stands_in_for_an_empty_page() {
        let text = "The river rose, and 3 &lt; 4. ".repeat(20);
        let html = format!(
            "<title>Rain</title><div id=__next></div><script type=application/json>{{\"body\":\"<p>{text}</p>\"}}</script>"
        );
        let article = extract(&dom::parse(&html, None, &Limits::default()).unwrap(), &Options::default()).unwrap();
        assert!(article.text_content.starts_with("The river rose, and 3 < 4."));
        assert!(article.content.unwrap().starts_with("<p>The river rose, and 3 &lt; 4."));
        assert!(article.facts.evidence.contains_key("textContent"));
    }
}
