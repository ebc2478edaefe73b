//! The walk over the body: what each of its nodes is to the cleaned tree.

use std::ops::Range;

use super::anchors::Anchors;
use super::attributes;
use super::figures::Figures;
use super::flow::{Flow, Tongue};
use super::survey::{Facts, Marks, Survey};
use super::tags::{Role, Tag, role};
use super::tree::{Attr, Tree};
use super::{Body, math};
use crate::Error;
use crate::dom::{Document, Name, NodeId};

/// What is to be done where an element of the page ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    Boundary,
    /// A blank, between the cells of a table that is no table here.
    Blank,
    Leaf,
    Phrase,
    /// The elements that hold blocks down to a depth.
    Blocks(usize),
    Nothing,
}

#[derive(Debug)]
struct Open<'a> {
    /// One past the last descendant.
    end: usize,
    close: Close,
    outside: Tongues<'a>,
}

/// The language of the block and of the phrase that the walk is in.
#[derive(Debug, Clone, Copy)]
struct Tongues<'a> {
    block: Tongue<'a>,
    phrase: Tongue<'a>,
}

#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) page: &'a Document,
    pub(super) body: &'a Body<'a>,
    pub(super) survey: &'a Survey,
    pub(super) anchors: &'a Anchors<'a>,
    figures: Figures,
    pub(super) flow: Flow<'a>,
    /// The language of the phrase that the walk is in; of its block in `flow`.
    phrase: Tongue<'a>,
    open: Vec<Open<'a>>,
}

/// Builds the cleaned tree of a body.
///
/// # Errors
/// [`Error::TooLarge`] where its text and addresses pass `limit`, in UTF-8 bytes.
pub(super) fn clean(page: &Document, body: &Body, limit: usize) -> Result<Tree, Error> {
    let survey = Survey::new(page, body);
    let anchors = Anchors::new(page, &survey);
    let figures = Figures::new(page, body, &survey);
    let root = page.html().map(|html| tongue(page, html, Tongue::default())).unwrap_or_default();
    let start = start_tongue(page, &survey, root);
    let mut flow = Flow::new(root);
    flow.tongue = start;
    let mut walk =
        Walk { page, body, survey: &survey, anchors: &anchors, figures, flow, phrase: start, open: Vec::new() };
    walk.run(survey.range.clone(), limit)?;
    Ok(walk.flow.finish())
}

/// The language and direction of a node that stands in text of `outer`.
fn tongue<'a>(page: &'a Document, node: NodeId, outer: Tongue<'a>) -> Tongue<'a> {
    let (mut lang, mut dir, mut xml) = (None, None, None);
    for (name, value) in page.attrs(node) {
        match name {
            Name::LANG => lang = attributes::tongue(value),
            Name::XML_LANG => xml = attributes::tongue(value),
            Name::DIR => dir = attributes::direction(value),
            _ => {}
        }
    }
    Tongue { lang: lang.or(xml).or(outer.lang), dir: dir.or(outer.dir) }
}

/// The language of the text in which the body starts, in a page of the language `root`.
fn start_tongue<'a>(page: &'a Document, survey: &Survey, root: Tongue<'a>) -> Tongue<'a> {
    if survey.range.is_empty() {
        return root;
    }
    let mut above: Vec<_> = page.ancestors(NodeId::from_index(survey.range.start)).collect();
    above.reverse();
    above.into_iter().fold(root, |outer, node| tongue(page, node, outer))
}

impl<'a> Walk<'a> {
    fn run(&mut self, range: Range<usize>, limit: usize) -> Result<(), Error> {
        let mut next = range.start;
        while next < range.end {
            self.close_until(next);
            let node = NodeId::from_index(next);
            next = self.enter(node).unwrap_or(next + 1);
            let value = self.flow.tree.size();
            if value > limit {
                return Err(Error::TooLarge { what: "output", limit, value });
            }
        }
        self.close_until(range.end);
        Ok(())
    }

    /// Remembers what to do where `node` ends.
    fn push_open(&mut self, end: usize, close: Close, outside: Tongues<'a>) {
        self.open.push(Open { end, close, outside });
    }

    fn tongues(&self) -> Tongues<'a> {
        Tongues { block: self.flow.tongue, phrase: self.phrase }
    }

    /// Closes what ends before the node at `index`.
    fn close_until(&mut self, index: usize) {
        while let Some(open) = self.open.pop_if(|open| open.end <= index) {
            match open.close {
                Close::Boundary => self.flow.boundary(),
                Close::Blank => self.flow.blank(" "),
                Close::Leaf => self.flow.close_leaf(),
                Close::Phrase => self.flow.close_phrase(),
                Close::Blocks(depth) => self.flow.close(depth),
                Close::Nothing => {}
            }
            self.set_block_tongue(open.outside.block);
            self.phrase = open.outside.phrase;
        }
    }

    /// What follows is of this language: it begins a paragraph of its own where that differs.
    fn set_block_tongue(&mut self, tongue: Tongue<'a>) {
        if self.flow.tongue != tongue {
            self.flow.part();
            self.flow.tongue = tongue;
        }
    }

    /// Takes in a node. Gives the index to go on from, if that is not the next.
    fn enter(&mut self, node: NodeId) -> Option<usize> {
        let facts = self.survey.facts(node);
        if let Some(text) = self.page.text(node) {
            if facts.marks.has(Marks::SHOWN) {
                self.flow.text(text);
            }
            return None;
        }
        self.figure_parts(node);
        let range = self.page.range(node);
        let marks = facts.marks;
        let formula = self.page.name(node) == Name::MATH && facts.is_formula();
        if !formula && !marks.touches(Marks::DROPPED | Marks::PICTURE | Marks::MEDIA) {
            self.element(node, facts);
            return None;
        }
        let ids = self.page.nodes_in(range.clone()).filter_map(|node| self.anchors.id_of(self.page, node));
        self.flow.ids.extend(ids);
        if marks.has(Marks::PICTURE) {
            self.picture(node);
        } else if marks.has(Marks::MEDIA) {
            self.media(node);
        } else if formula {
            math::write(self.page, node, self.survey, &mut self.flow);
        } else {
            self.flow.boundary();
        }
        Some(range.end)
    }

    /// Opens what is wrapped around `node` because a picture and its caption belong together.
    fn figure_parts(&mut self, node: NodeId) {
        while let Some(part) = self.figures.next_at(node.index()) {
            if self.flow.in_leaf() {
                continue;
            }
            if let Some(depth) = self.flow.open(part.tag) {
                self.push_open(part.end, Close::Blocks(depth), self.tongues());
            }
        }
    }

    /// Takes in an element, but not what is below it.
    fn element(&mut self, node: NodeId, facts: Facts) {
        let role = self.role(node, facts);
        if !matches!(role, Role::Inline(_)) {
            self.flow.ids.extend(self.anchors.id_of(self.page, node));
        }
        match role {
            Role::Opaque => {}
            Role::Br => self.flow.br(),
            Role::Hr if self.body.nodes.contains(node) => self.flow.hr(),
            Role::Hr => self.flow.boundary(),
            Role::Transparent => self.span(node, facts),
            Role::Inline(tag) => self.phrase(node, tag, facts),
            _ => self.block(node, role, facts),
        }
    }

    /// What an element is here: by its name, what it holds, and where it stands.
    fn role(&self, node: NodeId, facts: Facts) -> Role {
        let role = role(self.page.name(node));
        let within = |tag| matches!(tag, Tag::Th | Tag::Td) && self.flow.in_row();
        match role {
            Role::Heading(_) | Role::Leaf(_) | Role::Pre | Role::Container(_) if self.flow.in_leaf() => Role::Block,
            Role::Container(tag) if within(tag) => role,
            Role::Heading(_) | Role::Leaf(_) | Role::Pre | Role::Container(_) if !facts.has_content() => Role::Block,
            Role::Container(Tag::Table) if facts.is_layout() || self.is_presentation(node) => Role::Block,
            Role::Container(Tag::Ul | Tag::Ol) if facts.is_no_list() => Role::Block,
            Role::Container(Tag::Dl) if facts.is_no_glossary() => Role::Block,
            Role::Container(Tag::Details) if !self.starts_with_summary(node) => Role::Block,
            Role::Container(Tag::Li) if !self.flow.in_list() && !self.begins_list(node, facts) => Role::Block,
            Role::Inline(Tag::B) if self.is_not_bold(node) => Role::Transparent,
            role => role,
        }
    }

    /// Whether an item outside a list is one of a list that the page does not mark up.
    fn begins_list(&self, item: NodeId, facts: Facts) -> bool {
        let above = self.page.ancestors(item).take_while(|above| self.survey.range.contains(&above.index()));
        let list = above.map(|above| (above, role(self.page.name(above)))).find(|(_, role)| role.is_list());
        let dissolved = list.is_some_and(|(list, _)| self.survey.facts(list).is_no_list());
        !dissolved && !facts.is_passage() && item.index() != self.survey.range.start
    }

    fn is_presentation(&self, table: NodeId) -> bool {
        self.page.attr(table, Name::ROLE).is_some_and(|role| ["presentation", "none"].contains(&role.trim_ascii()))
    }

    fn starts_with_summary(&self, details: NodeId) -> bool {
        let first = self.page.children(details).find(|child| self.survey.facts(*child).has_content());
        first.is_some_and(|first| self.page.name(first) == Name::SUMMARY)
    }

    /// Whether a `b` is not bold: editors wrap what they copy in such ones.
    fn is_not_bold(&self, node: NodeId) -> bool {
        self.page.attr(node, Name::STYLE).is_some_and(|style| {
            let mut declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
            declarations.any(|(name, value)| name.trim() == "font-weight" && value.trim() == "normal")
        })
    }

    fn block(&mut self, node: NodeId, role: Role, facts: Facts) {
        let outside = self.tongues();
        let end = self.page.range(node).end;
        if self.flow.in_leaf() && matches!(self.page.name(node), Name::TD | Name::TH) {
            return self.push_open(end, Close::Blank, outside);
        }
        self.flow.boundary();
        if self.flow.in_leaf() {
            return self.push_open(end, Close::Boundary, outside);
        }
        self.flow.tongue = tongue(self.page, node, self.flow.tongue);
        self.phrase = self.flow.tongue;
        let close = self.open_block(node, role, facts);
        self.push_open(end, close.unwrap_or(Close::Boundary), outside);
    }

    fn open_block(&mut self, node: NodeId, role: Role, facts: Facts) -> Option<Close> {
        let tag = match role {
            Role::Heading(level) => Tag::heading(level),
            Role::Leaf(tag) | Role::Container(tag) => tag,
            Role::Pre => Tag::Pre,
            _ => return None,
        };
        if facts.is_open_heading() && matches!(role, Role::Heading(_)) {
            self.flow.next_line = tag;
            return None;
        }
        attributes::fill(self.page, node, tag, &mut self.flow.scratch);
        if matches!(role, Role::Container(_)) {
            self.flow.open(tag).map(Close::Blocks)
        } else {
            self.flow.open_leaf(tag).then_some(Close::Leaf)
        }
    }

    fn phrase(&mut self, node: NodeId, tag: Tag, facts: Facts) {
        let id = self.anchors.id_of(self.page, node);
        let href = if tag == Tag::A { attributes::href(self.page, self.anchors, node) } else { None };
        if !facts.has_content() || (tag == Tag::A && href.is_none()) || !self.flow.takes(tag) {
            self.flow.ids.extend(id);
            return self.span(node, facts);
        }
        self.flow.scratch.extend(href.map(|href| (Attr::Href, href)));
        attributes::fill(self.page, node, tag, &mut self.flow.scratch);
        let outside = self.tongues();
        self.phrase_tongue(node, facts);
        self.flow.open_phrase(tag, id);
        self.push_open(self.page.range(node).end, Close::Phrase, outside);
    }

    /// Takes in an element that is itself not kept, unless for the language of its text.
    fn span(&mut self, node: NodeId, facts: Facts) {
        if !facts.has_content() || !self.flow.takes(Tag::Span) {
            return;
        }
        let outside = self.tongues();
        self.phrase_tongue(node, facts);
        if self.phrase == outside.phrase {
            return;
        }
        let close = if self.flow.scratch.is_empty() { Close::Nothing } else { Close::Phrase };
        if close == Close::Phrase {
            self.flow.open_phrase(Tag::Span, None);
        }
        self.push_open(self.page.range(node).end, close, outside);
    }

    /// Adds what the language of a phrase differs in to the attributes. One that holds blocks gives it to these.
    fn phrase_tongue(&mut self, node: NodeId, facts: Facts) {
        let inner = tongue(self.page, node, self.phrase);
        if facts.holds_blocks() && !self.flow.in_leaf() {
            self.set_block_tongue(tongue(self.page, node, self.flow.tongue));
        } else {
            let lang = inner.lang.filter(|_| inner.lang != self.phrase.lang);
            let dir = inner.dir.filter(|_| inner.dir != self.phrase.dir);
            self.flow.scratch.extend(lang.map(|lang| (Attr::Lang, lang.to_owned())));
            self.flow.scratch.extend(dir.map(|dir| (Attr::Dir, dir.to_owned())));
        }
        self.phrase = inner;
    }
}
