//! Keywords of texts.

use std::hint::black_box;

use rubricate::keywords::Context;
use serde_json::Value;
use yake_rust::{Config, StopWords};

use crate::Bench;

/// How many keywords are asked for.
const LIMIT: usize = 20;

/// Rubricate beside yake-rust.
pub const TEXTS: Bench = Bench { ways: &[("rubricate", rubricate), ("yake-rust", yake_rust)], turns: 3 };

/// Rubricate alone, on texts that grow.
pub const GROWTH: Bench = Bench { ways: &[("rubricate", rubricate)], turns: 3 };

fn text(row: &Value) -> &str {
    row["text"].as_str().expect("a row has text")
}

fn rubricate(row: &Value) {
    let context =
        Context { title: row["title"].as_str(), lang: row["lang"].as_str(), limit: LIMIT, ..Context::default() };
    black_box(rubricate::keywords_of(text(row), &context, &rubricate::Limits::default()).ok());
}

fn yake_rust(row: &Value) {
    let lang = row["lang"].as_str().and_then(|lang| lang.get(..2)).unwrap_or("en");
    let stop_words = StopWords::predefined(lang).unwrap_or_default();
    black_box(yake_rust::get_n_best(LIMIT, text(row), &stop_words, &Config::default()));
}
