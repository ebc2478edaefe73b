//! Pictures and their captions, brought together where the page does not say so with a `figure`.

use super::survey::Survey;
use super::tags::Tag;
use super::{Body, Picture};
use crate::dom::{Document, Name, NodeId};

/// How many siblings may stand between a picture and its caption, both included.
const NEAR: usize = 16;

/// An element to open before the node at `start`, and to close before the one at `end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    start: usize,
    pub end: usize,
    pub tag: Tag,
}

/// The figures and captions that the cleaned tree has and the page has not, in document order.
#[derive(Debug, Default)]
pub(super) struct Figures {
    parts: Vec<Part>,
    next: usize,
}

impl Figures {
    /// Finds them by the captions that `body` names.
    pub fn new(page: &Document, body: &Body, survey: &Survey) -> Self {
        let mut figures = Figures::default();
        for picture in body.pictures {
            figures.add(page, survey, picture);
        }
        figures.parts.sort_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
        figures
    }

    fn add(&mut self, page: &Document, survey: &Survey, picture: &Picture) -> Option<()> {
        let caption = picture.caption.filter(|caption| survey.range.contains(&caption.index()))?;
        let (words, inside) = (survey.facts(caption), |node: NodeId| survey.range.contains(&node.index()));
        let above = page.common_ancestor(picture.node, caption);
        if words.text == 0 || !inside(picture.node) || above == caption || above == picture.node {
            return None;
        }
        let figure = page.ancestors_or_self(above).find(|node| page.name(*node) == Name::FIGURE && inside(*node));
        if figure.is_none() {
            let (first, last) = (picture.node.min(caption), picture.node.max(caption));
            let start = child_with(page, above, first)?;
            let siblings = || std::iter::successors(Some(start), |node| page.next_sibling(*node)).take(NEAR);
            let end = siblings().find(|node| page.contains(*node, last)).map(|node| page.range(node).end)?;
            let text: u32 = siblings().take_while(|node| node.index() < end).map(|node| survey.facts(node).text).sum();
            let overlaps = self.parts.iter().rev().take(2).any(|part| start.index() < part.end);
            if text != words.text || overlaps {
                return None;
            }
            self.parts.push(Part { start: start.index(), end, tag: Tag::Figure });
        }
        if page.ancestors_or_self(caption).all(|node| page.name(node) != Name::FIGCAPTION) {
            let range = page.range(caption);
            self.parts.push(Part { start: range.start, end: range.end, tag: Tag::Figcaption });
        }
        Some(())
    }

    /// The part that begins at the node with this index, outermost first; each is given once.
    pub fn next_at(&mut self, index: usize) -> Option<Part> {
        while self.parts.get(self.next).is_some_and(|part| part.start < index) {
            self.next += 1;
        }
        let part = *self.parts.get(self.next).filter(|part| part.start == index)?;
        self.next += 1;
        Some(part)
    }
}

/// The child of `above` that `node` stands in.
fn child_with(page: &Document, above: NodeId, node: NodeId) -> Option<NodeId> {
    page.ancestors_or_self(node).find(|inner| page.parent(*inner) == Some(above))
}
