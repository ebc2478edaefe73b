//! What one pass over a text tells: its length, its stops, how it ends, and a hash by which copies of it are known.

use crate::text::{is_cjk, is_unspaced};

/// Lengths are counted in hundredths of an average word, so that thresholds mean the same in every script: 4.7 characters
/// a word in spaced scripts, 1.7 in unspaced ones (`text::units`).
pub(super) const WORD: u32 = 100;
const SPACED: u32 = 21;
const UNSPACED: u32 = 59;

/// How a text ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// In a letter or anything else that is no stop.
    #[default]
    Open,
    /// In a comma or a dash.
    Comma,
    /// In a colon.
    Colon,
    /// In a full stop, a question or an exclamation mark, a closing mark after one let be.
    Stop,
}

/// What a text measures; texts that belong together are measured one after the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// Its length, hundredths of a word.
    pub length: u32,
    /// Commas, full stops and their kin.
    pub stops: u16,
    /// Digits.
    pub digits: u16,
    /// Upper-case letters.
    pub capitals: u16,
    /// Letters and digits, lower case, in order.
    pub hash: u64,
    /// How it ends.
    pub end: End,
}

impl Measure {
    /// Goes on with `text`.
    pub fn add(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                'a'..='z' => self.letter(c, SPACED),
                ..=' ' | '\u{7f}' => {}
                'A'..='Z' => {
                    self.capitals = self.capitals.saturating_add(1);
                    self.letter(c.to_ascii_lowercase(), SPACED);
                }
                '0'..='9' => {
                    self.digits = self.digits.saturating_add(1);
                    self.letter(c, SPACED);
                }
                _ if c.is_ascii() => self.mark(c, SPACED),
                _ => self.other(c),
            }
        }
    }

    fn other(&mut self, c: char) {
        if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}') {
            return;
        }
        if is_cjk(c) || c.is_alphanumeric() {
            self.letter(c, if is_unspaced(c) { UNSPACED } else { SPACED });
        } else {
            let full_width = matches!(c as u32, 0x3000..=0x303F | 0xFF00..=0xFFEF);
            self.mark(c, if full_width { UNSPACED } else { SPACED });
        }
    }

    fn letter(&mut self, c: char, width: u32) {
        self.length += width;
        self.hash = (self.hash.rotate_left(5) ^ u64::from(c as u32)).wrapping_mul(0x517c_c1b7_2722_0a95);
        self.end = End::Open;
    }

    fn mark(&mut self, c: char, width: u32) {
        self.length += width;
        let end = match c {
            ',' | ';' | '，' | '、' | '；' | '،' | '؛' => End::Comma,
            '.' | '!' | '?' | '。' | '！' | '？' | '…' | '؟' | '।' | '॥' | '።' | '։' | '۔' | '．' => {
                End::Stop
            }
            ':' | '：' => End::Colon,
            '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」' | '』' | '）' | '】' => return,
            _ => End::Open,
        };
        self.stops = self.stops.saturating_add(u16::from(end != End::Open));
        self.end = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Measure {
        let mut measure = Measure::default();
        measure.add(text);
        measure
    }

    #[test]
    fn a_word_is_about_as_long_in_every_script() {
        let (latin, chinese) = (measured("the party committee met today"), measured("市委今天开会了"));
        assert!(latin.length.abs_diff(chinese.length) < 150, "{} {}", latin.length, chinese.length);
    }

    #[test]
    fn closing_marks_do_not_hide_the_stop() {
        assert_eq!(measured("He said “no.”").end, End::Stop);
        assert_eq!(measured("（他说：“不。”）").end, End::Stop);
        assert_eq!(measured("Read more:").end, End::Colon);
        assert_eq!(measured("v1.2").end, End::Open);
        assert_eq!(measured("一、二，三。").stops, 3);
    }

    #[test]
    fn copies_have_one_hash() {
        assert_eq!(measured("Read  More »").hash, measured("read more").hash);
        assert_ne!(measured("ab").hash, measured("ba").hash);
    }
}
