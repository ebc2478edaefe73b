//! The nodes of the body, made of the blocks that were kept.

use super::reading::Reading;
use super::verdict::{Verdict, kept_before};
use crate::dom::{Name, NodeSet};

/// The nodes of the body: the texts of the blocks kept, elements that hold nothing else, and what stands between them
/// without text of its own.
pub(super) fn body(reading: &Reading, verdicts: &[Verdict]) -> NodeSet {
    let page = reading.page;
    let mut body = NodeSet::new(page.len());
    let kept = kept_before(verdicts);
    for (index, _) in verdicts.iter().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        insert_shown(reading, index, &mut body);
    }
    let (Some(first), Some(last)) = (body.iter().next(), body.iter().last()) else { return body };
    let range = page.range(page.common_ancestor(first, last));
    let mut next = range.start;
    while let Some(node) = page.nodes_in(next..range.end).next() {
        let blocks = reading.within(node);
        let name = page.name(node);
        if name.is_unrendered() || (name == Name::NOSCRIPT && blocks.is_empty()) {
            next = page.range(node).end;
            continue;
        }
        next = if name.is_unread() { page.range(node).end } else { next + 1 };
        let whole = kept[blocks.end] - kept[blocks.start] == blocks.len() as u32;
        let belongs = !blocks.is_empty()
            || page.parent(node).is_some_and(|above| body.contains(above))
            || between(verdicts, blocks.start);
        if whole && belongs && page.is_element(node) {
            body.insert(node);
        }
    }
    body
}

/// Whether the blocks on both sides of a node without text, before the block `at`, are kept.
fn between(verdicts: &[Verdict], at: usize) -> bool {
    at > 0 && verdicts[at - 1].is_kept() && verdicts.get(at).is_some_and(|verdict| verdict.is_kept())
}

/// Puts the nodes of a block in, but for what no page shows.
fn insert_shown(reading: &Reading, index: usize, body: &mut NodeSet) {
    let (page, block) = (reading.page, reading.block(index));
    let mut next = block.first.index();
    while let Some(node) = page.nodes_in(next..block.last.index() + 1).next() {
        if !page.name(node).is_unrendered() {
            body.insert(node);
        }
        next = if page.name(node).is_unread() { page.range(node).end } else { next + 1 };
    }
}
