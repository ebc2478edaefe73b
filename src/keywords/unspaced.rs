//! Scores of candidates in scripts that write no spaces.

use super::candidates::Candidate;
use super::features::Features;
use super::rank::{Manner, Measures, Power, Weights, shown};
use super::tokens::{Kind, Role, Token};

/// Characters of a term at most, and of the name of a body.
const LONGEST: (u32, u32) = (10, 16);

/// Characters of a term from which on each further one makes it less likely.
const LONG: u32 = 5;

/// The weights of counts, and of lengths, by which the sum of what words tell is averaged.
pub(super) fn weights(manner: Manner) -> Weights {
    let same = |n| n;
    Weights { count: Power::new(same, manner.mix(0.8, 0.6)), length: Power::new(same, -manner.mix(0.7, 0.35)) }
}

/// The features of a candidate; `None` for what is no term.
pub(super) fn features(text: &Measures, candidate: &Candidate) -> Option<Features> {
    let parts = candidate.parts(&text.tokens.all);
    let chars = chars(parts);
    if !is_term(text, candidate, parts, chars) {
        return None;
    }
    let manner = text.manner;
    let telling: f64 = parts.iter().map(|part| f64::from(text.tokens.senses[part.stem as usize].rarity)).sum();
    Some(Features {
        frequency: text.unspaced.count.at(candidate.count as usize),
        specificity: telling * text.unspaced.length.at(parts.len()),
        freedom: manner.mix(0.0, 1.0) + candidate.freedom(0) * candidate.freedom(1),
        filling: 1.0,
        title: title(text, candidate),
        position: 2.0 - libm::sqrt(text.before(candidate) / text.tokens.text.end as f64),
        shape: shape(text, candidate, parts, chars),
        shown: shown(candidate),
    })
}

/// What the title is worth: in news, whose titles play with words, less where the text hardly takes the term up.
fn title(text: &Measures, candidate: &Candidate) -> f64 {
    match (candidate.title, candidate.count) {
        (0, _) => 1.0,
        (_, ..=3) => text.manner.mix(1.4, 3.0),
        _ => text.manner.mix(2.0, 3.0),
    }
}

/// Whether a candidate is no longer than terms are, no piece of something longer, and nothing but content if it occurs once.
fn is_term(text: &Measures, candidate: &Candidate, parts: &[Token], chars: u32) -> bool {
    let longest = match role(text, &parts[parts.len() - 1]) {
        Role::Body => LONGEST.1,
        Role::Repeat => u32::MAX,
        _ => LONGEST.0,
    };
    let seldom = parts.len() > 1 && candidate.count == 1;
    (2..=longest).contains(&chars)
        && !candidate.is_piece()
        && !(seldom && parts.iter().any(|part| matches!(part.kind, Kind::Weak | Kind::Lead | Kind::Link)))
}

fn role(text: &Measures, part: &Token) -> Role {
    text.tokens.senses[part.stem as usize].role
}

fn chars(parts: &[Token]) -> u32 {
    parts.iter().map(|part| (part.end - part.start) / 3).sum()
}

/// What its build is worth: most terms of abstracts have four characters (two words of two), news names places.
fn shape(text: &Measures, candidate: &Candidate, parts: &[Token], chars: u32) -> f64 {
    let manner = text.manner;
    let once = if candidate.count == 1 { 0.4 } else { 1.0 };
    let length = match (role(text, &parts[parts.len() - 1]), chars) {
        (Role::Repeat, _) => 1.0,
        (_, 2) => manner.mix(1.0, 0.4),
        (_, 4) => manner.mix(1.0, 1.2),
        (Role::Body, _) => 1.0,
        (_, chars) => (LONG..chars).map(|_| 0.7).product(),
    };
    let linked = if parts.iter().any(|part| part.kind == Kind::Link) { 0.3 } else { 1.0 };
    once * length * linked * edges(parts) * naming(text, candidate, parts)
}

/// What a term is worth by what it is: names of places and bodies more where words lead, a verb by itself less.
fn naming(text: &Measures, candidate: &Candidate, parts: &[Token]) -> f64 {
    match (parts, role(text, &parts[parts.len() - 1])) {
        ([one], _) if one.kind == Kind::Weak => 0.6,
        ([_], Role::Named) => text.manner.mix(2.0, 1.0),
        ([_, ..], Role::Body) if candidate.count > 1 => text.manner.mix(2.0, 1.0),
        _ => 1.0,
    }
}

/// What the first and the last word are worth: verbs, numerals and single characters make poor edges.
fn edges(parts: &[Token]) -> f64 {
    let edge = |part: &Token| {
        let kind = match part.kind {
            Kind::Weak => 0.8,
            Kind::Lead => 0.7,
            _ => 1.0,
        };
        if part.is_single() { kind * 0.8 } else { kind }
    };
    edge(&parts[0]) * edge(&parts[parts.len() - 1])
}
