//! Which blocks are the body: of an article one element and what is likely in it, of other pages all that is likely.

use super::features::Features;
use super::kind::Breadth;
use super::measure::WORD;
use super::model::Model;
use super::reading::Reading;
use super::score::holder as holder_of;
use super::verdict::{Verdict, masked, unread};
use super::weights::{ARTICLES, PAGES};
use crate::dom::NodeId;

/// Below this expected F1 a page has no body: what is left is too unlikely to be one (`notes-content.md`, section 1).
const NOTHING: f64 = 0.3;
/// In the element that holds an article, a block is left out below this chance.
const UNLIKELY: f32 = 0.2;
/// The same for a paragraph among those that made the best element the best.
const UNLIKELY_PROSE: f32 = 0.05;

/// The length from which a paragraph is running text.
const PROSE: u32 = 10 * WORD;

/// What was chosen, and from what.
#[derive(Debug)]
pub(super) struct Choice {
    /// By block.
    pub verdicts: Vec<Verdict>,
    /// By block: how likely it is of the body, 0 to 1.
    pub chances: Vec<f32>,
    /// The element that was taken for the body; none where islands were, or nothing.
    pub holder: Option<NodeId>,
}

/// Decides which blocks are the body, before the rules that look at single lines.
pub(super) fn choose(reading: &Reading, features: &[Features], breadth: Breadth) -> Choice {
    match breadth {
        Breadth::One => article(reading, features),
        Breadth::Islands => islands(reading, features),
    }
}

/// How likely each block is of the body: 0 where a mask says no.
fn chances(
    reading: &Reading,
    features: &[Features],
    model: &Model,
    mask: fn(&super::blocks::Block) -> Option<Verdict>,
) -> Vec<f32> {
    let chance = |(index, features): (usize, &Features)| match mask(reading.block(index)) {
        Some(_) => 0.0,
        None => model.chance(features),
    };
    features.iter().enumerate().map(chance).collect()
}

/// All good islands of text: the blocks by their chance, as many as promise the highest F1. Of a set of blocks kept, the
/// expected F1 is twice the expected length of what is right in it, by the length of it and of the body expected.
fn islands(reading: &Reading, features: &[Features]) -> Choice {
    let chances = chances(reading, features, &PAGES, masked);
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|one, other| chances[*other].total_cmp(&chances[*one]));
    let length = |index: usize| f64::from(reading.block(index).length());
    let expected: f64 = order.iter().map(|index| f64::from(chances[*index]) * length(*index)).sum();
    let (mut right, mut kept, mut best) = (0.0, 0.0, (NOTHING, 0));
    for (count, index) in order.iter().enumerate() {
        right += f64::from(chances[*index]) * length(*index);
        kept += length(*index);
        let f1 = 2.0 * right / (kept + expected);
        if f1 > best.0 {
            best = (f1, count + 1);
        }
    }
    let mut verdicts: Vec<Verdict> = (0..chances.len()).map(|index| left_out(reading, index)).collect();
    order[..best.1].iter().for_each(|index| verdicts[*index] = Verdict::Kept);
    Choice { verdicts, chances, holder: None }
}

fn left_out(reading: &Reading, index: usize) -> Verdict {
    unread(reading.block(index)).unwrap_or(Verdict::unnamed("unlikely"))
}

/// One element: the one with the highest expected F1; in it, what is not unlikely.
fn article(reading: &Reading, features: &[Features]) -> Choice {
    let chances = chances(reading, features, &ARTICLES, unread);
    let holder = holder(reading, &chances);
    let under = holder.map_or(0..0, |node| reading.within(node));
    let decide = |index: usize| match () {
        () if holder.is_none() => left_out(reading, index),
        () if !under.contains(&index) => {
            unread(reading.block(index)).unwrap_or(Verdict::unnamed("outside the article"))
        }
        () if chances[index] < least(reading, index) => left_out(reading, index),
        () => Verdict::Kept,
    };
    Choice { verdicts: (0..chances.len()).map(decide).collect(), chances, holder }
}

/// The chance below which a block is left out: lower for a paragraph among those that made the best element the best, so
/// that a long text stays whole to its end.
fn least(reading: &Reading, index: usize) -> f32 {
    let block = reading.block(index);
    let prose = block.length() >= PROSE && block.linked * 4 < block.length() && unread(block).is_none();
    let of_best = prose && reading.scores.best.is_some() && holder_of(reading.page, block) == reading.scores.best;
    if of_best { UNLIKELY_PROSE } else { UNLIKELY }
}

/// The element with the highest expected F1, the lowest of equals; none where that is too low.
fn holder(reading: &Reading, chances: &[f32]) -> Option<NodeId> {
    let mut best = (NOTHING, None);
    for (f1, node) in promises(reading, chances) {
        if f1 >= best.0 {
            best = (f1, Some(node));
        }
    }
    best.1
}

/// The elements that hold text, in document order, each with the F1 to be expected of it as the body, 0 to 1.
pub(super) fn promises<'a>(reading: &'a Reading, chances: &[f32]) -> impl Iterator<Item = (f64, NodeId)> + 'a {
    let mut sum = 0.0;
    let expected = chances.iter().enumerate().map(|(index, chance)| {
        sum += f64::from(*chance) * f64::from(reading.block(index).length());
        sum
    });
    let before: Vec<f64> = std::iter::once(0.0).chain(expected).collect();
    let whole = before.last().copied().unwrap_or_default();
    let elements = reading.page.all().filter(|node| reading.page.is_element(*node));
    elements.filter_map(move |node| {
        let range = reading.within(node);
        let length = f64::from(reading.blocks.sum(range.clone()).length);
        let right = before[range.end] - before[range.start];
        (length > 0.0).then(|| (2.0 * right / (length + whole), node))
    })
}
