//! Where words begin and end in a text, and what parts them.

use std::str::Chars;

use super::language::Language;
use super::tokens::{Case, Gap, Kind, Token};
use crate::text::{ascii_word, composed, is_combining_mark, is_small, is_unspaced};

/// `surface` in the form in which words are compared: wide forms and case folded away, composed, one apostrophe, no soft hyphens. It is put
/// into `room` where it is another.
pub(super) fn fold<'r>(surface: &'r str, room: &'r mut String) -> &'r str {
    let rest = &surface[past_ideographs(surface.as_bytes(), 0)..];
    if rest.is_empty() || is_small(rest) {
        return surface;
    }
    room.clear();
    if surface.is_ascii() {
        room.push_str(surface);
        room.make_ascii_lowercase();
        return room;
    }
    if rest.chars().all(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')) {
        return surface;
    }
    let kept = surface.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}'));
    let ordinary = kept.map(|c| match c {
        '’' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    });
    room.extend(composed(ordinary).into_iter().flat_map(char::to_lowercase));
    room
}

/// Splits what is written together with a word but is none of it: an elided article before, an English genitive or a Turkish ending after.
pub(super) fn clitics<'w>(word: &'w str, language: &Language) -> (&'w str, &'w str, &'w str) {
    let Some(at) = word.find(['\'', '’']) else { return ("", word, "") };
    let after = at + word[at..].chars().next().map_or(0, char::len_utf8);
    if language.parts_endings() || (language.code == "en" && matches!(&word[after..], "s" | "S")) {
        return ("", &word[..at], &word[at..]);
    }
    if language.elides(&word[..at].to_lowercase()) { (&word[..after], &word[after..], "") } else { ("", word, "") }
}

/// Whether `c` is part of a word wherever it stands.
fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{4e00}'..='\u{9fff}' => true,
        // Marks of punctuation alone, which are looked for in no table.
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' => false,
        _ => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// A run of letters and digits of one way of writing, with the marks that join words inside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// UTF-8 bytes in the text, from here.
    pub start: usize,
    /// UTF-8 bytes in the text, up to here.
    pub end: usize,
    /// Whether its script writes no spaces.
    pub unspaced: bool,
    /// Whether marks join it.
    pub joined: bool,
}

/// The next run at or after byte `from`.
pub(super) fn next_word(text: &str, from: usize) -> Option<Run> {
    plain_word(text.as_bytes(), from).or_else(|| any_word(text, from))
}

/// The run from byte `from` on where it is letters and digits of ASCII, as most are, and nothing around it says otherwise.
fn plain_word(text: &[u8], from: usize) -> Option<Run> {
    let start = from + text[from..].iter().position(|byte| !is_ascii_mark(*byte))?;
    let end = start + ascii_word(&text[start..]);
    (end > start && ends_plainly(&text[end..])).then_some(Run { start, end, unspaced: false, joined: false })
}

/// Whether a byte is a character of ASCII that is neither letter nor digit.
fn is_ascii_mark(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// Whether a word of ASCII ends before `rest`, as seen from single bytes: a mark that could join it to more joins it to nothing.
fn ends_plainly(rest: &[u8]) -> bool {
    match rest {
        [b'\'' | b'-' | b'.' | b',' | b'&', next, ..] => is_ascii_mark(*next),
        [first, ..] => first.is_ascii(),
        [] => true,
    }
}

fn any_word(text: &str, from: usize) -> Option<Run> {
    let (before, first) = text[from..].char_indices().find(|(_, c)| is_word(*c))?;
    let start = from + before;
    let mut run = Run { start, end: start + first.len_utf8(), unspaced: is_unspaced(first), joined: false };
    let mut last = first;
    loop {
        if run.unspaced {
            run.end = past_ideographs(text.as_bytes(), run.end);
        } else {
            (run.end, last) = past_ascii(text.as_bytes(), run.end, last);
        }
        let mut rest = text[run.end..].chars();
        let Some(c) = rest.next() else { break };
        if is_word(c) {
            if is_unspaced(c) != run.unspaced && !is_combining_mark(c) {
                break;
            }
        } else if run.unspaced || !joins(last, c, rest) {
            break;
        } else {
            run.joined = true;
        }
        run.end += c.len_utf8();
        last = c;
    }
    Some(run)
}

/// The end of the letters and digits of ASCII from `from` on, of which most words are made, and the last of them, or `last`.
fn past_ascii(text: &[u8], from: usize, last: char) -> (usize, char) {
    let end = from + ascii_word(&text[from..]);
    (end, if end > from { char::from(text[end - 1]) } else { last })
}

/// The end of the ideographs from `from` on, U+4E00 to U+9FFF.
fn past_ideographs(text: &[u8], from: usize) -> usize {
    let mut end = from;
    while matches!(text[end..], [0xE4, 0xB8..=0xBF, ..] | [0xE5..=0xE9, ..]) {
        end += 3;
    }
    end
}

/// Whether `c` between `last` and what comes `next` is inside a word: apostrophes, hyphens, joiners, the dots of *U.S.* and *Node.js*.
fn joins(last: char, c: char, mut next: Chars) -> bool {
    let mut by =
        |may: &dyn Fn(char) -> bool| next.next().is_some_and(|next| is_word(next) && !is_unspaced(next) && may(next));
    match c {
        '\'' | '’' | '-' | '‐' | '‑' | '\u{ad}' | '\u{200c}' | '\u{200d}' => is_word(last) && by(&|_| true),
        '.' => by(&|next| last.is_numeric() == next.is_numeric() && !(last.is_lowercase() && next.is_uppercase())),
        ',' => last.is_numeric() && by(&|next| next.is_numeric()),
        '&' => last.is_uppercase() && by(&|next| next.is_uppercase()),
        _ => false,
    }
}

/// What the characters between two words part. In a text of broken lines (`wrapped`) a single line feed is a space.
pub(super) fn gap_of(between: &str, wrapped: bool) -> Gap {
    if matches!(between.as_bytes(), [b' ']) {
        return Gap::Space;
    }
    let mut gap = Gap::None;
    let mut lines = 0;
    for c in between.chars() {
        gap = gap.max(match c {
            '\n' => {
                lines += 1;
                if wrapped && lines < 2 { Gap::Space } else { Gap::Sentence }
            }
            '.' | '!' | '?' | '。' | '！' | '？' | '…' | '।' | '؟' | '．' => Gap::Sentence,
            c if c.is_whitespace() || c == '\u{feff}' => Gap::Space,
            _ => Gap::Punctuation,
        });
    }
    gap
}

/// Whether the lines of `text` are broken at a width rather than at the ends of blocks: a third of them go on in lower case.
pub(super) fn is_wrapped(text: &str) -> bool {
    let starts = text.lines().skip(1).take(200).filter_map(|line| line.chars().next());
    let (mut all, mut lower) = (0, 0);
    for first in starts {
        all += 1;
        lower += usize::from(first.is_lowercase());
    }
    all > 0 && lower * 3 > all
}

/// Whether most words have a capital, as in headlines and in texts of capitals: then a capital tells no name.
pub(super) fn is_headline(tokens: &[Token]) -> bool {
    let (mut all, mut capital) = (0, 0);
    for token in
        tokens.iter().filter(|token| !token.unspaced && matches!(token.kind, Kind::Content | Kind::Weak | Kind::Lead))
    {
        all += 1;
        capital += usize::from(token.case != Case::Lower);
    }
    capital * 4 > all * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut at = 0;
        std::iter::from_fn(|| {
            let run = next_word(text, at)?;
            at = run.end;
            Some(&text[run.start..run.end])
        })
        .collect()
    }

    #[test]
    fn marks_inside_words_join_them() {
        assert_eq!(
            words("The U.S. state-of-the-art Node.js costs 1,000.5 at AT&T."),
            ["The", "U.S", "state-of-the-art", "Node.js", "costs", "1,000.5", "at", "AT&T"]
        );
        assert_eq!(words("end.Next - it’s"), ["end", "Next", "it’s"]);
        assert_eq!(words("用GPS气象学"), ["用", "GPS", "气象学"]);
    }

    #[test]
    fn a_line_feed_parts_blocks_but_not_broken_lines() {
        assert!(is_wrapped("a method that\nis used where\nNumbers are\nfew"));
        assert!(!is_wrapped("Heading\nA sentence.\nAnother one."));
        assert_eq!(
            [gap_of("\n", true), gap_of("\n\n", true), gap_of("\n", false)],
            [Gap::Space, Gap::Sentence, Gap::Sentence]
        );
    }
}
