//! Laws that hold for any page, attacked with generated ones.

mod common;

use common::{clean, is_subsequence, page, soup};
use proptest::prelude::*;
use rubricate::dom::NodeId;
use rubricate::{Options, extract};

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

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

    /// Any text gives an article or an error.
    #[test]
    fn any_text_is_a_page(source in prop_oneof![any::<String>(), soup()]) {
        let article = extract(&page(&source), &Options::default()).unwrap();
        prop_assert!(article.content.is_some() || article.length == 0);
    }
}
