//! The cleaned tree as plain text.

use super::Output;
use super::tags::Tag;
use super::tree::{Node, Tree};
use crate::Error;

/// Writes the tree as text of at most `limit` UTF-8 bytes: a line feed between blocks and for each break, a tab between
/// the cells of a row, a space between the signs of a formula, and outside of `pre` a space for no-break spaces, which are a matter of setting.
pub(super) fn write(tree: &Tree, limit: usize) -> Result<String, Error> {
    let mut lines =
        Lines { out: Output::new(limit, tree.size()), feed: false, tabs: 0, formula: false, rows: Vec::new() };
    let mut open: Vec<&Node> = Vec::new();
    for (index, node) in tree.nodes.iter().enumerate().skip(1) {
        lines.close(&mut open, index);
        if node.tag.is_token() && node.end as usize > index + 1 {
            lines.sign();
        }
        if node.tag == Tag::Text {
            lines.begin_text();
            let text = tree.text(node);
            if text.contains(is_no_break) && !open.iter().any(|node| node.tag == Tag::Pre) {
                lines.spaced(text);
            } else {
                lines.out.text.push_str(text);
            }
            lines.out.check()?;
            continue;
        }
        lines.start(node.tag);
        if node.tag.is_block() {
            open.push(node);
        }
    }
    lines.out.finish()
}

struct Lines {
    out: Output,
    /// Whether a line feed is due before the next text, and how many tabs.
    feed: bool,
    tabs: usize,
    /// Whether a formula begins here: its first sign follows what stands before it at once.
    formula: bool,
    /// For each open row the length of the text before it, and whether a cell of it was begun.
    rows: Vec<(usize, bool)>,
}

impl Lines {
    fn begin_text(&mut self) {
        if std::mem::take(&mut self.feed) && !self.out.text.is_empty() {
            self.out.text.push('\n');
        }
        for _ in 0..std::mem::take(&mut self.tabs) {
            self.out.text.push('\t');
        }
    }

    /// Begins a sign of a formula, parted from the one before it.
    fn sign(&mut self) {
        let parted = self.out.text.is_empty() || self.feed || self.out.text.ends_with(char::is_whitespace);
        if !std::mem::take(&mut self.formula) && !parted {
            self.out.text.push(' ');
        }
    }

    /// Adds `text`, each run of spaces with a no-break one as a space.
    fn spaced(&mut self, text: &str) {
        for c in text.chars().map(|c| if is_no_break(c) { ' ' } else { c }) {
            if c != ' ' || !self.out.text.ends_with(' ') {
                self.out.text.push(c);
            }
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Tr => {
                self.line();
                self.rows.push((self.out.text.len(), false));
            }
            Tag::Th | Tag::Td => self.cell(),
            Tag::Br => self.feed = true,
            Tag::Math => self.formula = true,
            _ if tag.is_block() => self.feed |= self.tabs == 0,
            _ => {}
        }
    }

    fn line(&mut self) {
        self.feed = true;
        self.tabs = 0;
    }

    fn cell(&mut self) {
        let Some((before, begun)) = self.rows.last_mut() else { return };
        if std::mem::replace(begun, true) {
            self.tabs += 1;
            self.feed &= self.out.text.len() == *before;
        }
    }

    fn close(&mut self, open: &mut Vec<&Node>, index: usize) {
        while let Some(node) = open.pop_if(|node| node.end as usize <= index) {
            if node.tag == Tag::Tr {
                self.rows.pop();
                self.line();
            } else {
                self.feed |= self.tabs == 0;
            }
        }
    }
}

/// Whether `c` is a space at which no line may end: of common width, of a figure's, or narrow.
fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
