//! A text as numbers, words and marks, which dates are read from.

use std::borrow::Cow;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// A run of decimal digits of any script, with how many there are.
    Number(u64, usize),
    /// A run of letters in lower case; full stops inside belong to it (`p.m`).
    Word(Cow<'t, str>),
    /// Any other character that is no blank, and each ideograph.
    Mark(char),
}

/// A token and where it stands in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub kind: Kind<'t>,
    pub start: usize,
    pub end: usize,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

impl Token<'_> {
    /// The value of a number of one to `most` digits.
    pub fn number(&self, most: usize) -> Option<u32> {
        match self.kind {
            Kind::Number(value, digits) if digits <= most => u32::try_from(value).ok(),
            _ => None,
        }
    }

    /// The value of a number of exactly `digits` digits.
    pub fn digits(&self, digits: usize) -> Option<u64> {
        match self.kind {
            Kind::Number(value, count) if count == digits => Some(value),
            _ => None,
        }
    }

    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut spaced = false;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, len) = if c.is_whitespace() {
            spaced = true;
            at += c.len_utf8();
            continue;
        } else if digit(c).is_some() {
            number(rest)
        } else if is_letter(c) {
            word(rest)
        } else {
            (Kind::Mark(c), c.len_utf8())
        };
        if is_run_together(&out, &kind, &rest[len..]) {
            let Kind::Number(value, _) = kind else { break };
            out.push(Token { kind: Kind::Number(value / 100, 2), start: at, end: at + len, spaced });
            out.push(Token { kind: Kind::Number(value % 100, 2), start: at, end: at + len, spaced: true });
        } else {
            out.push(Token { kind, start: at, end: at + len, spaced });
        }
        at += len;
        spaced = false;
    }
    out
}

/// Whether a number is a day with the hour run on to it: `01-2620:27`.
fn is_run_together(before: &[Token], kind: &Kind, behind: &str) -> bool {
    let clock = behind.strip_prefix(':').is_some_and(|minutes| minutes.starts_with(|c: char| c.is_ascii_digit()));
    let dashed = before.last().is_some_and(|token| matches!(token.kind, Kind::Mark('-' | '/' | '月')));
    matches!(kind, Kind::Number(_, 4)) && clock && dashed
}

/// The value of a decimal digit: ASCII, full-width, Arabic, Persian, Devanagari, Bengali, Thai.
fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    const ZEROS: [u32; 6] = [0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50];
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|value| *value < 10))
}

/// Whether a character is a decimal digit of any of these.
pub(super) fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

fn number(text: &str) -> (Kind<'_>, usize) {
    let (mut value, mut count, mut len) = (0u64, 0, 0);
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        value = value.saturating_mul(10).saturating_add(digit.into());
        count += 1;
        len += c.len_utf8();
    }
    (Kind::Number(value, count), len)
}

/// Whether `c` is part of a word: a letter, not an ideograph, with the vowel signs of scripts that join them.
fn is_letter(c: char) -> bool {
    let joined = matches!(c as u32, 0x300..=0x36F | 0x591..=0x5C7 | 0x64B..=0x65F | 0x900..=0x963 | 0x981..=0x9E3 | 0xE31..=0xE4E);
    c.is_ascii_alphabetic() || (!c.is_ascii() && (joined || (c.is_alphabetic() && !crate::text::is_cjk(c))))
}

fn word(text: &str) -> (Kind<'_>, usize) {
    let mut len = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = c == '.' && chars.peek().is_some_and(|(_, next)| is_letter(*next));
        if !is_letter(c) && !inside {
            break;
        }
        len = at + c.len_utf8();
    }
    let text = &text[..len];
    let small = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    (Kind::Word(if small { text.into() } else { text.to_lowercase().into() }), len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_numbers_words_and_marks() {
        let kinds: Vec<Kind> = tokens("３ p.m., 年٢٠ม.ค.").into_iter().map(|token| token.kind).collect();
        let word = |text: &'static str| Kind::Word(text.into());
        let want = [
            Kind::Number(3, 1),
            word("p.m"),
            Kind::Mark('.'),
            Kind::Mark(','),
            Kind::Mark('年'),
            Kind::Number(20, 2),
            word("ม.ค"),
            Kind::Mark('.'),
        ];
        assert_eq!(kinds, want);
    }
}
