//! How well each candidate says what the text is about.

use super::candidates::Candidate;
use super::tokens::{Case, Gap, Kind, Token, Tokens};

/// What is known of a word (a stem) in the text.
#[derive(Clone, Copy, Default)]
struct Word {
    count: u32,
    names: u32,
}

/// Scores all candidates; the order is theirs.
pub(super) fn scores(tokens: &Tokens, candidates: &[Candidate]) -> Vec<f64> {
    let words = words(tokens);
    candidates.iter().map(|candidate| score(tokens, &words, candidate)).collect()
}

fn words(tokens: &Tokens) -> Vec<Word> {
    let mut words = vec![Word::default(); tokens.stems];
    for token in &tokens.all {
        let word = &mut words[token.stem as usize];
        word.count += 1;
        word.names += u32::from(token.case != Case::Lower && token.gap != Gap::Sentence);
    }
    words
}

fn score(tokens: &Tokens, words: &[Word], candidate: &Candidate) -> f64 {
    let at = candidate.at as usize;
    let parts = &tokens.all[at..at + usize::from(candidate.len)];
    if parts[0].unspaced {
        unspaced_score(tokens, parts, candidate)
    } else {
        spaced_score(tokens, words, parts, candidate)
    }
}

fn spaced_score(tokens: &Tokens, words: &[Word], parts: &[Token], c: &Candidate) -> f64 {
    let tf = f64::from(c.count);
    if c.len > 1 && c.count < 2 && c.filled == 0 && c.names == 0 {
        return 0.0;
    }
    if usize::from(c.len) > 4 {
        return 0.0;
    }
    let sum: f64 = parts
        .iter()
        .filter(|p| p.kind != Kind::Stop)
        .map(|part| {
            let word = words[part.stem as usize];
            libm::log(1.0 + f64::from(word.count)) * (1.0 + 0.5 * f64::from(word.names) / f64::from(word.count))
        })
        .sum();
    let length = f64::from(c.len);
    let first = (c.at as usize).saturating_sub(tokens.title) as f64 / tokens.all.len() as f64;
    let mut s = libm::pow(tf, 0.7) * sum / libm::sqrt(length);
    if c.title > 0 {
        s *= 1.6;
    }
    s *= 2.0 - libm::sqrt(first);
    s *= 1.0 + 0.5 * f64::from(c.filled) / tf;
    if c.len == 1 {
        s *= 0.7;
    }
    s
}

fn unspaced_score(tokens: &Tokens, parts: &[Token], c: &Candidate) -> f64 {
    let chars = parts.iter().map(|p| (p.end - p.start) / 3).sum::<u32>();
    if !(2..=10).contains(&chars) || (c.len > 1 && c.count < 2 && c.filled == 0) {
        return 0.0;
    }
    let tf = f64::from(c.count);
    let first = (c.at as usize).saturating_sub(tokens.title) as f64 / tokens.all.len() as f64;
    let free = 1.0 - f64::from(c.within) / tf;
    let mut s = libm::pow(tf, 0.8) * libm::log(1.0 + f64::from(chars)) * (0.3 + free);
    if c.title > 0 {
        s *= 2.0;
    }
    s *= 2.0 - libm::sqrt(first);
    for edge in [&parts[0], &parts[parts.len() - 1]] {
        if edge.kind == Kind::Weak {
            s *= 0.5;
        }
        if edge.end - edge.start == 3 {
            s *= 0.6;
        }
    }
    s
}
