//! How a page is laid out around its best element: what repeats, where headings stand, how far a block is from the best.

use std::ops::Range;

use super::blocks::Sum;
use super::classes::Classes;
use super::place::Mark;
use super::reading::Reading;
use super::roles::Roles;
use crate::dom::{Document, Name, NodeId};

/// Facts about a page's layout that the features of its blocks share.
#[derive(Debug)]
pub(super) struct Layout {
    /// The blocks of the best element.
    pub best: Range<usize>,
    /// The best element and those above it, each with its blocks.
    pub best_above: Vec<(NodeId, Range<usize>)>,
    /// The blocks of the element with most running text for least of anything else.
    pub densest: Range<usize>,
    /// The blocks of the `main` element; none of a page without one.
    pub main: Range<usize>,
    /// By block: the last heading at or before it.
    pub headings: Vec<Option<usize>>,
    /// By block: the last `h1` at or before it.
    pub h1: Vec<Option<usize>>,
    /// The block that shows the title.
    pub title: Option<usize>,
    /// The highest number of siblings alike.
    pub most_alike_on_page: usize,
    /// Forms with text.
    pub forms: usize,
    /// The parts that blocks play in the page's templates.
    pub roles: Roles,
    /// What the page calls its parts.
    pub classes: Classes,
    /// By node: how many of its siblings, itself counted, are like it.
    alike: Vec<u32>,
    /// By node: which of it and the elements above it has most siblings like it.
    most_alike: Vec<NodeId>,
}

impl Layout {
    /// Looks a page over.
    pub fn new(reading: &Reading, title: Option<usize>) -> Self {
        let page = reading.page;
        let best = reading.scores.best.unwrap_or(NodeId::ROOT);
        let alike = alike(reading);
        let name = |wanted: Name| move |node: &NodeId| page.name(*node) == wanted;
        let main = page.all().find(name(Name::MAIN)).map_or(0..0, |node| reading.within(node));
        let forms = page.all().filter(name(Name::FORM)).filter(|node| !reading.within(*node).is_empty()).count();
        Layout {
            best: reading.within(best),
            best_above: page.ancestors_or_self(best).map(|node| (node, reading.within(node))).collect(),
            densest: densest(reading),
            main,
            headings: last(reading, |index| reading.block(index).place.has(Mark::Heading)),
            h1: last(reading, |index| page.name(reading.block(index).container) == Name::H1),
            title,
            most_alike_on_page: alike.iter().copied().max().unwrap_or(0) as usize,
            forms,
            most_alike: most_alike(page, &alike),
            roles: Roles::new(reading, &reading.within(best)),
            classes: Classes::read(reading),
            alike,
        }
    }

    /// How many elements above the best one is the first that holds a block too.
    pub fn steps(&self, index: usize) -> usize {
        self.best_above.iter().position(|(_, range)| range.contains(&index)).unwrap_or(self.best_above.len())
    }

    /// The blocks of the largest element around a block that does not hold the best one; in it, of its child around the block.
    pub fn section(&self, reading: &Reading, index: usize) -> Range<usize> {
        let Some((holder, _)) = self.best_above.get(self.steps(index)) else { return index..index + 1 };
        let first = reading.block(index).first;
        let below = reading.page.ancestors_or_self(first).take_while(|node| node != holder).last();
        let range = below.map_or(0..0, |node| reading.within(node));
        if range.contains(&index) { range } else { index..index + 1 }
    }

    /// How many siblings of `node`, itself counted, are like it.
    pub fn alike(&self, node: NodeId) -> usize {
        self.alike[node.index()] as usize
    }

    /// `node` or what is above it, whichever has most siblings like it.
    pub fn most_alike(&self, node: NodeId) -> NodeId {
        self.most_alike[node.index()]
    }
}

/// By block: the last at or before it that `is` one.
fn last(reading: &Reading, is: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut last = None;
    let step = |index: usize| {
        last = if is(index) { Some(index) } else { last };
        last
    };
    (0..reading.len()).map(step).collect()
}

/// The blocks of the element where paragraphs outweigh other text (at 0.6) and links (at 0.8) most.
fn densest(reading: &Reading) -> Range<usize> {
    let weight = |sum: Sum| {
        let [paragraphs, length, linked] = [sum.paragraphs, sum.length, sum.linked].map(i64::from);
        10 * paragraphs - 6 * (length - paragraphs) - 8 * linked
    };
    let mut found = (0, 0..0);
    for node in reading.page.all().filter(|node| reading.page.is_element(*node)) {
        let range = reading.within(node);
        let value = weight(reading.blocks.sum(range.clone()));
        if value > found.0 {
            found = (value, range);
        }
    }
    found.1
}

/// By node: how many siblings with text, itself counted, have its name and class.
fn alike(reading: &Reading) -> Vec<u32> {
    let page = reading.page;
    let mut alike = vec![0; page.len()];
    let mut children: Vec<(Name, &str, NodeId)> = Vec::new();
    for parent in page.all().filter(|node| reading.within(*node).len() > 1) {
        children.clear();
        let with_text =
            page.children(parent).filter(|node| page.is_element(*node) && !reading.within(*node).is_empty());
        children
            .extend(with_text.map(|node| (page.name(node), page.attr(node, Name::CLASS).unwrap_or_default(), node)));
        if children.len() < 2 {
            continue;
        }
        children.sort_unstable();
        for group in children.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            group.iter().for_each(|(.., node)| alike[node.index()] = group.len() as u32);
        }
    }
    alike
}

/// By node: which of it and the elements above it has most siblings alike, the nearest of equals.
fn most_alike(page: &Document, alike: &[u32]) -> Vec<NodeId> {
    let mut most: Vec<NodeId> = Vec::with_capacity(page.len());
    for node in page.all() {
        let above = page.parent(node).map(|above| most[above.index()]);
        let better = above.filter(|above| alike[above.index()] > alike[node.index()]);
        most.push(better.unwrap_or(node));
    }
    most
}
