//! Times extractors on pages: rows `{"id","url","html"}` on standard input, then one row
//! `{"id","rubricate","withoutKeywords","dom_smoothie","rs-trafilatura"}` for each, in milliseconds.
//!
//! The extractors take turns on each page, so that what slows the machine slows all of them, and the median of the turns counts.

use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

use serde_json::{Map, Value, json};

/// Turns of each extractor on each page.
const TURNS: usize = 7;

type Extractor = fn(html: &str, url: Option<&str>);

const EXTRACTORS: [(&str, Extractor); 4] = [
    ("rubricate", |html, url| rubricate(html, url, &rubricate::Options::default())),
    ("withoutKeywords", |html, url| {
        let mut options = rubricate::Options::default();
        options.keywords = 0;
        rubricate(html, url, &options);
    }),
    ("dom_smoothie", |html, url| {
        if let Ok(mut reader) = dom_smoothie::Readability::new(html, url, None) {
            black_box(reader.parse().ok());
        }
    }),
    ("rs-trafilatura", |html, url| {
        let options = rs_trafilatura::Options { url: url.map(str::to_owned), ..rs_trafilatura::Options::default() };
        black_box(rs_trafilatura::extract_with_options(html, &options).ok());
    }),
];

fn rubricate(html: &str, url: Option<&str>, options: &rubricate::Options) {
    let page = rubricate::dom::parse(html, url, &options.limits);
    black_box(page.and_then(|page| rubricate::extract(&page, options)).ok());
}

fn main() {
    for line in io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line.expect("standard input is text")).expect("a row is JSON");
        let html = row["html"].as_str().expect("a row has html");
        let url = row["url"].as_str().filter(|url| !url.is_empty());
        let mut answer = Map::from_iter([("id".to_owned(), row["id"].clone())]);
        for (index, times) in turns(html, url).into_iter().enumerate() {
            answer.insert(EXTRACTORS[index].0.to_owned(), json!(median(times)));
        }
        println!("{}", Value::from(answer));
    }
}

fn turns(html: &str, url: Option<&str>) -> [Vec<f64>; EXTRACTORS.len()] {
    let mut times = [const { Vec::new() }; EXTRACTORS.len()];
    for _ in 0..TURNS {
        for (index, (_, extract)) in EXTRACTORS.iter().enumerate() {
            let start = Instant::now();
            extract(html, url);
            times[index].push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    times
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
