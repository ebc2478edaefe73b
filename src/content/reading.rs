//! A page as `content` reads it: its blocks and what is known of each before any is chosen.

use std::cell::OnceCell;
use std::ops::Range;

use super::blocks::{Block, Blocks};
use super::copies::Copies;
use super::place::Mark;
use super::score::Scores;
use super::{comments, headline, kind, tables};
use crate::dom::{Document, NodeId};
use crate::labels::Hints;
use crate::text::collapse;

/// The measures of a page, all made before anything is decided.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub page: &'a Document,
    pub blocks: Blocks,
    pub copies: Copies,
    pub scores: Scores,
    tables: OnceCell<Vec<(NodeId, Range<usize>)>>,
}

impl<'a> Reading<'a> {
    /// Measures the texts of a page; gives the block that shows the title as well.
    pub fn new(page: &'a Document, hints: &Hints) -> (Self, Option<usize>) {
        let blocks = Blocks::read(page, page.body().unwrap_or(NodeId::ROOT));
        let copies = Copies::count(&blocks.list);
        let mut reading = Reading { page, blocks, copies, scores: Scores::default(), tables: OnceCell::new() };
        let headline = headline::find(&reading, hints);
        if kind::is_commented(page, hints) {
            comments::mark(&mut reading, headline);
        }
        reading.scores = Scores::new(page, &reading.blocks);
        (reading, headline)
    }

    /// Notes what is known of a block's place.
    pub fn mark(&mut self, index: usize, mark: Mark) {
        self.blocks.list[index].place.set(mark);
    }

    /// The number of blocks.
    pub fn len(&self) -> usize {
        self.blocks.list.len()
    }

    /// The block at an index.
    pub fn block(&self, index: usize) -> &Block {
        &self.blocks.list[index]
    }

    /// The indices of the blocks in `node`.
    pub fn within(&self, node: NodeId) -> Range<usize> {
        self.blocks.within(self.page, node)
    }

    /// The largest element that begins with a block.
    pub fn beginning_with(&self, index: usize) -> Option<NodeId> {
        let above = self.page.ancestors(self.block(index).first);
        above.take_while(|node| self.within(*node).start >= index).last()
    }

    /// The tables of data, each with its blocks, told when first asked for.
    pub fn tables(&self) -> &[(NodeId, Range<usize>)] {
        self.tables.get_or_init(|| tables::of_data(self))
    }

    /// The texts of a block, node by node.
    pub fn pieces(&self, index: usize) -> impl Iterator<Item = &'a str> + '_ {
        let (page, block) = (self.page, self.block(index));
        let mut next = block.first.index();
        std::iter::from_fn(move || {
            while next <= block.last.index() {
                let node = page.nodes_in(next..next + 1).next()?;
                next = if page.name(node).is_unread() { page.range(node).end } else { next + 1 };
                if let Some(text) = page.text(node) {
                    return Some(text);
                }
            }
            None
        })
    }

    /// The text of a block as a reader sees it.
    pub fn text(&self, index: usize) -> String {
        collapse(&self.pieces(index).collect::<String>())
    }
}
