//! The cleaned tree as Markdown: CommonMark 0.31 with the tables and the strikethrough of GitHub's.
//!
//! What neither has is written as the inline HTML that CommonMark lets through (`sup`, `ruby`), or as plain text.

mod blocks;
mod escape;
mod inline;
mod lines;
mod table;

use self::blocks::Blocks;
use super::tree::Tree;
use crate::Error;

/// Writes the tree as Markdown of at most `limit` UTF-8 bytes, without a line feed at its end.
pub(super) fn write(tree: &Tree, limit: usize) -> Result<String, Error> {
    Blocks::new(tree, limit).run()
}

#[cfg(all(test, feature = "html"))]
mod tests;
