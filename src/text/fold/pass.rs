//! The pass over a text: fast where nothing changes, piece by piece elsewhere.

use super::super::eight::{ONES, between, is_plain, word};
use super::super::normal::combining_class;
use super::table::{is_ignorable, is_picture, joins};
use super::{Case, Folded, Folder};

/// How many folded characters are remembered, a power of two.
const REMEMBERED: usize = 256;

/// Full-width `!` and `~`; between them stand the forms of the characters between those of ASCII.
const FULL_WIDTH_FIRST: char = '\u{ff01}';
const FULL_WIDTH_LAST: char = '\u{ff5e}';

/// A character and its folded form.
#[derive(Clone, Copy, Default)]
struct Memory {
    char: char,
    len: u8,
    bytes: [u8; 11],
}

pub(super) struct Pass<'a> {
    folder: &'a Folder,
    text: &'a str,
    at: usize,
    folded: Folded,
    memory: Vec<Memory>,
    /// The bit that makes a capital small, or none.
    lower: u8,
}

impl<'a> Pass<'a> {
    /// A pass over `text`, whose folded form is put behind what is in `folded`.
    pub(super) fn new(folder: &'a Folder, text: &'a str, mut folded: Folded) -> Self {
        folded.bytes.reserve(text.len());
        let lower = if folder.folding.case == Case::Ignore { 0x20 } else { 0 };
        Pass { folder, text, at: 0, folded, memory: Vec::new(), lower }
    }

    pub(super) fn run(mut self) -> Folded {
        while let Some(&lead) = self.text.as_bytes().get(self.at) {
            match lead {
                0..=0x7F => self.ascii(),
                0xE4..=0xE9 if self.folder.simplified.is_none() => self.ideographs(),
                _ => self.other(),
            }
        }
        self.folded
    }

    /// ASCII up to the next other character. The last letter may carry marks.
    fn ascii(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at)
            && byte < 0x80
        {
            if self.eight() {
                continue;
            }
            let next = bytes.get(self.at + 1).copied();
            if byte == b' ' && next.is_some_and(|next| next.is_ascii_graphic())
                || byte > b' ' && next.is_none_or(|next| next < 0x80)
            {
                self.folded.bytes.push(if byte.is_ascii_uppercase() { byte | self.lower } else { byte });
                self.at += 1;
            } else if matches!(byte, b' ' | 9..=13) {
                self.space();
            } else if byte > b' ' && self.continues(self.at + 1) {
                return self.piece();
            } else {
                self.folded.bytes.push(if byte.is_ascii_uppercase() { byte | self.lower } else { byte });
                self.at += 1;
            }
        }
    }

    /// Eight characters at once, if all are printable ASCII, no two spaces stand together, and so does what follows.
    fn eight(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        let (Some(word), Some(&next)) = (word(bytes, self.at), bytes.get(self.at + 8)) else { return false };
        if !(0x20..0x80).contains(&next) || !is_plain(word, next) {
            return false;
        }
        let capitals = between(word, b'A', b'Z');
        let folded = word | capitals >> 2 & (ONES * u64::from(self.lower));
        self.folded.bytes.extend_from_slice(&folded.to_le_bytes());
        self.at += 8;
        true
    }

    /// A run of ideographs, which nothing composes with and nothing changes.
    fn ideographs(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        while matches!(bytes.get(self.at), Some(0xE4..=0xE9)) {
            self.at += 3;
        }
        self.folded.bytes.extend_from_slice(&bytes[start..self.at]);
    }

    /// White space, and what is passed over within it, as one space.
    fn space(&mut self) {
        let (start, folded) = (self.at, self.folded.bytes.len());
        self.folded.bytes.push(b' ');
        let rest = &self.text[start..];
        let end = rest.find(|c: char| !c.is_whitespace() && !is_ignorable(c)).unwrap_or(rest.len());
        self.at = start + end;
        if end != 1 {
            self.folded.note(folded, self.at);
        }
    }

    /// One character that is neither ASCII nor known to stay as it is.
    fn other(&mut self) {
        let Some(c) = self.text[self.at..].chars().next() else { return };
        let next = self.at + c.len_utf8();
        match c {
            '\u{3001}'..='\u{3029}' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '가'..='힣' if !self.continues(next) => {
                self.keep(next)
            }
            FULL_WIDTH_FIRST..=FULL_WIDTH_LAST if !self.continues(next) => self.full_width(c, next),
            _ if c.is_whitespace() => self.space(),
            '\u{200d}' if self.joins_pictures() => self.keep(next),
            _ if self.continues(next) && !is_ignorable(c) => self.piece(),
            _ => self.single(c),
        }
    }

    /// A full-width form of a character of ASCII, as most punctuation of Chinese is.
    fn full_width(&mut self, c: char, next: usize) {
        let folded = self.folded.bytes.len();
        let byte = (c as u32 - FULL_WIDTH_FIRST as u32) as u8 + b'!';
        self.folded.bytes.push(if byte.is_ascii_uppercase() { byte | self.lower } else { byte });
        self.at = next;
        self.folded.note(folded, next);
    }

    /// Whether the joiner here stands between pictures.
    fn joins_pictures(&self) -> bool {
        let before = || self.text[..self.at].chars().rev().find(|&c| !is_ignorable(c));
        // A long run of joiners is looked back over once, at its end.
        self.text[self.at..].chars().nth(1).is_some_and(is_picture) && before().is_some_and(is_picture)
    }

    /// Takes the text up to `next` as it is.
    fn keep(&mut self, next: usize) {
        self.folded.bytes.extend_from_slice(&self.text.as_bytes()[self.at..next]);
        self.at = next;
    }

    /// Whether the character at `at` belongs to the piece before it.
    fn continues(&self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            None | Some(0..=0xCB | 0xCE..=0xD1 | 0xE4..=0xE9 | 0xEB..=0xEC) => false,
            Some(_) => self.text[at..].chars().next().is_some_and(|c| joins(c) || combining_class(c) != 0),
        }
    }

    /// A character with the marks after it.
    fn piece(&mut self) {
        let start = self.at;
        let mut end = start;
        loop {
            end += self.text[end..].chars().next().map_or(0, char::len_utf8);
            if !self.continues(end) {
                break;
            }
        }
        let folded = self.folded.bytes.len();
        self.folder.fold_piece(&self.text[start..end], &mut self.folded.bytes);
        self.at = end;
        self.note(folded, start);
    }

    /// A character alone, remembered for the next time.
    fn single(&mut self, c: char) {
        if self.memory.is_empty() {
            self.memory.resize(REMEMBERED, Memory::default());
        }
        let (start, folded) = (self.at, self.folded.bytes.len());
        let slot = c as usize % REMEMBERED;
        let known = self.memory[slot];
        self.at += c.len_utf8();
        if known.char == c {
            self.folded.bytes.extend_from_slice(&known.bytes[..known.len as usize]);
        } else {
            self.folder.fold_piece(&self.text[start..self.at], &mut self.folded.bytes);
            self.remember(c, folded);
        }
        self.note(folded, start);
    }

    fn remember(&mut self, c: char, folded: usize) {
        let form = &self.folded.bytes[folded..];
        let mut memory = Memory { char: c, len: form.len() as u8, ..Memory::default() };
        if let Some(bytes) = memory.bytes.get_mut(..form.len()) {
            bytes.copy_from_slice(form);
            self.memory[c as usize % REMEMBERED] = memory;
        }
    }

    /// Notes the piece from `start` to here, folded from `folded` on, if the map needs to know it.
    fn note(&mut self, folded: usize, start: usize) {
        let form = &self.folded.bytes[folded..];
        let one_character = !form.is_empty() && form[1..].iter().all(|byte| byte & 0xC0 == 0x80);
        if form.len() != self.at - start || !one_character {
            self.folded.note(folded, self.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diacritics, Folding, Span, Variants};
    use super::*;

    fn fold(text: &str) -> (String, Folded) {
        let folded = Folder::new(Folding::default()).fold(text);
        (String::from_utf8(folded.bytes.clone()).unwrap(), folded)
    }

    #[test]
    fn white_space_of_all_kinds_is_one_space() {
        let (text, folded) = fold("A \n\u{a0}\u{3000} b\tc");
        assert_eq!(text, "a b c");
        assert_eq!(folded.places().start(2), Some(9));
        assert_eq!((folded.places().start(1), folded.places().end(2)), (Some(1), Some(Span { end: 9, limit: 9 })));
    }

    #[test]
    fn what_is_passed_over_belongs_to_no_match() {
        let (text, folded) = fold("co\u{ad}op");
        assert_eq!(text, "coop");
        assert_eq!(folded.places().end(2), Some(Span { end: 2, limit: 4 }));
        assert_eq!((folded.places().start(2), folded.places().end(4)), (Some(4), Some(Span { end: 6, limit: 6 })));
    }

    #[test]
    fn half_a_letter_has_no_source() {
        let (text, folded) = fold("Straße");
        assert_eq!(text, "strasse");
        assert_eq!((folded.places().start(5), folded.places().end(5)), (None, None));
        assert_eq!((folded.places().start(4), folded.places().end(6)), (Some(4), Some(Span { end: 6, limit: 6 })));
    }

    #[test]
    fn marks_go_with_their_letter() {
        assert_eq!(fold("cafe\u{301} Й Ελλα\u{301}ς").0, "cafe й ελλασ");
        assert_eq!(fold("か\u{3099}ｶﾞ한\u{1100}\u{1161}").0, "がガ한가");
    }

    #[test]
    fn full_width_forms_are_ascii() {
        let (text, folded) = fold("Ａ！～\u{301}ｚ");
        assert_eq!(text, "a!~z");
        assert_eq!((folded.places().start(1), folded.places().end(4)), (Some(3), Some(Span { end: 14, limit: 14 })));
        let exact = Folding { case: Case::Exact, ..Folding::default() };
        assert_eq!(Folder::new(exact).fold("Ａｚ").bytes, b"Az");
    }

    #[test]
    fn joined_pictures_stay_joined() {
        assert_eq!(fold("👨\u{200d}👩 क्\u{200d}ष").0, "👨\u{200d}👩 क्ष");
    }

    #[test]
    fn ideographs_are_simplified_when_asked() {
        let zh = Folding { variants: Variants::Zh, diacritics: Diacritics::Exact, ..Folding::default() };
        assert_eq!(Folder::new(zh).fold("後來，Ａ").bytes, "后来,a".as_bytes());
    }
}
