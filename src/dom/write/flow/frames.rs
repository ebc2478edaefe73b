//! Elements that hold blocks: which are open, and what may stand in which.

use super::super::tags::Tag;
use super::super::tree::Attr;
use super::lines::{Kind, Line};
use super::{Flow, Tongue};

/// An element that holds blocks and is still open.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) node: u32,
    pub(super) tag: Tag,
    /// Whether the page has no such element: what comes next may end it.
    pub(super) implied: bool,
    /// The nodes right below it.
    pub(super) children: u32,
    /// The paragraphs among them, and the first of these.
    pub(super) paragraphs: u32,
    pub(super) paragraph: u32,
    /// Whether that one is its first child.
    pub(super) leads: bool,
    /// Whether a rule is to be drawn before the next block.
    pub(super) rule: bool,
    /// The last item, where this is a list.
    pub(super) item: Option<u32>,
    pub(super) tongue: Tongue<'a>,
}

impl<'a> Flow<'a> {
    pub(super) fn push_frame(&mut self, node: u32, tag: Tag, tongue: Tongue<'a>) {
        self.frames.push(Frame {
            node,
            tag,
            implied: false,
            children: 0,
            paragraphs: 0,
            paragraph: 0,
            leads: false,
            rule: false,
            item: None,
            tongue,
        });
    }

    pub(super) fn top(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("the root is never closed")
    }

    /// Whether a table cell would stand in a row here.
    pub fn in_row(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.tag == Tag::Tr)
    }

    /// Whether an item would stand in a list here.
    pub fn in_list(&self) -> bool {
        let mut tags = self.frames.iter().rev().map(|frame| (frame.tag, frame.implied));
        tags.find(|frame| *frame != (Tag::Li, true)).is_some_and(|(tag, _)| tag.is_list())
    }

    /// A rule between two blocks.
    pub fn hr(&mut self) {
        self.boundary();
        if self.in_leaf() {
            return;
        }
        while self.top().implied && self.top().tag.is_list() {
            self.close_frame();
        }
        let top = self.top();
        top.rule = top.tag.holds_blocks() && top.tag != Tag::Figure && top.children > 0;
    }

    /// Opens an element that holds blocks, with the attributes in `scratch`; gives what [`Flow::close`] takes. None, and
    /// nothing done, where it cannot stand.
    pub fn open(&mut self, tag: Tag) -> Option<usize> {
        self.boundary();
        if !self.fit(tag) {
            self.scratch.clear();
            return None;
        }
        let tongue = self.tongue;
        let depth = self.frames.len();
        let node = self.push_block(tag, tongue);
        self.push_frame(node, tag, tongue);
        Some(depth)
    }

    /// Adds a block below the innermost element, with a rule before it where one is due.
    pub(super) fn push_block(&mut self, tag: Tag, tongue: Tongue<'a>) -> u32 {
        self.cut();
        if self.top().rule {
            self.tree.push(Tag::Hr, 0..0);
            let top = self.top();
            top.rule = false;
            top.children += 1;
        }
        let outer = self.top().tongue;
        if tongue.lang != outer.lang {
            self.scratch.extend(tongue.lang.map(|lang| (Attr::Lang, lang.to_owned())));
        }
        if tongue.dir != outer.dir {
            self.scratch.extend(tongue.dir.map(|dir| (Attr::Dir, dir.to_owned())));
        }
        let attrs = self.tree.store_attrs(&mut self.scratch);
        let node = self.tree.push(tag, attrs);
        self.take_id(node);
        let top = self.top();
        top.children += 1;
        if tag == Tag::Li {
            top.item = Some(node);
        }
        node
    }

    pub(super) fn take_id(&mut self, node: u32) {
        if !self.ids.is_empty() {
            let id = self.ids.remove(0);
            self.tree.set_id(node, &id);
        }
    }

    /// Opens an element that the page lacks.
    fn imply(&mut self, tag: Tag) {
        let attrs = std::mem::take(&mut self.scratch);
        let ids = std::mem::take(&mut self.ids);
        let outer = self.top().tongue;
        let node = self.push_block(tag, outer);
        self.push_frame(node, tag, outer);
        self.top().implied = true;
        self.scratch = attrs;
        self.ids = ids;
    }

    /// Closes and opens what `child` needs to stand in the innermost element. False where it cannot.
    pub(super) fn fit(&mut self, child: Tag) -> bool {
        loop {
            let top = self.top();
            let (tag, implied) = (top.tag, top.implied);
            match missing(tag, child, implied, top.children) {
                Fit::Yes => return true,
                Fit::No => return false,
                Fit::Close => self.close_frame(),
                Fit::Within(_) if child.is_list() && tag.is_list() && self.reopen_item() => return true,
                Fit::Within(tag) => self.imply(tag),
            }
        }
    }

    /// Opens the last item of the innermost list again, for a list that stands between the items.
    fn reopen_item(&mut self) -> bool {
        let tongue = self.top().tongue;
        let Some(item) = self.top().item else { return false };
        self.push_frame(item, Tag::Li, tongue);
        let top = self.top();
        top.implied = true;
        top.children = 1;
        top.paragraphs = u32::MAX;
        true
    }

    /// Closes the elements that hold blocks down to a depth that [`Flow::open`] gave.
    pub fn close(&mut self, depth: usize) {
        self.boundary();
        while self.frames.len() > depth.max(1) {
            self.close_frame();
        }
    }

    pub(super) fn close_frame(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        self.cut();
        if frame.children == 0 && !frame.tag.is_cell() {
            self.tree.nodes.truncate(frame.node as usize);
            let top = self.top();
            top.children -= 1;
            top.item = top.item.filter(|item| *item != frame.node);
            return;
        }
        let bare = frame.paragraphs == 1 && (frame.leads || frame.tag == Tag::Figure);
        let paragraph = &self.tree.nodes[frame.paragraph as usize];
        if bare && frame.tag.is_item() && self.tree.is_plain(paragraph) {
            self.tree.nodes[frame.paragraph as usize].tag = Tag::Run;
        }
        self.tree.close(frame.node);
    }

    /// Opens a heading, term or preformatted text, with the attributes in `scratch`. False, and nothing done, where it
    /// cannot stand.
    pub fn open_leaf(&mut self, tag: Tag) -> bool {
        self.boundary();
        if !self.fit(tag) {
            self.scratch.clear();
            return false;
        }
        let node = self.push_block(tag, self.tongue);
        let kind = if tag == Tag::Pre { Kind::Pre } else { Kind::Leaf };
        self.line = Some(Line { node, kind, fresh: true, started: false });
        true
    }

    /// Closes what [`Flow::open_leaf`] opened.
    pub fn close_leaf(&mut self) {
        let Some(line) = self.line else { return };
        self.end_line();
        if !line.started {
            self.tree.nodes.truncate(line.node as usize);
            self.top().children -= 1;
        }
    }
}

/// What an element needs to stand in another.
enum Fit {
    Yes,
    No,
    /// The outer one ends first.
    Close,
    /// This one between them.
    Within(Tag),
}

/// What `child` needs to stand in `top`, which has so many children and, if `implied`, may end at any time.
fn missing(top: Tag, child: Tag, implied: bool, children: u32) -> Fit {
    use Tag::*;
    match (top, child) {
        (Ul | Ol, Li) | (Dl, Dt | Dd) | (Tr, Th | Td) | (Figure, Figcaption) => Fit::Yes,
        (Table, Thead | Tbody | Tfoot) | (Thead | Tbody | Tfoot, Tr) => Fit::Yes,
        (Table, Caption) | (Details, Summary) if children == 0 => Fit::Yes,
        _ if implied && ends(top, child) => Fit::Close,
        (_, Dt | Dd | Caption | Summary | Figcaption) => Fit::No,
        (Table, _) => Fit::Within(Tbody),
        (Thead | Tbody | Tfoot, _) => Fit::Within(Tr),
        (Tr, _) => Fit::Within(Td),
        (_, Thead | Tbody | Tfoot | Tr | Th | Td) => Fit::No,
        (Ul | Ol, _) => Fit::Within(Li),
        (Dl, _) => Fit::Within(Dd),
        (_, Li) => Fit::Within(Ul),
        _ => Fit::Yes,
    }
}

/// Whether `child` ends `top`, an element that the page does not have.
fn ends(top: Tag, child: Tag) -> bool {
    match top {
        Tag::Ul | Tag::Ol | Tag::Dl => true,
        Tag::Li => child == Tag::Li,
        Tag::Dd => matches!(child, Tag::Dt | Tag::Dd),
        Tag::Tbody => child.is_row_group(),
        Tag::Tr => child == Tag::Tr || child.is_row_group(),
        _ => child.is_cell() || child == Tag::Tr || child.is_row_group(),
    }
}
