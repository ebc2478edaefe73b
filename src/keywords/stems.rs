//! What the inflected forms of a word have in common.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use rust_stemmers::Stemmer;

use super::english;
use crate::text::is_small;

/// Bytes of a word that is stemmed, at most; a longer one is none.
const LONGEST: usize = 64;

/// Particles of Korean that follow nouns.
const PARTICLES: [&str; 26] = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
    "로",
    "만",
    "으로",
    "에서",
    "에게",
    "까지",
    "부터",
    "보다",
    "처럼",
    "이나",
    "에는",
    "에도",
    "에서는",
    "으로는",
    "이라고",
];

/// Finds the stems of a language.
pub(super) enum Stems {
    /// Words are their own stems.
    Whole,
    /// By [`english::stem`].
    English,
    /// By their particles.
    Korean,
    /// By a stemmer of the Snowball project.
    Snowball(Stemmer),
}

impl Stems {
    /// Makes a folded word its stem.
    pub fn stem(&self, word: &mut String) {
        match self {
            Stems::Whole => {}
            Stems::Korean => word.truncate(without_particle(word).len()),
            _ if word.len() > LONGEST || !is_letters(word) => {}
            Stems::English => english::stem(word),
            Stems::Snowball(stemmer) => *word = stemmer.stem(word).into_owned(),
        }
    }

    /// The stems of some words.
    pub fn of<'w>(&self, words: impl Iterator<Item = &'w str>) -> HashSet<String, FixedState> {
        let stems = words.map(|word| {
            let mut stem = word.to_owned();
            self.stem(&mut stem);
            stem
        });
        stems.collect()
    }
}

fn is_letters(word: &str) -> bool {
    is_small(word) || word.chars().all(char::is_alphabetic)
}

/// A Korean word without the particles that are written together with it.
fn without_particle(word: &str) -> &str {
    let bare = PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle));
    bare.filter(|bare| bare.chars().nth(1).is_some()).min_by_key(|bare| bare.len()).unwrap_or(word)
}
