//! Which lines belong to teasers of other texts: items alike, each with a day and a link that leads elsewhere.

use crate::dom::{Document, Name, NodeId};
use crate::text::is_unspaced;

/// How far above a line its item is looked for, how many nodes an item has at most, and how many of its kind are looked at.
const ABOVE: usize = 8;
const LARGEST: usize = 200;
const SIBLINGS: usize = 12;

/// How many items alike make a list.
const LIST: usize = 3;

/// What teasers are told by.
pub(in crate::metadata) struct Teasers<'a, F> {
    pub page: &'a Document,
    pub headline: Option<NodeId>,
    /// How many times longer than its title a teaser may be.
    pub longest: usize,
    /// Whether an item holds a day.
    pub is_dated: F,
}

impl<F: Fn(NodeId) -> bool> Teasers<'_, F> {
    /// Whether a node stands in a teaser: one of three items alike or more, each with a day and a link that leads
    /// elsewhere. What holds the headline is none, unless the headline is itself such a link.
    pub fn hold(&self, node: NodeId) -> bool {
        let page = self.page;
        let around = |headline: NodeId| page.ancestors(headline).take(4).chain(page.subtree(headline));
        let own = self.headline.filter(|headline| !around(*headline).any(|node| page.leads_elsewhere(node)));
        let is_apart =
            |item: &NodeId| page.range(*item).len() <= LARGEST && !own.is_some_and(|own| page.contains(*item, own));
        let mut items = page.ancestors(node).take(ABOVE).take_while(is_apart);
        items.any(|item| self.is_item(item) && self.is_listed(item))
    }

    fn is_listed(&self, item: NodeId) -> bool {
        let Some(parent) = self.page.parent(item) else { return false };
        let alike = self.page.children(parent).filter(|other| are_alike(self.page, item, *other)).take(SIBLINGS);
        alike.filter(|other| self.is_teaser(*other) && (self.is_dated)(*other)).take(LIST).count() == LIST
    }

    /// Whether an element can be one of a list of teasers: it holds a link that leads elsewhere, whatever its text.
    fn is_item(&self, item: NodeId) -> bool {
        self.page.is_element(item) && self.page.subtree(item).any(|node| self.page.leads_elsewhere(node))
    }

    /// Whether an element is small and holds a link that leads elsewhere and whose text is not too small a part of its own.
    fn is_teaser(&self, item: NodeId) -> bool {
        if !self.page.is_element(item) || self.page.range(item).len() > LARGEST {
            return false;
        }
        let links = self.page.subtree(item).filter(|node| self.page.name(*node) == Name::A);
        let is_title = |(node, text): &(NodeId, String)| is_title(text) || self.is_headed(*node, text);
        let titles = links.map(|node| (node, self.page.visible_text(node))).filter(is_title);
        let lengths = titles.filter(|(node, _)| self.page.leads_elsewhere(*node)).map(|(_, text)| text.len());
        lengths.max().is_some_and(|title| title * self.longest >= self.page.visible_text(item).len())
    }

    /// Whether a link is a heading of its own.
    fn is_headed(&self, link: NodeId, text: &str) -> bool {
        let around = self.page.ancestors(link).take(2).chain(self.page.subtree(link));
        !text.is_empty() && around.into_iter().any(|node| self.page.name(node).is_heading())
    }
}

/// Whether two children of an element are items of one list: by their element where that says so, else also by their class.
fn are_alike(page: &Document, a: NodeId, b: NodeId) -> bool {
    let name = page.name(a);
    let says = matches!(name, Name::ARTICLE | Name::LI | Name::TR | Name::P | Name::DD | Name::A);
    let class = page.attr(a, Name::CLASS);
    page.name(b) == name && (says || (class.is_some() && class == page.attr(b, Name::CLASS)))
}

/// Whether the text of a link is long enough for a title.
fn is_title(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= if text.chars().any(is_unspaced) { 6 } else { 14 }
}
