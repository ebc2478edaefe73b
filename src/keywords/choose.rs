//! From scored candidates to keywords: one of each family, with its spellings.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::candidates::{Candidate, Candidates};
use super::language::language;
use super::segment::Segmenter;
use super::tokens::{Gap, Reader, Tokens};
use super::{Context, Keyword, rank};

/// The keywords of `text`, best first.
pub(super) fn keywords(text: &str, context: &Context) -> Vec<Keyword> {
    let title = context.title.unwrap_or_default();
    let source = Source { title, text };
    let mut reader = Reader::new(language(text, context.lang), Segmenter::new());
    let mut all = Vec::new();
    reader.read(title, 0, &mut all);
    let title_tokens = all.len();
    reader.read(text, title.len(), &mut all);
    let tokens = Tokens { all, title: title_tokens, stems: reader.stems() };
    let candidates = Candidates::count(&tokens);
    let scores = rank::scores(&tokens, &candidates);
    let chosen = choose(&tokens, &candidates, &scores, context.limit);
    let best = chosen.first().map_or(1.0, |&index| scores[index]);
    let share = |index: usize| (scores[index] / best * 1e4).round() / 1e4;
    chosen.into_iter().map(|index| present(&source, &tokens, &candidates[index], share(index))).collect()
}

/// A title and a text, addressed as one.
struct Source<'t> {
    title: &'t str,
    text: &'t str,
}

impl<'t> Source<'t> {
    fn slice(&self, start: u32, end: u32) -> &'t str {
        let (start, end) = (start as usize, end as usize);
        match start.checked_sub(self.title.len()) {
            Some(start) => &self.text[start..end - self.title.len()],
            None => &self.title[start..end],
        }
    }
}

/// The best candidates, best first, each saying something that no better one says.
fn choose(tokens: &Tokens, candidates: &[Candidate], scores: &[f64], limit: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&index| scores[index] > 0.0).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(candidates[a].at.cmp(&candidates[b].at)));
    order.truncate(limit * 20);
    let mut chosen: Vec<usize> = Vec::new();
    for index in order {
        if chosen.len() == limit {
            break;
        }
        if !chosen.iter().any(|&other| is_said(tokens, &candidates[index], &candidates[other])) {
            chosen.push(index);
        }
    }
    chosen
}

/// Whether `other`, already chosen, says what `one` says.
fn is_said(tokens: &Tokens, one: &Candidate, other: &Candidate) -> bool {
    let (a, b) = (stems(tokens, one), stems(tokens, other));
    if a.len() <= b.len() {
        contains(&b, &a) && f64::from(other.count) >= 0.6 * f64::from(one.count)
    } else {
        contains(&a, &b) && f64::from(one.count) * 3.0 < f64::from(other.count)
    }
}

fn stems(tokens: &Tokens, candidate: &Candidate) -> Vec<u32> {
    let at = candidate.at as usize;
    tokens.all[at..at + usize::from(candidate.len)].iter().map(|token| token.stem).collect()
}

fn contains(long: &[u32], short: &[u32]) -> bool {
    long.windows(short.len()).any(|window| window == short)
}

/// The keyword of a candidate: its spellings, gathered from the text.
fn present(source: &Source, tokens: &Tokens, candidate: &Candidate, score: f64) -> Keyword {
    let wanted = stems(tokens, candidate);
    let mut forms: Vec<(&str, usize)> = Vec::new();
    let mut seen: HashMap<&str, usize, FixedState> = HashMap::default();
    for window in tokens.all.windows(wanted.len()) {
        let touches = window[1..].iter().all(|token| token.gap <= Gap::Space);
        if touches && window.iter().map(|token| token.stem).eq(wanted.iter().copied()) {
            let form = source.slice(window[0].start, window[wanted.len() - 1].end);
            let index = *seen.entry(form).or_insert_with(|| {
                forms.push((form, 0));
                forms.len() - 1
            });
            forms[index].1 += 1;
        }
    }
    forms.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let count = forms.iter().map(|(_, count)| count).sum();
    let forms: Vec<String> = forms.into_iter().map(|(form, _)| form.to_owned()).collect();
    Keyword { term: forms.first().cloned().unwrap_or_default(), forms, score, count }
}
