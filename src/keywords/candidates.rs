//! Candidates: every run of words that could be a term, counted in one pass.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::tokens::{Case, Gap, Kind, Token, Tokens};

/// Words of a candidate at most, and one more, so that the longest still see whether something longer holds them.
pub(super) const LONGEST: usize = 5;

/// Candidates counted at once; past it those seen once are forgotten (lossy counting, Manku and Motwani 2002).
const TABLE: usize = 1 << 19;

/// A run of words and what the text shows of it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Index of its first word's token, where it occurs first.
    pub at: u32,
    /// How many tokens it has.
    pub len: u8,
    /// Occurrences, the title's among them.
    pub count: u32,
    /// Occurrences in the title.
    pub title: u32,
    /// Occurrences that fill their run, from stop word or punctuation to the next.
    pub filled: u32,
    /// Occurrences written as a name, inside a sentence.
    pub names: u32,
    /// Occurrences of the most frequent candidate that is one word longer and holds this one.
    pub within: u32,
    /// Which sixteenths of the text it occurs in, a bit each.
    pub spread: u16,
}

/// The candidates of a text.
pub(super) struct Candidates {
    table: HashMap<u64, u32, FixedState>,
    all: Vec<Candidate>,
}

impl Candidates {
    /// Counts the candidates of `tokens`.
    pub fn count(tokens: &Tokens) -> Vec<Candidate> {
        let mut candidates = Candidates { table: HashMap::default(), all: Vec::new() };
        let all = &tokens.all;
        for at in 0..all.len() {
            candidates.start_at(tokens, at);
        }
        candidates.nest(all);
        candidates.all
    }

    fn start_at(&mut self, tokens: &Tokens, at: usize) {
        let all = &tokens.all;
        if !is_edge(&all[at]) {
            return;
        }
        let left_open = at == 0 || !continues(all, at);
        let mut key = 0;
        let mut caps = true;
        for end in at..all.len().min(at + LONGEST + 1) {
            let token = &all[end];
            if end > at && !continues(all, end) {
                break;
            }
            key = extend(key, token.stem);
            caps &= token.case != Case::Lower && token.kind != Kind::Number;
            if !is_edge(token) {
                continue;
            }
            let right_open = end + 1 == all.len() || !continues(all, end + 1);
            let name = caps && (end > at || token.gap != Gap::Sentence) && at >= tokens.title;
            let candidate = self.entry(key, at, end + 1 - at);
            candidate.count += 1;
            candidate.title += u32::from(at < tokens.title);
            candidate.filled += u32::from(left_open && right_open);
            candidate.names += u32::from(name);
            if at >= tokens.title {
                candidate.spread |= 1 << ((at - tokens.title) * 16 / (all.len() - tokens.title).max(1));
            }
        }
    }

    fn entry(&mut self, key: u64, at: usize, len: usize) -> &mut Candidate {
        if self.all.len() >= TABLE {
            self.forget();
        }
        let next = self.all.len() as u32;
        let index = *self.table.entry(key).or_insert(next);
        if index == next {
            let (at, len) = (at as u32, len as u8);
            self.all.push(Candidate { at, len, count: 0, title: 0, filled: 0, names: 0, within: 0, spread: 0 });
        }
        &mut self.all[index as usize]
    }

    /// Drops the candidates seen once so far.
    fn forget(&mut self) {
        let mut kept = vec![u32::MAX; self.all.len()];
        let mut next = 0;
        for (index, candidate) in self.all.iter().enumerate() {
            if candidate.count > 1 || candidate.title > 0 {
                kept[index] = next;
                next += 1;
            }
        }
        self.table.retain(|_, index| {
            *index = kept[*index as usize];
            *index != u32::MAX
        });
        self.all.retain(|candidate| candidate.count > 1 || candidate.title > 0);
    }

    /// Tells each candidate of the most frequent one that holds it and is one word longer.
    fn nest(&mut self, tokens: &[Token]) {
        for index in 0..self.all.len() {
            let Candidate { at, len, count, .. } = self.all[index];
            let (at, end) = (at as usize, at as usize + usize::from(len));
            for (from, to) in [(at, end - 1), (at + 1, end)] {
                let key = tokens[from..to].iter().fold(0, |key, token| extend(key, token.stem));
                if from < to
                    && let Some(&part) = self.table.get(&key)
                {
                    let part = &mut self.all[part as usize];
                    part.within = part.within.max(count);
                }
            }
        }
    }
}

/// Whether a candidate may begin or end with `token`.
fn is_edge(token: &Token) -> bool {
    match token.kind {
        Kind::Content => true,
        Kind::Weak => token.unspaced,
        Kind::Stop | Kind::Number => false,
    }
}

/// Whether the token at `at` goes on with the run of the one before it.
fn continues(all: &[Token], at: usize) -> bool {
    let token = &all[at];
    matches!(token.gap, Gap::None | Gap::Space) && token.kind != Kind::Stop && all[at - 1].kind != Kind::Stop
}

fn extend(key: u64, stem: u32) -> u64 {
    (key ^ u64::from(stem + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}
