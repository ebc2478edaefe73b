//! Laws of keywords that hold for any text.

use proptest::prelude::*;
use rubricate::keywords::{Context, keywords};
use rubricate::text::collapse;

proptest! {
    #[test]
    fn any_text_has_sound_keywords(title in "\\PC{0,20}", text in "(?s).{0,200}", limit in 0usize..30) {
        let context = Context { title: Some(&title), limit, ..Context::default() };
        let found = keywords(&text, &context);
        prop_assert!(found.len() <= limit);
        prop_assert!(found.is_sorted_by(|a, b| a.score >= b.score));
        for keyword in &found {
            prop_assert!((0.0..=1.0).contains(&keyword.score));
            prop_assert!(!keyword.forms.is_empty() && !keyword.term.is_empty());
            let stands = |form: &String| collapse(&text).contains(form) || collapse(&title).contains(form);
            prop_assert!(stands(&keyword.term) && keyword.forms.iter().all(stands));
        }
        prop_assert_eq!(found, keywords(&text, &context));
    }

    #[test]
    fn mixed_scripts_have_sound_keywords(text in "[a-cÀ-Çа-в一-七的、。ก-จか-けア-オ 'א-ג\u{200d}\u{300}.\n-]{0,300}") {
        for keyword in keywords(&text, &Context::default()) {
            prop_assert!(collapse(&text).contains(&keyword.term));
        }
    }
}

#[test]
fn a_text_without_words_has_no_keywords() {
    for text in ["", " \n ", "— … !", "12 345 6.7", "the of and"] {
        assert!(keywords(text, &Context::default()).is_empty(), "{text:?}");
    }
}
