//! Blocks of the cleaned tree as blocks of Markdown.

use super::super::tags::Tag;
use super::super::tree::{Attr, Node, Tree};
use super::escape;
use super::inline::{self, Mode};
use super::lines::{Gap, Lines};
use super::table;
use crate::Error;

/// A list whose items are being written.
#[derive(Debug)]
struct List {
    /// The number of the next item; none where it is not numbered.
    number: Option<u32>,
    /// What stands before each item, or behind its number.
    mark: char,
    /// What parts its items.
    gap: Gap,
}

/// A block that is open, with the prefix before it.
#[derive(Debug)]
struct Open<'a> {
    node: &'a Node,
    depth: usize,
}

pub(super) struct Blocks<'a> {
    tree: &'a Tree,
    lines: Lines,
    open: Vec<Open<'a>>,
    lists: Vec<List>,
    /// The kind and mark of the list that ended last, while nothing was written behind it: of two lists side by side the
    /// second has another mark.
    ended: Option<(Tag, char)>,
}

impl<'a> Blocks<'a> {
    pub fn new(tree: &'a Tree, limit: usize) -> Self {
        let lines = Lines::new(limit, tree.size() + tree.size() / 8);
        Blocks { tree, lines, open: Vec::new(), lists: Vec::new(), ended: None }
    }

    pub fn run(mut self) -> Result<String, Error> {
        let mut index = 1;
        while index < self.tree.nodes.len() {
            self.close(index);
            index = self.enter(index)?;
            self.lines.check()?;
        }
        self.lines.finish()
    }

    fn close(&mut self, index: usize) {
        while let Some(open) = self.open.pop_if(|open| open.node.end as usize <= index) {
            self.lines.outdent(open.depth);
            match open.node.tag {
                Tag::Ul | Tag::Ol => {
                    self.ended = self.lists.pop().map(|list| (open.node.tag, list.mark));
                    self.lines.gap = Gap::Blank;
                }
                Tag::Li => self.lines.gap = self.lists.last().map_or(Gap::Blank, |list| list.gap),
                _ => {}
            }
        }
    }

    /// Writes the block at `index`. Gives the index to go on from.
    fn enter(&mut self, index: usize) -> Result<usize, Error> {
        let node = &self.tree.nodes[index];
        let (next, end) = (index + 1, node.end as usize);
        let depth = self.lines.depth();
        if !node.tag.is_list() {
            self.ended = None;
        }
        match node.tag {
            Tag::Ul | Tag::Ol => self.list(index),
            Tag::Li => self.item(node),
            Tag::Dd => {
                self.lines.begin();
                self.lines.indent("- ", "  ");
            }
            Tag::Blockquote => {
                self.lines.begin();
                self.lines.indent("> ", "> ");
            }
            Tag::Table => table::write(self.tree, index, &mut self.lines)?,
            Tag::Pre => self.code(index),
            Tag::Hr => {
                self.lines.begin();
                self.lines.push("---");
            }
            Tag::Run | Tag::P | Tag::Dt | Tag::Summary => {
                self.lines.begin();
                inline::write(self.tree, next..end, Mode::Paragraph, &mut self.lines)?;
            }
            tag => match tag.heading_level() {
                Some(level) => self.heading(index, level)?,
                // A figure, its caption, an opened `details`: blocks without a mark of their own.
                None => {
                    self.open.push(Open { node, depth });
                    return Ok(next);
                }
            },
        }
        if matches!(node.tag, Tag::Ul | Tag::Ol | Tag::Li | Tag::Dd | Tag::Blockquote) {
            self.open.push(Open { node, depth });
            return Ok(next);
        }
        let in_line = node.tag == Tag::Run && self.open.last().is_some_and(|open| open.node.tag == Tag::Li);
        self.lines.gap = self.lists.last().filter(|_| in_line).map_or(Gap::Blank, |list| list.gap);
        Ok(end)
    }

    fn list(&mut self, index: usize) {
        let node = &self.tree.nodes[index];
        let other = self.ended.take().filter(|(tag, _)| *tag == node.tag).map(|(_, mark)| mark);
        let start = self.tree.attr(node, Attr::Start).and_then(|start| start.parse().ok()).unwrap_or(1);
        let number = (node.tag == Tag::Ol).then_some(start).map(|start: i32| start.clamp(0, 900_000_000) as u32);
        let mark = match (number, other) {
            (Some(_), Some('.')) => ')',
            (Some(_), _) => '.',
            (None, Some('-')) => '*',
            (None, _) => '-',
        };
        let gap = if self.is_tight(index) { Gap::Line } else { Gap::Blank };
        if self.lines.gap == Gap::Line && gap == Gap::Blank {
            self.lines.gap = Gap::Blank;
        }
        self.lists.push(List { number, mark, gap });
    }

    /// Whether a list's items hold a line of text each, and below it lists at most, which start with 1: another number
    /// right below a line of text is no list.
    fn is_tight(&self, list: usize) -> bool {
        let states = |index: usize, attr| self.tree.attr(&self.tree.nodes[index], attr).is_some();
        let fits = |child: usize| {
            let tag = self.tree.nodes[child].tag;
            tag == Tag::Run || (tag.is_list() && !states(child, Attr::Start) && !states(child + 1, Attr::Value))
        };
        self.tree.children(list).all(|item| self.tree.children(item).all(fits))
    }

    fn item(&mut self, node: &Node) {
        self.lines.begin();
        let Some(list) = self.lists.last_mut() else { return };
        let Some(number) = &mut list.number else {
            return self.lines.indent(&format!("{} ", list.mark), "  ");
        };
        let stated = self.tree.attr(node, Attr::Value).and_then(|value| value.parse::<u32>().ok());
        let value = stated.filter(|value| *value < 900_000_000).unwrap_or(*number);
        *number = value + 1;
        let mark = format!("{value}{} ", list.mark);
        self.lines.indent(&mark, &" ".repeat(mark.len()));
    }

    fn heading(&mut self, index: usize, level: u8) -> Result<(), Error> {
        self.lines.begin();
        self.lines.push(&"#".repeat(usize::from(level)));
        self.lines.push(" ");
        let end = self.tree.nodes[index].end as usize;
        inline::write(self.tree, index + 1..end, Mode::Heading, &mut self.lines)?;
        self.lines.escape_closing_sign();
        Ok(())
    }

    /// Writes preformatted text between fences that it does not hold itself.
    fn code(&mut self, index: usize) {
        let node = &self.tree.nodes[index];
        let inside = &self.tree.nodes[index..node.end as usize];
        let text: String =
            inside.iter().filter(|node| node.tag == Tag::Text).map(|node| self.tree.text(node)).collect();
        let class = inside.iter().filter(|node| matches!(node.tag, Tag::Pre | Tag::Code));
        let language = class.filter_map(|node| self.tree.attr(node, Attr::Class)).next().unwrap_or_default();
        let fence = "`".repeat(escape::longest_run(&text).max(2) + 1);
        self.lines.begin();
        self.lines.push(&fence);
        self.lines.push(language.strip_prefix("language-").unwrap_or_default());
        self.lines.push_lines(&text);
        self.lines.feed();
        self.lines.push(&fence);
    }
}
