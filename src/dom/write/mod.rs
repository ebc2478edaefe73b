//! The body as HTML, text and Markdown, all three from one cleaned tree.
//!
//! [`Clean`] holds only what an allow-list names, in an order that every HTML parser keeps as it is, and its HTML cleaned
//! once more is the same HTML. What is not on the list is unwrapped, never written.

mod anchors;
mod attributes;
mod clean;
mod figures;
mod flow;
mod headings;
mod html;
mod markdown;
mod math;
mod media;
mod output;
mod survey;
mod tags;
mod text;
mod tree;

use self::flow::{Flow, Tongue};
use self::output::Output;
use self::tree::Tree;
use super::{Document, NodeId, NodeSet};
use crate::Error;

/// A picture of the body with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The element that is written as `img`: an `img`, or what stands for one.
    pub node: NodeId,
    /// The absolute address of the best version.
    pub url: String,
    /// The alternative text; empty where the page gives none.
    pub alt: String,
    /// The node that holds its caption.
    pub caption: Option<NodeId>,
    /// Width and height in CSS pixels, where the page states both.
    pub size: Option<(u32, u32)>,
}

/// What is to be written of a page.
#[derive(Debug, Clone, Copy)]
pub struct Body<'a> {
    /// Its texts, and the elements that hold nothing else.
    pub nodes: &'a NodeSet,
    /// Its pictures.
    pub pictures: &'a [Picture],
    /// The title that stands above it, and is left out where the body repeats it at its start.
    pub title: Option<&'a str>,
}

/// The body of an article, cleaned: allow-listed elements and attributes, absolute addresses, blocks where blocks may stand.
#[derive(Debug)]
pub struct Clean {
    tree: Tree,
    limit: usize,
}

impl Clean {
    /// Cleans the body of a page. `limit` is the most that is written, in UTF-8 bytes.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where its text and addresses pass the limit.
    pub fn new(page: &Document, body: &Body, limit: usize) -> Result<Self, Error> {
        let mut tree = clean::clean(page, body, limit)?;
        headings::order(&mut tree);
        Ok(Clean { tree, limit })
    }

    /// Paragraphs of plain text as a body. Blank ones are none, and a line feed within one is white space.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the text passes the limit.
    pub fn of_paragraphs(paragraphs: &[String], limit: usize) -> Result<Self, Error> {
        let mut flow = Flow::new(Tongue::default());
        for paragraph in paragraphs {
            flow.boundary();
            flow.text(paragraph);
        }
        let tree = flow.finish();
        let value = tree.size();
        if value > limit {
            return Err(Error::TooLarge { what: "output", limit, value });
        }
        Ok(Clean { tree, limit })
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.tree.nodes.len() == 1
    }

    /// Its HTML: a sequence of blocks without a wrapper around them. Empty for an empty body.
    ///
    /// # Errors
    /// [`Error::TooLarge`] past the limit.
    pub fn html(&self) -> Result<String, Error> {
        html::write(&self.tree, self.limit)
    }

    /// Its text: one line feed between blocks and for each run of breaks, a tab between cells, a space for no-break ones and
    /// between the signs of a formula, `pre` as it is.
    ///
    /// # Errors
    /// [`Error::TooLarge`] past the limit.
    pub fn text(&self) -> Result<String, Error> {
        text::write(&self.tree, self.limit)
    }

    /// Its Markdown: CommonMark with GitHub's tables and strikethrough. What these lack is inline HTML or plain text.
    ///
    /// # Errors
    /// [`Error::TooLarge`] past the limit.
    pub fn markdown(&self) -> Result<String, Error> {
        markdown::write(&self.tree, self.limit)
    }
}

/// How many nodes are looked at for a repeated title: more hold more than a title.
const TITLE_NODES: usize = 64;

impl Body<'_> {
    /// Whether the text of `node` is the title and nothing else. Blanks do not count.
    fn repeats_title(&self, page: &Document, node: NodeId) -> bool {
        let Some(title) = self.title else { return false };
        if page.range(node).len() > TITLE_NODES {
            return false;
        }
        let solid = |c: &char| !crate::text::is_indent(*c);
        let texts = page.subtree(node).filter(|inner| self.nodes.contains(*inner)).filter_map(|inner| page.text(inner));
        let mut shown = texts.flat_map(str::chars).filter(solid).peekable();
        shown.peek().is_some() && shown.eq(title.chars().filter(solid))
    }
}

#[cfg(all(test, feature = "html"))]
mod tests;
