//! What lies below each node of the body, known before the cleaned tree is begun.

use std::ops::{BitOr, Range};

use super::attributes::is_picture;
use super::tags::{Role, is_opaque, role};
use super::{Body, Picture, media};
use crate::dom::{Document, Name, NodeId};
use crate::text::is_indent;

/// What may be said of a node, each a bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// It holds text or pictures of the body.
    pub const CONTENT: Marks = Marks(1);
    /// A text of the body, blank or not, that is not within code or a control.
    pub const SHOWN: Marks = Marks(2);
    /// A picture of the body stands in its place.
    pub const PICTURE: Marks = Marks(4);
    /// It and all below it are left out.
    pub const DROPPED: Marks = Marks(8);
    /// A list item stands below it, in nothing else that stays, as another list.
    const ITEM: Marks = Marks(16);
    /// A `dt` stands below it, likewise.
    const TERM: Marks = Marks(32);
    /// A header cell stands below it, in no other table.
    const HEADER: Marks = Marks(64);
    const TABLE: Marks = Marks(128);
    const HEADING: Marks = Marks(256);
    const BLOCK: Marks = Marks(512);
    /// Code or a quotation stands below it.
    const PASSAGE: Marks = Marks(1024);
    /// A player or an embedded page stands in its place.
    pub const MEDIA: Marks = Marks(2048);

    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    pub fn touches(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    fn without(self, other: Marks) -> Marks {
        Marks(self.0 & !other.0)
    }
}

impl BitOr for Marks {
    type Output = Marks;
    fn bitor(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

/// What is known of one node and all below it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    pub marks: Marks,
    /// UTF-8 bytes of text that are not blanks.
    pub text: u32,
    /// Of a list, its items with content; of a row, its cells; of a table, the cells of its longest row.
    parts: u32,
    /// The text of the longest cell below.
    longest: u32,
}

/// Text from which a list's only item, or a cell, is too long for what it is, in UTF-8 bytes. The longest cells of tables
/// of facts in `readability-pages` hold some 600.
const PASSAGE_LENGTH: u32 = 1500;

/// Text from which a heading that holds blocks was left open by mistake, in UTF-8 bytes.
const HEADING_LENGTH: u32 = 300;

impl Facts {
    pub fn has_content(&self) -> bool {
        self.marks.has(Marks::CONTENT)
    }

    /// Whether a `math` says something.
    pub fn is_formula(&self) -> bool {
        self.text > 0
    }

    /// Whether blocks stand below it.
    pub fn holds_blocks(&self) -> bool {
        self.marks.has(Marks::BLOCK)
    }

    /// Whether a `table` arranges blocks instead of stating facts: one cell in each row, or cells with what no cell holds.
    pub fn is_layout(&self) -> bool {
        let long = self.longest > PASSAGE_LENGTH;
        let nested = self.marks.touches(Marks::TABLE | Marks::HEADING | Marks::PASSAGE);
        self.parts <= 1 || if self.marks.has(Marks::HEADER) { nested && long } else { nested || long }
    }

    /// Whether a `ul` or `ol` lists nothing: no items, or one that is a text of its own.
    pub fn is_no_list(&self) -> bool {
        !self.marks.has(Marks::ITEM) || (self.parts == 1 && self.is_passage())
    }

    /// Whether it is more than one item says: a text of its own.
    pub fn is_passage(&self) -> bool {
        self.text > PASSAGE_LENGTH || self.marks.touches(Marks::HEADING | Marks::TABLE)
    }

    /// Whether a `dl` defines nothing: indented text.
    pub fn is_no_glossary(&self) -> bool {
        !self.marks.has(Marks::TERM)
    }

    /// Whether a heading swallowed what follows it.
    pub fn is_open_heading(&self) -> bool {
        self.marks.has(Marks::BLOCK) && self.text > HEADING_LENGTH
    }
}

/// The nodes that are looked at, and what is known of each.
#[derive(Debug)]
pub(super) struct Survey {
    /// Indices into the page.
    pub range: Range<usize>,
    facts: Vec<Facts>,
    /// The node with the last text, picture or player, by its index.
    pub last: usize,
    /// The pictures by the indices of their nodes.
    pictures: Vec<(usize, usize)>,
}

impl Survey {
    /// Looks at all nodes from the first of the body to the last.
    pub fn new(page: &Document, body: &Body) -> Self {
        let range = extent(page, body);
        let facts = vec![Facts::default(); range.len()];
        let mut survey = Survey { last: range.start, facts, range, pictures: Vec::new() };
        survey.mark_pictures(body.pictures);
        survey.mark_texts(page, body);
        survey.sum_up(page);
        survey
    }

    /// What is known of a node within the range.
    pub fn facts(&self, node: NodeId) -> Facts {
        self.facts[node.index() - self.range.start]
    }

    fn facts_mut(&mut self, index: usize) -> &mut Facts {
        &mut self.facts[index - self.range.start]
    }

    fn mark_pictures(&mut self, pictures: &[Picture]) {
        for (place, picture) in pictures.iter().enumerate() {
            let index = picture.node.index();
            if self.range.contains(&index) && is_picture(&picture.url) {
                self.facts_mut(index).marks = Marks::PICTURE | Marks::CONTENT;
                self.pictures.push((index, place));
            }
        }
        self.pictures.sort_unstable();
    }

    /// The place of the picture that stands at `node` among the body's.
    pub fn picture(&self, node: NodeId) -> Option<usize> {
        let found = self.pictures.binary_search_by_key(&node.index(), |(index, _)| *index).ok()?;
        Some(self.pictures[found].1)
    }

    fn mark_texts(&mut self, page: &Document, body: &Body) {
        let mut opaque_end = 0;
        let mut seen = false;
        let mut next = self.range.start;
        while next < self.range.end {
            let node = NodeId::from_index(next);
            next += 1;
            if let Some(text) = page.text(node) {
                if node.index() >= opaque_end && body.nodes.contains(node) {
                    let length = solid_length(text);
                    seen |= length > 0 && !is_of_picture(page, node);
                    self.mark_text(node.index(), length);
                }
            } else if self.facts(node).marks.has(Marks::PICTURE) {
                self.last = self.last.max(node.index());
                next = page.range(node).end;
            } else if media::address(page, body, node).is_some() {
                next = page.range(node).end;
                self.last = self.last.max(node.index());
                self.forget(node.index()..next);
                self.facts_mut(node.index()).marks = Marks::MEDIA | Marks::CONTENT;
            } else if is_opaque(page.name(node)) || is_annotation(page, node) {
                opaque_end = opaque_end.max(page.range(node).end);
            } else if !seen && body.repeats_title(page, node) {
                self.facts_mut(node.index()).marks = Marks::DROPPED;
                next = page.range(node).end;
            }
        }
    }

    /// Forgets what is known of nodes in whose place something else stands: pictures were marked before.
    fn forget(&mut self, nodes: Range<usize>) {
        let start = self.range.start;
        self.facts[nodes.start - start..nodes.end.min(self.range.end) - start].fill(Facts::default());
    }

    fn mark_text(&mut self, index: usize, length: u32) {
        let marks = if length > 0 { Marks::SHOWN | Marks::CONTENT } else { Marks::SHOWN };
        *self.facts_mut(index) = Facts { marks, text: length, ..Facts::default() };
        if length > 0 {
            self.last = self.last.max(index);
        }
    }

    /// Hands what is known of each node on to its parent; children stand behind their parents, so backwards.
    fn sum_up(&mut self, page: &Document) {
        for index in (self.range.start + 1..self.range.end).rev() {
            let node = NodeId::from_index(index);
            let facts = self.facts(node);
            if !facts.has_content() {
                continue;
            }
            let Some(parent) = page.parent(node).filter(|parent| self.range.contains(&parent.index())) else {
                continue;
            };
            let name = page.name(node);
            let above = self.facts_mut(parent.index());
            above.marks = above.marks | marks_above(name, &facts);
            above.text = above.text.saturating_add(facts.text);
            count_part(name, &facts, above);
        }
    }
}

/// What the marks of an element called `name` say of its parent.
fn marks_above(name: Name, facts: &Facts) -> Marks {
    // Of a formula its own elements are written and nothing else.
    if name == Name::MATH && facts.is_formula() {
        return Marks::CONTENT;
    }
    let block = if name.is_block() { Marks::BLOCK } else { Marks::default() };
    let wraps = matches!(role(name), Role::Block | Role::Transparent | Role::Inline(_));
    let inner = if wraps { Marks::default() } else { Marks::TERM | Marks::ITEM };
    let marks = facts.marks.without(Marks::SHOWN | Marks::PICTURE | Marks::MEDIA | inner) | block;
    match name {
        Name::LI => marks | Marks::ITEM,
        Name::DT => marks | Marks::TERM,
        Name::TABLE => marks.without(Marks::HEADER) | Marks::TABLE,
        Name::TH => marks | Marks::HEADER,
        Name::PRE | Name::BLOCKQUOTE | Name::LISTING | Name::XMP | Name::PLAINTEXT => marks | Marks::PASSAGE,
        name if name.is_heading() => marks | Marks::HEADING,
        _ => marks,
    }
}

/// Counts items of lists and cells of rows.
fn count_part(name: Name, facts: &Facts, above: &mut Facts) {
    match name {
        Name::LI => above.parts += 1,
        Name::TD | Name::TH => {
            above.parts += 1;
            above.longest = above.longest.max(facts.text);
        }
        Name::TR | Name::TBODY | Name::THEAD | Name::TFOOT => {
            above.parts = above.parts.max(facts.parts);
            above.longest = above.longest.max(facts.longest);
        }
        Name::UL | Name::OL | Name::MENU | Name::DIR | Name::TABLE | Name::CAPTION | Name::MATH => {}
        _ => {
            above.parts += facts.parts;
            above.longest = above.longest.max(facts.longest);
        }
    }
}

/// From the lowest node that holds all of the body to its end.
fn extent(page: &Document, body: &Body) -> Range<usize> {
    let pictures = body.pictures.iter().map(|picture| picture.node);
    let ends = [body.nodes.iter().next(), body.nodes.iter().last(), pictures.clone().min(), pictures.max()];
    let ends = || ends.iter().flatten().copied();
    let (Some(first), Some(last)) = (ends().min(), ends().max()) else { return 0..0 };
    page.range(page.common_ancestor(first, last))
}

/// Whether a text belongs to a picture: the title may still follow.
fn is_of_picture(page: &Document, text: NodeId) -> bool {
    page.ancestors(text).any(|above| matches!(page.name(above), Name::FIGURE | Name::FIGCAPTION))
}

/// Whether this says in another language, such as TeX, what the formula around it says.
fn is_annotation(page: &Document, node: NodeId) -> bool {
    page.spelling(page.name(node)).starts_with("math/annotation")
}

/// UTF-8 bytes of `text` that are not blanks.
fn solid_length(text: &str) -> u32 {
    let blanks: usize = match text.is_ascii() {
        true => text.bytes().filter(|byte| is_indent(char::from(*byte))).count(),
        false => text.chars().filter(|c| is_indent(*c)).map(char::len_utf8).sum(),
    };
    (text.len() - blanks) as u32
}
