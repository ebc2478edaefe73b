//! Lines of Markdown: what stands before each, and what is due between two blocks.

use super::super::Output;
use crate::Error;

/// What is due before the next block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    /// A new line.
    Line,
    /// A blank line.
    Blank,
}

#[derive(Debug)]
pub(super) struct Lines {
    out: Output,
    /// What each line begins with: marks of quotations, indents of lists.
    prefix: String,
    /// The least of the prefix since the last block: a blank line shows no more.
    shared: usize,
    pub gap: Gap,
    /// Whether nothing was written in this line yet but the prefix and marks of lists.
    pub at_start: bool,
    /// Whether a mark was written last.
    marked: bool,
    /// Whether only digits were written in this line.
    pub counts: bool,
}

impl Lines {
    pub fn new(limit: usize, room: usize) -> Self {
        let out = Output::new(limit, room);
        Lines { out, prefix: String::new(), shared: 0, gap: Gap::None, at_start: true, marked: false, counts: false }
    }

    /// Begins a block: writes the gap before it.
    pub fn begin(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if gap == Gap::None {
            return;
        }
        if gap == Gap::Blank {
            self.out.text.push('\n');
            self.out.text.push_str(self.prefix[..self.shared].trim_end());
        }
        self.feed();
    }

    /// Ends a line and begins the next.
    pub fn feed(&mut self) {
        self.out.text.push('\n');
        self.out.text.push_str(&self.prefix);
        self.at_start = true;
        self.counts = false;
        self.marked = false;
    }

    /// Writes what stands in the current line.
    pub fn push(&mut self, text: &str) {
        self.out.text.push_str(text);
        self.shared = self.prefix.len();
        self.counts = (self.at_start || self.counts) && text.bytes().all(|byte| byte.is_ascii_digit());
        self.at_start = false;
        self.marked = false;
    }

    /// Writes a mark, or what ends with one.
    pub fn push_mark(&mut self, mark: &str) {
        self.push(mark);
        self.marked = true;
    }

    /// Writes the lines of preformatted text, none of them changed.
    pub fn push_lines(&mut self, text: &str) {
        for line in text.split('\n') {
            self.feed();
            if line.is_empty() {
                let end = self.out.text.trim_end_matches(' ').len();
                self.out.text.truncate(end);
            }
            self.push(line);
        }
    }

    /// Writes a mark at the start of this line, and `indent` before each line that follows.
    pub fn indent(&mut self, mark: &str, indent: &str) {
        self.out.text.push_str(mark);
        self.prefix.push_str(indent);
        self.at_start = true;
    }

    /// How long the prefix is, for [`Lines::outdent`].
    pub fn depth(&self) -> usize {
        self.prefix.len()
    }

    /// Cuts the prefix down to a length that it had.
    pub fn outdent(&mut self, depth: usize) {
        self.prefix.truncate(depth);
        self.shared = self.shared.min(depth);
    }

    /// The text written last.
    pub fn last(&self) -> Option<char> {
        if self.at_start { None } else { self.out.text.chars().next_back() }
    }

    /// Whether a mark of this sign was written last, and not text.
    pub fn ends_with(&self, sign: char) -> bool {
        self.marked && self.out.text.ends_with(sign)
    }

    /// Writes a backslash before the number sign that a heading ends with.
    pub fn escape_closing_sign(&mut self) {
        if self.out.text.ends_with('#') {
            self.out.text.pop();
            self.out.text.push_str("\\#");
        }
    }

    pub fn check(&self) -> Result<(), Error> {
        self.out.check()
    }

    pub fn finish(self) -> Result<String, Error> {
        self.out.finish()
    }
}
