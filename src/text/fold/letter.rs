//! Folding of one piece: a letter with its marks.

use super::super::compose::{compose, order_marks};
use super::super::normal::decompose;
use super::table::{is_diacritic, is_ignorable, makes_letter, ordinary_width, without_stroke};
use super::{Case, Diacritics, Folder};

impl Folder {
    /// Appends the folded form of `piece` to `out`: nothing where all of it is passed over.
    pub(super) fn fold_piece(&self, piece: &str, out: &mut Vec<u8>) {
        let mut chars: Vec<char> = Vec::new();
        for c in piece.chars().filter(|&c| !is_ignorable(c)) {
            decompose(ordinary_width(c), &mut |part| chars.push(part));
        }
        order_marks(&mut chars);
        if self.folding.case == Case::Ignore {
            chars = chars.into_iter().flat_map(fold_case).collect();
        }
        if self.folding.diacritics == Diacritics::Ignore {
            chars = strip(chars);
        }
        compose(&mut chars);
        for c in chars {
            let c = self.simplified.as_ref().map_or(c, |table| table.of(c));
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// Full case folding: `lower(upper(lower(c)))` gives the classes of CaseFolding.txt (`C` and `F`) from the tables of the
/// standard library, save for dotless `ı`, whose capital is the `I` of `i`.
fn fold_case(c: char) -> impl Iterator<Item = char> {
    let kept = c == 'ı' || c.is_ascii();
    let plain = kept.then(|| c.to_ascii_lowercase());
    let folded = (!kept).then_some(c).into_iter();
    let folded = folded.flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    plain.into_iter().chain(folded)
}

/// Takes off what [`Diacritics::Ignore`] passes over.
fn strip(chars: Vec<char>) -> Vec<char> {
    let mut kept = Vec::with_capacity(chars.len());
    for c in chars {
        let base = kept.last().copied().unwrap_or('\0');
        match without_stroke(c) {
            Some(letters) => kept.extend(letters.chars()),
            None if is_diacritic(c) && !makes_letter(base, c) => {}
            None => kept.push(c),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::{Folding, Variants};
    use super::*;

    fn folded(text: &str, folding: Folding) -> String {
        let mut out = Vec::new();
        Folder::new(folding).fold_piece(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn exact() -> Folding {
        Folding { diacritics: Diacritics::Exact, ..Folding::default() }
    }

    #[test]
    fn case_folds_in_full() {
        for (capital, small) in
            [("ẞ", "ss"), ("ß", "ss"), ("Σ", "σ"), ("ς", "σ"), ("ﬃ", "ffi"), ("K", "k"), ("ſ", "s"), ("ı", "ı")]
        {
            assert_eq!(folded(capital, exact()), small, "{capital}");
        }
        assert_eq!(folded("İ", exact()), "i\u{307}");
        assert_eq!(folded("İ", Folding::default()), "i");
    }

    #[test]
    fn spellings_of_one_letter_are_equal() {
        assert_eq!(folded("e\u{301}", exact()), "é");
        assert_eq!(folded("q\u{323}\u{307}", exact()), folded("q\u{307}\u{323}", exact()));
        assert_eq!(folded("ｶﾞ", exact()), "ガ");
        assert_eq!(folded("\u{1100}\u{1161}\u{11a8}", exact()), "각");
        assert_eq!(folded("\u{212b}", exact()), "å");
    }

    #[test]
    fn decoration_goes_and_letters_stay() {
        for (from, to) in
            [("é", "e"), ("ø", "o"), ("Æ", "ae"), ("ё", "е"), ("й", "й"), ("ї", "ї"), ("が", "が"), ("कि", "कि")]
        {
            assert_eq!(folded(from, Folding::default()), to, "{from}");
        }
    }

    #[test]
    fn traditional_characters_become_simplified() {
        let zh = Folding { variants: Variants::Zh, ..Folding::default() };
        assert_eq!(folded("龍", zh), "龙");
    }
}
