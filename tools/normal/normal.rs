//! Writes `src/text/normal.txt` from the tables of `unicode-normalization`: `cargo run --example normal > src/text/normal.txt`.
//!
//! Lines: characters that compose, each with the two that it is made of; other characters that decompose, each with all of its
//! parts; ranges of combining classes, hexadecimal, under each class; ranges of marks.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical, is_combining_mark};

fn main() {
    let all = || ('\u{80}'..=char::MAX).filter(|c| !('가'..='힣').contains(c));
    let decomposed = |c: char| {
        let mut parts = String::new();
        decompose_canonical(c, |part| parts.push(part));
        parts
    };
    let (mut composites, mut others) = (Vec::new(), Vec::new());
    for (c, parts) in all().map(|c| (c, decomposed(c))).filter(|(c, parts)| *parts != c.to_string()) {
        match pair(c, &parts) {
            Some([first, last]) => composites.push(format!("{c}{first}{last}")),
            None => others.push(format!("{c}{parts}")),
        }
    }
    println!("{}\n{}", composites.join(" "), others.join(" "));
    let mut classes: BTreeMap<u8, Vec<u32>> = BTreeMap::new();
    for (class, c) in all().map(|c| (canonical_combining_class(c), c)).filter(|(class, _)| *class > 0) {
        classes.entry(class).or_default().push(c.into());
    }
    let classes: Vec<String> = classes.iter().map(|(class, codes)| format!("{class} {}", ranges(codes))).collect();
    println!("{}", classes.join(";"));
    println!("{}", ranges(&all().filter(|c| is_combining_mark(*c)).map(u32::from).collect::<Vec<_>>()));
}

/// The two characters that compose to `c`.
fn pair(c: char, parts: &str) -> Option<[char; 2]> {
    let last = parts.chars().next_back()?;
    let before: Vec<char> = parts[..parts.len() - last.len_utf8()].nfc().collect();
    let [first] = before[..] else { return None };
    (compose(first, last) == Some(c)).then_some([first, last])
}

/// Runs of codes: `300-314 34A`.
fn ranges(codes: &[u32]) -> String {
    let runs = codes.chunk_by(|one, next| one + 1 == *next).map(|run| match run {
        [code] => format!("{code:X}"),
        run => format!("{:X}-{:X}", run[0], run[run.len() - 1]),
    });
    runs.collect::<Vec<_>>().join(" ")
}
