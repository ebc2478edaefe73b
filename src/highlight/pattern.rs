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

/// How many first bytes of a term make its key: one or two letters' worth in scripts of several bytes a letter.
const KEY_ASCII: usize = 4;
const KEY_OTHER: usize = 6;

/// Slots of the table and bits of its filter for each key, at least.
const SLOTS_A_KEY: usize = 2;
const BITS_A_KEY: usize = 16;

/// Places for the first three bytes of each key, at least, and in all, at most.
const PLACES_A_KEY: usize = 128;
const PLACES: usize = 1 << 16;

/// The distinct folded terms.
#[derive(Debug)]
pub(super) enum Patterns {
    One(Box<memmem::Finder<'static>>),
    Many(Table),
}

/// An end in the text and the number of the pattern that ends there.
pub(super) type Ending = (usize, usize);

impl Patterns {
    /// `folded` are distinct, none is empty, none holds U+0000.
    pub(super) fn new(folded: Vec<Vec<u8>>) -> Self {
        match folded.as_slice() {
            [one] => Patterns::One(Box::new(memmem::Finder::new(one).into_owned())),
            _ => Patterns::Many(Table::new(&folded)),
        }
    }

    /// The first place from `from` on where a pattern begins. Fills `endings` with the ends of all that begin there,
    /// shortest first.
    pub(super) fn next(&self, text: &[u8], from: usize, endings: &mut Vec<Ending>) -> Option<usize> {
        endings.clear();
        match self {
            Patterns::One(one) => {
                let start = from + one.find(text.get(from..)?)?;
                endings.push((start + one.needle().len(), 0));
                Some(start)
            }
            Patterns::Many(table) => table.next(text, from, endings),
        }
    }
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
    /// For each three bytes (by the highest bits of their hash), which lengths the keys of three and more bytes have that may begin with them:
    /// bit `n` for `n` bytes.
    lengths: Vec<u8>,
    /// How far such a hash is shifted to be a place in `lengths`.
    shift: u32,
    /// The same for each two bytes and keys of one and two; empty where there are none.
    short: Vec<u8>,
}

impl Table {
    fn new(folded: &[Vec<u8>]) -> Self {
        let patterns = Sorted::new(folded);
        let slots = (folded.len() * SLOTS_A_KEY).next_power_of_two().max(2);
        let bits = (folded.len() * BITS_A_KEY).next_power_of_two().max(64);
        let places = (folded.len() * PLACES_A_KEY).next_power_of_two().clamp(2, PLACES);
        let (slots, filter, lengths) = (vec![Slot::default(); slots], vec![0; bits / 64], vec![0; places]);
        let mut table = Table { patterns, slots, filter, lengths, shift: 32 - places.ilog2(), short: Vec::new() };
        let mut first = 0;
        while first < folded.len() {
            let pattern = table.patterns.bytes(first);
            let length = pattern.len().min(key_len(pattern[0]));
            let key = key(pattern, 0, length);
            let same = |&at: &usize| starts_same(table.patterns.bytes(at), table.patterns.bytes(first), length);
            let end = (first + 1..folded.len()).take_while(same).last().map_or(first + 1, |last| last + 1);
            table.open(key as u32, length);
            table.insert(Slot { key, first: first as u32, end: end as u32 });
            first = end;
        }
        table
    }

    /// Notes that keys of `length` bytes may begin with the bytes of `word`.
    fn open(&mut self, word: u32, length: usize) {
        if length > 2 {
            let place = self.three(word);
            self.lengths[place] |= 1 << length;
            return;
        }
        self.short.resize(1 << 16, 0);
        let step = if length == 1 { 1 << 8 } else { 1 << 16 };
        for pair in (word as usize & 0xFFFF..1 << 16).step_by(step) {
            self.short[pair] |= 1 << length;
        }
    }

    fn insert(&mut self, slot: Slot) {
        let hash = hash(slot.key);
        let bit = hash as usize & (self.filter.len() * 64 - 1);
        self.filter[bit / 64] |= 1 << (bit % 64);
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

    fn next(&self, text: &[u8], from: usize, endings: &mut Vec<Ending>) -> Option<usize> {
        let mut at = from;
        while let Some(&[lead, second, third, fourth]) = text.get(at..).and_then(<[u8]>::first_chunk) {
            let lengths = self.opening(u32::from_le_bytes([lead, second, third, fourth]));
            if lengths != 0 && self.ask(text, at, lengths, endings) {
                return Some(at);
            }
            at += step(lead);
        }
        (at..text.len()).find(|&at| self.ask(text, at, self.opening(key(text, at, 4) as u32), endings))
    }

    /// The place of the first three bytes of `word`.
    #[inline]
    fn three(&self, word: u32) -> usize {
        ((word << 8).wrapping_mul(0x9E37_79B1) >> self.shift) as usize
    }

    /// Which lengths the keys have that may begin with the bytes of `word`.
    #[inline]
    fn opening(&self, word: u32) -> u8 {
        let lengths = self.lengths[self.three(word)];
        if self.short.is_empty() { lengths } else { lengths | self.short[word as usize & 0xFFFF] }
    }

    /// Adds the patterns that stand at `at` and have keys of these lengths, and tells whether there are any.
    fn ask(&self, text: &[u8], at: usize, mut lengths: u8, endings: &mut Vec<Ending>) -> bool {
        while lengths != 0 {
            let length = lengths.trailing_zeros() as usize;
            lengths &= lengths - 1;
            let key = key(text, at, length);
            let hash = hash(key);
            let bit = hash as usize & (self.filter.len() * 64 - 1);
            if self.filter[bit / 64] >> (bit % 64) & 1 == 1 {
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

/// The patterns in the order of their bytes, one behind the other.
#[derive(Debug)]
struct Sorted {
    all: Vec<u8>,
    /// Where each begins in `all`, and where the last ends.
    starts: Vec<u32>,
    /// Which pattern each is.
    numbers: Vec<u32>,
}

impl Sorted {
    fn new(folded: &[Vec<u8>]) -> Self {
        let mut numbers: Vec<u32> = (0..folded.len() as u32).collect();
        numbers.sort_unstable_by(|&one, &other| folded[one as usize].cmp(&folded[other as usize]));
        let mut sorted = Sorted { all: Vec::new(), starts: vec![0], numbers };
        for &number in &sorted.numbers {
            sorted.all.extend_from_slice(&folded[number as usize]);
            sorted.starts.push(sorted.all.len() as u32);
        }
        sorted
    }

    fn bytes(&self, at: usize) -> &[u8] {
        &self.all[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Adds those of the patterns from `first` to `end`, which share `depth` bytes with the text at `at`, that stand there.
    fn narrow(&self, text: &[u8], at: usize, range: (usize, usize, usize), endings: &mut Vec<Ending>) {
        let (mut depth, mut first, mut end) = range;
        while first < end {
            let pattern = self.bytes(first);
            if end - first == 1 || pattern.len() == depth {
                if text[at + depth..].starts_with(&pattern[depth..]) {
                    endings.push((at + pattern.len(), self.numbers[first] as usize));
                }
                first += 1;
                continue;
            }
            let Some(&byte) = text.get(at + depth) else { return };
            let from = self.partition(first, end, |pattern| pattern[depth] < byte);
            end = self.partition(from, end, |pattern| pattern[depth] == byte);
            first = from;
            depth += 1;
        }
    }

    /// The first pattern from `low` to `high` for which `holds` does not hold, where it holds up to some pattern.
    fn partition(&self, mut low: usize, mut high: usize, holds: impl Fn(&[u8]) -> bool) -> usize {
        while low < high {
            let middle = (low + high) / 2;
            if holds(self.bytes(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Whether `one` has the same key as `other`, whose key has `length` bytes.
fn starts_same(one: &[u8], other: &[u8], length: usize) -> bool {
    one.len().min(key_len(one[0])) == length && other.starts_with(&one[..length])
}

/// How far the next character is from one that begins with `lead`; 1 from within a character.
#[inline]
fn step(lead: u8) -> usize {
    match lead {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0.. => 4,
    }
}

fn key_len(lead: u8) -> usize {
    if lead < 0x80 { KEY_ASCII } else { KEY_OTHER }
}

/// The `length` bytes of `text` from `at` on, and `length` itself, as a number; bytes past the end are 0.
#[inline]
fn key(text: &[u8], at: usize, length: usize) -> u64 {
    let word = match text.get(at..at + 8) {
        Some(bytes) => u64::from_le_bytes(bytes.try_into().unwrap_or_default()),
        None => text[at..].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    word & (u64::MAX >> (64 - 8 * length)) | (length as u64) << 56
}

/// Mixes a key by multiplication (Knuth, TAOCP 6.4), high bits into low ones.
#[inline]
fn hash(key: u64) -> u64 {
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 29
}
