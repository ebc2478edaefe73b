//! Labels in lines about an article ("By", 来源：, Автор:) and the values behind them.

use super::Line;
use super::starts::{others_at, words_at};
use super::vocabulary::Form;
use crate::text::ascii_word;

/// What the value behind a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metadata) enum Role {
    Author,
    Editor,
    Source,
    Published,
    Modified,
    Tags,
    /// A day of somebody or something else: of joining a forum, of its last post.
    Apart,
    /// Something else, which only ends the value before it: proofreaders, counts of readers.
    Other,
}

/// A label with its value, in bytes of the line's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::metadata) struct Labelled {
    pub role: Role,
    /// Where the label starts.
    pub start: usize,
    /// Where the value starts and ends, without blanks and colons at its ends. May be empty.
    pub value: std::ops::Range<usize>,
}

/// Labels that are read of one line.
const MOST: usize = 40;

/// The characters that part one fact of a line from the next.
fn parts(c: char) -> bool {
    matches!(c, '|' | '｜' | '•' | '·' | '│' | '»' | '›' | '】' | '\u{2003}' | ';' | '；' | '◆' | '■' | '▪')
}

/// The labels of a line in order, each with its value.
pub(in crate::metadata) fn labelled(line: &Line) -> Vec<Labelled> {
    let text = line.text.as_str();
    let mut found: Vec<Labelled> = Vec::new();
    let mut before = Before::default();
    let (mut at, mut skip) = (0, 0);
    while found.len() < MOST
        && let Some(c) = text[at..].chars().next()
    {
        let ascii = ascii_word(&text.as_bytes()[at..]);
        let here = if at < skip { None } else { label_at(line, at, before, c, ascii) };
        if let Some((role, len)) = here {
            skip = at + len;
            found.push(Labelled { role, start: at, value: skip..text.len() });
        }
        // No label begins inside a word of ASCII.
        let last = ascii.checked_sub(1).map_or(c, |last| char::from(text.as_bytes()[at + last]));
        before.pass(last);
        at += ascii.max(c.len_utf8());
    }
    for index in 0..found.len() {
        let until = found.get(index + 1).map_or(text.len(), |next| next.start);
        found[index].value = trimmed(text, found[index].value.start..until);
    }
    found
}

/// What stands before a place: the character next to it, the last that is no space, and the last that is no tab either.
#[derive(Default, Clone, Copy)]
struct Before {
    next: Option<char>,
    sign: Option<char>,
    letter: Option<char>,
}

impl Before {
    fn pass(&mut self, c: char) {
        self.next = Some(c);
        if c != ' ' {
            self.sign = Some(c);
        }
        if !matches!(c, ' ' | '\t') {
            self.letter = Some(c);
        }
    }
}

/// The label that starts at `at` with the character `first` and so many letters and digits of ASCII, with its length in bytes.
fn label_at(line: &Line, at: usize, before: Before, first: char, ascii: usize) -> Option<(Role, usize)> {
    if !first.is_alphabetic() {
        return None;
    }
    // Only labels of scripts without spaces may stand right behind a letter.
    let free = !before.next.is_some_and(char::is_alphanumeric);
    if !free && first < '\u{2E80}' {
        return None;
    }
    let rest = &line.text[at..];
    let opens = before.sign.is_none_or(|c| {
        c == '\t' || parts(c) || matches!(c, '(' | '[' | '【' | '（' | '［' | '/' | ',' | '-' | '–' | '—' | '.' | ':')
    });
    let first = first.to_lowercase().next()?;
    let words = if free { words_at(first, rest, ascii) } else { &[] };
    for &(role, form, name) in words.iter().chain(others_at(first)) {
        let Some(len) = length_of(rest, name) else { continue };
        let here = Here {
            behind: &rest[len..],
            opens,
            free,
            starts_piece: line.piece_at(at).is_some_and(|piece| piece.range.start == at),
        };
        let is_by = name == "by" && !rest.starts_with("By");
        let begins = before.letter.is_none_or(|c| parts(c) || c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | ')'));
        if (!is_by || begins) && (name != "by" || here.opens) && here.fits(form, name) {
            return Some((role, len));
        }
    }
    None
}

/// What surrounds a possible label.
struct Here<'a> {
    behind: &'a str,
    /// Whether it stands at the start of a line, of a piece or behind a separator.
    opens: bool,
    /// Whether no letter stands right before it.
    free: bool,
    starts_piece: bool,
}

impl Here<'_> {
    fn fits(&self, form: Form, name: &str) -> bool {
        let next = self.behind.chars().next();
        let sign = self.behind.trim_start_matches([' ', '\t']).chars().next();
        let colon = matches!(sign, Some(':' | '：' | '=' | '＝' | '﹕' | '︰'))
            || (sign == Some('>') && self.behind.trim_start().starts_with(">>"));
        match form {
            Form::Word => self.free && (colon || (self.opens && next.is_none_or(|c| matches!(c, ' ' | '\t' | '.')))),
            Form::Colon => {
                self.free
                    && (colon
                        || name.matches(' ').count() >= 2 && next == Some(' ')
                        || (self.opens
                            && (next.is_none_or(|c| c == '\t') || (name.contains(' ') && next == Some(' ')))))
            }
            Form::Bare => next.is_some_and(crate::text::is_cjk) || colon,
            Form::Han => self.fits_han(name, next, colon),
        }
    }

    fn fits_han(&self, name: &str, next: Option<char>, colon: bool) -> bool {
        let slash = matches!(next, Some('/' | '／' | '丨' | '｜'));
        if name.chars().count() == 1 {
            return self.free && (colon || (slash && self.opens));
        }
        let blank = next.is_none_or(|c| c == '\t' || c == ' ' || c == '】' || c == ']');
        let people = ["记者", "記者", "作者", "通讯员", "기자"].iter().any(|word| name.ends_with(word));
        let piece = self.behind.split(['\t', ' ']).next().unwrap_or_default();
        let run_on = self.starts_piece
            && (1..=12).contains(&piece.chars().count())
            && (people || name.starts_with('来') || name.starts_with('來'));
        colon || (slash && self.free) || (blank && (self.free || people)) || run_on
    }
}

/// The length in bytes of `name` (lower case) at the start of `text`, whatever its case there.
fn length_of(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in name.chars() {
        let (_, c) = chars.next()?;
        let is_blank = wanted == ' ' && c == '\t';
        if c != wanted && !is_blank && !c.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    Some(chars.next().map_or(text.len(), |(at, _)| at))
}

/// A range without the blanks, colons and opening signs at its start, and the blanks and separators at its end; cut at
/// a closing bracket or a bar.
fn trimmed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let inner = &text[range.clone()];
    let head = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '：'
                    | '='
                    | '＝'
                    | '﹕'
                    | '︰'
                    | '>'
                    | '/'
                    | '／'
                    | '|'
                    | '丨'
                    | '｜'
                    | '】'
                    | ']'
                    | '•'
                    | '-'
                    | '–'
                    | '—'
                    | '.'
            )
    };
    let start = inner.len() - inner.trim_start_matches(head).len();
    let rest = &inner[start..];
    let end = rest.find(|c| parts(c) && c != '·').unwrap_or(rest.len());
    let tail = |c: char| {
        c.is_whitespace()
            || matches!(c, '|' | '[' | '【' | '(' | '（' | ',' | '，' | '-' | '–' | '—' | '/' | '·' | '、' | ';' | '；')
    };
    let end = start + rest[..end].trim_end_matches(tail).len();
    range.start + start..range.start + end
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::metadata::visible::lines;
    use crate::{Limits, dom::parse};

    fn read(html: &str) -> Vec<(Role, String)> {
        let page = parse(html, None, &Limits::default()).unwrap();
        let line = lines(&page, 0..page.len(), 1).remove(0);
        labelled(&line).into_iter().map(|found| (found.role, line.text[found.value].to_owned())).collect()
    }

    #[test]
    fn labels_run_together_are_parted() {
        let html = "<p>来源：新华社作者：李明 责任编辑：王芳_NF1 校对 张三";
        let want =
            [(Role::Source, "新华社"), (Role::Author, "李明"), (Role::Editor, "王芳_NF1"), (Role::Other, "张三")];
        assert_eq!(read(html), want.map(|(role, text)| (role, text.to_owned())));
    }

    #[test]
    fn a_label_must_stand_as_one() {
        assert!(read("<p>Stand by me and the author of it").is_empty());
        assert!(read("<p>消息来源不明的文章，作者很多").is_empty());
        assert_eq!(read("<p>Jan 5, 2020 | By Ann Lee"), [(Role::Author, "Ann Lee".to_owned())]);
        assert_eq!(read("<p><b>Автор:</b> <i>Анна Ли</i>"), [(Role::Author, "Анна Ли".to_owned())]);
    }
}
