//! Edges of words (UAX #29; in scripts without spaces by a segmenter), asked one at a time.

use unicode_segmentation::UnicodeSegmentation;

use super::is_unspaced;

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
        if self.edges.is_empty() {
            self.edges.resize(self.text.len(), Edge::Unknown);
        }
        if self.edges[at] == Edge::Unknown {
            match (is_unspaced(before) && is_unspaced(after), self.segmenter) {
                (true, None) => self.edges[at] = Edge::Yes,
                (true, Some(segmenter)) => self.settle_clause(at, segmenter),
                _ if is_blank(before) || is_blank(after) => self.edges[at] = Edge::Yes,
                _ => self.settle_run(at),
            }
        }
        self.edges[at] == Edge::Yes
    }

    /// Settles the run without blanks around `at`, save for positions within clauses, which are the segmenter's.
    fn settle_run(&mut self, at: usize) {
        let start = self.text[..at].rfind(is_blank).map_or(0, |blank| blank + self.blank_len(blank));
        let end = self.text[at..].find(is_blank).map_or(self.text.len(), |blank| at + blank);
        let mut before = ' ';
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

    fn blank_len(&self, at: usize) -> usize {
        self.text[at..].chars().next().map_or(0, char::len_utf8)
    }
}

/// UTF-8 bytes of the first characters of a script without spaces, at most `most` of them.
fn reach(chars: impl Iterator<Item = char>, most: usize) -> usize {
    chars.take(most).take_while(|&c| is_unspaced(c)).map(char::len_utf8).sum()
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
