//! The cleaned tree: nodes in document order, texts and values in one string.

use std::ops::Range;

use super::tags::Tag;

/// An attribute of a cleaned element; its name is [`Attr::name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attr {
    Alt,
    Cite,
    Class,
    Colspan,
    Controls,
    Datetime,
    Dir,
    Height,
    Href,
    Id,
    Lang,
    Open,
    Poster,
    Preload,
    Reversed,
    Rowspan,
    Scope,
    Src,
    Start,
    Title,
    Type,
    Value,
    Width,
    /// One of MathML's, by its place in [`MATH_ATTRS`].
    Math(u8),
}

/// The attributes of MathML Core that DOMPurify knows, too.
pub(super) const MATH_ATTRS: &[&str] = &[
    "accent",
    "accentunder",
    "columnalign",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "width",
];

impl Attr {
    /// How it is spelled.
    pub fn name(self) -> &'static str {
        match self {
            Attr::Alt => "alt",
            Attr::Cite => "cite",
            Attr::Class => "class",
            Attr::Colspan => "colspan",
            Attr::Controls => "controls",
            Attr::Datetime => "datetime",
            Attr::Dir => "dir",
            Attr::Height => "height",
            Attr::Href => "href",
            Attr::Id => "id",
            Attr::Lang => "lang",
            Attr::Open => "open",
            Attr::Poster => "poster",
            Attr::Preload => "preload",
            Attr::Reversed => "reversed",
            Attr::Rowspan => "rowspan",
            Attr::Scope => "scope",
            Attr::Src => "src",
            Attr::Start => "start",
            Attr::Title => "title",
            Attr::Type => "type",
            Attr::Value => "value",
            Attr::Width => "width",
            Attr::Math(place) => MATH_ATTRS[usize::from(place)],
        }
    }
}

/// A node: of a text, `data` are its bytes in the heap; of an element, its attributes in the table.
#[derive(Debug)]
pub(super) struct Node {
    pub tag: Tag,
    /// One past the last descendant.
    pub end: u32,
    pub data: Range<u32>,
    /// The id that a link within the body points at, as an attribute; shared `data` has none.
    pub id: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    attrs: Vec<(Attr, Range<u32>)>,
    heap: String,
}

impl Tree {
    /// Adds an element whose end is not yet known.
    pub fn push(&mut self, tag: Tag, data: Range<u32>) -> u32 {
        let index = self.nodes.len() as u32;
        self.nodes.push(Node { tag, end: index + 1, data, id: None });
        index
    }

    /// Ends an element behind the node added last.
    pub fn close(&mut self, index: u32) {
        self.nodes[index as usize].end = self.nodes.len() as u32;
    }

    /// Adds a text.
    pub fn push_text(&mut self, text: &str) -> u32 {
        let data = self.store(text);
        self.push(Tag::Text, data)
    }

    /// Makes the text added last longer. Nothing may have been stored since.
    pub fn extend_text(&mut self, index: u32, text: &str) {
        let data = self.store(text);
        self.nodes[index as usize].data.end = data.end;
    }

    fn store(&mut self, text: &str) -> Range<u32> {
        let start = self.heap.len() as u32;
        self.heap.push_str(text);
        start..self.heap.len() as u32
    }

    /// Stores attributes, for as many elements as have the same.
    pub fn store_attrs(&mut self, list: &mut Vec<(Attr, String)>) -> Range<u32> {
        let start = self.attrs.len() as u32;
        for (attr, value) in list.drain(..) {
            let value = self.store(&value);
            self.attrs.push((attr, value));
        }
        start..self.attrs.len() as u32
    }

    /// Gives an element an id.
    pub fn set_id(&mut self, index: u32, id: &str) {
        let value = self.store(id);
        self.nodes[index as usize].id = Some(self.attrs.len() as u32);
        self.attrs.push((Attr::Id, value));
    }

    /// The bytes of text and of attribute values so far.
    pub fn size(&self) -> usize {
        self.heap.len()
    }

    /// The text of a text node.
    pub fn text(&self, node: &Node) -> &str {
        &self.heap[node.data.start as usize..node.data.end as usize]
    }

    /// The attributes of an element, its id first.
    pub fn attrs(&self, node: &Node) -> impl Iterator<Item = (Attr, &str)> {
        let listed = if node.tag == Tag::Text { 0..0 } else { node.data.start as usize..node.data.end as usize };
        let id = node.id.map_or(0..0, |id| id as usize..id as usize + 1);
        let all = self.attrs[id].iter().chain(&self.attrs[listed]);
        all.map(|(attr, value)| (*attr, &self.heap[value.start as usize..value.end as usize]))
    }

    /// The value of an attribute.
    pub fn attr(&self, node: &Node, wanted: Attr) -> Option<&str> {
        self.attrs(node).find(|(attr, _)| *attr == wanted).map(|(_, value)| value)
    }

    /// The children of a node, by their indices.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[index].end as usize;
        let first = Some(index + 1).filter(|first| *first < end);
        std::iter::successors(first, move |child| Some(self.nodes[*child].end as usize).filter(|next| *next < end))
    }

    /// Whether an element has no attributes.
    pub fn is_plain(&self, node: &Node) -> bool {
        node.data.is_empty() && node.id.is_none()
    }
}
