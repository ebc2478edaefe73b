//! A text as tokens: words with their stem, what parts them from the word before, and how they are cased.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use rust_stemmers::Stemmer;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::Language;
use super::segment::Segmenter;
use crate::text::is_unspaced;

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: the two touch.
    None,
    /// White space.
    Space,
    /// Punctuation that ends no sentence.
    Punctuation,
    /// The end of a sentence or block, or the start of the text.
    Sentence,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word that can be part of a term.
    Content,
    /// A function word.
    Stop,
    /// A verb, adverb or filler: it may stand inside a longer name, never at the edge of a term.
    Weak,
    /// Digits, with or without their unit.
    Number,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital, or a script without capitals.
    Lower,
    /// The first letter alone.
    Capital,
    /// At least two capitals: *NASA*, *iPhone*, *McDonald*.
    Upper,
}

/// One word of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// UTF-8 bytes in the source, from its start.
    pub start: u32,
    /// UTF-8 bytes in the source, up to here.
    pub end: u32,
    /// Which stem: the same number for all inflected forms.
    pub stem: u32,
    /// What parts it from the token before.
    pub gap: Gap,
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
    /// Whether it is written without spaces (Chinese, Thai).
    pub unspaced: bool,
}

/// The tokens of a title and a text, and what is known of them together.
pub(super) struct Tokens {
    /// In the order of reading.
    pub all: Vec<Token>,
    /// How many of them are the title's.
    pub title: usize,
    /// How many stems there are.
    pub stems: usize,
}

#[derive(Clone, Copy)]
struct Word {
    stem: u32,
    kind: Kind,
    case: Case,
}

/// Reads texts into tokens; one for all parts of a page, so that the same word has the same stem number.
pub(super) struct Reader<'t> {
    language: &'static Language,
    stemmer: Option<Stemmer>,
    stop: HashSet<&'static str, FixedState>,
    words: HashMap<&'t str, Word, FixedState>,
    stems: HashMap<String, u32, FixedState>,
    segmenter: Segmenter,
}

impl<'t> Reader<'t> {
    /// A reader for a text in `language`, which cuts unspaced scripts as `segmenter` does.
    pub fn new(language: &'static Language, segmenter: Segmenter) -> Self {
        Reader {
            language,
            stemmer: language.stemmer.map(Stemmer::create),
            stop: language.stop_set(),
            words: HashMap::default(),
            stems: HashMap::default(),
            segmenter,
        }
    }

    /// How many stems have been seen.
    pub fn stems(&self) -> usize {
        self.stems.len()
    }

    /// Appends the tokens of `text` to `out`; their offsets count from the start of `text`, plus `base`.
    pub fn read(&mut self, text: &'t str, base: usize, out: &mut Vec<Token>) {
        let wrapped = is_wrapped(text);
        let mut gap = Gap::Sentence;
        let mut rest = 0;
        while let Some((start, end)) = next_word(text, rest) {
            gap = gap.max(gap_of(&text[rest..start], wrapped));
            let word = &text[start..end];
            if word.chars().next().is_some_and(is_unspaced) {
                self.read_unspaced(word, base + start, gap, out);
            } else {
                self.read_spaced(word, base + start, gap, out);
            }
            rest = end;
            gap = Gap::None;
        }
    }

    fn read_spaced(&mut self, word: &'t str, start: usize, gap: Gap, out: &mut Vec<Token>) {
        let (prefix, word, suffix) = clitics(word, self.language);
        let at = start + prefix.len();
        if !prefix.is_empty() {
            self.push(prefix, start, gap, Some(Kind::Stop), out);
        }
        if !word.is_empty() {
            self.push(word, at, if prefix.is_empty() { gap } else { Gap::None }, None, out);
        }
        if !suffix.is_empty() {
            self.push(suffix, at + word.len(), Gap::None, Some(Kind::Stop), out);
        }
    }

    fn read_unspaced(&mut self, run: &'t str, start: usize, mut gap: Gap, out: &mut Vec<Token>) {
        let mut at = 0;
        for (length, kind) in self.segmenter.cut(run) {
            let word = &run[at..at + length];
            self.push(word, start + at, gap, Some(kind), out);
            if let Some(last) = out.last_mut() {
                last.unspaced = true;
            }
            at += length;
            gap = Gap::None;
        }
    }

    fn push(&mut self, surface: &'t str, start: usize, gap: Gap, kind: Option<Kind>, out: &mut Vec<Token>) {
        let word = self.word(surface, kind);
        out.push(Token {
            start: start as u32,
            end: (start + surface.len()) as u32,
            stem: word.stem,
            gap,
            kind: kind.unwrap_or(word.kind),
            case: word.case,
            unspaced: false,
        });
    }

    fn word(&mut self, surface: &'t str, kind: Option<Kind>) -> Word {
        if let Some(word) = self.words.get(surface) {
            return *word;
        }
        let key = fold(surface);
        let kind = kind.unwrap_or_else(|| self.kind(&key));
        let stem = self.stem(&key);
        let next = self.stems.len() as u32;
        let stem = match self.stems.get(stem.as_ref()) {
            Some(&stem) => stem,
            None => {
                self.stems.insert(stem.into_owned(), next);
                next
            }
        };
        let word = Word { stem, kind, case: case(surface) };
        self.words.insert(surface, word);
        word
    }

    fn kind(&self, key: &str) -> Kind {
        let mut chars = key.chars();
        let first = chars.next();
        if first.is_some_and(char::is_numeric) && !chars.any(|c| c.is_alphabetic()) {
            Kind::Number
        } else if self.stop.contains(key) || (chars.next().is_none() && key.len() < 3) {
            Kind::Stop
        } else {
            Kind::Content
        }
    }

    /// The stem of a folded word; words that no stemmer was made for stay whole.
    fn stem<'w>(&self, key: &'w str) -> Cow<'w, str> {
        match &self.stemmer {
            Some(stemmer) if key.len() <= 64 && key.chars().all(char::is_alphabetic) => stemmer.stem(key),
            _ => Cow::Borrowed(key),
        }
    }
}

/// `surface` in the form in which words are compared: compatibility forms and case folded away, one apostrophe, no soft hyphens.
fn fold(surface: &str) -> String {
    if surface.is_ascii() {
        return surface.to_ascii_lowercase();
    }
    let kept = surface.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}'));
    kept.map(|c| if c == '’' { '\'' } else { c }).nfkc().flat_map(char::to_lowercase).collect()
}

fn case(surface: &str) -> Case {
    let upper = surface.chars().filter(|c| c.is_uppercase()).count();
    match upper {
        0 => Case::Lower,
        1 if surface.starts_with(char::is_uppercase) => Case::Capital,
        1 if surface.chars().nth(1).is_none_or(char::is_uppercase) => Case::Upper,
        1 => Case::Capital,
        _ => Case::Upper,
    }
}

/// Splits what is written together with a word but is none of it: an elided article before, an English genitive after.
fn clitics<'w>(word: &'w str, language: &Language) -> (&'w str, &'w str, &'w str) {
    let Some(at) = word.find(['\'', '’']) else { return ("", word, "") };
    let after = at + word[at..].chars().next().map_or(0, char::len_utf8);
    if language.code == "en" && matches!(&word[after..], "s" | "S") {
        return ("", &word[..at], &word[at..]);
    }
    let prefix = word[..at].to_lowercase();
    if language.elides(&prefix) { (&word[..after], &word[after..], "") } else { ("", word, "") }
}

/// Whether `c` is part of a word wherever it stands.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The next word at or after byte `from`: a run of letters and digits of one way of writing, with the marks that join words inside.
fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut chars = text[from..].char_indices().map(|(at, c)| (from + at, c));
    let (start, first) = chars.find(|&(_, c)| is_word(c))?;
    let unspaced = is_unspaced(first);
    let mut end = start + first.len_utf8();
    let mut last = first;
    let mut chars = chars.peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        if is_word(c) {
            if is_unspaced(c) != unspaced && !is_combining_mark(c) {
                break;
            }
        } else if unspaced || !joins(last, c, next) {
            break;
        }
        end = at + c.len_utf8();
        last = c;
    }
    Some((start, end))
}

/// Whether `c` between `last` and `next` is inside a word: apostrophes, hyphens, joiners, the dots of *U.S.* and *Node.js*.
fn joins(last: char, c: char, next: Option<char>) -> bool {
    let Some(next) = next.filter(|next| is_word(*next) && !is_unspaced(*next)) else { return false };
    match c {
        '\'' | '’' | '-' | '‐' | '‑' | '\u{ad}' | '\u{200c}' | '\u{200d}' => is_word(last),
        '.' => last.is_numeric() == next.is_numeric() && !(last.is_lowercase() && next.is_uppercase()),
        ',' => last.is_numeric() && next.is_numeric(),
        '&' => last.is_uppercase() && next.is_uppercase(),
        _ => false,
    }
}

/// What the characters between two words part.
fn gap_of(between: &str, wrapped: bool) -> Gap {
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

/// Whether the lines of `text` are broken at a width rather than at the ends of blocks: many go on in lower case.
fn is_wrapped(text: &str) -> bool {
    let starts = text.lines().skip(1).take(200).filter_map(|line| line.chars().next());
    let (mut all, mut lower) = (0, 0);
    for first in starts {
        all += 1;
        lower += usize::from(first.is_lowercase());
    }
    all > 0 && lower * 3 > all
}
