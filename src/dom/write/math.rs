//! Formulas: elements of MathML Core, each in its place even if it is empty, since places have meanings there.

use super::attributes;
use super::flow::Flow;
use super::survey::{Marks, Survey};
use super::tags::Tag;
use crate::dom::{Document, NodeId};

/// Writes the formula at `math`, which has content.
pub(super) fn write(page: &Document, math: NodeId, survey: &Survey, flow: &mut Flow) {
    attributes::fill(page, math, Tag::Math, &mut flow.scratch);
    let mut open = vec![(page.range(math).end, flow.atom(Tag::Math), Tag::Math)];
    for node in page.descendants(math) {
        while open.last().is_some_and(|(end, ..)| *end <= node.index())
            && let Some((_, index, _)) = open.pop()
        {
            flow.tree.close(index);
        }
        let in_token = open.last().is_some_and(|(.., tag)| tag.is_token());
        if let Some(text) = page.text(node) {
            let text = text.trim_matches(crate::text::is_space);
            if survey.facts(node).marks.has(Marks::SHOWN) && !text.is_empty() {
                flow.push_math_text(text);
            }
        } else if let Some(tag) = element(page, node).filter(|_| !in_token) {
            attributes::fill(page, node, tag, &mut flow.scratch);
            open.push((page.range(node).end, flow.push_math(tag), tag));
        }
    }
    for (_, index, _) in open.into_iter().rev() {
        flow.tree.close(index);
    }
    flow.cut();
}

/// What is written for an element of a formula: nothing for what only wraps it, or says it in another language.
fn element(page: &Document, node: NodeId) -> Option<Tag> {
    let local = page.spelling(page.name(node)).strip_prefix("math/")?;
    let is_wrapper = local == "math" || local == "semantics" || local.starts_with("annotation");
    (!is_wrapper).then(|| Tag::math(local))
}
