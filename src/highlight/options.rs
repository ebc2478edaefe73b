//! What counts as a match.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;

use crate::text::fold::{Case, Diacritics, Folding, Variants};

/// What counts as a match. The default is how people search: capitals and accents do not count, a match may lie inside a
/// word, and of matches that overlap the leftmost and longest is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct FindOptions {
    /// Whether capitals count.
    pub case_sensitive: bool,
    /// Whether marks on letters count.
    pub diacritics: Diacritics,
    /// Where in a word a match may lie.
    pub whole_word: WholeWord,
    /// What becomes of matches that overlap.
    pub overlap: Overlap,
    /// Which spellings are taken for the same.
    pub variants: Variants,
}

/// Where in a word a match may lie. As data `false`, `true` and `"start"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WholeWord {
    /// Anywhere.
    #[default]
    Anywhere,
    /// From the start of a word to the end of one.
    Whole,
    /// From the start of a word, as in `resign*`.
    Start,
}

/// What becomes of matches that overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Overlap {
    /// The leftmost is taken, of those that begin together the longest, and the next is looked for after its end.
    #[default]
    Longest,
    /// Each match of each term is taken.
    All,
}

impl FindOptions {
    /// What is passed over when two texts are compared.
    pub(super) fn folding(&self) -> Folding {
        let case = if self.case_sensitive { Case::Exact } else { Case::Ignore };
        Folding { case, diacritics: self.diacritics, variants: self.variants }
    }
}

impl From<bool> for WholeWord {
    fn from(whole: bool) -> Self {
        if whole { WholeWord::Whole } else { WholeWord::Anywhere }
    }
}

impl<'de> Deserialize<'de> for WholeWord {
    fn deserialize<D: Deserializer<'de>>(data: D) -> Result<Self, D::Error> {
        data.deserialize_any(WholeWordVisitor)
    }
}

struct WholeWordVisitor;

impl Visitor<'_> for WholeWordVisitor {
    type Value = WholeWord;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("true, false or \"start\"")
    }

    fn visit_bool<E: de::Error>(self, whole: bool) -> Result<WholeWord, E> {
        Ok(whole.into())
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<WholeWord, E> {
        match name {
            "start" => Ok(WholeWord::Start),
            _ => Err(E::invalid_value(de::Unexpected::Str(name), &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_as_javascript_writes_them() {
        let text = r#"{"caseSensitive":true,"diacritics":"exact","wholeWord":"start","overlap":"all","variants":"zh"}"#;
        let options: FindOptions = serde_json::from_str(text).unwrap();
        assert_eq!(options.whole_word, WholeWord::Start);
        assert_eq!((options.diacritics, options.overlap), (Diacritics::Exact, Overlap::All));
        assert_eq!(serde_json::from_str::<FindOptions>("{}").unwrap(), FindOptions::default());
    }

    #[test]
    fn what_an_option_cannot_be_is_refused() {
        for text in [r#"{"wholeWord":"end"}"#, r#"{"overlap":1}"#, r#"{"fuzzy":true}"#] {
            assert!(serde_json::from_str::<FindOptions>(text).is_err(), "{text}");
        }
    }
}
