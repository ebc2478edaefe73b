//! White space as HTML and printed pages use it.

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
    if is_collapsed(text.as_bytes()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let blank = blank_at(text, at);
        if blank > 0 {
            push_word(&mut out, &text[start..at]);
            start = at + blank;
        }
        at += blank.max(1);
    }
    push_word(&mut out, &text[start..]);
    out
}

/// The bytes of the blank that begins at a byte of a text; 0 where none does.
fn blank_at(text: &str, at: usize) -> usize {
    match text.as_bytes()[at] {
        b' ' | b'\t'..=b'\r' => 1,
        // ASCII, and bytes behind the first of a character.
        0..0xC0 => 0,
        _ => text[at..].chars().next().filter(|c| is_indent(*c)).map_or(0, char::len_utf8),
    }
}

fn push_word(out: &mut String, word: &str) {
    if !word.is_empty() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// Whether a text is ASCII in which nothing collapses, as most words and names are.
fn is_collapsed(text: &[u8]) -> bool {
    let mut blank = true;
    for byte in text {
        let space = *byte == b' ';
        if *byte >= 0x80 || *byte < b' ' || (space && blank) {
            return false;
        }
        blank = space;
    }
    !blank || text.is_empty()
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

    #[test]
    fn letters_are_what_is_left_of_a_title() {
        assert_eq!(letters("It’s: RAIN, İz 2! 市委"), "itsraini\u{307}z2市委");
    }
}
