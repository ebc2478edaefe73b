//! The segmenter of builds without a browser: ICU4X with its own dictionaries.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

/// Cuts clauses of Chinese, Japanese, Thai, Lao, Khmer and Burmese into words, as `Intl.Segmenter` does in browsers (which
/// may know other words).
#[derive(Debug, Clone, Copy)]
pub struct Icu(WordSegmenterBorrowed<'static>);

impl Icu {
    /// The segmenter with the data that is compiled in.
    pub fn new() -> Self {
        Icu(WordSegmenter::new_auto(WordBreakInvariantOptions::default()))
    }

    /// The edges of the words of `clause`, both its ends among them, in UTF-8 bytes: what a
    /// [`Segmenter`](super::Segmenter) answers.
    pub fn edges(&self, clause: &str) -> Vec<usize> {
        self.0.segment_str(clause).collect()
    }
}

impl Default for Icu {
    fn default() -> Self {
        Icu::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_spaces_have_edges() {
        assert_eq!(Icu::new().edges("我爱中国"), [0, 3, 6, 12]);
        assert!(!Icu::new().edges("ภาษาไทย").contains(&9));
    }
}
