//! The stems of English words (Porter2: Porter, *The English (Porter2) stemming algorithm*, snowballstem.org), for texts whose words
//! are stemmed by the hundred; letters beyond ASCII are consonants.

use crate::text::eight::{HIGH, bits, equal, padded};

/// Words that are whole once the ending of the plural is off.
const WHOLE: [&str; 8] = ["succeed", "proceed", "exceed", "canning", "inning", "earring", "herring", "outing"];

/// Beginnings after which the first region begins, wherever their vowels stand.
const BEGINNINGS: [&str; 3] = ["gener", "commun", "arsen"];

/// Endings of derived words, the longer first, and what takes their place.
struct Endings {
    all: &'static [(&'static str, &'static str)],
    /// For each last letter of theirs the ones before it, a bit each: most words end in none of these pairs.
    letters: [u32; 32],
}

impl Endings {
    const fn new(all: &'static [(&'static str, &'static str)]) -> Endings {
        let mut letters = [0; 32];
        let mut at = 0;
        while at < all.len() {
            let ending = all[at].0.as_bytes();
            letters[place(ending[ending.len() - 1])] |= 1 << place(ending[ending.len() - 2]);
            at += 1;
        }
        Endings { all, letters }
    }

    /// The longest of them that a word has.
    fn of(&self, word: &str) -> Option<(&'static str, &'static str)> {
        let [.., before, last] = *word.as_bytes() else { return None };
        if self.letters[place(last)] >> place(before) & 1 == 0 {
            return None;
        }
        self.all.iter().find(|(ending, _)| word.ends_with(ending)).copied()
    }
}

/// The place of a letter among 32; others share theirs.
const fn place(letter: u8) -> usize {
    letter as usize & 31
}

/// Words that have a stem of their own, or are theirs.
const EXCEPTIONS: Endings = Endings::new(&[
    ("andes", "andes"),
    ("atlas", "atlas"),
    ("bias", "bias"),
    ("cosmos", "cosmos"),
    ("dying", "die"),
    ("early", "earli"),
    ("gently", "gentl"),
    ("howe", "howe"),
    ("idly", "idl"),
    ("lying", "lie"),
    ("news", "news"),
    ("only", "onli"),
    ("singly", "singl"),
    ("skies", "sky"),
    ("skis", "ski"),
    ("sky", "sky"),
    ("tying", "tie"),
    ("ugly", "ugli"),
]);

const PARTICIPLES: Endings =
    Endings::new(&[("eedly", "ee"), ("ingly", ""), ("edly", ""), ("eed", "ee"), ("ing", ""), ("ed", "")]);

const DERIVED: Endings = Endings::new(&[
    ("ization", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("bli", "ble"),
    ("ogi", "og"),
    ("li", ""),
]);

const TWICE_DERIVED: Endings = Endings::new(&[
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ative", ""),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
]);

const LAST: Endings = Endings::new(&[
    ("ement", ""),
    ("ance", ""),
    ("ence", ""),
    ("able", ""),
    ("ible", ""),
    ("ment", ""),
    ("ate", ""),
    ("ive", ""),
    ("ize", ""),
    ("iti", ""),
    ("ant", ""),
    ("ent", ""),
    ("ism", ""),
    ("ous", ""),
    ("ion", ""),
    ("al", ""),
    ("er", ""),
    ("ic", ""),
]);

/// Makes a word of lower case letters its stem.
pub(super) fn stem(word: &mut String) {
    if word.len() < 3 {
        return;
    }
    if let Some((_, stem)) = EXCEPTIONS.of(word).filter(|(whole, _)| whole.len() == word.len()) {
        word.clear();
        word.push_str(stem);
        return;
    }
    let vowels = vowels(word.as_bytes());
    let first = match BEGINNINGS.iter().find(|beginning| word.starts_with(**beginning)) {
        Some(beginning) => beginning.len(),
        None => region(vowels, word.len(), 0),
    };
    let regions = [first, region(vowels, word.len(), first)];
    take_plural(word, vowels);
    if let Some((ending, to)) = PARTICIPLES.of(word) {
        if WHOLE.contains(&word.as_str()) {
            return;
        }
        let rest = word.len() - ending.len();
        match to {
            "ee" if rest >= first => word.truncate(rest + to.len()),
            "" if has_vowel(vowels, rest) => {
                word.truncate(rest);
                mend(word, first);
            }
            _ => {}
        }
    }
    soften(word, vowels);
    derive(word, &DERIVED, first, |rest, ending| match ending {
        "ogi" => rest.ends_with('l'),
        "li" => rest.ends_with(['c', 'd', 'e', 'g', 'h', 'k', 'm', 'n', 'r', 't']),
        _ => true,
    });
    derive(word, &TWICE_DERIVED, first, |rest, ending| ending != "ative" || rest.len() >= regions[1]);
    derive(word, &LAST, regions[1], |rest, ending| ending != "ion" || rest.ends_with(['s', 't']));
    take_final(word, regions);
}

/// Which letters of a word, of its first 64 bytes, are vowels: a bit each, from the lowest on; *y* is one after a consonant.
fn vowels(word: &[u8]) -> u64 {
    let (mut vowels, mut unsure) = (0, 0);
    for (letters, at) in word.chunks(8).map(padded).zip((0..u64::BITS).step_by(8)) {
        let ascii = letters & !HIGH;
        let sure = b"aeiou".iter().fold(0, |sure, vowel| sure | equal(ascii, *vowel));
        vowels |= bits(sure & !letters) << at;
        unsure |= bits(equal(ascii, b'y') & !letters) << at;
    }
    // The first letter has no consonant before it.
    unsure &= !1;
    while unsure != 0 {
        let y = unsure & unsure.wrapping_neg();
        vowels |= y & !(vowels << 1);
        unsure ^= y;
    }
    vowels
}

/// Whether a vowel is among the first letters, so many bytes.
fn has_vowel(vowels: u64, length: usize) -> bool {
    (vowels.trailing_zeros() as usize) < length
}

/// What follows the first consonant after a vowel, from `from` on, in a word of so many letters.
fn region(vowels: u64, length: usize, from: usize) -> usize {
    let Some(rest) = vowels.checked_shr(from as u32) else { return length };
    let vowel = rest.trailing_zeros();
    let Some(rest) = rest.checked_shr(vowel) else { return length };
    (from + (vowel + rest.trailing_ones()) as usize + 1).min(length)
}

/// Whether a word ends in a short syllable: *hop*, *at*.
fn ends_short(word: &[u8]) -> bool {
    let vowels = vowels(word);
    match word.len() {
        0 | 1 => false,
        2 => vowels & 0b11 == 0b01,
        length => vowels >> (length - 3) & 0b111 == 0b010 && !matches!(word[length - 1], b'w' | b'x' | b'y'),
    }
}

/// Replaces an ending that begins in the region, where `may` allows it for what stands before.
fn derive(word: &mut String, endings: &Endings, region: usize, may: impl Fn(&str, &str) -> bool) {
    let Some((ending, to)) = endings.of(word) else { return };
    let rest = word.len() - ending.len();
    if rest >= region && may(&word[..rest], ending) {
        word.truncate(rest);
        word.push_str(to);
    }
}

fn take_plural(word: &mut String, vowels: u64) {
    let length = word.len();
    if word.ends_with("sses") {
        word.truncate(length - 2);
    } else if word.ends_with("ied") || word.ends_with("ies") {
        let long = word[..length - 3].chars().nth(1).is_some();
        word.truncate(length - if long { 2 } else { 1 });
    } else if let Some(rest) = word.strip_suffix('s')
        && !rest.ends_with(['s', 'u'])
        && rest.char_indices().next_back().is_some_and(|(last, _)| has_vowel(vowels, last))
    {
        word.truncate(length - 1);
    }
}

/// Gives what a participle was made of its *e* back, or takes its second consonant: *hoping*, *hopping*.
fn mend(word: &mut String, first: usize) {
    let doubled = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];
    if ["at", "bl", "iz"].iter().any(|end| word.ends_with(end)) || (word.len() == first && ends_short(word.as_bytes()))
    {
        word.push('e');
    } else if doubled.iter().any(|end| word.ends_with(end)) {
        word.pop();
    }
}

/// *cry* as in *cries*.
fn soften(word: &mut String, vowels: u64) {
    let length = word.len();
    if length > 2 && word.ends_with('y') && vowels >> (length - 2) & 1 == 0 {
        word.pop();
        word.push('i');
    }
}

/// Takes a final *e*, and one of two *l*.
fn take_final(word: &mut String, [first, second]: [usize; 2]) {
    let Some(rest) = word.len().checked_sub(1) else { return };
    let goes = match word.as_bytes()[rest] {
        b'e' => rest >= second || (rest >= first && !ends_short(&word.as_bytes()[..rest])),
        b'l' => rest >= second && word[..rest].ends_with('l'),
        _ => false,
    };
    if goes {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::*;

    fn stemmed(word: &str) -> String {
        let mut word = word.to_owned();
        stem(&mut word);
        word
    }

    proptest! {
        #[test]
        fn it_is_the_stemmer_of_the_snowball_project(
            word in "(gener|commun|arsen|[b-df-hj-np-tv-z]{0,2}[aeiouy][a-z]{0,3}|[a-z]{0,6})\
                     (at|bl|iz|tt|l|log|ion|ive|al|ous|ful|ness|less|abl|ibl|ent|ant|iz|ic|y|ee){0,2}\
                     (s|es|ies|ied|ed|edly|ing|ingly|eed|e|li|ly|ity|iti|ation|izer|ator|ism|ment|ement|er|y|ll){0,2}"
        ) {
            prop_assert_eq!(stemmed(&word), Stemmer::create(Algorithm::English).stem(&word).into_owned());
        }
    }

    #[test]
    fn exceptions_are_those_of_the_snowball_project() {
        let stemmer = Stemmer::create(Algorithm::English);
        let own =
            "andes atlas bias cosmos dying early gently howe idly lying news only singly skies skis sky tying ugly";
        for word in own.split(' ').chain(WHOLE).chain(["herrings", "inn", "ties", "gas", "yy"]) {
            assert_eq!(stemmed(word), stemmer.stem(word), "{word}");
        }
    }
}
