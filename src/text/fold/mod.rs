//! Folding: texts that a person takes for the same become the same bytes, with a map back.
//!
//! A text is cut into *pieces*: a letter with the marks that may compose with it, or a run of white space. Each piece is
//! folded by itself, so a term and a text fold alike wherever their pieces are the same, and [`Folded`] leads from folded
//! bytes back to whole pieces. White space becomes one space, default-ignorable characters become nothing, wide and narrow
//! forms their ordinary ones, canonically equivalent spellings one; case, diacritics and Chinese variants as asked.

mod letter;
mod map;
mod pass;
mod table;
mod variants;

pub use map::{Folded, Places, Span};

use std::ops::Range;

use serde::Deserialize;

/// Whether marks on letters count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Diacritics {
    /// `café` is `cafe`: accents, points and strokes are passed over. Marks that make another letter stay: kana voicing,
    /// the vowel signs of Indic scripts and Thai, Cyrillic `й`, `ў`, `ї`.
    #[default]
    Ignore,
    /// `café` is not `cafe`.
    Exact,
}

/// Whether capitals count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// Full Unicode case folding: `Straße` is `STRASSE`.
    #[default]
    Ignore,
    /// Capitals and small letters differ.
    Exact,
}

/// Which spellings of one script are taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Variants {
    /// None beyond canonical equivalence.
    #[default]
    None,
    /// Traditional Chinese characters and their simplified ones.
    Zh,
}

/// What folding passes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folding {
    /// Capitals.
    pub case: Case,
    /// Marks on letters.
    pub diacritics: Diacritics,
    /// Chinese spellings.
    pub variants: Variants,
}

/// Folds texts in one way. Holds no state of a text.
#[derive(Debug)]
pub struct Folder {
    folding: Folding,
    simplified: Option<variants::Simplified>,
}

impl Folder {
    /// A folder that passes over what `folding` says.
    pub fn new(folding: Folding) -> Self {
        let simplified = (folding.variants == Variants::Zh).then(variants::Simplified::new);
        Folder { folding, simplified }
    }

    /// Folds `text` in one pass, in time in proportion to its length. An empty text folds to an empty one.
    pub fn fold(&self, text: &str) -> Folded {
        pass::Pass::new(self, text, Folded::default()).run()
    }

    /// The folded forms of some texts, one behind the other, and where each stands, in bytes.
    pub fn fold_all<S: AsRef<str>>(&self, texts: &[S]) -> (Vec<u8>, Vec<Range<usize>>) {
        let mut places = Vec::with_capacity(texts.len());
        let mut folded = Folded::default();
        folded.bytes.reserve(texts.iter().map(|text| text.as_ref().len()).sum());
        for text in texts {
            let start = folded.bytes.len();
            folded = pass::Pass::new(self, text.as_ref(), folded).run();
            places.push(start..folded.bytes.len());
        }
        (folded.bytes, places)
    }
}
