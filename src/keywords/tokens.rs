//! A text as tokens: words with their stem, what parts them from the word before, and how they are cased.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::join;
use super::language::{Language, Listed};
use super::segment::Segmenter;
use super::stems::Stems;
use super::words::{clitics, fold, gap_of, is_headline, is_wrapped, next_word};

/// What stands between a token and the one before it, from nothing to the end of a sentence, a block or a text.
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

/// What a token can be in a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any part.
    Content,
    /// A verb, an adverb, a filler: in scripts with spaces a term of its own at most; in others also a part, for what it's worth.
    Weak,
    /// A numeral, a degree, a participle: the beginning or the middle, not the end.
    Lead,
    /// The middle: *of*, *de la*, 的.
    Link,
    /// The middle, where it is digits.
    Number,
    /// No part: a function word.
    Stop,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital, or a script or a place (a headline) where capitals tell nothing.
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
    /// What it can be in a term.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
    /// Whether it is written without spaces (Chinese, Thai).
    pub unspaced: bool,
}

impl Token {
    /// Whether nothing or white space parts it from the token before.
    pub fn touches(&self) -> bool {
        self.gap <= Gap::Space
    }

    /// Whether it says something by itself.
    pub fn tells(&self) -> bool {
        matches!(self.kind, Kind::Content | Kind::Weak | Kind::Lead)
    }

    /// Whether it is a single ideograph (or a letter of another unspaced script).
    pub fn is_single(&self) -> bool {
        self.unspaced && self.end - self.start <= 4
    }
}

/// What is known of a stem wherever it occurs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    /// How much it tells, by how rare it is in the language: 0 to 1.3.
    pub rarity: f32,
    /// What it is to names.
    pub role: Role,
}

/// What a Chinese word is to names of people and bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    None,
    /// A family name.
    Surname,
    /// What stands before a given name among familiars: 小, 阿.
    Familiar,
    /// A title, which stands before a name or after it: 书记, 教授.
    Title,
    /// A verb whose subject is a person: 指出, 表示.
    Saying,
    /// The last word of names of bodies: 委员会, 大学.
    Body,
    /// A place or time beside what was named, never its end: 中, 后.
    Place,
    /// A word that frames what is said: 方法, 研究, 情况.
    Frame,
    /// A known name of a place or a body.
    Named,
    /// A word that no list knows, told by its pieces recurring together.
    Unknown,
    /// A word of a script without a word list, told by its recurring alone.
    Repeat,
}

/// Stems known at most; a word first met after so many others is no keyword, and is read as a function word.
const VOCABULARY: usize = 1 << 18;

/// How unspaced words are described by the segmenter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// UTF-8 bytes.
    pub length: usize,
    /// What the word can be in a term.
    pub kind: Kind,
    /// What is known of it.
    pub sense: Sense,
}

#[derive(Clone, Copy)]
struct Word {
    stem: u32,
    kind: Kind,
    case: Case,
}

/// The stems that were met.
struct Vocabulary {
    /// The number of each, by its hash.
    numbers: HashMap<u64, u32, FixedState>,
    /// What is known of each, by its number.
    senses: Vec<Sense>,
}

impl Vocabulary {
    /// The number of a stem, that of the folded word `key`; none for a new one where too many are known.
    fn number(&mut self, key: &str, stem: &str) -> Option<u32> {
        let next = self.senses.len();
        match self.numbers.entry(FixedState::default().hash_one(stem)) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(_) if next >= VOCABULARY => None,
            Entry::Vacant(new) => {
                self.senses.push(Sense { rarity: rarity(key), role: Role::None });
                Some(*new.insert(next as u32))
            }
        }
    }
}

/// Reads texts into tokens; one for all parts of a page, so that the same word has the same stem number.
pub(super) struct Reader<'t> {
    language: &'static Language,
    stems: Stems,
    words: HashMap<&'t str, Word, FixedState>,
    vocabulary: Vocabulary,
    segmenter: Segmenter<'t>,
    /// Room for the words of one run.
    cuts: Vec<Cut>,
    /// Room for a folded word, and for a stem.
    key: String,
    stem: String,
}

impl<'t> Reader<'t> {
    /// A reader for `text`, in `language`, and what belongs to it.
    pub fn new(language: &'static Language, text: &'t str) -> Self {
        let room = (text.len() / 8).min(1 << 16);
        Reader {
            language,
            stems: (language.stems)(),
            words: HashMap::with_capacity_and_hasher(room, FixedState::default()),
            vocabulary: Vocabulary {
                numbers: HashMap::with_capacity_and_hasher(room, FixedState::default()),
                senses: Vec::with_capacity(room),
            },
            segmenter: Segmenter::new(language, text),
            cuts: Vec::new(),
            key: String::new(),
            stem: String::new(),
        }
    }

    /// What is known of each stem.
    pub fn senses(self) -> Vec<Sense> {
        self.vocabulary.senses
    }

    /// Appends the tokens of `text` to `out`; their offsets count from the start of `text`, plus `base`.
    pub fn read(&mut self, text: &'t str, base: usize, out: &mut Vec<Token>) {
        let wrapped = is_wrapped(text);
        let first = out.len();
        let mut gap = Gap::Sentence;
        let mut rest = 0;
        while let Some(run) = next_word(text, rest) {
            gap = gap.max(gap_of(&text[rest..run.start], wrapped));
            let (word, at) = (&text[run.start..run.end], base + run.start);
            if run.unspaced {
                self.read_unspaced(word, at, gap, out);
            } else if run.joined {
                self.read_joined(word, at, gap, out);
            } else {
                self.push(word, at, gap, None, out);
            }
            rest = run.end;
            gap = Gap::None;
        }
        if is_headline(&out[first..]) {
            out[first..].iter_mut().for_each(|token| token.case = Case::Lower);
        } else {
            out[first..].iter_mut().for_each(strengthen);
        }
    }

    /// Reads a word that has marks inside.
    fn read_joined(&mut self, word: &'t str, start: usize, gap: Gap, out: &mut Vec<Token>) {
        let (prefix, word, suffix) = clitics(word, self.language);
        let at = start + prefix.len();
        if !prefix.is_empty() {
            let kind = if self.language.links(fold(prefix, &mut self.key)) { Kind::Link } else { Kind::Stop };
            self.push(prefix, start, gap, Some(kind), out);
        }
        if !word.is_empty() {
            self.push(word, at, if prefix.is_empty() { gap } else { Gap::None }, None, out);
        }
        if !suffix.is_empty() {
            self.push(suffix, at + word.len(), Gap::None, Some(Kind::Stop), out);
        }
    }

    /// Reads a run that is written without spaces; a single character right after digits is their measure, as in 10月, and no part
    /// of a term.
    fn read_unspaced(&mut self, run: &'t str, start: usize, mut gap: Gap, out: &mut Vec<Token>) {
        let mut cuts = std::mem::take(&mut self.cuts);
        self.segmenter.cut(run, &mut cuts);
        let counted = gap == Gap::None && out.last().is_some_and(|last| last.kind == Kind::Number);
        let first = out.len();
        let mut at = 0;
        for cut in cuts.drain(..) {
            out.push(self.unspaced(&run[at..at + cut.length], start + at, gap, cut));
            at += cut.length;
            gap = Gap::None;
        }
        if let Some(unit) = out.get_mut(first).filter(|unit| counted && unit.is_single()) {
            unit.kind = Kind::Stop;
        }
        self.cuts = cuts;
    }

    fn unspaced(&mut self, word: &str, start: usize, gap: Gap, cut: Cut) -> Token {
        let key = fold(word, &mut self.key);
        let (stem, kind) = self.vocabulary.number(key, key).map_or((0, Kind::Stop), |stem| (stem, cut.kind));
        if kind != Kind::Stop {
            self.vocabulary.senses[stem as usize] = cut.sense;
        }
        let (start, end) = (start as u32, (start + word.len()) as u32);
        Token { start, end, stem, gap, kind, case: Case::Lower, unspaced: true }
    }

    fn push(&mut self, surface: &'t str, start: usize, gap: Gap, kind: Option<Kind>, out: &mut Vec<Token>) {
        let word = self.word(surface, kind);
        out.push(Token {
            start: start as u32,
            end: (start + surface.len()) as u32,
            stem: word.stem,
            gap,
            kind: if word.kind == Kind::Stop { Kind::Stop } else { kind.unwrap_or(word.kind) },
            case: word.case,
            unspaced: false,
        });
    }

    fn word(&mut self, surface: &'t str, kind: Option<Kind>) -> Word {
        let new = match self.words.entry(surface) {
            Entry::Occupied(known) => return *known.get(),
            Entry::Vacant(new) => new,
        };
        let key = fold(surface, &mut self.key);
        let known = self.language.words.get(key).copied();
        let kind = kind.or_else(|| function(self.language, key, known));
        self.stem.clear();
        self.stem.push_str(key);
        if kind.is_none() {
            self.stems.stem(&mut self.stem);
        }
        let Some(stem) = self.vocabulary.number(key, &self.stem) else {
            return Word { stem: 0, kind: Kind::Stop, case: Case::Lower };
        };
        let case = if key == surface { Case::Lower } else { case(surface) };
        *new.insert(Word { stem, kind: kind.unwrap_or_else(|| telling(self.language, key, known, &self.stem)), case })
    }

    /// Makes the pieces of each unknown word one ([`join::spans`]), as the first `own` of the tokens, title and text, tell it;
    /// `slice` gives the text of a range.
    pub fn join_unknown(&mut self, tokens: &mut Vec<Token>, own: usize, slice: impl Fn(u32, u32) -> &'t str) {
        let Some(spans) = join::spans(tokens, own, &self.vocabulary.senses) else { return };
        let (mut at, mut kept) = (0, 0);
        while at < tokens.len() {
            let (length, first) = (usize::from(spans[at]), tokens[at]);
            let last = tokens[at + length - 1];
            tokens[kept] = if length == 1 { first } else { self.joined(slice(first.start, last.end), first, last) };
            kept += 1;
            at += length;
        }
        tokens.truncate(kept);
    }

    /// The token of an unknown word, from its first and last pieces.
    fn joined(&mut self, word: &str, first: Token, last: Token) -> Token {
        let role = Some(self.vocabulary.senses[last.stem as usize].role).filter(|role| *role == Role::Body);
        let sense = Sense { rarity: 1.0, role: role.unwrap_or(Role::Unknown) };
        let cut = Cut { length: word.len(), kind: Kind::Content, sense };
        self.unspaced(word, first.start as usize, first.gap, cut)
    }
}

/// A weak word written as a name is part of one: *New York*, *Best Buy*.
fn strengthen(token: &mut Token) {
    if token.kind == Kind::Weak && token.case != Case::Lower && token.gap == Gap::Space {
        token.kind = Kind::Content;
    }
}

/// What a folded word that tells nothing by itself, `known` to a list or not, can be in a term; none for one that tells something.
fn function(language: &Language, key: &str, known: Option<Listed>) -> Option<Kind> {
    let mut chars = key.chars();
    let first = chars.next();
    if first.is_some_and(char::is_numeric) && !chars.any(char::is_alphabetic) {
        Some(Kind::Number)
    } else if language.links(key) {
        Some(Kind::Link)
    } else if known == Some(Listed::Stop) || key.chars().nth(1).is_none() {
        Some(Kind::Stop)
    } else {
        None
    }
}

/// What a word that tells something can be in a term, folded and as its stem.
fn telling(language: &Language, key: &str, known: Option<Listed>, stem: &str) -> Kind {
    if known == Some(Listed::Weak) || language.verbs.contains(stem) || language.ends_weakly(key) {
        Kind::Weak
    } else if language.is_participle(key) {
        Kind::Lead
    } else {
        Kind::Content
    }
}

/// How much a word tells: the longer a word, the rarer (Zipf's law of abbreviation, *The Psycho-Biology of Language*, 1935).
fn rarity(key: &str) -> f32 {
    let length = if key.is_ascii() { key.len() } else { key.chars().count() };
    (length as f32 / 8.0).clamp(0.3, 1.3)
}

fn case(surface: &str) -> Case {
    let mut upper = surface.chars().filter(|c| c.is_uppercase());
    match (upper.next(), upper.next()) {
        (None, _) => Case::Lower,
        (Some(_), None) if surface.starts_with(char::is_uppercase) => Case::Capital,
        _ => Case::Upper,
    }
}
