//! The tree: nodes in document order in one vector, texts in one string.

use std::ops::Range;

use super::{Name, Names, NodeSet};
use crate::url;

/// A node of one document: its place in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// The document node, above all others.
    pub const ROOT: NodeId = NodeId(0);

    /// Its place in document order, for side tables; the root's is 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The node at a place in document order.
    pub(super) fn from_index(index: usize) -> Self {
        NodeId(index as u32)
    }
}

/// A run of siblings with all that they hold: `first` to `last`, which may be the same node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The first sibling.
    pub first: NodeId,
    /// The last sibling.
    pub last: NodeId,
}

impl From<NodeId> for Region {
    fn from(node: NodeId) -> Self {
        Region { first: node, last: node }
    }
}

#[derive(Debug)]
pub(super) struct Node {
    pub parent: u32,
    /// How many siblings stand before it.
    pub position: u32,
    /// One past the last descendant.
    pub end: u32,
    pub name: Name,
    /// Of a text: its bytes in the heap. Of an element: its attributes in the table.
    pub data: Range<u32>,
}

#[derive(Debug)]
pub(super) struct Attr {
    pub name: Name,
    pub value: Range<u32>,
}

/// A page: an immutable tree of elements and texts, in document order.
///
/// Comments, doctypes and contents of templates are not in it; adjacent texts are one node; open shadow trees stand in
/// their hosts' place with slots filled (the DOM standard's flat tree); the markup in a `noscript` is its children.
#[derive(Debug)]
pub struct Document {
    pub(super) nodes: Vec<Node>,
    pub(super) attrs: Vec<Attr>,
    pub(super) heap: String,
    pub(super) names: Names,
    pub(super) undisplayed: NodeSet,
    pub(super) url: Option<String>,
    pub(super) base: Option<url::Base>,
}

impl Document {
    /// The number of nodes, the root among them.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The indices of `id` and all its descendants.
    pub fn range(&self, id: NodeId) -> Range<usize> {
        id.index()..self.node(id).end as usize
    }

    /// The indices of a run of siblings and all their descendants.
    pub fn region_range(&self, region: Region) -> Range<usize> {
        region.first.index()..self.node(region.last).end as usize
    }

    /// All nodes in document order.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId::from_index)
    }

    /// The nodes of a range of indices, in document order.
    pub fn nodes_in(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (range.start..range.end.min(self.nodes.len())).map(NodeId::from_index)
    }

    /// `id` and all its descendants, in document order.
    pub fn subtree(&self, id: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        self.nodes_in(self.range(id))
    }

    /// The descendants of `id`, in document order.
    pub fn descendants(&self, id: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        let range = self.range(id);
        self.nodes_in(range.start + 1..range.end)
    }

    /// The children of `id`, in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let Range { start, end } = self.range(id);
        let mut next = start + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = NodeId::from_index(next);
                next = self.range(child).end;
                child
            })
        })
    }

    /// The parent of `id`; none for the root.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id != NodeId::ROOT).then(|| NodeId(self.node(id).parent))
    }

    /// The ancestors of `id`, nearest first, the root last.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |node| self.parent(*node))
    }

    /// `id`, then its ancestors.
    pub fn ancestors_or_self(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |node| self.parent(*node))
    }

    /// Whether `inner` is `outer` or one of its descendants.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        self.range(outer).contains(&inner.index())
    }

    /// The next sibling of `id`.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let end = self.range(id).end;
        let parent = self.parent(id)?;
        (end < self.range(parent).end).then(|| NodeId::from_index(end))
    }

    /// The previous sibling of `id`. Takes as many steps as the one before it is deep.
    pub fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.parent(id)?;
        let before = NodeId::from_index(id.index().checked_sub(1)?);
        self.ancestors_or_self(before).take_while(|node| *node != parent).last().filter(|_| before != parent)
    }

    /// The lowest node that is an ancestor of, or equal to, both.
    pub fn common_ancestor(&self, a: NodeId, b: NodeId) -> NodeId {
        self.ancestors_or_self(a).find(|node| self.contains(*node, b)).unwrap_or(NodeId::ROOT)
    }

    /// The name of an element; [`Name::TEXT`] of a text, [`Name::DOCUMENT`] of the root.
    pub fn name(&self, id: NodeId) -> Name {
        self.node(id).name
    }

    /// How a name is spelled.
    pub fn spelling(&self, name: Name) -> &str {
        self.names.text(name)
    }

    /// The name spelled `text`, if some element or attribute of the page has it.
    pub fn name_of(&self, text: &str) -> Option<Name> {
        self.names.get(text)
    }

    /// Whether `id` is an element.
    pub fn is_element(&self, id: NodeId) -> bool {
        self.name(id) > Name::TEXT
    }

    /// The text of a text node; none for elements.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        let node = self.node(id);
        (node.name == Name::TEXT).then(|| self.slice(&node.data))
    }

    fn slice(&self, range: &Range<u32>) -> &str {
        &self.heap[range.start as usize..range.end as usize]
    }

    /// The attributes of an element with their values, in the page's order; none for a text.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (Name, &str)> + '_ {
        self.attrs_of(id).iter().map(|attr| (attr.name, self.slice(&attr.value)))
    }

    fn attrs_of(&self, id: NodeId) -> &[Attr] {
        let node = self.node(id);
        let range = if node.name == Name::TEXT { 0..0 } else { node.data.start as usize..node.data.end as usize };
        &self.attrs[range]
    }

    /// The value of an attribute, as written.
    pub fn attr(&self, id: NodeId, name: Name) -> Option<&str> {
        let attr = self.attrs_of(id).iter().find(|attr| attr.name == name)?;
        Some(self.slice(&attr.value))
    }

    /// The first element of this name below `id`.
    pub fn find(&self, id: NodeId, name: Name) -> Option<NodeId> {
        self.descendants(id).find(|node| self.name(*node) == name)
    }

    /// The `html` element.
    pub fn html(&self) -> Option<NodeId> {
        self.children(NodeId::ROOT).find(|node| self.name(*node) == Name::HTML)
    }

    /// The `head` element.
    pub fn head(&self) -> Option<NodeId> {
        self.children(self.html()?).find(|node| self.name(*node) == Name::HEAD)
    }

    /// The `body` element (not a frameset).
    pub fn body(&self) -> Option<NodeId> {
        self.children(self.html()?).find(|node| self.name(*node) == Name::BODY)
    }

    /// Whether the page shows `id`: by what the browser said (a snapshot) or what the markup says (a text).
    pub fn is_displayed(&self, id: NodeId) -> bool {
        !self.undisplayed.contains(id)
    }

    /// The address of the page, as given.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// An address of the page made absolute: against `base`, or the page's own address. None where it can't be, or
    /// where its scheme is not one that a reader may follow (see [`url::is_safe`]).
    pub fn resolve(&self, address: &str) -> Option<String> {
        url::resolve(self.base.as_ref(), address)
    }

    /// Whether a node is a link to another page; one to a place or another query of this page is none.
    pub fn leads_elsewhere(&self, node: NodeId) -> bool {
        let Some(href) = self.attr(node, Name::HREF).filter(|_| self.name(node) == Name::A) else { return false };
        let path = |address: &str| address[..address.find(['?', '#']).unwrap_or(address.len())].to_owned();
        let here = self.url().map(path);
        match self.resolve(href) {
            Some(address) => address.starts_with("http") && here.is_none_or(|here| here != path(&address)),
            None => !href.is_empty() && !href.starts_with(['#', '?']) && url::scheme(href).is_none(),
        }
    }

    /// Where `region` stands: child indices from the root, the last one a range for a run of siblings (`/1/0/3:14-15`).
    pub fn path(&self, region: Region) -> String {
        let above = if region.first == region.last { Some(region.first) } else { self.parent(region.first) };
        let above = above.unwrap_or(NodeId::ROOT);
        let mut steps: Vec<usize> = self
            .ancestors_or_self(above)
            .filter(|node| *node != NodeId::ROOT)
            .map(|node| self.position(node))
            .collect();
        steps.reverse();
        let mut path: String = steps.iter().map(|step| format!("/{step}")).collect();
        if region.first != region.last {
            path += &format!(":{}-{}", self.position(region.first), self.position(region.last));
        }
        path
    }

    /// How many siblings stand before `node`.
    pub fn position(&self, node: NodeId) -> usize {
        self.node(node).position as usize
    }

    /// The run of siblings at a path, as [`Document::path`] writes it; none where the page has no such place.
    pub fn at_path(&self, path: &str) -> Option<Region> {
        let (steps, run) = path.split_once(':').map_or((path, None), |(steps, run)| (steps, Some(run)));
        let mut node = NodeId::ROOT;
        for step in steps.split('/').skip(1) {
            node = self.children(node).nth(step.parse().ok()?)?;
        }
        let Some(run) = run else { return Some(node.into()) };
        let (first, last) = run.split_once('-')?;
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        let region = Region { first: self.children(node).nth(first)?, last: self.children(node).nth(last)? };
        (first <= last).then_some(region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::Assembler;

    /// `<a><b>1</b><i/>2<b/></a>`
    fn small() -> Document {
        let mut page = Assembler::new(&crate::Limits::default());
        page.open("a");
        page.open("b");
        page.text("1").unwrap();
        page.close();
        page.open("i");
        page.close();
        page.text("2").unwrap();
        page.open("b");
        page.close();
        page.close();
        page.finish(None)
    }

    #[test]
    fn siblings_are_found_both_ways() {
        let page = small();
        let a = page.children(NodeId::ROOT).next().unwrap();
        let children: Vec<_> = page.children(a).collect();
        assert_eq!(children.len(), 4);
        for pair in children.windows(2) {
            assert_eq!(page.next_sibling(pair[0]), Some(pair[1]));
            assert_eq!(page.previous_sibling(pair[1]), Some(pair[0]));
        }
        assert_eq!(page.previous_sibling(children[0]), None);
        assert_eq!(page.next_sibling(children[3]), None);
        assert_eq!(page.previous_sibling(NodeId::ROOT), None);
    }

    #[test]
    fn paths_lead_back() {
        let page = small();
        for node in page.all() {
            assert_eq!(page.at_path(&page.path(node.into())), Some(node.into()), "{}", page.path(node.into()));
        }
        let run = page.at_path("/0:1-3").unwrap();
        assert_eq!(page.path(run), "/0:1-3");
        for bad in ["/9", "/0:3-1", "/0:1-9", "/x", "/0:1", "/0/-1"] {
            assert_eq!(page.at_path(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_common_ancestor_is_the_lowest() {
        let page = small();
        let text = page.all().find(|node| page.text(*node) == Some("1")).unwrap();
        let last = page.all().last().unwrap();
        assert_eq!(page.name(page.common_ancestor(text, last)), Name::A);
    }
}
