//! Scores of candidates in scripts that write no spaces.

use super::candidates::Candidate;
use super::features::Features;
use super::rank::{Manner, Measures, Power, Weights, shown};
use super::tokens::{Kind, Role, Sense, Token};

/// Characters of a term at most, and of the name of a body.
const LONGEST: (u32, u32) = (10, 16);

/// What a piece of something longer is worth where phrases lead, whose words are terms of their own.
const PIECE: f64 = 0.4;

/// What a phrase with a verb, a numeral or a link is worth if it occurs once.
const LOOSE: f64 = 0.6;

/// Characters of a term from which on each further one makes it less likely.
const LONG: u32 = 5;

/// The weights of counts, and of lengths, by which the sum of what words tell is averaged.
pub(super) fn weights(manner: Manner) -> Weights {
    let same = |n| n;
    Weights { count: Power::new(same, manner.mix(0.75, 0.6)), length: Power::new(same, -manner.mix(0.7, 0.35)) }
}

/// What a candidate is built of.
struct Build<'t> {
    parts: &'t [Token],
    /// What the last word is to names.
    role: Role,
    chars: u32,
    /// What its words tell, summed.
    telling: f64,
    /// Whether a word of it is a verb, a numeral or a link.
    loose: bool,
    linked: bool,
    /// Whether a word of it is a single character.
    single: bool,
    /// Whether every word of it is a known one, and so it does not end in the midst of a word.
    whole: bool,
}

impl<'t> Build<'t> {
    fn of(parts: &'t [Token], senses: &[Sense]) -> Self {
        let mut build = Build {
            parts,
            role: Role::None,
            chars: 0,
            telling: 0.0,
            loose: false,
            linked: false,
            single: false,
            whole: true,
        };
        for part in parts {
            let Sense { role, rarity } = senses[part.stem as usize];
            build.role = role;
            build.chars += (part.end - part.start) / 3;
            build.telling += f64::from(rarity);
            build.loose |= matches!(part.kind, Kind::Weak | Kind::Lead | Kind::Link);
            build.linked |= part.kind == Kind::Link;
            build.single |= part.is_single();
            build.whole &= role != Role::Unknown;
        }
        build.whole &= !build.single;
        build
    }

    fn last(&self) -> &Token {
        &self.parts[self.parts.len() - 1]
    }
}

/// The features of a candidate; `None` for what is no term.
pub(super) fn features(text: &Measures, candidate: &Candidate) -> Option<Features> {
    let build = Build::of(candidate.parts(&text.tokens.all), &text.tokens.senses);
    if !is_term(text.manner, candidate, &build) {
        return None;
    }
    let manner = text.manner;
    let shape = shape(manner, candidate, &build);
    if shape == 0.0 {
        return None;
    }
    Some(Features {
        frequency: text.unspaced.count.at(candidate.count as usize),
        specificity: build.telling * text.unspaced.length.at(build.parts.len()),
        freedom: manner.mix(0.0, 1.0) + candidate.freedom(0) * candidate.freedom(1),
        filling: 1.0,
        title: title(text, candidate),
        position: 2.0 - (text.before(candidate) / text.tokens.text.end as f64).sqrt(),
        shape,
        shown: shown(candidate),
        novelty: 1.0,
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

/// Whether a candidate is no longer than terms are, and no piece of something longer, unless phrases lead and it is whole, or the page itself
/// names it.
fn is_term(manner: Manner, candidate: &Candidate, build: &Build) -> bool {
    let longest = match build.role {
        Role::Body => LONGEST.1,
        Role::Repeat => u32::MAX,
        _ => LONGEST.0,
    };
    let is_unfinished = || candidate.cut || (candidate.is_piece() && (manner.mix(0.0, PIECE) == 0.0 || !build.whole));
    (2..=longest).contains(&build.chars) && (candidate.is_tag() || !is_unfinished())
}

/// What its build is worth: most terms of abstracts have four characters (two words of two), news names places.
fn shape(manner: Manner, candidate: &Candidate, build: &Build) -> f64 {
    let once = if candidate.count == 1 { 0.4 * compactness(candidate, build) } else { 1.0 };
    if once == 0.0 {
        return 0.0;
    }
    let piece = if candidate.is_piece() && !candidate.is_tag() { manner.mix(0.0, PIECE) } else { 1.0 };
    let length = match (build.role, build.chars) {
        (Role::Repeat, _) => 1.0,
        (_, 2) => manner.mix(1.0, 0.4),
        (_, 3) if !build.parts[0].is_single() => 1.2,
        (_, 4) => manner.mix(1.0, 1.4),
        (Role::Body, _) => 1.0,
        (_, chars) => (LONG..chars).map(|_| 0.6).product(),
    };
    let linked = if build.linked { 0.3 } else { 1.0 };
    once * piece * length * linked * edges(manner, build) * naming(manner, candidate, build)
}

/// What a phrase that occurs once is worth by its words: one with a verb is none unless it fills its run
/// with whole words and ends in a noun; one that begins with a single character may be what is left of a word that was cut.
fn compactness(candidate: &Candidate, build: &Build) -> f64 {
    if build.parts.len() == 1 {
        return 1.0;
    }
    match build.loose {
        true if candidate.filled == 0 || build.last().kind == Kind::Weak || build.single => 0.0,
        true => LOOSE,
        false if build.parts[0].is_single() => 0.8,
        false => 1.0,
    }
}

/// What a term is worth by what it is: names of places and bodies more where words lead, a verb by itself and what frames less.
fn naming(manner: Manner, candidate: &Candidate, build: &Build) -> f64 {
    match (build.parts, build.role) {
        ([_], Role::Frame) => 0.4,
        ([_, ..], Role::Frame) => 0.5,
        ([one], _) if one.kind == Kind::Weak => 0.4,
        ([_], Role::Named) => manner.mix(2.0, 1.0),
        ([_, ..], Role::Body) if candidate.count > 1 => manner.mix(2.0, 1.0),
        _ => 1.0,
    }
}

/// What the first and the last word are worth: verbs and numerals make poor edges, and where words lead single characters too; there a
/// verb and its object (登陆拼多多) are what happens, not what the text is about.
fn edges(manner: Manner, build: &Build) -> f64 {
    let edge = |part: &Token| {
        let kind = match part.kind {
            Kind::Weak => 0.8,
            Kind::Lead => 0.7,
            _ => 1.0,
        };
        if part.is_single() { kind * manner.mix(0.8, 1.0) } else { kind }
    };
    let led = match build.parts {
        [Token { kind: Kind::Weak, .. }, _, ..] => manner.mix(0.5, 1.0),
        _ => 1.0,
    };
    led * edge(&build.parts[0]) * edge(build.last())
}

#[cfg(test)]
mod tests {
    use crate::keywords::{Context, keywords};

    fn place(terms: &[String], term: &str) -> Option<usize> {
        terms.iter().position(|other| other == term)
    }

    fn terms(text: &str) -> Vec<String> {
        keywords(text, &Context::default()).into_iter().map(|keyword| keyword.term).collect()
    }

    #[test]
    fn what_only_frames_comes_after_what_is_meant() {
        let terms = terms("方法、牡蛎。方法和牡蛎都重要。");
        assert!(place(&terms, "牡蛎") < place(&terms, "方法"), "{terms:?}");
    }

    #[test]
    fn a_phrase_with_a_verb_is_a_term_where_phrases_lead() {
        let terms = terms("海湾里的牡蛎在控制系统的保护下。");
        assert!(place(&terms, "控制系统").is_some(), "{terms:?}");
    }

    #[test]
    fn a_verb_and_its_object_come_after_names_where_words_lead() {
        let rest = "潮水每天来两次，孩子们在沙滩上玩，老人看着窗外的雨。".repeat(38);
        let terms = terms(&format!("牡蛎，登陆海湾。登陆海湾，牡蛎。{rest}"));
        assert!(place(&terms, "牡蛎") < place(&terms, "登陆海湾"), "{terms:?}");
    }

    #[test]
    fn a_term_that_ends_in_the_midst_of_another_is_none() {
        let terms = terms("首座潮汐电站建成。潮汐电站并网。潮汐电站发电。");
        assert!(place(&terms, "首座潮汐").is_none() && place(&terms, "潮汐电站").is_some(), "{terms:?}");
    }

    #[test]
    fn a_measure_after_digits_is_no_part_of_a_term() {
        let terms = terms("10月牡蛎增产。11月牡蛎增产。12月牡蛎减产。");
        assert!(terms.iter().all(|term| !term.starts_with('月')), "{terms:?}");
    }
}
