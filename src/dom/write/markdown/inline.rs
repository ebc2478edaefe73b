//! Lines of text with their phrases: emphasis, code, links, pictures.

use std::ops::Range;

use super::super::tags::Tag;
use super::super::tree::{Attr, Node, Tree};
use super::escape::{self, Place, flanks};
use super::lines::Lines;
use crate::Error;
use crate::url;

/// How a break is written, and so in what the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Lines of their own.
    Paragraph,
    /// One line: a break is a `<br>`.
    Heading,
    /// One line for several blocks, which `<br>` parts.
    Caption,
    /// Such a one between the bars of a table.
    Cell,
}

/// What is written where a phrase ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    Nothing,
    Code,
    Link,
    Mark(&'static str),
    Html,
}

pub(super) struct Inline<'a, 'b> {
    tree: &'a Tree,
    lines: &'b mut Lines,
    mode: Mode,
    open: Vec<(&'a Node, Close)>,
    /// Code that is not yet written, while in code.
    code: Option<String>,
    in_link: bool,
    continues: bool,
    /// Whether a block ended in a cell, and more may follow.
    parted: bool,
    written: bool,
    scratch: String,
}

/// Writes the text of the nodes in `range`.
pub(super) fn write(tree: &Tree, range: Range<usize>, mode: Mode, lines: &mut Lines) -> Result<(), Error> {
    let mut inline = Inline {
        tree,
        lines,
        mode,
        open: Vec::new(),
        code: None,
        in_link: false,
        continues: false,
        parted: false,
        written: false,
        scratch: String::new(),
    };
    for index in range.clone() {
        inline.close(index);
        inline.enter(index, range.end);
        inline.lines.check()?;
    }
    inline.close(range.end);
    Ok(())
}

impl Inline<'_, '_> {
    fn place(&self) -> Place {
        Place {
            starts_line: self.lines.at_start && matches!(self.mode, Mode::Paragraph | Mode::Caption),
            continues: self.continues,
            counts: self.lines.counts,
            in_link: self.in_link,
            in_table: self.mode == Mode::Cell,
        }
    }

    fn close(&mut self, index: usize) {
        while let Some((node, close)) = self.open.pop_if(|(node, _)| node.end as usize <= index) {
            match close {
                Close::Nothing => self.parted |= node.tag.is_block(),
                Close::Code => {
                    self.flush_code();
                    self.code = None;
                }
                Close::Mark(mark) => self.lines.push_mark(mark),
                Close::Html => self.lines.push(&format!("</{}>", node.tag.name())),
                Close::Link => {
                    self.flush_code();
                    self.in_link = false;
                    self.target(self.tree.attr(node, Attr::Href).unwrap_or_default());
                }
            }
        }
    }

    /// Writes the address behind the text of a link or picture.
    fn target(&mut self, address: &str) {
        self.scratch.clear();
        self.scratch.push_str("](");
        escape::address(&mut self.scratch, address);
        self.scratch.push(')');
        self.lines.push(&self.scratch);
    }

    /// Writes what parts this text from the block before it in the same cell.
    fn part(&mut self) {
        if std::mem::replace(&mut self.parted, false) && std::mem::replace(&mut self.written, true) {
            self.lines.push("<br>");
        }
        self.written = true;
    }

    fn enter(&mut self, index: usize, end: usize) {
        let node = &self.tree.nodes[index];
        match node.tag {
            Tag::Text => self.text(self.tree.text(node)),
            Tag::Br => self.line_break(),
            Tag::Img => self.picture(node),
            Tag::Audio | Tag::Video => self.media(node, Attr::Src, None),
            Tag::A if self.tree.attr(node, Attr::Class).is_some() => {
                self.media(node, Attr::Href, self.tree.attr(node, Attr::Title));
            }
            tag if tag.is_block() => {
                self.parted = true;
                let close = if tag == Tag::Pre { self.open_code() } else { Close::Nothing };
                self.open.push((node, close));
            }
            _ => {
                let close = self.open_phrase(index, end);
                self.open.push((node, close));
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return code.push_str(&text.replace('\n', " "));
        }
        self.part();
        let place = self.place();
        let before = self.lines.last();
        self.scratch.clear();
        escape::escape(&mut self.scratch, text, before, place);
        self.lines.push(&self.scratch);
    }

    fn line_break(&mut self) {
        if let Some(code) = &mut self.code {
            code.push(' ');
        } else if self.mode == Mode::Paragraph {
            self.lines.push("\\");
            self.lines.feed();
            self.continues = true;
        } else {
            self.lines.push("<br>");
        }
    }

    fn picture(&mut self, node: &Node) {
        self.flush_code();
        self.part();
        let alt = self.tree.attr(node, Attr::Alt).unwrap_or_default();
        let place = Place { in_link: true, starts_line: false, counts: false, ..self.place() };
        self.scratch.clear();
        self.scratch.push_str("![");
        escape::escape(&mut self.scratch, alt, None, place);
        self.lines.push(&self.scratch);
        self.target(self.tree.attr(node, Attr::Src).unwrap_or_default());
    }

    /// Writes a link to what is played or embedded: its title, or the host that it comes from.
    fn media(&mut self, node: &Node, attr: Attr, title: Option<&str>) {
        self.flush_code();
        self.part();
        let address = self.tree.attr(node, attr).unwrap_or_default();
        let label = title.or_else(|| url::host(address)).unwrap_or(address);
        let place = Place { in_link: true, starts_line: false, counts: false, ..self.place() };
        self.scratch.clear();
        self.scratch.push('[');
        escape::escape(&mut self.scratch, label, None, place);
        self.lines.push(&self.scratch);
        self.target(address);
    }

    /// Writes the code so far, before what is no code or at its end.
    fn flush_code(&mut self) {
        let place = self.place();
        let Some(code) = self.code.as_mut().filter(|code| !code.is_empty()) else { return };
        let code = std::mem::take(code);
        self.part();
        self.scratch.clear();
        // Two spans of code side by side would be read as one, and a link that holds `]:` as what defines one.
        if self.lines.ends_with('`') || (self.in_link && code.contains("]:")) {
            self.scratch.push_str("<code>");
            escape::escape(&mut self.scratch, &code, None, Place { starts_line: false, counts: false, ..place });
            self.scratch.push_str("</code>");
            self.lines.push(&self.scratch);
        } else {
            escape::code(&mut self.scratch, &code, place);
            self.lines.push_mark(&self.scratch);
        }
    }

    fn open_code(&mut self) -> Close {
        if self.code.is_some() {
            return Close::Nothing;
        }
        self.code = Some(String::new());
        Close::Code
    }

    /// Begins a phrase; gives what ends it.
    fn open_phrase(&mut self, index: usize, end: usize) -> Close {
        let node = &self.tree.nodes[index];
        match node.tag {
            Tag::Code | Tag::Kbd | Tag::Samp => self.open_code(),
            Tag::A if !self.in_link && self.tree.attr(node, Attr::Href).is_some() && self.shows(index) => {
                self.flush_code();
                self.part();
                self.lines.push("[");
                self.in_link = true;
                Close::Link
            }
            _ if self.code.is_some() => Close::Nothing,
            Tag::Em | Tag::I => self.emphasis(index, end, ["*", "_"]),
            Tag::Strong | Tag::B => self.emphasis(index, end, ["**", "__"]),
            Tag::S | Tag::Del => self.emphasis(index, end, ["~~", "~~"]),
            Tag::Sub | Tag::Sup | Tag::Q | Tag::Ruby | Tag::Rt | Tag::Rp if self.shows(index) => self.html(node),
            _ => Close::Nothing,
        }
    }

    fn html(&mut self, node: &Node) -> Close {
        self.part();
        self.lines.push(&format!("<{}>", node.tag.name()));
        Close::Html
    }

    /// Whether anything is written for the node at `index`.
    fn shows(&self, index: usize) -> bool {
        self.first(index).is_some()
    }

    /// The first character of what is written for the node at `index`; a mark stands for a phrase that begins with one.
    fn first(&self, index: usize) -> Option<char> {
        let end = self.tree.nodes[index].end as usize;
        self.tree.nodes[index + 1..end].iter().find_map(|node| self.first_of(node))
    }

    fn first_of(&self, node: &Node) -> Option<char> {
        match node.tag {
            Tag::Text => self.tree.text(node).chars().next(),
            Tag::Br => Some(' '),
            Tag::A | Tag::Audio | Tag::Video => Some('['),
            Tag::Img => Some('!'),
            Tag::Code | Tag::Kbd | Tag::Samp => Some('`'),
            Tag::B | Tag::Em | Tag::I | Tag::Strong | Tag::S | Tag::Del => Some('*'),
            Tag::Sub | Tag::Sup | Tag::Q | Tag::Ruby | Tag::Rt | Tag::Rp => Some('<'),
            _ => None,
        }
    }

    /// The last character of the text in the node at `index`, if it ends with text.
    fn last(&self, index: usize) -> Option<char> {
        let end = self.tree.nodes[index].end as usize;
        let mut marked = self.tree.nodes[index + 1..end].iter().filter(|node| node.end as usize == end);
        let last = marked.find(|node| node.tag == Tag::Text || self.first_of(node).is_some())?;
        if last.tag == Tag::Text { self.tree.text(last).chars().next_back() } else { self.first_of(last) }
    }

    /// The character behind the node at `index`, of a text that ends at `end`.
    fn next(&self, index: usize, end: usize) -> Option<char> {
        let after = self.tree.nodes[index].end as usize;
        let closes = self.open.iter().rev().take_while(|(node, _)| node.end as usize == after);
        if closes.into_iter().any(|(_, close)| *close != Close::Nothing) {
            return Some('*');
        }
        let rest = self.tree.nodes[after..end].iter().take_while(|node| !node.tag.is_block());
        rest.into_iter().find_map(|node| self.first_of(node))
    }

    /// Emphasises with the first of two marks that is read as one here, else with HTML.
    fn emphasis(&mut self, index: usize, end: usize, marks: [&'static str; 2]) -> Close {
        let node = &self.tree.nodes[index];
        let Some(first) = self.first(index) else { return Close::Nothing };
        let Some(last) = self.last(index) else { return self.html(node) };
        if self.open.iter().any(|(_, close)| marks.iter().any(|mark| *close == Close::Mark(mark))) {
            return self.html(node);
        }
        let before = if self.parted { None } else { self.lines.last() };
        let after = self.next(index, end);
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !escape::is_punctuation(c));
        for mark in marks {
            let sign = mark.chars().next().unwrap_or_default();
            let apart = sign != '_' || (!is_word(before) && !is_word(after));
            let alone = !self.lines.ends_with(sign);
            if alone && apart && flanks(before, first) && flanks(after, last) {
                self.part();
                self.lines.push_mark(mark);
                return Close::Mark(mark);
            }
        }
        self.html(node)
    }
}
