//! Builds the cleaned tree from what the walk over the page meets, mending its order on the way: lines of text become
//! paragraphs, phrases end with their line and begin anew in the next one, items stand in lists and cells in rows.

mod frames;
mod lines;

use self::frames::Frame;
use self::lines::{Kind, Line, Phrase};
use super::tags::Tag;
use super::tree::{Attr, Tree};

/// The language and direction of a text, as the page states them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tongue<'a> {
    pub lang: Option<&'a str>,
    pub dir: Option<&'a str>,
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

    /// Whether a heading, term or preformatted text is open, in which no block can stand.
    pub fn in_leaf(&self) -> bool {
        self.line.is_some_and(|line| line.kind != Kind::Paragraph)
    }

    /// Whether preformatted text is open.
    pub fn in_pre(&self) -> bool {
        self.line.is_some_and(|line| line.kind == Kind::Pre)
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

    /// The tree, all that is open closed.
    pub fn finish(mut self) -> Tree {
        self.close(1);
        self.tree.close(0);
        self.tree
    }
}
