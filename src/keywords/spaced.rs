//! Scores of candidates in scripts that part words by spaces.

use super::candidates::Candidate;
use super::features::Features;
use super::rank::{Manner, Measures, Power, Weights, Word, shown};
use super::tokens::{Kind, Token};

/// How fast neighbours lose their say in longer texts, where they are many for any term.
const FREE_BY_LENGTH: f64 = 4.0;

/// Words after which being early is worth little more than half of what it is at the start.
const EARLY: f64 = 50.0;

/// The weights of counts, damped as the logarithm is but less in long texts, where they are better evidence, and of lengths, by which the sum of
/// what words tell is averaged.
pub(super) fn weights(manner: Manner) -> Weights {
    let count = Power::new(libm::log1p, (0.7 + 0.5 * manner.longer).min(1.3));
    Weights { count, length: Power::new(|words| words, -manner.mix(1.0, 0.1)) }
}

/// The features of a candidate; `None` for what is no term.
pub(super) fn features(text: &Measures, candidate: &Candidate) -> Option<Features> {
    let parts = candidate.parts(&text.tokens.all);
    if !is_term(text, candidate, parts) {
        return None;
    }
    let count = f64::from(candidate.count);
    let words = parts.iter().filter(|part| part.kind != Kind::Link);
    let length = text.spaced.length.at(words.clone().count());
    let longer = text.manner.longer;
    Some(Features {
        frequency: text.spaced.count.at(candidate.count as usize),
        specificity: length * words.map(|part| text.words[part.stem as usize].telling).sum::<f64>(),
        freedom: (0.5 + FREE_BY_LENGTH * longer + candidate.freedom(0) * candidate.freedom(1))
            / (1.0 + FREE_BY_LENGTH * longer),
        filling: 1.0 + text.manner.mix(0.0, 2.0) * (1.0 - longer).max(0.0) * f64::from(candidate.filled) / count,
        title: if candidate.title > 0 { 1.2 + 0.7 * longer } else { 1.0 },
        position: 1.0 + 2.5 * (EARLY / (EARLY + text.before(candidate))).sqrt(),
        shape: shape(text, candidate, parts),
        shown: shown(candidate),
        novelty: 1.0,
    })
}

/// Whether what was met so seldom can be taken for a term.
fn is_term(text: &Measures, candidate: &Candidate, parts: &[Token]) -> bool {
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let recurs = candidate.count > 1;
    if has(Kind::Link) && !((recurs || candidate.names > 0) && parts.len() <= 5) {
        return false;
    }
    recurs
        || (parts.len() == 1 && (parts[0].kind != Kind::Weak || candidate.title > 0))
        || (candidate.names > 0 && parts.len() <= 4 && !has(Kind::Weak))
        || (candidate.filled > 0 && parts.len() <= text.tokens.once && !has(Kind::Weak))
}

/// How the number of a word's occurrences weighs in what it tells.
pub(super) fn damped() -> Power {
    Power::new(|count| libm::log1p(count).sqrt(), 1.0)
}

/// What a word tells: how rare it is and how often it occurs; a name at least as much as a word of middling length.
pub(super) fn telling(word: Word, rarity: f32, damped: &Power) -> f64 {
    let (count, rarity) = (f64::from(word.count), f64::from(rarity));
    let name = f64::from(word.names) / count;
    let rarity = rarity + (0.5 - rarity).max(0.0) * name;
    damped.at(word.count as usize) * rarity
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
        return kind * text.manner.mix(1.8, 0.22);
    }
    let linked = if parts.iter().any(|part| part.kind == Kind::Link) { 0.7 } else { 1.0 };
    let is_name = candidate.names * 2 > candidate.count;
    let repeated = match candidate.count {
        1 if !is_name => text.manner.mix(0.3, text.manner.once),
        1 => 1.0,
        _ if is_name => text.manner.mix(1.5, 1.0),
        _ => 1.0,
    };
    linked * repeated
}
