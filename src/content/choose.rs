//! Which blocks are the body: for an article the best element with its neighbours, for other kinds all good islands of text.

use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::score::containers;
use super::verdict::{Verdict, masked};
use crate::dom::{Name, NodeId};
use crate::labels::{Kind, PageType};

/// The share of the best score from which an element is an island of its own (`notes-content.md`, section 2).
const ISLAND: f32 = 0.15;
/// How many elements above a block are asked whether they are an island.
const NEAR: usize = 4;
/// From this length a text that stood before is a copy; shorter ones may well be said twice.
const COPY: u32 = 3 * WORD;

/// Decides which blocks are the body, before the rules that look at single lines.
pub(super) fn choose(reading: &Reading, kind: PageType) -> Vec<Verdict> {
    match (kind, reading.scores.best) {
        (_, None) => everything(reading),
        (PageType::Article, Some(best)) => article(reading, best),
        (_, Some(best)) => islands(reading, best),
    }
}

/// A page of a few short lines: what is not masked.
fn everything(reading: &Reading) -> Vec<Verdict> {
    (0..reading.len()).map(|index| masked(reading.block(index)).unwrap_or(Verdict::Kept)).collect()
}

fn islands(reading: &Reading, best: NodeId) -> Vec<Verdict> {
    let under = reading.within(best);
    let decide = |index: usize| {
        let block = reading.block(index);
        if let Some(verdict) = masked(block) {
            return verdict;
        }
        if block.length() >= COPY && reading.copies.earlier(index) > 0 {
            return Verdict::dropped("copy", Kind::Other);
        }
        let near = || containers(reading.page, block.container).take(NEAR);
        if under.contains(&index) || near().any(|node| reading.scores.share(node) >= ISLAND) {
            Verdict::Kept
        } else {
            Verdict::unnamed("low score")
        }
    };
    (0..reading.len()).map(decide).collect()
}

fn article(reading: &Reading, best: NodeId) -> Vec<Verdict> {
    let root = widen(reading, best);
    let under = reading.within(root);
    let decide = |index: usize| {
        let block = reading.block(index);
        if let Some(verdict) = masked(block) {
            return verdict;
        }
        if !under.contains(&index) {
            return Verdict::unnamed("outside the best element");
        }
        if block.place.has(Mark::Aside) && !reading.page.ancestors_or_self(root).any(|node| is_aside(reading, node)) {
            return Verdict::dropped("aside", Kind::Other);
        }
        Verdict::Kept
    };
    (0..reading.len()).map(decide).collect()
}

fn is_aside(reading: &Reading, node: NodeId) -> bool {
    reading.page.name(node) == Name::ASIDE
}

/// The best element, or one above it that holds as much good text again outside of it: a body split over sections.
fn widen(reading: &Reading, best: NodeId) -> NodeId {
    let mut root = best;
    for above in containers(reading.page, best).skip(1).take(3) {
        let (inner, outer) = (reading.blocks.sum_of(reading.page, root), reading.blocks.sum_of(reading.page, above));
        let more = outer.paragraphs - inner.paragraphs;
        let rest = outer.length - inner.length;
        if more * 5 > inner.paragraphs && more * 10 > rest * 7 {
            root = above;
        }
    }
    root
}
