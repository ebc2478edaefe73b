//! Articles of pages.

use std::hint::black_box;

use serde_json::Value;

use crate::Bench;

/// Rubricate, with facts and keywords, beside other extractors.
pub const PAGES: Bench = Bench {
    ways: &[
        ("rubricate", rubricate),
        ("without keywords", without_keywords),
        ("dom_smoothie", dom_smoothie),
        ("rs-trafilatura", rs_trafilatura),
    ],
    turns: 1,
};

/// What keywords are of its time.
pub const SHARE: Bench = Bench { ways: &[("rubricate", rubricate), ("without keywords", without_keywords)], turns: 5 };

/// Rubricate alone, on pages that grow.
pub const GROWTH: Bench = Bench { ways: &[("rubricate", rubricate)], turns: 3 };

fn html(row: &Value) -> &str {
    row["html"].as_str().expect("a row has html")
}

fn url(row: &Value) -> Option<&str> {
    row["url"].as_str().filter(|url| !url.is_empty())
}

fn rubricate(row: &Value) {
    extract(row, &rubricate::Options::default());
}

fn without_keywords(row: &Value) {
    let mut options = rubricate::Options::default();
    options.keywords = 0;
    extract(row, &options);
}

fn extract(row: &Value, options: &rubricate::Options) {
    let page = rubricate::dom::parse(html(row), url(row), &options.limits);
    black_box(page.and_then(|page| rubricate::extract(&page, options)).ok());
}

fn dom_smoothie(row: &Value) {
    if let Ok(mut reader) = dom_smoothie::Readability::new(html(row), url(row), None) {
        black_box(reader.parse().ok());
    }
}

fn rs_trafilatura(row: &Value) {
    let options = rs_trafilatura::Options { url: url(row).map(str::to_owned), ..rs_trafilatura::Options::default() };
    black_box(rs_trafilatura::extract_with_options(html(row), &options).ok());
}
