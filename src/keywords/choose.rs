//! From scored candidates to keywords: one of each family, with its spellings.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::num::NonZeroU32;

use super::candidates::{Candidate, Tokens, candidates};
use super::rank::Measures;
use super::source::{Source, read};
use super::tokens::{Role, Token};
use super::{Context, Features, Keyword};
use crate::text::collapse;

/// How many candidates are looked at for each keyword wanted.
const DEPTH: usize = 20;

/// A term that holds a chosen one has a place of its own if it makes up at least one in this many of its occurrences.
const OWN_SHARE: u32 = 6;

/// A term inside a chosen one has a place of its own if it stands alone at least once in this many times.
const ALONE: u32 = 5;

/// The same as [`OWN_SHARE`] for the whole name of a body, which texts soon shorten: 龙湖集团 beside 龙湖.
const OWN_SHARE_OF_NAMES: u32 = 10;

/// The same for two words that the title has and the text but once, where the other term is the first: a headline puts words side by side
/// (中标, 澳大利亚).
const OWN_SHARE_OF_HEADLINES: u32 = 2;

/// Words of a term from which on it is worth less if better terms have said its words.
const VARIANT: usize = 3;

/// How much less it is worth if they have said them all.
const SAID: f64 = 0.4;

/// The keywords of `text`, best first.
pub(super) fn keywords(text: &str, context: &Context) -> Vec<Keyword> {
    let (source, tokens) = read(text, context);
    let candidates = candidates(&tokens);
    let measures = Measures::of(&tokens);
    let score = |candidate| measures.features(candidate).map_or(0.0, |features| features.product());
    let scores: Vec<f64> = candidates.iter().map(score).collect();
    let chosen = choose(&source, &tokens, &candidates, &scores, context.limit);
    let best = chosen.first().map_or(1.0, |first| first.worth);
    let features = |term: &Ranked| {
        let features = measures.features(&candidates[term.index])?;
        Some(Features { novelty: term.worth / scores[term.index], ..features }.rounded())
    };
    let terms: Vec<&Candidate> = chosen.iter().map(|term| &candidates[term.index]).collect();
    let spellings = spellings(&source, &tokens, &terms);
    let keyword = |(ranked, Spellings { term, forms, count }): (Ranked, Spellings)| {
        let score = libm::round(ranked.worth / best * 1e4) / 1e4;
        Keyword { term, forms, score, count, features: context.explain.then(|| features(&ranked)).flatten() }
    };
    chosen.into_iter().zip(spellings).map(keyword).collect()
}

/// A candidate by what it is worth beside the terms before it; the better is the greater.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    worth: f64,
    index: usize,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then(other.index.cmp(&self.index))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

/// The best candidates, best first, each saying something that no better one says.
fn choose(source: &Source, tokens: &Tokens, candidates: &[Candidate], scores: &[f64], limit: usize) -> Vec<Ranked> {
    let mut left = best(scores, limit);
    let mut said = vec![false; tokens.senses.len()];
    let mut chosen: Vec<Ranked> = Vec::new();
    while chosen.len() < limit {
        let Some(Ranked { worth, index }) = left.pop() else { break };
        let candidate = &candidates[index];
        let now = scores[index] * novelty(tokens, candidate, &said);
        if now < worth {
            left.push(Ranked { worth: now, index });
        } else if !(may_be_said(tokens, candidate, &said)
            && chosen.iter().any(|other| is_said(source, tokens, candidate, &candidates[other.index])))
        {
            candidate.parts(&tokens.all).iter().for_each(|part| said[part.stem as usize] = true);
            chosen.push(Ranked { worth, index });
        }
    }
    chosen
}

/// The candidates that are looked at, [`DEPTH`] for each keyword wanted.
fn best(scores: &[f64], limit: usize) -> BinaryHeap<Ranked> {
    let terms = scores.iter().enumerate().filter(|(_, score)| **score > 0.0);
    let mut order: Vec<Ranked> = terms.map(|(index, &worth)| Ranked { worth, index }).collect();
    let depth = limit.saturating_mul(DEPTH);
    if order.len() > depth && depth > 0 {
        order.select_nth_unstable_by(depth, |a, b| b.cmp(a));
        order.truncate(depth);
    }
    order.into()
}

/// What is left of the worth of a candidate whose words better terms have `said`, by stem: 1 where it is short, and for a name,
/// which is one thing however many words it has.
fn novelty(tokens: &Tokens, candidate: &Candidate, said: &[bool]) -> f64 {
    let words = || candidate.parts(&tokens.all).iter().filter(|part| part.tells());
    let all = words().count();
    if all < VARIANT || candidate.names * 2 > candidate.count {
        return 1.0;
    }
    let repeated = words().filter(|part| said[part.stem as usize]).count();
    1.0 - SAID * repeated as f64 / all as f64
}

/// Whether a better term may say what `candidate` says: they share a word of those `said`, or cuts are guesses, as in scripts without spaces.
fn may_be_said(tokens: &Tokens, candidate: &Candidate, said: &[bool]) -> bool {
    candidate.parts(&tokens.all).iter().any(|part| part.unspaced || said[part.stem as usize])
}

/// Whether `other`, already chosen, says what `one` says: it holds it nearly wherever it occurs, or is the most of it. What the page itself
/// names has a place of its own.
fn is_said(source: &Source, tokens: &Tokens, one: &Candidate, other: &Candidate) -> bool {
    let seldom_alone = || one.count.saturating_sub(other.count) * ALONE < one.count;
    let seldom = || one.count * own_share(tokens, one, other) < other.count;
    !one.is_tag()
        && ((seldom_alone() && holds(source, tokens, other, one)) || (seldom() && holds(source, tokens, one, other)))
}

/// The share of `other` that `one`, which may hold it, needs for a place of its own: one in so many.
fn own_share(tokens: &Tokens, one: &Candidate, other: &Candidate) -> u32 {
    let parts = one.parts(&tokens.all);
    match tokens.senses[parts[parts.len() - 1].stem as usize].role {
        Role::Body => OWN_SHARE_OF_NAMES,
        _ if one.title > 0 && one.count == 2 && is_led(tokens, parts, other) => OWN_SHARE_OF_HEADLINES,
        _ => OWN_SHARE,
    }
}

/// Whether these are two words written without spaces of which `other` is the first; a term that ends with another (固定资产投资) is one of its
/// kind.
fn is_led(tokens: &Tokens, parts: &[Token], other: &Candidate) -> bool {
    let [first, second] = parts else { return false };
    first.unspaced && !second.is_single() && same_words(&parts[..1], other.parts(&tokens.all))
}

/// Whether `long` holds `short`, word by word; in scripts without spaces, where cuts are guesses, character by character.
fn holds(source: &Source, tokens: &Tokens, long: &Candidate, short: &Candidate) -> bool {
    let (a, b) = (long.parts(&tokens.all), short.parts(&tokens.all));
    if a[0].unspaced && b[0].unspaced {
        let bytes = |parts: &[Token]| parts[parts.len() - 1].end - parts[0].start;
        if bytes(a) < bytes(b) {
            return false;
        }
        let (long, short) = (source.term(tokens, long), source.term(tokens, short));
        return long.as_bytes().windows(short.len()).any(|part| part == short.as_bytes());
    }
    a.windows(b.len()).any(|window| same_words(window, b))
}

fn same_words(one: &[Token], other: &[Token]) -> bool {
    one.iter().map(|token| token.stem).eq(other.iter().map(|token| token.stem))
}

/// How a term is written.
struct Spellings {
    /// The commonest spelling.
    term: String,
    /// The spellings, apart by more than capitals, most frequent first.
    forms: Vec<String>,
    /// Occurrences of them all, in title and text.
    count: usize,
}

/// The spellings of each term, gathered in one pass over the text.
fn spellings(source: &Source, tokens: &Tokens, terms: &[&Candidate]) -> Vec<Spellings> {
    // The terms that begin with each stem: the last, and of each the one before.
    let mut last: Vec<Option<NonZeroU32>> = vec![None; tokens.senses.len()];
    let mut before = Vec::with_capacity(terms.len());
    for (term, number) in terms.iter().zip((1..).filter_map(NonZeroU32::new)) {
        before.push(last[tokens.all[term.at as usize].stem as usize].replace(number));
    }
    let mut seen: Vec<Counter> = terms.iter().map(|_| Counter::default()).collect();
    let all = &tokens.all[..tokens.text.end];
    for (at, token) in all.iter().enumerate() {
        let mut term = last[token.stem as usize];
        while let Some(number) = term {
            let index = number.get() as usize - 1;
            if let Some(met) = met(all, at, terms[index].parts(&tokens.all)) {
                seen[index].add(source.slice(met[0].start, met[met.len() - 1].end));
            }
            term = before[index];
        }
    }
    seen.into_iter().map(Counter::spellings).collect()
}

/// The tokens from `at` on, if they are those of a term.
fn met<'t>(all: &'t [Token], at: usize, term: &[Token]) -> Option<&'t [Token]> {
    let met = all.get(at..at + term.len())?;
    (same_words(met, term) && met[1..].iter().all(|token| token.touches())).then_some(met)
}

/// Spellings of a term that are told apart, at most.
const SPELLINGS: usize = 32;

/// Counts the spellings of a term, in the order in which they are first met; most terms have one.
#[derive(Default)]
struct Counter<'t> {
    first: (&'t str, usize),
    others: Vec<(&'t str, usize)>,
}

impl<'t> Counter<'t> {
    fn add(&mut self, spelling: &'t str) {
        let (first, count) = self.first;
        if count == 0 || first == spelling {
            self.first = (spelling, count + 1);
        } else if let Some((_, count)) = self.others.iter_mut().find(|(other, _)| *other == spelling) {
            *count += 1;
        } else if self.others.len() + 1 < SPELLINGS {
            self.others.push((spelling, 1));
        } else {
            self.first.1 += 1;
        }
    }

    fn spellings(self) -> Spellings {
        let (first, count) = self.first;
        if self.others.is_empty() {
            let term = collapse(first);
            return Spellings { forms: vec![term.clone()], term, count };
        }
        let mut all = self.others;
        all.insert(0, self.first);
        all.sort_by_key(|&(_, count)| Reverse(count));
        let term = collapse(all[0].0);
        let count = all.iter().map(|(_, count)| count).sum();
        let mut forms: Vec<(String, String, usize)> = Vec::new();
        for (spelling, count) in all {
            let form = collapse(spelling);
            let key = form.to_lowercase();
            match forms.iter_mut().find(|(other, ..)| *other == key) {
                Some((_, _, sum)) => *sum += count,
                None => forms.push((key, form, count)),
            }
        }
        forms.sort_by_key(|&(_, _, count)| Reverse(count));
        Spellings { term, forms: forms.into_iter().map(|(_, form, _)| form).collect(), count }
    }
}

#[cfg(test)]
mod tests {
    use crate::keywords::{Context, Features, keywords};

    fn terms(text: &str) -> Vec<String> {
        keywords(text, &Context::default()).into_iter().map(|keyword| keyword.term).collect()
    }

    #[test]
    fn the_whole_name_of_a_body_stands_beside_its_short_form() {
        let short = "。海川今年的订单多，海川的厂房不够用";
        let text = format!("海川集团召开会议。海川集团的工人很高兴{}。", short.repeat(4));
        let terms = terms(&text);
        assert!(["海川集团", "海川"].iter().all(|term| terms.iter().any(|other| other == term)), "{terms:?}");
    }

    #[test]
    fn what_a_headline_puts_side_by_side_is_no_term() {
        let has = |text: &str| {
            let context = Context { title: Some("中标澳大利亚"), ..Context::default() };
            let found = keywords(&format!("{text}{}。", "他们中标，".repeat(9)), &context);
            found.iter().any(|one| one.term == "中标澳大利亚")
        };
        assert_eq!((has("中标澳大利亚。"), has(&"中标澳大利亚。".repeat(3))), (false, true));
    }

    #[test]
    fn what_the_page_itself_names_has_a_place_of_its_own() {
        let flood = " A flood, and the flood, or this flood.".repeat(6);
        let text = format!("A flood warning came. The flood warning ended.{flood}");
        let has = |tags: &[&str]| {
            let context = Context { title: Some("The flood"), tags, ..Context::default() };
            keywords(&text, &context).iter().any(|one| one.term == "flood warning")
        };
        assert_eq!((has(&[]), has(&["flood warning"])), (false, true));
    }

    #[test]
    fn a_long_term_of_words_that_better_ones_have_said_is_worth_less() {
        let text = "潮汐电站，风力机组。风力机组，潮汐电站。潮汐电站风力机组。";
        let context = Context { explain: true, ..Context::default() };
        let found = keywords(text, &context);
        let novelty = |of: &Features| of.novelty < 1.0;
        let said: Vec<_> = found.iter().filter(|one| one.features.as_ref().is_some_and(novelty)).collect();
        assert!(!said.is_empty() && said.iter().all(|one| one.term.chars().count() > 4), "{found:?}");
    }
}
