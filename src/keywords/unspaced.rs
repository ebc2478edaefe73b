//! Scores of candidates in scripts that write no spaces.

use super::candidates::Candidate;
use super::rank::{Manner, Measures, Power, Weights};
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

/// The score of a candidate: how often it occurs, times what its words tell, times how freely it stands on both sides (as the
/// branching entropy of Jin and Tanaka-Ishii, 2006, measures it, but by the commonest neighbour alone).
pub(super) fn score(text: &Measures, candidate: &Candidate) -> f64 {
    let parts = candidate.parts(&text.tokens.all);
    let chars = chars(parts);
    let body = text.tokens.senses[parts[parts.len() - 1].stem as usize].role == Role::Body;
    let seldom = parts.len() > 1 && candidate.count == 1;
    if !(2..=if body { LONGEST.1 } else { LONGEST.0 }).contains(&chars)
        || candidate.is_piece()
        || (seldom && parts.iter().any(|part| matches!(part.kind, Kind::Weak | Kind::Lead | Kind::Link)))
    {
        return 0.0;
    }
    let manner = text.manner;
    let count = text.unspaced.count.at(candidate.count as usize);
    let telling: f64 = parts.iter().map(|part| f64::from(text.tokens.senses[part.stem as usize].rarity)).sum();
    let average = telling * text.unspaced.length.at(parts.len());
    let free = manner.mix(0.0, 1.0) + candidate.freedom(0) * candidate.freedom(1);
    let title = if candidate.title > 0 { manner.mix(2.0, 3.0) } else { 1.0 };
    let once = if candidate.count == 1 { 0.3 } else { 1.0 };
    let long = if body { 1.0 } else { (LONG..chars).map(|_| 0.7).product() };
    let short = if chars == 2 { manner.mix(1.0, 0.4) } else { 1.0 };
    let linked = if parts.iter().any(|part| part.kind == Kind::Link) { 0.3 } else { 1.0 };
    count * average * free * title * once * long * short * linked * edges(parts) * text.earliness(candidate)
}

fn chars(parts: &[Token]) -> u32 {
    parts.iter().map(|part| (part.end - part.start) / 3).sum()
}

/// What the first and the last word are worth: verbs, numerals and single characters make poor edges, a lone verb a poor term.
fn edges(parts: &[Token]) -> f64 {
    let edge = |part: &Token| {
        let kind = match part.kind {
            Kind::Weak => 0.8,
            Kind::Lead => 0.7,
            _ => 1.0,
        };
        if part.is_single() { kind * 0.8 } else { kind }
    };
    let alone = if parts.len() == 1 && parts[0].kind == Kind::Weak { 0.6 } else { 1.0 };
    alone * edge(&parts[0]) * edge(&parts[parts.len() - 1])
}
