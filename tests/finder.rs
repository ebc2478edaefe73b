//! The finder beside a slow one that is obviously right, and on the table of cases that the browsers run too.

mod common;

use proptest::prelude::*;
use rubricate::Limits;
use rubricate::highlight::{Diacritics, FindOptions, Finder, Overlap, Variants, WholeWord};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

type Found = Vec<(usize, usize, usize)>;

fn fast(text: &str, terms: &[String], options: &FindOptions) -> Found {
    let finder = Finder::new(terms, options, &Limits::default()).unwrap();
    finder.find(text).unwrap().iter().map(|m| (m.start, m.end, m.term)).collect()
}

fn segmented(text: &str, terms: &[String], options: &FindOptions) -> Found {
    let icu = rubricate::text::Icu::new();
    let finder = Finder::new(terms, options, &Limits::default()).unwrap();
    finder.find_with(text, &|clause| icu.edges(clause)).unwrap().iter().map(|m| (m.start, m.end, m.term)).collect()
}

/// Folding by the letter of the rules, for the characters that the generator makes. A mark belongs to the letter right before
/// it: after a character that is passed over it stands alone.
fn fold(text: &str, options: &FindOptions) -> String {
    let composed: String =
        text.split(['\u{ad}', '\u{200b}', '\u{2060}']).map(|part| fold_part(part, options)).collect();
    let simplified: String = match options.variants {
        Variants::Zh => composed.replace('發', "发"),
        Variants::None => composed,
    };
    let mut spaced = String::new();
    for c in simplified.chars() {
        match c.is_whitespace() {
            true if spaced.ends_with(' ') => {}
            true => spaced.push(' '),
            false => spaced.push(c),
        }
    }
    spaced
}

fn fold_part(part: &str, options: &FindOptions) -> String {
    let narrow = |c: char| match c {
        'Ａ' => 'A',
        'ｶ' => 'カ',
        'ﾞ' => '\u{3099}',
        _ => c,
    };
    let mut folded: Vec<char> = part.chars().map(narrow).nfd().collect();
    if !options.case_sensitive {
        folded = folded.iter().collect::<String>().to_uppercase().to_lowercase().replace('ς', "σ").chars().collect();
    }
    if options.diacritics == Diacritics::Ignore {
        folded.retain(|c| !('\u{300}'..='\u{36f}').contains(c));
    }
    folded.into_iter().nfc().collect()
}

/// Tries every stretch between edges of clusters. Of stretches that fold alike the shortest counts: what is passed over
/// belongs to no match.
fn slow(text: &str, terms: &[String], options: &FindOptions) -> Found {
    let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    let words: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let unspaced = |c: Option<char>| c.is_some_and(rubricate::text::is_unspaced);
    let within = |at: usize| unspaced(text[..at].chars().next_back()) && unspaced(text[at..].chars().next());
    let edge = |at: usize| words.contains(&at) || within(at);
    let starts = |at: usize| options.whole_word == WholeWord::Anywhere || edge(at);
    let ends = |at: usize| options.whole_word != WholeWord::Whole || edge(at);
    let wanted: Vec<String> = terms.iter().map(|term| fold(term, options).trim().to_owned()).collect();
    let mut all = Vec::new();
    for (nth, &start) in edges.iter().enumerate() {
        let clean = text[start..].chars().next().is_some_and(|c| !fold(&c.to_string(), options).is_empty());
        let mut seen = Vec::new();
        for &end in edges[nth + 1..].iter().filter(|&&end| clean && starts(start) && ends(end)) {
            let folded = fold(&text[start..end], options);
            let term = wanted.iter().position(|term| !term.is_empty() && *term == folded);
            if let Some(term) = term.filter(|term| !seen.contains(term)) {
                seen.push(term);
                all.push((start, end, term));
            }
        }
    }
    all.sort_by_key(|&(start, end, term)| (start, usize::MAX - end, term));
    if options.overlap == Overlap::All {
        return all;
    }
    let mut free = 0;
    all.retain(|&(start, end, _)| {
        let kept = start >= free;
        free = if kept { end } else { free };
        kept
    });
    all
}

fn letters(most: usize) -> impl Strategy<Value = String> {
    let letter = prop::sample::select(vec![
        "a",
        "A",
        "b",
        "ß",
        "s",
        "S",
        "é",
        "e",
        "e\u{301}",
        "\u{301}",
        "Ａ",
        "ｶﾞ",
        "ガ",
        "カ",
        "发",
        "發",
        "中",
        " ",
        "\n",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "👍🏽",
        "👍",
        "🇨🇳",
        "한",
        "\u{1112}\u{1161}\u{11ab}",
        "하",
        "σ",
        "ς",
        "'",
        ".",
        "，",
    ]);
    prop::collection::vec(letter, 0..=most).prop_map(|letters| letters.concat())
}

fn options() -> impl Strategy<Value = FindOptions> {
    let words = prop::sample::select(vec![WholeWord::Anywhere, WholeWord::Whole, WholeWord::Start]);
    (any::<[bool; 4]>(), words).prop_map(|([case, exact, all, zh], whole_word)| {
        let mut options = FindOptions::default();
        options.case_sensitive = case;
        options.whole_word = whole_word;
        options.diacritics = if exact { Diacritics::Exact } else { Diacritics::Ignore };
        options.overlap = if all { Overlap::All } else { Overlap::Longest };
        options.variants = if zh { Variants::Zh } else { Variants::None };
        options
    })
}

proptest! {
    #![proptest_config(common::laws(4000))]

    #[test]
    fn finds_what_the_slow_finder_finds(
        text in letters(14),
        terms in prop::collection::vec(letters(4), 1..6),
        options in options(),
    ) {
        prop_assert_eq!(fast(&text, &terms, &options), slow(&text, &terms, &options));
    }

    #[test]
    fn any_text_gives_matches_on_edges(text in ".{0,40}", terms in prop::collection::vec(".{0,3}", 0..5), options in options()) {
        let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut last = 0;
        for (start, end, term) in fast(&text, &terms, &options) {
            prop_assert!(start < end && edges.contains(&start) && edges.contains(&end) && term < terms.len());
            prop_assert!(start >= last);
            last = if options.overlap == Overlap::Longest { end } else { start };
        }
    }
}

#[derive(Deserialize)]
struct Case {
    rule: String,
    html: String,
    terms: Vec<String>,
    #[serde(default)]
    options: serde_json::Map<String, serde_json::Value>,
    found: Vec<String>,
    /// Scripts without spaces are segmented.
    #[serde(default)]
    segmenter: bool,
}

#[test]
fn the_table_of_cases_holds() {
    let text = std::fs::read_to_string("tests/highlight/cases.json").unwrap();
    let cases: Vec<Case> = serde_json::from_str(&text).unwrap();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let plain = |case: &&Case| !case.html.contains(['<', '&']);
    let mut wrong = Vec::new();
    for case in cases.iter().filter(plain) {
        let options: FindOptions = serde_json::from_value(case.options.clone().into()).unwrap();
        let found = if case.segmenter {
            segmented(&case.html, &case.terms, &options)
        } else {
            fast(&case.html, &case.terms, &options)
        };
        let words: Vec<&str> = found.iter().map(|&(start, end, _)| &case.html[start..end]).collect();
        if words != case.found {
            wrong.push(format!(
                "{}: {:?} in {:?} gives {words:?}, not {:?}",
                case.rule, case.terms, case.html, case.found
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ten_thousand_terms_are_each_found() {
    let terms: Vec<String> =
        (0..10_000).map(|number| format!("w{number:04}x{}", "é中"[..2 + number % 2 * 3].to_owned())).collect();
    let found = fast(&terms.join(", "), &terms, &FindOptions::default());
    assert!(found.iter().map(|&(_, _, term)| term).eq(0..10_000));
}

#[test]
fn twice_the_text_takes_about_twice_the_work() {
    for (unit, term) in
        [("🇨🇳", "🇨🇳"), ("a", "aaaaaaaab"), ("\u{301}", "e"), ("क्", "क"), ("a\u{ad}", "aa"), ("中", "中中")]
    {
        for whole_word in [WholeWord::Anywhere, WholeWord::Whole] {
            let mut options = FindOptions::default();
            options.whole_word = whole_word;
            let began = std::time::Instant::now();
            fast(&unit.repeat(200_000), &[term.to_owned(), "zz".to_owned()], &options);
            assert!(began.elapsed().as_secs() < 10, "{unit} {term}: quadratic");
        }
    }
}
