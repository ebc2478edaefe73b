//! Laws of keywords that hold for any text, and what a reader would have chosen on a few.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rubricate::keywords::{Context, Keyword, keywords};
use rubricate::text::collapse;
use rubricate::{Limits, keywords_of};
use serde_json::Value;

proptest! {
    #[test]
    fn any_text_has_sound_keywords(title in "\\PC{0,20}", text in "(?s).{0,200}", limit in 0usize..30) {
        let context = Context { title: Some(&title), limit, explain: true, ..Context::default() };
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
    fn mixed_scripts_have_sound_keywords(text in "[a-cÀ-Çа-в一-七的、。ก-จか-けア-オ 'א-ג가-갸ا-ج\u{200d}\u{300}.\n-]{0,300}") {
        for keyword in keywords(&text, &Context::default()) {
            prop_assert!(collapse(&text).contains(&keyword.term));
        }
    }

    #[test]
    fn every_stemmer_takes_any_word(text in "(\\p{L}{1,12} ){0,20}", lang in "ar|da|de|el|en|es|fi|fr|hu|it|ko|nb|nl|pt|ro|ru|sv|tr") {
        let context = Context { lang: Some(&lang), ..Context::default() };
        for keyword in keywords(&text, &context) {
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

#[test]
fn a_score_is_the_product_of_its_features() {
    let text = "The river rose overnight. Flood wardens watched the river, and the flood wardens of Appleby closed the bridge.";
    let explained = Context { explain: true, ..Context::default() };
    let found = keywords(text, &explained);
    let product = |keyword: &Keyword| {
        let features = serde_json::to_value(keyword.features).expect("numbers");
        features.as_object().expect("features").values().filter_map(Value::as_f64).product::<f64>()
    };
    for keyword in &found {
        let score = product(keyword) / product(&found[0]);
        assert!((score - keyword.score).abs() < 1e-3, "{}: {score} {}", keyword.term, keyword.score);
    }
    assert!(keywords(text, &Context::default()).iter().all(|keyword| keyword.features.is_none()));
}

#[test]
fn a_chip_paints_as_many_as_it_counts() {
    let text = "Rivers rise. The RIVER: a river, riverside\nriver\u{ad}s and the rivers.";
    let found = keywords_of(text, &Context::default(), &Limits::default()).expect("a short text");
    let river = found.iter().find(|keyword| keyword.forms.iter().any(|form| form == "rivers" || form == "Rivers"));
    assert_eq!(river.map(|river| river.count), Some(5), "{found:?}");
}

/// The terms found in a text, its title first.
fn terms(title: &str, text: &str, lang: &str, limit: usize) -> Vec<String> {
    let context = Context { title: Some(title), lang: Some(lang), limit, ..Context::default() };
    keywords(text, &context).into_iter().map(|keyword| keyword.term).collect()
}

/// Texts of our own, a file each: language and title in the first two lines, then what must be among the ten best and what
/// must not be, parted by `|`, then the text.
#[test]
fn texts_in_many_languages_show_their_skeleton() {
    let mut problems = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keywords")).expect("tests/keywords") {
        let path = entry.expect("an entry").path();
        let file = fs::read_to_string(&path).expect("a text");
        let mut lines = file.splitn(5, '\n');
        let mut next = || lines.next().unwrap_or_default();
        let (lang, title, wanted, unwanted, text) = (next(), next(), next(), next(), next());
        let found = terms(title, text, lang, 10);
        for term in wanted.split('|').filter(|term| !term.is_empty() && !found.iter().any(|one| one == term)) {
            problems.push(format!("{lang}: {term} is not among {found:?}"));
        }
        for term in unwanted.split('|').filter(|term| found.iter().any(|one| one == term)) {
            problems.push(format!("{lang}: {term} is among {found:?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Whether a term that recurs always has the same letter before it, or after it.
fn is_fragment(text: &str, term: &str) -> bool {
    let places: Vec<usize> = text.match_indices(term).map(|(at, _)| at).collect();
    let same = |neighbour: &dyn Fn(usize) -> Option<char>| {
        let first = places.first().and_then(|&at| neighbour(at)).filter(|c| c.is_alphanumeric());
        first.is_some() && places.iter().all(|&at| neighbour(at) == first)
    };
    places.len() > 1
        && (same(&|at| text[..at].chars().next_back()) || same(&|at| text[at + term.len()..].chars().next()))
}

#[test]
fn the_seed_page_is_told_by_its_text_alone() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/expected.json");
    let Ok(file) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is absent", path.display());
        return;
    };
    let page: Value = serde_json::from_str(&file).expect("JSON");
    let list = |name: &str| -> Vec<String> { serde_json::from_value(page[name].clone()).expect("a list of strings") };
    let (title, text) = (page["title"].as_str().expect("a title"), list("paragraphs").join("\n"));
    let found = terms(title, &text, "zh", 10);
    let tags = list("tags");
    let told = tags.iter().filter(|tag| found.iter().any(|term| tag.contains(term.as_str()) || term.contains(*tag)));
    let told: Vec<&String> = told.collect();
    assert!(told.len() >= 5, "{told:?} are told by {found:?}");
    let whole = format!("{title}\n{text}");
    let fragments: Vec<&String> = found.iter().filter(|term| is_fragment(&whole, term)).collect();
    assert!(fragments.is_empty(), "{fragments:?} in {found:?}");
}
