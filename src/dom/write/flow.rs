//! Builds the cleaned tree from what the walk over the page meets, mending its order on the way: lines of text become
//! paragraphs, phrases end with their line and begin anew in the next one, items stand in lists and cells in rows.

use std::ops::Range;

use super::tags::Tag;
use super::tree::{Attr, Tree};
use crate::text::is_indent;

/// The language and direction of a text, as the page states them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tongue<'a> {
    pub lang: Option<&'a str>,
    pub dir: Option<&'a str>,
}

/// An element that holds blocks and is still open.
#[derive(Debug)]
struct Frame<'a> {
    node: u32,
    tag: Tag,
    /// Whether the page has no such element: what comes next may end it.
    implied: bool,
    /// The nodes right below it.
    children: u32,
    /// The paragraphs among them, and the first of these.
    paragraphs: u32,
    paragraph: u32,
    /// Whether that one is its first child.
    leads: bool,
    /// Whether a rule is to be drawn before the next block.
    rule: bool,
    /// The last item, where this is a list.
    item: Option<u32>,
    tongue: Tongue<'a>,
}

/// A phrase that is open in the page, and so in each line until it ends.
#[derive(Debug)]
struct Phrase {
    tag: Tag,
    attrs: Range<u32>,
    id: Option<String>,
    /// Its node in the current line.
    node: u32,
}

/// A paragraph, heading or other line of text that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    node: u32,
    kind: Kind,
    /// Whether blanks are dropped: nothing was written, or a break was written last.
    fresh: bool,
    started: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Ends with the block that it stands in.
    Paragraph,
    /// Lasts until it is closed: what would end it becomes a break.
    Leaf,
    /// Such a one whose white space counts.
    Pre,
}

#[derive(Debug)]
pub(super) struct Flow<'a> {
    pub tree: Tree,
    frames: Vec<Frame<'a>>,
    phrases: Vec<Phrase>,
    /// How many of the phrases, outermost first, are open in the current line.
    written: usize,
    line: Option<Line>,
    /// White space since the last text, which counts only if more text follows in the same line.
    blanks: String,
    /// Breaks since the last text.
    breaks: u32,
    /// The text that ends with the node added last.
    last_text: Option<u32>,
    /// The phrases that ended with the node added last, innermost first.
    ended: Vec<u32>,
    /// Ids of elements that are not in the tree, for what comes next.
    pub ids: Vec<String>,
    /// The language of the block that the walk is in.
    pub tongue: Tongue<'a>,
    /// What the next paragraph is: the first line of a heading that was left open.
    pub next_line: Tag,
    pub scratch: Vec<(Attr, String)>,
}

impl<'a> Flow<'a> {
    /// An empty body in a page of this language.
    pub fn new(tongue: Tongue<'a>) -> Self {
        let mut flow = Flow {
            tree: Tree::default(),
            frames: Vec::new(),
            phrases: Vec::new(),
            written: 0,
            line: None,
            blanks: String::new(),
            breaks: 0,
            last_text: None,
            ended: Vec::new(),
            ids: Vec::new(),
            tongue,
            next_line: Tag::P,
            scratch: Vec::new(),
        };
        let root = flow.tree.push(Tag::Blockquote, 0..0);
        flow.push_frame(root, Tag::Blockquote, tongue);
        flow
    }

    fn push_frame(&mut self, node: u32, tag: Tag, tongue: Tongue<'a>) {
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

    fn top(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("the root is never closed")
    }

    /// Whether a heading, term or preformatted text is open, in which no block can stand.
    pub fn in_leaf(&self) -> bool {
        self.line.is_some_and(|line| line.kind != Kind::Paragraph)
    }

    /// Whether preformatted text is open.
    pub fn in_pre(&self) -> bool {
        self.line.is_some_and(|line| line.kind == Kind::Pre)
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

    /// A block of the page begins or ends that has no element of its own.
    pub fn boundary(&mut self) {
        match self.line.map(|line| line.kind) {
            None => {}
            Some(Kind::Paragraph) => self.end_line(),
            Some(Kind::Leaf) => {
                self.breaks = self.breaks.max(1);
                self.blanks.clear();
            }
            Some(Kind::Pre) if self.blanks.contains('\n') => {}
            Some(Kind::Pre) => self.blanks.push('\n'),
        }
        self.next_line = Tag::P;
    }

    /// A paragraph ends; what cannot hold paragraphs goes on.
    pub fn part(&mut self) {
        if !self.in_leaf() {
            self.boundary();
        }
    }

    /// A break between two lines of text.
    pub fn br(&mut self) {
        if self.in_pre() {
            self.blanks.push('\n');
        } else if self.line.is_some_and(|line| line.started) {
            self.breaks = self.breaks.saturating_add(1);
            self.blanks.clear();
        }
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
    fn push_block(&mut self, tag: Tag, tongue: Tongue<'a>) -> u32 {
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

    /// What comes next is not joined to what stands before it.
    pub fn cut(&mut self) {
        self.last_text = None;
        self.ended.clear();
    }

    fn take_id(&mut self, node: u32) {
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
    fn fit(&mut self, child: Tag) -> bool {
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

    fn close_frame(&mut self) {
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

    fn start_line(&mut self) {
        let tag = std::mem::replace(&mut self.next_line, Tag::P);
        self.fit(tag);
        let node = self.push_block(tag, self.tongue);
        let top = self.top();
        if tag == Tag::P {
            top.paragraphs = top.paragraphs.saturating_add(1);
            if top.paragraphs == 1 {
                top.paragraph = node;
                top.leads = top.children == 1;
            }
        }
        self.line = Some(Line { node, kind: Kind::Paragraph, fresh: true, started: false });
        self.blanks.clear();
        self.breaks = 0;
    }

    fn end_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        while self.written > 0 {
            self.end_phrase();
        }
        self.tree.close(line.node);
        self.cut();
        self.blanks.clear();
        self.breaks = 0;
    }

    fn end_phrase(&mut self) {
        self.written -= 1;
        let node = self.phrases[self.written].node;
        self.tree.close(node);
        self.last_text = None;
        self.ended.push(node);
    }

    /// Whether a phrase of this kind may begin here.
    pub fn takes(&self, tag: Tag) -> bool {
        let within = self.phrases.iter().filter(|phrase| phrase.tag == tag).count();
        let in_ruby = self.phrases.last().is_some_and(|phrase| phrase.tag == Tag::Ruby);
        within < tag.nests() && (in_ruby || !matches!(tag, Tag::Rt | Tag::Rp))
    }

    /// Opens a phrase that [`Flow::takes`] lets begin, with the attributes in `scratch`.
    pub fn open_phrase(&mut self, tag: Tag, id: Option<String>) {
        let attrs = self.tree.store_attrs(&mut self.scratch);
        self.last_text = None;
        self.phrases.push(Phrase { tag, attrs, id, node: 0 });
    }

    /// Closes the phrase opened last.
    pub fn close_phrase(&mut self) {
        if self.written == self.phrases.len() && self.written > 0 {
            self.end_phrase();
        }
        if let Some(id) = self.phrases.pop().and_then(|phrase| phrase.id) {
            self.ids.push(id);
        }
    }

    /// A text of the page.
    pub fn text(&mut self, text: &str) {
        if text.contains(['\0', '\r']) {
            return self.text(&text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n"));
        }
        let pre = self.in_pre();
        let is_blank = if pre { char::is_whitespace } else { is_indent };
        let solid = text.trim_matches(is_blank);
        if solid.is_empty() {
            return self.blank(text);
        }
        let start = text.len() - text.trim_start_matches(is_blank).len();
        self.blank(&text[..start]);
        self.begin_content();
        if pre {
            self.append(solid);
        } else {
            self.append_collapsed(solid);
        }
        self.blank(&text[start + solid.len()..]);
    }

    /// White space, which counts if text follows.
    pub fn blank(&mut self, blank: &str) {
        if self.in_pre() {
            self.blanks.push_str(blank);
        } else if self.line.is_some() {
            push_collapsed(&mut self.blanks, blank);
        }
    }

    /// Adds an element that holds nothing, with the attributes in `scratch`, as part of a line.
    pub fn atom(&mut self, tag: Tag) -> u32 {
        let mut list = std::mem::take(&mut self.scratch);
        self.begin_content();
        let attrs = self.tree.store_attrs(&mut list);
        self.scratch = list;
        self.cut();
        self.tree.push(tag, attrs)
    }

    /// Writes what stands between the last text and the next: paragraphs, breaks, blanks, phrases, ids.
    fn begin_content(&mut self) {
        if self.line.is_some_and(|line| line.kind == Kind::Paragraph) && self.breaks > 1 {
            self.end_line();
        }
        if self.line.is_none() {
            self.start_line();
        }
        let Some(mut line) = self.line else { return };
        if line.kind == Kind::Pre && !line.started {
            let first = self.blanks.rfind('\n').map_or(0, |at| at + 1);
            self.blanks.drain(..first);
        } else if self.breaks > 0 && line.started {
            self.cut();
            self.tree.push(Tag::Br, 0..0);
            line.fresh = true;
        }
        self.breaks = 0;
        if !self.blanks.is_empty() && (!line.fresh || line.kind == Kind::Pre) {
            let blanks = std::mem::take(&mut self.blanks);
            self.append(&blanks);
        }
        self.blanks.clear();
        self.line = Some(Line { fresh: false, started: true, ..line });
        self.begin_phrases();
    }

    fn begin_phrases(&mut self) {
        while self.written < self.phrases.len() {
            let (tag, attrs) = (self.phrases[self.written].tag, self.phrases[self.written].attrs.clone());
            let id = self.phrases[self.written].id.take();
            let bare = attrs.is_empty() && id.is_none() && self.ids.is_empty();
            let before = self.ended.pop().filter(|last| {
                let last = &self.tree.nodes[*last as usize];
                bare && last.tag == tag && tag.merges() && self.tree.is_plain(last)
            });
            if before.is_none() {
                self.cut();
            }
            self.last_text = None;
            let node = before.unwrap_or_else(|| self.tree.push(tag, attrs));
            match id {
                Some(id) => self.tree.set_id(node, &id),
                None => self.take_id(node),
            }
            self.phrases[self.written].node = node;
            self.written += 1;
        }
        for id in std::mem::take(&mut self.ids) {
            let node = self.tree.push(Tag::Span, 0..0);
            self.tree.set_id(node, &id);
            self.cut();
        }
    }

    fn append_collapsed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = uncollapsed(rest) {
            self.append(&rest[..at]);
            self.append(" ");
            rest = rest[at..].trim_start_matches(crate::text::is_space);
        }
        self.append(rest);
    }

    /// Adds text to the current line as it is.
    fn append(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.last_text {
            Some(last) => self.tree.extend_text(last, text),
            None => self.last_text = Some(self.tree.push_text(text)),
        }
        self.ended.clear();
    }

    /// Adds the elements of a formula, which stand as they are. `end` closes them.
    pub fn push_math(&mut self, tag: Tag) -> u32 {
        let attrs = self.tree.store_attrs(&mut self.scratch);
        self.last_text = None;
        self.tree.push(tag, attrs)
    }

    /// Adds text within a formula.
    pub fn push_math_text(&mut self, text: &str) {
        self.last_text = None;
        self.append_collapsed(&text.replace('\0', ""));
    }

    /// The tree, all that is open closed.
    pub fn finish(mut self) -> Tree {
        self.close(1);
        self.tree.close(0);
        self.tree
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

/// Adds `blank` to `out`, each run of HTML's white space as one space.
fn push_collapsed(out: &mut String, blank: &str) {
    for c in blank.chars() {
        if !crate::text::is_space(c) {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

/// Where white space that is not a single space begins in `text`.
fn uncollapsed(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_space = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r');
    (0..bytes.len()).find(|at| {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        is_space(bytes[*at]) && (bytes[*at] != b' ' || is_space(next))
    })
}
