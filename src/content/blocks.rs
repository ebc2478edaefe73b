//! The texts of a page as blocks: lines that a reader sees as one, each with what it measures and where it stands.

use super::measure::{Measure, WORD};
use super::place::{Mark, Place};
use crate::dom::{Document, Name, NodeId};
use crate::text::is_blank;

/// From this length a `noscript` holds the page's text, not a request to switch scripts on (`notes-content.md`, section 4).
const NOSCRIPT: u32 = 60 * WORD;

/// A run of text between two edges of blocks or line breaks.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The first of its text nodes.
    pub first: NodeId,
    /// The last of its text nodes.
    pub last: NodeId,
    /// The nearest element above it that is laid out as a block.
    pub container: NodeId,
    /// The whole text.
    pub text: Measure,
    /// The part of its length that stands in links.
    pub linked: u32,
    /// Text nodes that hold more than blanks.
    pub pieces: u16,
    /// Where it stands.
    pub place: Place,
}

impl Block {
    /// Its length, hundredths of a word.
    pub fn length(&self) -> u32 {
        self.text.length
    }

    /// Whether it is a paragraph: eight words or more, less than half of them in links (`notes-content.md`, section 5).
    pub fn is_paragraph(&self) -> bool {
        self.text.length >= 8 * WORD && self.linked * 2 < self.text.length
    }
}

/// `part` of `whole`, 0 where there is nothing.
pub(super) fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The blocks of a page in document order, with sums by which any element's share is told at once.
#[derive(Debug)]
pub(super) struct Blocks {
    pub list: Vec<Block>,
    /// By node: how many blocks begin before it.
    before: Vec<u32>,
    /// By block: the length of all blocks before it; one more at the end.
    length: Vec<u32>,
    linked: Vec<u32>,
    paragraphs: Vec<u32>,
}

/// What a run of blocks adds up to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// Blocks.
    pub count: u32,
    /// Length, hundredths of a word.
    pub length: u32,
    /// Of it, in links.
    pub linked: u32,
    /// Of it, in paragraphs.
    pub paragraphs: u32,
}

impl std::ops::Add for Sum {
    type Output = Sum;

    fn add(self, other: Sum) -> Sum {
        Sum {
            count: self.count + other.count,
            length: self.length + other.length,
            linked: self.linked + other.linked,
            paragraphs: self.paragraphs + other.paragraphs,
        }
    }
}

impl Sum {
    /// The share of the text that stands in links, 0 to 1.
    pub fn link_density(self) -> f32 {
        share(self.linked, self.length)
    }

    /// The share of the text that stands in paragraphs, 0 to 1.
    pub fn paragraph_share(self) -> f32 {
        share(self.paragraphs, self.length)
    }
}

impl Blocks {
    /// Reads the texts below `root`.
    pub fn read(page: &Document, root: NodeId) -> Self {
        let mut reader = Reader { page, list: Vec::with_capacity(256), current: None, line: false };
        reader.read(root);
        let mut list = reader.list;
        drop_short_noscripts(page, &mut list);
        Blocks::new(page, list)
    }

    fn new(page: &Document, list: Vec<Block>) -> Self {
        let mut before = Vec::with_capacity(page.len() + 1);
        for (index, block) in list.iter().enumerate() {
            before.resize(block.first.index() + 1, index as u32);
        }
        before.resize(page.len() + 1, list.len() as u32);
        let sums = |part: fn(&Block) -> u32| {
            let mut sum = 0u32;
            let tail = list.iter().map(move |block| {
                sum = sum.saturating_add(part(block));
                sum
            });
            std::iter::once(0).chain(tail).collect::<Vec<u32>>()
        };
        let length = sums(Block::length);
        let linked = sums(|block| block.linked);
        let paragraphs = sums(|block| if block.is_paragraph() { block.length() } else { 0 });
        Blocks { list, before, length, linked, paragraphs }
    }

    /// The indices of the blocks that begin in `node`.
    pub fn within(&self, page: &Document, node: NodeId) -> std::ops::Range<usize> {
        let range = page.range(node);
        self.before[range.start] as usize..self.before[range.end] as usize
    }

    /// What the blocks of a range of indices add up to.
    pub fn sum(&self, range: std::ops::Range<usize>) -> Sum {
        let part = |sums: &[u32]| sums[range.end] - sums[range.start];
        Sum {
            count: range.len() as u32,
            length: part(&self.length),
            linked: part(&self.linked),
            paragraphs: part(&self.paragraphs),
        }
    }

    /// What all blocks add up to.
    pub fn total(&self) -> Sum {
        self.sum(0..self.list.len())
    }

    /// What the blocks in `node` add up to.
    pub fn sum_of(&self, page: &Document, node: NodeId) -> Sum {
        self.sum(self.within(page, node))
    }
}

/// Leaves out what stands in a `noscript` that does not hold the page's text.
fn drop_short_noscripts(page: &Document, list: &mut Vec<Block>) {
    if !list.iter().any(|block| block.place.has(Mark::Noscript)) {
        return;
    }
    let above = |block: &Block| {
        let inside = block.place.has(Mark::Noscript);
        page.ancestors(block.first).find(|node| inside && page.name(*node) == Name::NOSCRIPT)
    };
    let runs = list.chunk_by(|one, other| above(one) == above(other));
    let keep: Vec<bool> = runs
        .flat_map(|run| {
            let length: u32 = run.iter().map(Block::length).sum();
            std::iter::repeat_n(above(&run[0]).is_none() || length >= NOSCRIPT, run.len())
        })
        .collect();
    let mut keep = keep.into_iter();
    list.retain(|_| keep.next().unwrap_or(true));
}

/// The pass over the nodes in document order.
struct Reader<'a> {
    page: &'a Document,
    list: Vec<Block>,
    current: Option<Block>,
    /// Whether the next text begins a line.
    line: bool,
}

/// An element whose place differs from its parent's, or that is a block.
struct Open {
    end: usize,
    place: Place,
    container: NodeId,
    is_block: bool,
}

impl Reader<'_> {
    fn read(&mut self, root: NodeId) {
        let page = self.page;
        let range = page.range(root);
        let mut open = vec![Open { end: range.end, place: Place::default(), container: root, is_block: true }];
        let mut next = range.start;
        while next < range.end {
            while open.len() > 1 && open.last().is_some_and(|top| top.end <= next) {
                self.line |= open.pop().is_some_and(|top| top.is_block);
            }
            let Some(node) = page.nodes_in(next..next + 1).next() else { break };
            let Some(top) = open.last() else { break };
            next += 1;
            if let Some(text) = page.text(node) {
                self.text(node, text, top);
                continue;
            }
            let name = page.name(node);
            if name.is_unread() {
                next = page.range(node).end;
                continue;
            }
            let is_block = edges(name);
            self.line |= is_block || name == Name::BR;
            let place = top.place.below(page, node);
            if is_block || place != top.place {
                let container = if is_block { node } else { top.container };
                open.push(Open { end: page.range(node).end, place, container, is_block });
            }
        }
        self.close();
    }

    fn text(&mut self, node: NodeId, text: &str, at: &Open) {
        if is_blank(text) {
            return;
        }
        if self.line {
            self.close();
        }
        let mut place = at.place;
        if !self.page.is_displayed(node) {
            place.set(Mark::Hidden);
            if is_folded(self.page, node) {
                place.set(Mark::Folded);
            }
        }
        let block = self.current.get_or_insert_with(|| Block {
            first: node,
            last: node,
            container: at.container,
            text: Measure::default(),
            linked: 0,
            pieces: 0,
            place,
        });
        let before = block.text.length;
        block.text.add(text);
        block.last = node;
        block.pieces = block.pieces.saturating_add(1);
        if place.has(Mark::Link) {
            block.linked += block.text.length - before;
        }
    }

    fn close(&mut self) {
        self.line = false;
        if let Some(block) = self.current.take().filter(|block| block.text.length > 0) {
            self.list.push(block);
        }
    }
}

/// Whether a press on the page's own summary shows a text.
fn is_folded(page: &Document, text: NodeId) -> bool {
    page.ancestors(text).any(|node| page.name(node) == Name::DETAILS && page.attr(node, Name::OPEN).is_none())
}

/// Whether an element parts the text around it: a block, or a control that is drawn as a box of its own.
fn edges(name: Name) -> bool {
    name.is_block() || matches!(name, Name::BUTTON | Name::SELECT | Name::TEXTAREA | Name::SVG)
}
