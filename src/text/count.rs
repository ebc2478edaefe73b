//! How long a text is, in the units that its readers and callers count in.

use super::eight::{HIGH, between, letters, padded, word};
use super::{is_cjk, is_unspaced};

/// Words and CJK characters of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Runs of letters and digits in scripts with spaces (an apostrophe or hyphen inside does not end a run).
    pub words: usize,
    /// Ideographs and kana, each a word of its own.
    pub cjk: usize,
}

impl Counts {
    /// Words, a CJK character counting as one.
    pub fn total(self) -> usize {
        self.words + self.cjk
    }
}

/// Counts the words of `text`. Thai, Lao, Khmer and Myanmar, which write no spaces, count a run as one word.
pub fn counts(text: &str) -> Counts {
    let mut counts = Counts::default();
    let mut in_word = false;
    for c in text.chars() {
        if is_cjk(c) {
            counts.cjk += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            counts.words += usize::from(!in_word);
            in_word = true;
        } else if !matches!(c, '\'' | '’' | '-' | '\u{ad}' | '\u{300}'..='\u{36f}') {
            in_word = false;
        }
    }
    counts
}

/// The length of `text` in UTF-16 code units, as JavaScript counts.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The length of `text` in words of an average length, the measure in which thresholds mean the same in every script:
/// 4.7 characters without their space in spaced scripts (5.5 with it), 1.7 in unspaced ones (`notes-content.md`, section 2).
pub fn units(text: &str) -> f32 {
    let (mut spaced, mut unspaced) = (0u32, 0u32);
    for c in text.chars() {
        if c.is_whitespace() {
            continue;
        }
        if is_unspaced(c) { unspaced += 1 } else { spaced += 1 }
    }
    spaced as f32 / 4.7 + unspaced as f32 / 1.7
}

/// How many letters and digits of ASCII a text begins with.
pub fn ascii_word(text: &[u8]) -> usize {
    leading(text, |word| letters(word) | between(word, b'0', b'9'))
}

/// Whether a text is small letters of ASCII alone.
pub fn is_small(text: &str) -> bool {
    leading(text.as_bytes(), |word| between(word, b'a', b'z')) == text.len()
}

/// How many bytes of a text, from its first on, are such as `these` tells of eight bytes of ASCII.
#[inline]
fn leading(text: &[u8], these: impl Fn(u64) -> u64) -> usize {
    let mut at = 0;
    loop {
        // Behind the end stand bytes of 0, which are none of them.
        let word = word(text, at).unwrap_or_else(|| padded(&text[at..]));
        let others = !(these(word & !HIGH) & !word) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cjk_character_is_a_word() {
        assert_eq!(counts("It's 市委 well-known 2020。"), Counts { words: 3, cjk: 2 });
        assert_eq!(counts("").total(), 0);
    }

    #[test]
    fn surrogate_pairs_count_twice() {
        assert_eq!(utf16_len("a𠮷"), 3);
    }

    #[test]
    fn units_mean_the_same_in_every_script() {
        let latin = units("the party committee met today");
        let chinese = units("市委今天开会了");
        assert!((latin - chinese).abs() < 1.5, "{latin} {chinese}");
    }
}
