//! From scored candidates to keywords: one of each family, with its spellings.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::candidates::{Candidate, Tokens, candidates};
use super::rank::Measures;
use super::source::{Source, read};
use super::{Context, Keyword};
use crate::text::collapse;

/// How many candidates are looked at for each keyword wanted.
const DEPTH: usize = 20;

/// A term that holds a chosen one has a place of its own if it makes up at least one in this many of its occurrences.
const OWN_SHARE: u32 = 3;

/// The keywords of `text`, best first.
pub(super) fn keywords(text: &str, context: &Context) -> Vec<Keyword> {
    let (source, tokens) = read(text, context);
    let candidates = candidates(&tokens);
    let measures = Measures::of(&tokens);
    let score = |candidate| measures.features(candidate).map_or(0.0, |features| features.product());
    let scores: Vec<f64> = candidates.iter().map(score).collect();
    let chosen = choose(&source, &tokens, &candidates, &scores, context.limit);
    let best = chosen.first().map_or(1.0, |&index| scores[index]);
    let score = |index: usize| libm::round(scores[index] / best * 1e4) / 1e4;
    let features = |index: usize| measures.features(&candidates[index]).filter(|_| context.explain);
    let terms: Vec<&Candidate> = chosen.iter().map(|&index| &candidates[index]).collect();
    let spellings = spellings(&source, &tokens, &terms);
    let keyword = |(index, Spellings { term, forms, count })| {
        let features = features(index).map(|features| features.rounded());
        Keyword { term, forms, score: score(index), count, features }
    };
    chosen.into_iter().zip(spellings).map(keyword).collect()
}

/// The best candidates, best first, each saying something that no better one says.
fn choose(source: &Source, tokens: &Tokens, candidates: &[Candidate], scores: &[f64], limit: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&index| scores[index] > 0.0).collect();
    let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
    let depth = limit.saturating_mul(DEPTH);
    if order.len() > depth && depth > 0 {
        order.select_nth_unstable_by(depth, by_score);
        order.truncate(depth);
    }
    order.sort_unstable_by(by_score);
    let mut chosen: Vec<usize> = Vec::new();
    for index in order {
        if chosen.len() >= limit {
            break;
        }
        if !chosen.iter().any(|&other| is_said(source, tokens, &candidates[index], &candidates[other])) {
            chosen.push(index);
        }
    }
    chosen
}

/// Whether `other`, already chosen, says what `one` says: it holds it wherever it occurs, or is the most of it.
fn is_said(source: &Source, tokens: &Tokens, one: &Candidate, other: &Candidate) -> bool {
    if holds(source, tokens, other, one) {
        other.count >= one.count
    } else {
        one.count * OWN_SHARE < other.count && holds(source, tokens, one, other)
    }
}

/// Whether `long` holds `short`, word by word; in scripts without spaces, where cuts are guesses, character by character.
fn holds(source: &Source, tokens: &Tokens, long: &Candidate, short: &Candidate) -> bool {
    let (a, b) = (long.parts(&tokens.all), short.parts(&tokens.all));
    if a[0].unspaced && b[0].unspaced {
        return source.term(tokens, long).contains(source.term(tokens, short));
    }
    a.len() >= b.len() && a.windows(b.len()).any(|window| window.iter().map(|t| t.stem).eq(b.iter().map(|t| t.stem)))
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
    let mut starts: HashMap<u32, Vec<usize>, FixedState> = HashMap::default();
    for (index, term) in terms.iter().enumerate() {
        starts.entry(tokens.all[term.at as usize].stem).or_default().push(index);
    }
    let mut seen: Vec<Counter> = terms.iter().map(|_| Counter::default()).collect();
    let all = &tokens.all[..tokens.text.end];
    for (at, token) in all.iter().enumerate() {
        for &index in starts.get(&token.stem).into_iter().flatten() {
            let parts = terms[index].parts(&tokens.all);
            let Some(met) = all.get(at..at + parts.len()) else { continue };
            let same = met.iter().map(|token| token.stem).eq(parts.iter().map(|token| token.stem));
            if same && met[1..].iter().all(|token| token.touches()) {
                seen[index].add(source.slice(met[0].start, met[met.len() - 1].end));
            }
        }
    }
    seen.into_iter().map(Counter::spellings).collect()
}

/// Counts spellings, in the order in which they are first met.
#[derive(Default)]
struct Counter<'t> {
    index: HashMap<&'t str, usize, FixedState>,
    spellings: Vec<(&'t str, usize)>,
}

impl<'t> Counter<'t> {
    fn add(&mut self, spelling: &'t str) {
        let next = self.spellings.len();
        let index = *self.index.entry(spelling).or_insert(next);
        if index == next {
            self.spellings.push((spelling, 0));
        }
        self.spellings[index].1 += 1;
    }

    fn spellings(mut self) -> Spellings {
        let count = self.spellings.iter().map(|(_, count)| count).sum();
        self.spellings.sort_by_key(|&(_, count)| Reverse(count));
        let term = self.spellings.first().map(|(spelling, _)| collapse(spelling)).unwrap_or_default();
        let mut forms: Vec<(String, String, usize)> = Vec::new();
        for (spelling, count) in self.spellings {
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
