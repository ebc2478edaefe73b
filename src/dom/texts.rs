//! The texts of a page's elements: as they stand, and as readers see them.

use std::ops::Range;

use super::{Document, Name, NodeId, Region};

impl Document {
    /// All text below (or of) `id`, as it stands in the tree, hidden text and data too.
    pub fn text_content(&self, id: NodeId) -> String {
        self.subtree(id).filter_map(|node| self.text(node)).collect()
    }

    /// All text below (or of) `id` that the page shows, words of different blocks parted, white space collapsed.
    pub fn visible_text(&self, id: NodeId) -> String {
        crate::text::collapse(&self.shown_text(self.range(id)))
    }

    /// All text of a run of siblings that the page shows, one line feed between blocks, no blank lines.
    pub fn region_text(&self, region: Region) -> String {
        lines(&self.shown_text(self.region_range(region)))
    }

    /// All text of a run of siblings, what the page does not show too, one line feed between blocks, no blank lines.
    pub fn region_source(&self, region: Region) -> String {
        lines(&self.text_where(self.region_range(region), |_| true))
    }

    /// The text that a range of nodes shows, a vertical tab (which no page shows) where a block or a line ends.
    fn shown_text(&self, range: Range<usize>) -> String {
        self.text_where(range, |node| self.is_displayed(node))
    }

    /// The text of the nodes of a range that `is_read`, parted in the same way.
    fn text_where(&self, range: Range<usize>, is_read: impl Fn(NodeId) -> bool) -> String {
        let mut out = String::new();
        let mut next = range.start;
        while next < range.end {
            let node = NodeId::from_index(next);
            let end = self.range(node).end;
            let skipped = self.name(node).is_unread() || !is_read(node);
            next = if skipped { end } else { next + 1 };
            if let Some(text) = self.text(node).filter(|_| !skipped) {
                out.push_str(text);
            } else if self.name(node).is_block() || self.name(node) == Name::BR {
                out.push('\u{b}');
            }
            if next == end && self.ends_block(node, end) {
                out.push('\u{b}');
            }
        }
        out
    }

    /// Whether a block ends where `node` does, at the index `end`.
    fn ends_block(&self, node: NodeId, end: usize) -> bool {
        self.ancestors_or_self(node)
            .take_while(|above| self.range(*above).end == end)
            .any(|above| self.name(above).is_block())
    }
}

/// The lines of a text whose blocks end in vertical tabs.
fn lines(text: &str) -> String {
    let lines = text.split('\u{b}').map(crate::text::collapse).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
