//! White space as HTML and printed pages use it.

use super::eight::{is_plain, word};

/// Whether HTML collapses `c` with its neighbours: space, tab, line feed, form feed, carriage return.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{c}' | '\r')
}

/// Whether `c` is a blank that pages use to indent or to part words: HTML white space, no-break, em, ideographic spaces, BOM.
pub fn is_indent(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Whether a text holds nothing but white space, as half of a page's texts do.
pub fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace()) || text.trim_start().is_empty()
}

/// `text` with each run of blanks as one space, none at its ends. Empty for a text of blanks.
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim_matches(is_indent);
    while let Some((at, blank)) = collapsing(rest) {
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = rest[at + blank..].trim_start_matches(is_indent);
    }
    out.push_str(rest);
    out
}

/// Where the first blank stands that is not one space between words, and its bytes, in a text with none at its ends.
fn collapsing(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // A blank of another kind may stand behind a space at the end.
        if word(bytes, at).is_some_and(|word| is_plain(word, b' ')) {
            at += 8;
            continue;
        }
        match bytes[at] {
            b' ' if bytes[at + 1] > b' ' && bytes[at + 1] < 0x80 => at += 1,
            b' ' | b'\t'..=b'\r' => return Some((at, 1)),
            // What blanks beyond ASCII begin with.
            0xC2 | 0xE1..=0xE3 | 0xEF => {
                let c = text[at..].chars().next()?;
                if is_indent(c) {
                    return Some((at, c.len_utf8()));
                }
            }
            // Ideographs and syllables of Korean, three bytes each.
            0xE4..=0xEC => at += 2,
            _ => {}
        }
        at += 1;
    }
    None
}

/// The letters and digits of a text alone, in lower case: what two spellings of one title share.
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_all_kinds_become_one_space() {
        assert_eq!(collapse("\u{3000}\u{3000}市委 \n\t常委会\u{a0}"), "市委 常委会");
        assert_eq!(collapse(" \u{feff} "), "");
        assert_eq!(["", "a b", "a  b", " a", "a ", "a\tb"].map(collapse), ["", "a b", "a b", "a", "a", "a b"]);
    }

    proptest::proptest! {
        #[test]
        fn every_run_of_blanks_is_one_space(text in "[a-c \\t\\n\u{a0}\u{3000}\u{200b}é中\\x01]{0,40}|[a-c ]{0,40}") {
            let words: Vec<&str> = text.split(is_indent).filter(|word| !word.is_empty()).collect();
            proptest::prop_assert_eq!(collapse(&text), words.join(" "));
        }
    }

    #[test]
    fn letters_are_what_is_left_of_a_title() {
        assert_eq!(letters("It’s: RAIN, İz 2! 市委"), "itsraini\u{307}z2市委");
    }
}
