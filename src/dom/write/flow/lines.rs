//! Lines of text: white space, breaks, and the phrases that are open in them.

use std::ops::Range;

use super::super::tags::Tag;
use super::Flow;
use crate::text::is_indent;

/// A phrase that is open in the page, and so in each line until it ends.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) tag: Tag,
    pub(super) attrs: Range<u32>,
    pub(super) id: Option<String>,
    /// Its node in the current line.
    pub(super) node: u32,
}

/// A paragraph, heading or other line of text that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) node: u32,
    pub(super) kind: Kind,
    /// Whether blanks are dropped: nothing was written, or a break was written last.
    pub(super) fresh: bool,
    pub(super) started: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Ends with the block that it stands in.
    Paragraph,
    /// Lasts until it is closed: what would end it becomes a break.
    Leaf,
    /// Such a one whose white space counts.
    Pre,
}

impl Flow<'_> {
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

    pub(super) fn end_line(&mut self) {
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

    /// What comes next is not joined to what stands before it.
    pub fn cut(&mut self) {
        self.last_text = None;
        self.ended.clear();
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
