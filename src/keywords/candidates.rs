//! Candidates: every run of words that could be a term, counted in one pass.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::tokens::{Case, Gap, Kind, Sense, Token};

/// Tokens of a candidate at most: a term of five words and its link, or one of six.
const LONGEST: usize = 6;

/// Candidates counted at once; past it the rarest are forgotten (lossy counting, Manku and Motwani 2002).
const TABLE: usize = 1 << 19;

/// A verb parts almost as well as a stop word.
const VERB_PARTS: f32 = 0.8;

/// How well the commonest word of an unspaced script parts its neighbours; rarer ones less.
const COMMON_PARTS: f32 = 0.7;

/// Where a page shows a term apart from its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// In a heading.
    Heading = 1,
    /// Emphasised.
    Emphasis = 2,
    /// In a link.
    Link = 4,
    /// In a caption.
    Caption = 8,
    /// As one of the page's own keywords.
    Tag = 16,
}

/// The tokens of all parts of a page, and what is known of them together.
pub(super) struct Tokens {
    /// Title, text, then what the page shows of it.
    pub all: Vec<Token>,
    /// Quotation marks in the text.
    pub quotes: usize,
    /// Which of them are the text's; those before it are the title's.
    pub text: Range<usize>,
    /// Where what the page shows begins, and what it is; each part ends where the next begins.
    pub shown: Vec<(usize, Shown)>,
    /// What is known of each stem.
    pub senses: Vec<Sense>,
    /// Words at most of a phrase that occurs once and is no name.
    pub once: usize,
}

/// A run of words and what the text shows of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Candidate {
    /// Index of its first word's token, where it occurs first.
    pub at: u32,
    /// How many tokens it has.
    pub len: u8,
    /// Occurrences, the title's among them.
    pub count: u32,
    /// Occurrences in the title.
    pub title: u32,
    /// Occurrences that fill their run, from stop word, verb or punctuation to the next.
    pub filled: u32,
    /// Occurrences written as a name, inside a sentence.
    pub names: u32,
    /// Occurrences of the most frequent candidate that has one word more before this one, and after it.
    pub within: [u32; 2],
    /// How well its occurrences are parted from the word before, and after: 0 to 1 each, summed.
    pub parted: [f32; 2],
    /// Whether it has several words, in a script without spaces, and its first or last is always met with another before or after
    /// it, which this leaves out.
    pub cut: bool,
    /// Where the page shows it, among other words: bits of [`Shown`].
    pub among: u8,
    /// Where the page shows it alone: bits of [`Shown`].
    pub alone: u8,
}

impl Candidate {
    /// Its tokens.
    pub fn parts<'a>(&self, tokens: &'a [Token]) -> &'a [Token] {
        &tokens[self.at as usize..self.at as usize + usize::from(self.len)]
    }

    /// How freely it stands at one side (0 before, 1 after): the share of occurrences that have another neighbour than the
    /// commonest, or how well they are parted from it, whichever is more. 0 to 1.
    pub fn freedom(&self, side: usize) -> f64 {
        let count = f64::from(self.count);
        (1.0 - f64::from(self.within[side]) / count).max(f64::from(self.parted[side]) / count)
    }

    /// Whether it is one of the page's own keywords.
    pub fn is_tag(&self) -> bool {
        self.alone & Shown::Tag as u8 != 0
    }

    /// Whether it always has the same neighbour at one side, and so is a piece of something longer.
    pub fn is_piece(&self) -> bool {
        (0..2).any(|side| self.goes_on(side))
    }

    /// Whether it recurs, and always with the same neighbour at one side.
    fn goes_on(&self, side: usize) -> bool {
        self.count > 1 && self.within[side] >= self.count && f64::from(self.parted[side]) < 0.9 * f64::from(self.count)
    }
}

/// One run of tokens that could be a term, met in the text.
struct Met {
    key: u64,
    at: usize,
    len: usize,
    name: bool,
}

/// Counts the candidates of `tokens`, in the order of their first occurrence.
pub(super) fn candidates(tokens: &Tokens) -> Vec<Candidate> {
    let room = (tokens.text.end * 2).min(TABLE);
    let index = Index::new(tokens.senses.len(), room / 2);
    let mut table = Table { index, all: Vec::with_capacity(room), least: 1 };
    for at in 0..tokens.text.end {
        table.count(tokens, at);
    }
    table.nest(&tokens.all);
    table.mark_cut(&tokens.all);
    table.look_up(tokens);
    table.all
}

/// Where the candidates are in a table.
struct Index {
    /// Those of one token, by its stem.
    words: Vec<Option<NonZeroU32>>,
    /// Those of several, by their keys.
    phrases: HashMap<u64, u32, FixedState>,
}

impl Index {
    fn new(stems: usize, phrases: usize) -> Index {
        Index { words: vec![None; stems], phrases: HashMap::with_capacity_and_hasher(phrases, FixedState::default()) }
    }

    /// The place of a run; of a new one, `next`.
    fn place(&mut self, all: &[Token], met: &Met, next: u32) -> u32 {
        if met.len > 1 {
            return *self.phrases.entry(met.key).or_insert(next);
        }
        let word = &mut self.words[all[met.at].stem as usize];
        word.map_or_else(
            || {
                *word = NonZeroU32::new(next + 1);
                next
            },
            |place| place.get() - 1,
        )
    }

    /// The place of a run; its key is asked for where it has several tokens.
    fn get(&self, run: &[Token], key: impl FnOnce() -> u64) -> Option<u32> {
        match run {
            [word] => self.words[word.stem as usize].map(|place| place.get() - 1),
            _ => self.phrases.get(&key()).copied(),
        }
    }

    /// Gives each candidate the place to which it moves, and forgets those that have none.
    fn move_to(&mut self, places: &[Option<u32>]) {
        for word in &mut self.words {
            *word =
                word.and_then(|place| places[place.get() as usize - 1]).and_then(|place| NonZeroU32::new(place + 1));
        }
        self.phrases.retain(|_, place| match places[*place as usize] {
            Some(new) => {
                *place = new;
                true
            }
            None => false,
        });
    }
}

struct Table {
    index: Index,
    all: Vec<Candidate>,
    /// The count up to which candidates are forgotten when the table is full.
    least: u32,
}

impl Table {
    fn count(&mut self, tokens: &Tokens, at: usize) {
        let all = &tokens.all[..tokens.text.end];
        let before = at.checked_sub(1).map_or(1.0, |before| parting(tokens, all, at, before));
        for_runs(all, at, |met| {
            let end = met.at + met.len;
            let after = if end < all.len() { parting(tokens, all, end, end) } else { 1.0 };
            let candidate = self.entry(all, &met);
            candidate.count += 1;
            candidate.title += u32::from(at < tokens.text.start);
            candidate.filled += u32::from(before >= VERB_PARTS && after >= VERB_PARTS);
            candidate.names += u32::from(met.name);
            candidate.parted[0] += before;
            candidate.parted[1] += after;
        });
    }

    fn entry(&mut self, all: &[Token], met: &Met) -> &mut Candidate {
        if self.all.len() >= TABLE {
            self.forget();
        }
        let next = self.all.len() as u32;
        let index = self.index.place(all, met, next);
        if index == next {
            self.all.push(Candidate { at: met.at as u32, len: met.len as u8, ..Candidate::default() });
        }
        &mut self.all[index as usize]
    }

    /// Drops the rarest candidates until half of the table is free.
    fn forget(&mut self) {
        while self.all.len() > TABLE / 2 {
            let least = self.least;
            let mut kept = Vec::with_capacity(self.all.len());
            let mut next = 0;
            for candidate in &self.all {
                let keep = candidate.count > least;
                kept.push(keep.then_some(next));
                next += u32::from(keep);
            }
            self.index.move_to(&kept);
            self.all.retain(|candidate| candidate.count > least);
            self.least += 1;
        }
        self.least = 1;
    }

    /// Tells each candidate of the most frequent one that holds it and is one token longer.
    fn nest(&mut self, tokens: &[Token]) {
        for index in 0..self.all.len() {
            let Candidate { len, count, .. } = self.all[index];
            if len == 1 {
                continue;
            }
            let parts = self.all[index].parts(tokens);
            for (side, part) in [(1, &parts[..parts.len() - 1]), (0, &parts[1..])] {
                if let Some(part) = self.find(part) {
                    let part = &mut self.all[part as usize];
                    part.within[side] = part.within[side].max(count);
                }
            }
        }
    }

    /// Marks the candidates of several words that end in the midst of something that recurs.
    fn mark_cut(&mut self, tokens: &[Token]) {
        if !tokens.iter().any(|token| token.unspaced) {
            return;
        }
        // Whether each word recurs, and always with the same neighbour before it, or after it.
        let mut goes_on = vec![[false; 2]; self.index.words.len()];
        for word in self.all.iter().filter(|word| word.len == 1 && word.count > 1) {
            goes_on[tokens[word.at as usize].stem as usize] = [word.goes_on(0), word.goes_on(1)];
        }
        for candidate in self.all.iter_mut().filter(|candidate| candidate.len > 1) {
            let parts = candidate.parts(tokens);
            let (first, last) = (&parts[0], &parts[parts.len() - 1]);
            candidate.cut = first.unspaced && (goes_on[first.stem as usize][0] || goes_on[last.stem as usize][1]);
        }
    }

    /// Where the candidate of a run is.
    fn find(&self, run: &[Token]) -> Option<u32> {
        self.index.get(run, || key(run))
    }

    /// Marks the candidates that the page shows apart from its text.
    fn look_up(&mut self, tokens: &Tokens) {
        let ends = tokens.shown.iter().skip(1).map(|&(start, _)| start).chain([tokens.all.len()]);
        for (&(start, shown), end) in tokens.shown.iter().zip(ends) {
            let part = &tokens.all[start..end];
            for at in 0..part.len() {
                for_runs(part, at, |met| {
                    if let Some(index) = self.index.get(&part[at..at + met.len], || met.key) {
                        let candidate = &mut self.all[index as usize];
                        let place = if met.len == part.len() { &mut candidate.alone } else { &mut candidate.among };
                        *place |= shown as u8;
                    }
                });
            }
        }
    }
}

/// Calls `with` for each run of tokens from `at` on that could be a term.
fn for_runs(all: &[Token], at: usize, mut with: impl FnMut(Met)) {
    let first = &all[at];
    let alone = first.kind == Kind::Weak && !first.unspaced;
    if !matches!(first.kind, Kind::Content | Kind::Lead | Kind::Weak) {
        return;
    }
    let mut key = 0;
    let (mut caps, mut links) = (true, false);
    for end in at..all.len().min(at + LONGEST) {
        let token = &all[end];
        if end > at && (alone || !goes_on(&all[end - 1], token)) {
            return;
        }
        key = extend(key, token.stem);
        let link = token.kind == Kind::Link;
        links |= link;
        caps &= link || (token.case != Case::Lower && token.kind != Kind::Number);
        if ends(token, end == at) && !(links && first.kind == Kind::Lead) {
            let name = caps && (end > at || first.gap != Gap::Sentence);
            with(Met { key, at, len: end + 1 - at, name });
        }
    }
}

/// Whether `token` goes on with the run of the token `before` it.
fn goes_on(before: &Token, token: &Token) -> bool {
    token.touches()
        && token.kind != Kind::Stop
        && (token.kind != Kind::Link || before.kind != Kind::Link || !token.unspaced)
}

/// Whether a candidate may end with `token`, which is the whole of it if it stands `alone`.
fn ends(token: &Token, alone: bool) -> bool {
    match token.kind {
        Kind::Content => true,
        Kind::Weak => alone || token.unspaced,
        Kind::Lead => alone && !token.unspaced,
        _ => false,
    }
}

/// How well the gap before the token at `gap` parts its two words, of which the one at `neighbour` is not the candidate's: 1 where the
/// run ends there, less where the neighbour is a verb, or so common that it seldom belongs to a term.
fn parting(tokens: &Tokens, all: &[Token], gap: usize, neighbour: usize) -> f32 {
    let token = &all[neighbour];
    if !all[gap].touches() {
        return 1.0;
    }
    match token.kind {
        Kind::Stop | Kind::Link => 1.0,
        Kind::Weak => VERB_PARTS,
        Kind::Number => 0.5,
        _ if !token.unspaced => 0.0,
        _ => (1.0 - tokens.senses[token.stem as usize].rarity).max(0.0) * COMMON_PARTS,
    }
}

/// The key of a run of tokens.
fn key(tokens: &[Token]) -> u64 {
    tokens.iter().fold(0, |key, token| extend(key, token.stem))
}

/// The key of a run from the key of all but its last stem.
pub(super) fn extend(key: u64, stem: u32) -> u64 {
    (key ^ u64::from(stem + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}
