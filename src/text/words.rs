//! Edges of words (UAX #29; in scripts without spaces by a segmenter), asked one at a time.

use unicode_segmentation::UnicodeSegmentation;

use super::script::{is_ideograph, is_unspaced};

/// Cuts a clause of a script without spaces into words: gives the edges between them in UTF-8 bytes of the clause, in any
/// order. The two ends may be left out; positions off character boundaries are ignored.
pub type Segmenter<'a> = dyn Fn(&str) -> Vec<usize> + 'a;

/// How far a clause is read on either side of a question, in characters: segmenters are slow, some of them quadratic.
const REACH: usize = 128;
/// How much of what was read is settled on either side of the question where the clause was cut, in characters.
const SETTLED: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Unknown,
    No,
    Yes,
}

/// Answers where the words of a text begin and end. Words are found when first asked for, a run without white space (a
/// clause, in scripts without spaces) at a time, so that all answers cost at most time in proportion to the text.
pub struct Words<'t> {
    text: &'t str,
    segmenter: Option<&'t Segmenter<'t>>,
    edges: Vec<Edge>,
}

impl<'t> Words<'t> {
    /// The words of `text`. Without a segmenter each character of a script without spaces may begin or end a word.
    pub fn new(text: &'t str, segmenter: Option<&'t Segmenter<'t>>) -> Self {
        Words { text, segmenter, edges: Vec::new() }
    }

    /// Whether a word, a mark of punctuation or a run of white space begins or ends at `at`, a character boundary in UTF-8
    /// bytes. Both ends of the text are edges.
    pub fn is_edge(&mut self, at: usize) -> bool {
        let (Some(before), Some(after)) = (self.text[..at].chars().next_back(), self.text[at..].chars().next()) else {
            return true;
        };
        match (is_unspaced(before) && is_unspaced(after), self.segmenter) {
            (true, None) => true,
            (true, Some(segmenter)) => self.settled(at, |words| words.settle_clause(at, segmenter)),
            _ => match told(before, after) {
                Edge::Unknown => self.settled(at, |words| words.settle_run(at)),
                edge => edge == Edge::Yes,
            },
        }
    }

    /// Whether `at` is an edge, once `settle` has told what is around it.
    fn settled(&mut self, at: usize, settle: impl FnOnce(&mut Self)) -> bool {
        if self.edges.is_empty() {
            self.edges.resize(self.text.len(), Edge::Unknown);
        }
        if self.edges[at] == Edge::Unknown {
            settle(self);
        }
        self.edges[at] == Edge::Yes
    }

    /// Settles the run around `at`, save for positions within clauses, which are the segmenter's.
    fn settle_run(&mut self, at: usize) {
        let (start, end) = self.run_around(at);
        let mut before = self.text[..start].chars().next_back().unwrap_or(' ');
        for word in self.text[start..end].split_word_bounds() {
            let begin = word.as_ptr() as usize - self.text.as_ptr() as usize;
            for (offset, after) in word.char_indices() {
                let ours = !(is_unspaced(before) && is_unspaced(after));
                if ours {
                    self.edges[begin + offset] = if offset == 0 { Edge::Yes } else { Edge::No };
                }
                before = after;
            }
        }
    }

    /// Settles the clause around `at`, or the middle of it where it is long.
    fn settle_clause(&mut self, at: usize, segmenter: &Segmenter) {
        let start = at - reach(self.text[..at].chars().rev(), REACH);
        let end = at + reach(self.text[at..].chars(), REACH);
        let clause_begins = !self.text[..start].chars().next_back().is_some_and(is_unspaced);
        let clause_ends = !self.text[end..].chars().next().is_some_and(is_unspaced);
        let first = if clause_begins { start } else { at - reach(self.text[..at].chars().rev(), SETTLED) };
        let last = if clause_ends { end } else { at + reach(self.text[at..].chars(), SETTLED) };
        for edge in &mut self.edges[first.max(start + 1)..last] {
            if *edge == Edge::Unknown {
                *edge = Edge::No;
            }
        }
        for edge in segmenter(&self.text[start..end]) {
            let edge = start + edge;
            if edge > start && (first..last).contains(&edge) && self.text.is_char_boundary(edge) {
                self.edges[edge] = Edge::Yes;
            }
        }
    }

    /// The run around `at`: between blanks, which are none of it, or ideographs, which are, since a word begins at each whatever
    /// stands before.
    fn run_around(&self, at: usize) -> (usize, usize) {
        let parts = |&(_, c): &(usize, char)| is_blank(c) || is_ideograph(c);
        let (before, after) = self.text.split_at(at);
        let start = before.char_indices().rev().find(parts);
        let start = start.map_or(0, |(at, c)| if is_ideograph(c) { at } else { at + c.len_utf8() });
        let end = after.char_indices().find(parts);
        let end = end.map_or(after.len(), |(at, c)| if is_ideograph(c) { at + c.len_utf8() } else { at });
        (start, at + end)
    }
}

/// UTF-8 bytes of the first characters of a script without spaces, at most `most` of them.
fn reach(chars: impl Iterator<Item = char>, most: usize) -> usize {
    chars.take(most).take_while(|&c| is_unspaced(c)).map(char::len_utf8).sum()
}

/// Whether there is an edge between two characters of which not both are of a script without spaces, as far as they tell by themselves.
fn told(before: char, after: char) -> Edge {
    let letters = (before.is_ascii_alphabetic(), after.is_ascii_alphabetic());
    match letters {
        (true, true) => Edge::No,
        _ if is_blank(before) || is_blank(after) || is_ideograph(after) => Edge::Yes,
        _ if is_ideograph(before) && (after.is_ascii() || parts(after)) => Edge::Yes,
        (true, _) if parts(after) => Edge::Yes,
        (_, true) if parts(before) => Edge::Yes,
        _ => Edge::Unknown,
    }
}

/// Whether `c` is a mark that joins no letters (UAX #29, WB6 and WB13a), nor is joined to what stands before it.
fn parts(c: char) -> bool {
    matches!(c, '!'..='&' | '('..='-' | '/' | ';'..='@' | '[' | ']' | '“' | '”' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}' | '\u{ff01}'..='\u{ff06}' | '\u{ff08}'..='\u{ff0d}')
}

/// White space, and the mark that parts blocks.
fn is_blank(c: char) -> bool {
    c == '\0' || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn words<'t>(text: &'t str, segmenter: Option<&'t Segmenter<'t>>) -> Vec<&'t str> {
        let mut words = Words::new(text, segmenter);
        let edges: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at) && words.is_edge(at)).collect();
        edges.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn punctuation_is_an_edge_and_an_apostrophe_is_not() {
        assert_eq!(
            words("can't “go” 3.14؟ e\u{ad}x", None),
            ["can't", " ", "“", "go", "”", " ", "3.14", "؟", " ", "e\u{ad}x"]
        );
        assert_eq!(words("", None), [""; 0]);
    }

    #[test]
    fn without_a_segmenter_every_ideograph_is_a_word() {
        assert_eq!(words("iPhone手机", None), ["iPhone", "手", "机"]);
    }

    proptest::proptest! {
        #[test]
        fn edges_are_those_of_the_standard_whatever_is_asked_first(
            text in "[中文ab1_'.,!。、“—：，Ａ\u{300}\u{200d}\u{ad}]{0,12}", first in 0usize..12
        ) {
            let mut words = Words::new(&text, None);
            if text.is_char_boundary(first) {
                words.is_edge(first);
            }
            let standard: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).collect();
            for (at, _) in text.char_indices() {
                proptest::prop_assert_eq!(words.is_edge(at), standard.contains(&at), "{} {}", text, at);
            }
        }
    }

    #[test]
    fn a_segmenter_is_asked_once_for_each_clause() {
        let asked = Cell::new(0);
        let by_two = |clause: &str| {
            asked.set(asked.get() + 1);
            (0..clause.len()).step_by(6).collect()
        };
        assert_eq!(words("中国人民，万岁a万岁", Some(&by_two)), ["中国", "人民", "，", "万岁", "a", "万岁"]);
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn a_long_clause_is_cut_and_a_bad_segmenter_harmless() {
        let text = "中".repeat(1000);
        let longest = Cell::new(0);
        let bad = |clause: &str| {
            longest.set(longest.get().max(clause.chars().count()));
            vec![0, 1, 3, clause.len(), clause.len() + 7, usize::MAX / 2]
        };
        words(&text, Some(&bad));
        assert!(longest.get() <= 2 * REACH);
    }
}
