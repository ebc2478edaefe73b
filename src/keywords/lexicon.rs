//! The small word list by which Chinese is cut into words: the commonest words of two to four characters, each with its class.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// What a word of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Noun.
    Noun,
    /// Name of a place or body.
    Place,
    /// Verb that is used as a noun as well: 管理, 研究.
    VerbalNoun,
    /// Verb.
    Verb,
    /// Adjective or set phrase.
    Quality,
    /// Time: 今天, 去年.
    Time,
    /// Numeral or measure word.
    Measure,
    /// Pronoun, adverb, conjunction, preposition, particle.
    Function,
}

/// A word's class and how common it is: 0 (the commonest 250), 1 (to 1000), 2 (to 3000), 3 (to 8000), 4 (the others).
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// What the word is.
    pub class: Class,
    /// How common it is, 0 to 5.
    pub band: u8,
}

/// Words by their characters, packed sixteen bits each.
pub(super) struct Lexicon(HashMap<u64, Entry, FixedState>);

/// The list, decoded once: a constant that is kept packed.
pub(super) static CHINESE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::decode(include_str!("data/zh.txt")));

impl Lexicon {
    /// Reads lines of a class, a band, and words grouped by their first character (data/README.md).
    fn decode(text: &str) -> Lexicon {
        let mut words = HashMap::default();
        for line in text.lines() {
            let Some((head, groups)) = line.split_once(' ') else { continue };
            let mut head = head.chars();
            let class = match head.next() {
                Some('N') => Class::Noun,
                Some('P') => Class::Place,
                Some('W') => Class::VerbalNoun,
                Some('V') => Class::Verb,
                Some('A' | 'I') => Class::Quality,
                Some('T') => Class::Time,
                Some('M') => Class::Measure,
                _ => Class::Function,
            };
            let band = head.next().and_then(|c| c.to_digit(10)).unwrap_or(5).min(5) as u8;
            for group in groups.split(' ') {
                let mut chars = group.chars();
                let Some(first) = chars.next().and_then(unit) else { continue };
                let mut tail = 1;
                let (mut key, mut left) = (first, 1);
                for c in chars {
                    if let Some(digit) = c.to_digit(10) {
                        tail = digit;
                        left = tail;
                        continue;
                    }
                    key = key << 16 | unit(c).unwrap_or(0);
                    left -= 1;
                    if left == 0 {
                        words.insert(key, Entry { class, band });
                        (key, left) = (first, tail);
                    }
                }
            }
        }
        Lexicon(words)
    }

    /// The entry of the word with these characters, two to four.
    pub fn get(&self, word: &[char]) -> Option<Entry> {
        let mut key = 0;
        for &c in word {
            key = key << 16 | unit(c)?;
        }
        self.0.get(&key).copied()
    }
}

fn unit(c: char) -> Option<u64> {
    u16::try_from(c as u32).ok().map(u64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(word: &str) -> Option<Entry> {
        CHINESE.get(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn common_words_are_known_with_their_class() {
        assert_eq!(get("因为").map(|entry| entry.class), Some(Class::Function));
        assert_eq!(get("经济").map(|entry| entry.class), Some(Class::Noun));
        assert!(get("济因").is_none());
    }
}
