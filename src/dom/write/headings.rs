//! The order of headings: one `h1` at most, and no level left out.

use super::tags::Tag;
use super::tree::Tree;

/// Gives each heading the level of its depth in the outline. A lone `h1` before all others stays; else the first level
/// is 2, since the article's title stands above.
pub(super) fn order(tree: &mut Tree) {
    let levels = || tree.nodes.iter().filter_map(|node| node.tag.heading_level());
    let lone = levels().next() == Some(1) && levels().filter(|level| *level == 1).count() == 1;
    let first = if lone { 1 } else { 2 };
    let mut outline: Vec<u8> = Vec::new();
    for node in &mut tree.nodes {
        if let Some(level) = node.tag.heading_level() {
            outline.truncate(outline.partition_point(|above| *above < level));
            node.tag = Tag::heading(first + outline.len() as u8);
            outline.push(level);
        }
    }
}
