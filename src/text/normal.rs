//! Canonical decomposition and composition (UAX #15), combining classes and marks, from one table of text: ready-made tables
//! for perfect hashing weigh four times as much in a module that people wait for.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::script::is_ideograph;

/// Written by `tools/normal/normal.rs`, which says what its lines are.
const DATA: &str = include_str!("normal.txt");

/// The first character that is a mark; below it nothing has a combining class.
const FIRST_MARK: char = '\u{300}';

/// The first character that decomposes. Ideographs, of which most that is asked about in Chinese is, are neither wholes nor marks.
const FIRST_WHOLE: char = 'À';

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(DATA));

struct Tables {
    /// Of a character, what it is made of: two of which the first may have parts too, or all.
    parts: HashMap<char, &'static str, FixedState>,
    composites: HashMap<(char, char), char, FixedState>,
    classes: Ranges<u8>,
    marks: Ranges<()>,
}

impl Tables {
    fn read(data: &'static str) -> Self {
        let mut lines = data.lines();
        let mut next = || lines.next().unwrap_or_default();
        let (composites, others, classes, marks) = (next(), next(), next(), next());
        let entry = |entry: &'static str| entry.chars().next().map(|c| (c, &entry[c.len_utf8()..]));
        let composed = |(whole, parts): (char, &str)| {
            let mut parts = parts.chars();
            Some(((parts.next()?, parts.next()?), whole))
        };
        let class = |class: &'static str| {
            let (class, ranges) = class.split_once(' ')?;
            let class: u8 = class.parse().ok()?;
            Some(ranges.split(' ').filter_map(move |range| range_of(range, class)))
        };
        Tables {
            parts: composites.split(' ').chain(others.split(' ')).filter_map(entry).collect(),
            composites: composites.split(' ').filter_map(entry).filter_map(composed).collect(),
            classes: Ranges::new(classes.split(';').filter_map(class).flatten()),
            marks: Ranges::new(marks.split(' ').filter_map(|range| range_of(range, ()))),
        }
    }
}

/// Ranges of code points, each with what its characters are.
struct Ranges<T>(Vec<(u32, u32, T)>);

impl<T: Copy> Ranges<T> {
    fn new(ranges: impl Iterator<Item = (u32, u32, T)>) -> Self {
        let mut ranges: Vec<_> = ranges.collect();
        ranges.sort_unstable_by_key(|(first, ..)| *first);
        Ranges(ranges)
    }

    fn of(&self, c: char) -> Option<T> {
        let c = u32::from(c);
        let (_, last, value) = self.0[..self.0.partition_point(|(first, ..)| *first <= c)].last()?;
        (c <= *last).then_some(*value)
    }
}

/// `300-314`, or one code alone.
fn range_of<T>(range: &str, value: T) -> Option<(u32, u32, T)> {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let code = |code| u32::from_str_radix(code, 16).ok();
    Some((code(first)?, code(last)?, value))
}

/// The canonical combining class.
pub fn combining_class(c: char) -> u8 {
    if c < FIRST_MARK || is_ideograph(c) { 0 } else { TABLES.classes.of(c).unwrap_or(0) }
}

/// Whether `c` is a combining mark (`General_Category=Mark`).
pub fn is_combining_mark(c: char) -> bool {
    c >= FIRST_MARK && !is_ideograph(c) && TABLES.marks.of(c).is_some()
}

/// Gives what `c` is made of, each part whole; `c` itself where it is one.
pub(super) fn decompose(c: char, with: &mut impl FnMut(char)) {
    if c < FIRST_WHOLE || is_ideograph(c) {
        return with(c);
    }
    if let Some(syllable) = hangul::parts(c) {
        return syllable.into_iter().flatten().for_each(with);
    }
    let Some(parts) = TABLES.parts.get(&c) else { return with(c) };
    let mut parts = parts.chars();
    if let Some(first) = parts.next() {
        decompose(first, with);
    }
    parts.for_each(with);
}

/// The character that two compose to.
pub(super) fn compose(first: char, last: char) -> Option<char> {
    if last < FIRST_MARK {
        return None;
    }
    hangul::whole(first, last).or_else(|| TABLES.composites.get(&(first, last)).copied())
}

/// Syllables of Hangul, which are computed (Unicode standard, section 3.12).
mod hangul {
    const SYLLABLES: u32 = 0xAC00;
    const LEADS: u32 = 0x1100;
    const VOWELS: u32 = 0x1161;
    /// One before the first, as syllables without a final are counted.
    const FINALS: u32 = 0x11A7;
    const LEAD_COUNT: u32 = 19;
    const VOWEL_COUNT: u32 = 21;
    const FINAL_COUNT: u32 = 28;
    const COUNT: u32 = LEAD_COUNT * VOWEL_COUNT * FINAL_COUNT;

    /// The place of a character among so many from a first one.
    fn place(c: char, first: u32, count: u32) -> Option<u32> {
        u32::from(c).checked_sub(first).filter(|place| *place < count)
    }

    pub(super) fn parts(c: char) -> Option<[Option<char>; 3]> {
        let place = place(c, SYLLABLES, COUNT)?;
        let last = place % FINAL_COUNT;
        let (lead, vowel) = (place / FINAL_COUNT / VOWEL_COUNT, place / FINAL_COUNT % VOWEL_COUNT);
        let last = (last > 0).then(|| char::from_u32(FINALS + last)).flatten();
        Some([char::from_u32(LEADS + lead), char::from_u32(VOWELS + vowel), last])
    }

    pub(super) fn whole(first: char, last: char) -> Option<char> {
        if let Some(lead) = place(first, LEADS, LEAD_COUNT) {
            let vowel = place(last, VOWELS, VOWEL_COUNT)?;
            return char::from_u32(SYLLABLES + (lead * VOWEL_COUNT + vowel) * FINAL_COUNT);
        }
        let open = place(first, SYLLABLES, COUNT).filter(|place| place % FINAL_COUNT == 0)?;
        let last = place(last, FINALS, FINAL_COUNT).filter(|last| *last > 0)?;
        char::from_u32(SYLLABLES + open + last)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char as peer;

    use super::*;

    #[test]
    fn every_character_is_what_the_standard_says() {
        for c in '\0'..=char::MAX {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            decompose(c, &mut |part| ours.push(part));
            peer::decompose_canonical(c, |part| theirs.push(part));
            assert_eq!(ours, theirs, "{c:?}");
            assert_eq!(combining_class(c), peer::canonical_combining_class(c), "{c:?}");
            assert_eq!(is_combining_mark(c), peer::is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn every_pair_composes_as_the_standard_says() {
        let mut firsts: Vec<char> = TABLES.composites.keys().map(|(first, _)| *first).collect();
        firsts.extend(['가', '각', '힣', 'ᄀ', 'ᄒ', 'ᅡ', 'a', '中']);
        let mut lasts: Vec<char> = TABLES.composites.keys().map(|(_, last)| *last).collect();
        lasts.extend(['ᅡ', 'ᅵ', 'ᆧ', 'ᆨ', 'ᇂ', 'b', '中']);
        for chars in [&mut firsts, &mut lasts] {
            chars.sort_unstable();
            chars.dedup();
        }
        for first in firsts {
            for last in &lasts {
                assert_eq!(compose(first, *last), peer::compose(first, *last), "{first:?} {last:?}");
            }
        }
    }
}
