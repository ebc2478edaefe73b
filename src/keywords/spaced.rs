//! Scores of candidates in scripts that part words by spaces.

use super::candidates::Candidate;
use super::rank::{Manner, Measures, Power, Weights};
use super::tokens::{Kind, Token};

/// Words of a text from which on counts are damped less: they are better evidence there.
const LONG: f64 = 300.0;

/// The weights of counts, damped as the logarithm is but the less, the longer the text, and of lengths, by which the sum of
/// what words tell is averaged.
pub(super) fn weights(manner: Manner) -> Weights {
    let longer = libm::log10(manner.words as f64 / LONG).max(0.0);
    let count = Power::new(libm::log1p, (0.7 + 0.5 * longer).min(1.3));
    Weights { count, length: Power::new(|words| words, -manner.mix(1.0, 0.1)) }
}

/// The score of a candidate: how often it occurs, damped, times what its words tell, times how well it stands by itself.
pub(super) fn score(text: &Measures, candidate: &Candidate) -> f64 {
    let parts = candidate.parts(&text.tokens.all);
    if !is_term(candidate, parts) {
        return 0.0;
    }
    let count = f64::from(candidate.count);
    let words = parts.iter().filter(|part| part.kind != Kind::Link);
    let length = text.spaced.length.at(words.clone().count());
    let telling: f64 = words.map(|part| telling(text, part)).sum();
    let free = 0.5 + candidate.freedom(0) * candidate.freedom(1);
    let filled = 1.0 + text.manner.mix(0.0, 2.0) * f64::from(candidate.filled) / count;
    let title = if candidate.title > 0 { 1.4 } else { 1.0 };
    text.spaced.count.at(candidate.count as usize)
        * telling
        * length
        * free
        * filled
        * title
        * shape(text, candidate, parts)
        * text.earliness(candidate)
}

/// Whether what was met so seldom can be taken for a term.
fn is_term(candidate: &Candidate, parts: &[Token]) -> bool {
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let recurs = candidate.count > 1;
    if has(Kind::Link) && !((recurs || candidate.names > 0) && parts.len() <= 5) {
        return false;
    }
    recurs
        || parts.len() == 1
        || ((candidate.filled > 0 || candidate.names > 0) && parts.len() <= 4 && !has(Kind::Weak))
}

/// What a word tells: how rare it is and how often it occurs; a name at least as much as a word of middling length.
fn telling(text: &Measures, part: &Token) -> f64 {
    let word = text.words[part.stem as usize];
    let count = f64::from(word.count);
    let rarity = f64::from(text.tokens.senses[part.stem as usize].rarity);
    let name = f64::from(word.names) / count;
    let rarity = rarity + (0.5 - rarity).max(0.0) * name;
    libm::sqrt(libm::log1p(count)) * rarity
}

/// What words and phrases are worth beside each other in a text of this manner: names of several words are kept whole,
/// and a phrase that occurs once tells little where words are repeated.
fn shape(text: &Measures, candidate: &Candidate, parts: &[Token]) -> f64 {
    if let [one] = parts {
        let kind = match one.kind {
            Kind::Weak => 0.6,
            Kind::Lead => 0.8,
            _ => 1.0,
        };
        return kind * text.manner.mix(1.8, 0.3);
    }
    let linked = if parts.iter().any(|part| part.kind == Kind::Link) { 0.7 } else { 1.0 };
    let repeated = match candidate.count {
        1 => text.manner.mix(0.2, 1.0),
        count if candidate.names * 2 > count => text.manner.mix(1.5, 1.0),
        _ => 1.0,
    };
    linked * repeated
}
