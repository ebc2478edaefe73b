//! The folded terms, looked for together.
//!
//! One term is `memmem`'s. Many are kept sorted; a table leads from their first bytes to those that begin so, is asked at
//! each character of the text, and the terms it names are narrowed byte by byte. That gives at each place just what is
//! needed: its longest term, and the shorter ones that stand in for it.
//!
//! The automaton of `aho-corasick`, which stood here first, is linear in the text whatever the terms, where this takes up to
//! a term's length at each character. But it took two to three times as long to build and to search 10,000 terms, and a
//! fifth of the module (`docs/quality.md`).

use memchr::memmem;

use super::sorted::Sorted;
use crate::text::eight::{HIGH, letters, padded, word};

/// How many first bytes of a term make its key: one or two letters' worth in scripts of several bytes a letter. A shorter
/// term is its own key.
const KEY_ASCII: usize = 4;
const KEY_OTHER: usize = 6;

/// How many places of a text have their keys in the word of eight bytes at the first of them.
const PLACES: usize = 5;

/// Slots of the table for each key, at least.
const SLOTS_A_KEY: usize = 2;
/// Bits of its filter for each key: of many keys, and of few, which have no more than `BITS` for it.
const BITS_A_KEY: usize = 16;
const BITS_A_KEY_OF_FEW: usize = 512;
const BITS: usize = 1 << 16;

/// Bytes that a pair tells apart at each of its places, and pairs of them.
const BYTES: u64 = 64;
const PAIRS: usize = (BYTES * BYTES) as usize;

/// The highest bits of the first [`PLACES`] bytes of a word.
const PLACES_HIGH: u64 = HIGH & ((1 << (8 * PLACES)) - 1);

/// Folded terms.
#[derive(Debug)]
pub(super) enum Patterns {
    One(usize, Box<memmem::Finder<'static>>),
    Many(Table),
}

/// An end in the text and the number of the pattern that ends there.
pub(super) type Ending = (usize, usize);

/// A number and the bytes of a pattern.
pub(super) type Pattern<'p> = (usize, &'p [u8]);

impl Patterns {
    /// Of patterns that are the same the one with the lowest number counts. None is empty, none holds U+0000.
    pub(super) fn new(mut patterns: Vec<Pattern>) -> Self {
        patterns.sort_unstable_by(|(one, this), (other, that)| this.cmp(that).then(one.cmp(other)));
        patterns.dedup_by(|(_, later), (_, kept)| later == kept);
        match patterns[..] {
            [(number, one)] => Patterns::One(number, Box::new(memmem::Finder::new(one).into_owned())),
            _ => Patterns::Many(Table::new(&patterns)),
        }
    }

    /// The first place from `from` on where a pattern begins; one that is not `wanted` may be left out. Fills `endings` with the
    /// ends of all that begin there, shortest first.
    pub(super) fn next(&self, text: &[u8], from: usize, wanted: Wanted, endings: &mut Vec<Ending>) -> Option<usize> {
        endings.clear();
        match self {
            Patterns::One(number, one) => {
                let start = from + one.find(text.get(from..)?)?;
                endings.push((start + one.needle().len(), *number));
                Some(start)
            }
            Patterns::Many(table) => table.next(text, from, wanted, endings),
        }
    }
}

/// At which places patterns are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// At all.
    Anywhere,
    /// Where words may begin: not between two letters of ASCII.
    AtWords,
}

/// Where the patterns of one key are among the sorted ones.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// The key; 0 for an empty slot.
    key: u64,
    first: u32,
    end: u32,
}

/// Sorted patterns with a table over their first bytes.
#[derive(Debug)]
pub(super) struct Table {
    patterns: Sorted,
    slots: Vec<Slot>,
    /// A bit for each key's hash: most characters of a text are dismissed by one look.
    filter: Vec<u64>,
    /// How far a hash is shifted for its bit.
    shift: u32,
    /// For each two bytes, as far as [`pair`] tells them apart, which lengths the shorter keys have that may begin with them:
    /// bit `n` for `n` bytes. Empty where all keys have their full length.
    short: Vec<u8>,
}

impl Table {
    /// `folded` are sorted.
    fn new(folded: &[Pattern]) -> Self {
        let patterns = Sorted::new(folded);
        let slots = (folded.len() * SLOTS_A_KEY).next_power_of_two().max(2);
        let bits =
            (folded.len() * BITS_A_KEY_OF_FEW).min(BITS).max(folded.len() * BITS_A_KEY).next_power_of_two().max(64);
        let (slots, filter, shift) = (vec![Slot::default(); slots], vec![0; bits / 64], 64 - bits.trailing_zeros());
        let mut table = Table { patterns, slots, filter, shift, short: Vec::new() };
        let mut from = 0;
        while from < folded.len() {
            let pattern = table.patterns.bytes(from);
            let full = key_len(pattern[0]);
            let length = pattern.len().min(full);
            let key = first(padded(pattern), length);
            let same = |&at: &usize| starts_same(table.patterns.bytes(at), table.patterns.bytes(from), length);
            let end = (from + 1..folded.len()).take_while(same).last().map_or(from + 1, |last| last + 1);
            if length < full {
                table.open(key, length);
            }
            table.insert(Slot { key, first: from as u32, end: end as u32 });
            from = end;
        }
        table
    }

    /// Notes that a key of `length` bytes, fewer than keys of its kind can have, begins with the bytes of `word`.
    fn open(&mut self, word: u64, length: usize) {
        self.short.resize(PAIRS, 0);
        let seconds = if length == 1 { 0..BYTES } else { 0..1 };
        for second in seconds {
            self.short[pair(word | second << 8)] |= 1 << length;
        }
    }

    fn insert(&mut self, slot: Slot) {
        let hash = hash(slot.key);
        let bit = hash >> self.shift;
        self.filter[bit as usize / 64] |= 1 << (bit % 64);
        let mut at = self.home(hash);
        while self.slots[at].key != 0 {
            at = self.after(at);
        }
        self.slots[at] = slot;
    }

    fn home(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn after(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    fn next(&self, text: &[u8], from: usize, wanted: Wanted, endings: &mut Vec<Ending>) -> Option<usize> {
        let mut at = from;
        while let Some(word) = word(text, at) {
            if word & HIGH == 0 {
                let ahead = match wanted {
                    Wanted::Anywhere => self.next_in(word),
                    Wanted::AtWords => self.next_of(word, !inside(word, &text[..at])),
                };
                at += ahead;
                if ahead < PLACES {
                    if self.ask(text, at, word >> (8 * ahead), endings) {
                        return Some(at);
                    }
                    at += 1;
                }
                continue;
            }
            if self.may_begin(word, key_len(word as u8)) && self.ask(text, at, word, endings) {
                return Some(at);
            }
            at += step(word as u8);
        }
        (at..text.len()).find(|&at| self.ask(text, at, padded(&text[at..]), endings))
    }

    /// Whether a pattern may stand where a text goes on with the bytes of `word`; a full key there has `full` bytes.
    #[inline]
    fn may_begin(&self, word: u64, full: usize) -> bool {
        self.may_hold(hash(first(word, full))) | (!self.short.is_empty() && self.short[pair(word)] != 0)
    }

    /// The first place in a word of ASCII where a pattern may begin, of the [`PLACES`] whose keys it holds; else as many.
    #[inline]
    fn next_in(&self, word: u64) -> usize {
        let at = |place: usize| u32::from(self.may_begin(word >> (8 * place), KEY_ASCII)) << place;
        (at(0) | at(1) | at(2) | at(3) | at(4) | 1 << PLACES).trailing_zeros() as usize
    }

    /// The same of the places that `open` has the highest bit of.
    #[inline]
    fn next_of(&self, word: u64, open: u64) -> usize {
        let mut open = open & PLACES_HIGH;
        while open != 0 {
            let place = open.trailing_zeros() as usize / 8;
            if self.may_begin(word >> (8 * place), KEY_ASCII) {
                return place;
            }
            open &= open - 1;
        }
        PLACES
    }

    /// Whether a key of this hash may be in the table.
    #[inline]
    fn may_hold(&self, hash: u64) -> bool {
        let bit = hash >> self.shift;
        self.filter[bit as usize / 64] >> (bit % 64) & 1 == 1
    }

    /// Adds the patterns that stand at `at`, where the text goes on with the bytes of `word`, and tells whether there are any.
    fn ask(&self, text: &[u8], at: usize, word: u64, endings: &mut Vec<Ending>) -> bool {
        let short = self.short.get(pair(word)).copied().unwrap_or(0);
        let mut lengths = short | 1 << key_len(word as u8);
        while lengths != 0 {
            let key = first(word, lengths.trailing_zeros() as usize);
            lengths &= lengths - 1;
            let hash = hash(key);
            if self.may_hold(hash) {
                self.look(text, at, (key, hash), endings);
            }
        }
        !endings.is_empty()
    }

    /// Adds the patterns of one key that stand at `at`.
    fn look(&self, text: &[u8], at: usize, (key, hash): (u64, u64), endings: &mut Vec<Ending>) {
        let mut slot = self.home(hash);
        while self.slots[slot].key != key {
            if self.slots[slot].key == 0 {
                return;
            }
            slot = self.after(slot);
        }
        let Slot { key, first, end } = self.slots[slot];
        self.patterns.narrow(text, at, ((key >> 56) as usize, first as usize, end as usize), endings);
    }
}

/// Whether `one` has the same key as `other`, whose key has `length` bytes.
fn starts_same(one: &[u8], other: &[u8], length: usize) -> bool {
    one.len().min(key_len(one[0])) == length && other.starts_with(&one[..length])
}

/// How far the next character is from one that begins with `lead`; 1 from within a character. Branches, which are foreseen,
/// spare the next look the wait for this one.
#[inline]
fn step(lead: u8) -> usize {
    match lead {
        0xE0..=0xEF => 3,
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xF0.. => 4,
    }
}

fn key_len(lead: u8) -> usize {
    if lead < 0x80 { KEY_ASCII } else { KEY_OTHER }
}

/// The first `length` bytes of `word`, and `length` itself, as a number: a key.
#[inline]
fn first(word: u64, length: usize) -> u64 {
    word & (u64::MAX >> (64 - 8 * length)) | (length as u64) << 56
}

/// The lower bits of the first two bytes of `word`, in which small letters differ, and so do the later bytes of others.
#[inline]
fn pair(word: u64) -> usize {
    (word & (BYTES - 1) | word >> 2 & ((BYTES - 1) * BYTES)) as usize
}

/// The highest bits of the bytes of `word`, all of them ASCII, that are letters with a letter before them; `before` is the text up to it.
#[inline]
fn inside(word: u64, before: &[u8]) -> u64 {
    let letters = letters(word);
    let first = before.last().is_some_and(u8::is_ascii_alphabetic);
    letters & (letters << 8 | u64::from(first) << 7)
}

/// Mixes a key by multiplication (Knuth, TAOCP 6.4): its high bits depend on all of the key.
#[inline]
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every place of `text` where patterns begin, and their ends.
    fn all(patterns: &Patterns, text: &[u8], wanted: Wanted) -> Vec<(usize, Vec<Ending>)> {
        let (mut found, mut endings, mut from) = (Vec::new(), Vec::new(), 0);
        while let Some(at) = patterns.next(text, from, wanted, &mut endings) {
            found.push((at, endings.clone()));
            from = at + 1;
        }
        found
    }

    fn patterns(folded: &[Vec<u8>]) -> Patterns {
        // Each stands there twice.
        Patterns::new(folded.iter().chain(folded).map(Vec::as_slice).enumerate().collect())
    }

    fn slowly(patterns: &[Vec<u8>], text: &[u8]) -> Vec<(usize, Vec<Ending>)> {
        let at = |at: usize| {
            let standing = patterns.iter().enumerate().filter(|(_, pattern)| text[at..].starts_with(pattern));
            let mut endings: Vec<Ending> = standing.map(|(number, pattern)| (at + pattern.len(), number)).collect();
            endings.sort_unstable();
            (at, endings)
        };
        (0..text.len()).map(at).filter(|(_, endings)| !endings.is_empty()).collect()
    }

    proptest! {
        #[test]
        fn at_words_none_is_missed_but_between_letters(
            terms in prop::collection::btree_set("[ab -]{1,6}|[a中é]{1,3}", 1..9),
            text in "[aB 1-]{0,30}[ab中é -]{0,30}[ab ]{0,9}",
        ) {
            let folded: Vec<Vec<u8>> = terms.into_iter().map(String::into_bytes).collect();
            let text = text.as_bytes();
            let open = |at: usize| at == 0 || !text[at - 1].is_ascii_alphabetic() || !text[at].is_ascii_alphabetic();
            let only_open = |found: Vec<(usize, Vec<Ending>)>| found.into_iter().filter(|(at, _)| open(*at)).collect::<Vec<_>>();
            prop_assert_eq!(only_open(all(&patterns(&folded), text, Wanted::AtWords)), only_open(slowly(&folded, text)));
        }

        #[test]
        fn keys_of_all_lengths_are_found_wherever_they_stand(
            terms in prop::collection::btree_set("[ab]{1,6}|[a中é𠮷国]{1,3}", 1..9),
            text in "[ab]{0,30}[ab中é𠮷国]{0,30}[ab]{0,9}",
        ) {
            let folded: Vec<Vec<u8>> = terms.into_iter().map(String::into_bytes).collect();
            let expected = slowly(&folded, text.as_bytes());
            prop_assert_eq!(all(&patterns(&folded), text.as_bytes(), Wanted::Anywhere), expected);
        }
    }
}
