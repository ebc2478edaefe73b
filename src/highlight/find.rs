//! The finder.

use super::pattern::{Ending, Patterns, Wanted};
use super::{FindOptions, Overlap, Segmenter, WholeWord};
use crate::text::fold::{Folded, Folder, Places, Span};
use crate::text::{Graphemes, Words};
use crate::{Error, Limits};

/// An occurrence of a term, in UTF-8 bytes of the text. Both ends are edges of grapheme clusters and `start < end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Which term it is: its place in the list the finder was made of (of terms that fold alike, the first one's).
    pub term: usize,
}

/// What one match costs of the `output` limit, in bytes: three numbers of 32 bits.
const MATCH_BYTES: usize = 12;

/// Terms made ready to be found in any number of texts.
///
/// ```
/// use rubricate::{Limits, highlight::{FindOptions, Finder}};
/// let finder = Finder::new(&["cafe", "café noir"], &FindOptions::default(), &Limits::default())?;
/// let found = finder.find("Un CAFÉ\u{a0}noir.")?;
/// assert_eq!((found[0].start, found[0].end, found[0].term), (3, 14, 1));
/// # Ok::<(), rubricate::Error>(())
/// ```
#[derive(Debug)]
pub struct Finder {
    options: FindOptions,
    limits: Limits,
    folder: Folder,
    patterns: Patterns,
}

impl Finder {
    /// Makes `terms` ready. Empty terms, terms of white space and terms with U+0000 are never found; white space around a
    /// term does not count.
    ///
    /// # Errors
    /// [`Error::TooManyTerms`] for more terms than `limits` allow, [`Error::TooLarge`] for more bytes of them.
    pub fn new<S: AsRef<str>>(terms: &[S], options: &FindOptions, limits: &Limits) -> Result<Finder, Error> {
        if terms.len() > limits.terms {
            return Err(Error::TooManyTerms { limit: limits.terms, value: terms.len() });
        }
        within("bytes", limits.bytes, terms.iter().map(|term| term.as_ref().len()).sum())?;
        let folder = Folder::new(options.folding());
        let (folded, places) = folder.fold_all(terms);
        let patterns = places.into_iter().map(|place| folded[place].trim_ascii()).enumerate();
        let patterns = patterns.filter(|(_, folded)| !folded.is_empty() && !folded.contains(&0)).collect();
        Ok(Finder { options: *options, limits: *limits, patterns: Patterns::new(patterns), folder })
    }

    /// The matches in `text`, by start, of those that begin together the longest first. U+0000 parts blocks: no match holds it. In
    /// scripts without spaces whole words may begin and end at any character.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where `text` has more bytes than the limit, or the matches take more than the `output` limit.
    pub fn find(&self, text: &str) -> Result<Vec<Match>, Error> {
        self.search(text, None)
    }

    /// As [`Finder::find`]; where whole words are asked for in scripts without spaces, `segmenter` says where they end. It
    /// is asked only for clauses that hold a candidate.
    ///
    /// # Errors
    /// As [`Finder::find`].
    pub fn find_with<'t>(&self, text: &'t str, segmenter: &'t Segmenter<'t>) -> Result<Vec<Match>, Error> {
        self.search(text, Some(segmenter))
    }

    fn search<'t>(&self, text: &'t str, segmenter: Option<&'t Segmenter<'t>>) -> Result<Vec<Match>, Error> {
        within("bytes", self.limits.bytes, text.len())?;
        let folded = self.folder.fold(text);
        let mut judge = Judge::new(text, &folded, self.options.whole_word, segmenter);
        // What was passed over may part words.
        let words = self.options.whole_word != WholeWord::Anywhere && folded.is_seamless();
        let wanted = if words { Wanted::AtWords } else { Wanted::Anywhere };
        let mut found = Vec::new();
        let mut endings = Vec::new();
        let mut from = 0;
        while let Some(start) = self.patterns.next(&folded.bytes, from, wanted, &mut endings) {
            from = self.take(start, &endings, &mut judge, &mut found);
            within("output", self.limits.output, found.len() * MATCH_BYTES)?;
        }
        Ok(found)
    }

    /// Takes the matches that begin at folded byte `start`; gives where to look on.
    fn take(&self, start: usize, endings: &[Ending], judge: &mut Judge, found: &mut Vec<Match>) -> usize {
        let Some(from) = judge.begins(start) else { return start + 1 };
        for &(end, term) in endings.iter().rev() {
            let Some(to) = judge.ends(end) else { continue };
            found.push(Match { start: from, end: to, term });
            if self.options.overlap == Overlap::Longest {
                return end;
            }
        }
        start + 1
    }
}

/// An error where `value` bytes are more than `limit`.
fn within(what: &'static str, limit: usize, value: usize) -> Result<(), Error> {
    if value > limit { Err(Error::TooLarge { what, limit, value }) } else { Ok(()) }
}

/// Decides whether an occurrence in the folded text is a match in the text.
struct Judge<'t> {
    text: &'t str,
    places: Places<'t>,
    whole_word: WholeWord,
    graphemes: Graphemes<'t>,
    words: Words<'t>,
}

impl<'t> Judge<'t> {
    fn new(text: &'t str, folded: &'t Folded, whole_word: WholeWord, segmenter: Option<&'t Segmenter<'t>>) -> Self {
        let (graphemes, words) = (Graphemes::new(text), Words::new(text, segmenter));
        Judge { text, places: folded.places(), whole_word, graphemes, words }
    }

    /// Where in the text a match that begins at folded byte `at` begins; `None` where none may begin.
    fn begins(&mut self, at: usize) -> Option<usize> {
        let start = self.places.start(at)?;
        let edge =
            self.graphemes.is_edge(start) && (self.whole_word == WholeWord::Anywhere || self.words.is_edge(start));
        edge.then_some(start)
    }

    /// Where in the text a match that ends at folded byte `at` ends: at the first edge after its last character; what is
    /// passed over there (marks, joiners) is taken in as far as needed. `None` where there is no edge.
    fn ends(&mut self, at: usize) -> Option<usize> {
        let Span { end, limit } = self.places.end(at)?;
        let mut edge = end;
        while !self.is_end(edge) {
            edge += self.text[edge..limit].chars().next()?.len_utf8();
        }
        Some(edge)
    }

    fn is_end(&mut self, at: usize) -> bool {
        self.graphemes.is_edge(at) && (self.whole_word != WholeWord::Whole || self.words.is_edge(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, terms: &[&str], options: FindOptions) -> Vec<(&'t str, usize)> {
        let finder = Finder::new(terms, &options, &Limits::default()).unwrap();
        finder.find(text).unwrap().iter().map(|m| (&text[m.start..m.end], m.term)).collect()
    }

    #[test]
    fn the_leftmost_and_longest_is_taken() {
        let terms = ["c", "bc", "abc", "ab", "cd"];
        assert_eq!(found("abcd abd", &terms, FindOptions::default()), [("abc", 2), ("ab", 3)]);
        let all = FindOptions { overlap: Overlap::All, ..FindOptions::default() };
        assert_eq!(found("abcd", &terms, all), [("abc", 2), ("ab", 3), ("bc", 1), ("cd", 4), ("c", 0)]);
    }

    #[test]
    fn a_shorter_match_stands_in_where_the_longer_would_split_a_cluster() {
        assert_eq!(found("ab👨\u{200d}👩", &["ab👨", "ab"], FindOptions::default()), [("ab", 1)]);
    }

    #[test]
    fn marks_and_joiners_after_the_last_letter_are_taken_in() {
        assert_eq!(
            found("cafe\u{301}s co\u{ad}op", &["cafe", "co"], FindOptions::default()),
            [("cafe\u{301}", 0), ("co", 1)]
        );
    }

    #[test]
    fn terms_that_say_nothing_are_never_found() {
        assert_eq!(found("a \0 b", &["", " \u{a0}", "\u{ad}", "\0", " a ", "A"], FindOptions::default()), [("a", 4)]);
    }

    #[test]
    fn limits_are_errors_with_both_numbers() {
        let limits = Limits { terms: 1, bytes: 4, output: 23, ..Limits::default() };
        let all = FindOptions { overlap: Overlap::All, ..FindOptions::default() };
        assert_eq!(Finder::new(&["a", "b"], &all, &limits).unwrap_err(), Error::TooManyTerms { limit: 1, value: 2 });
        assert_eq!(Finder::new(&["abcde"], &all, &limits).unwrap_err().code(), "tooLarge");
        let finder = Finder::new(&["a"], &all, &limits).unwrap();
        assert_eq!(finder.find("aaaaa").unwrap_err(), Error::TooLarge { what: "bytes", limit: 4, value: 5 });
        assert_eq!(finder.find("aa").unwrap_err(), Error::TooLarge { what: "output", limit: 23, value: 24 });
    }

    #[test]
    fn words_are_segmented_only_where_a_candidate_stands() {
        let whole = FindOptions { whole_word: WholeWord::Whole, ..FindOptions::default() };
        let finder = Finder::new(&["中国", "cat"], &whole, &Limits::default()).unwrap();
        let asked = std::cell::RefCell::new(Vec::new());
        let text = format!("{}很多中国人。{}a cat", "研究生命起源。".repeat(50), "研究生命起源，".repeat(50));
        let found = finder.find_with(&text, &|clause: &str| {
            asked.borrow_mut().push(clause.to_owned());
            vec![0, 6, 15]
        });
        assert_eq!(found.unwrap().len(), 1);
        assert_eq!(asked.into_inner(), ["很多中国人"]);
    }

    #[test]
    fn many_matches_are_settled_as_few_are() {
        let text = "ab".repeat(50_000);
        let matches = found(&text, &["b", "ba", "ab", "aba"], FindOptions::default());
        let (first, rest) = matches.split_first().unwrap();
        assert_eq!(*first, ("aba", 3));
        assert!(rest[..rest.len() - 1].iter().all(|&found| found == ("ba", 1)));
        assert_eq!(matches.iter().map(|(word, _)| word.len()).sum::<usize>(), text.len());
    }
}
