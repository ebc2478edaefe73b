//! Which blocks are the body: of an article one element before all else, of other pages all that is likely.

use std::ops::Range;

use super::blocks::Block;
use super::features::Features;
use super::kind::{Breadth, Judged};
use super::model::Model;
use super::place::Mark;
use super::reading::Reading;
use super::teasers;
use super::verdict::{Verdict, masked, unread};
use super::weights::{ARTICLES, PAGES};
use crate::dom::NodeId;
use crate::labels::PageType;

/// Below this expected F1 a page of many texts has no body: what is left is too unlikely to be one (`notes-content.md`,
/// section 1).
const NOTHING: f64 = 0.3;
/// Outside the element that holds an article the odds of a block are divided by this: one unit of log odds.
const OUTSIDE: f32 = std::f32::consts::E;
/// An article is folded where less than this share of what is likely in it is shown, as by answers that open at a press;
const FOLDED: f64 = 0.3;
/// but not below this one: then what is hidden is another page's text.
const STASHED: f64 = 0.1;

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
pub(super) fn choose(reading: &Reading, features: &Features, judged: Judged) -> Choice {
    match judged.breadth {
        Breadth::One => article(reading, features, judged.kind),
        Breadth::Islands => islands(reading, features),
    }
}

/// How likely each block is of the body: 0 where a mask says no.
fn chances(reading: &Reading, features: &Features, model: &Model, is_open: fn(&Block) -> bool) -> Vec<f32> {
    let chance = |index| if is_open(reading.block(index)) { model.chance(&features.of(index)) } else { 0.0 };
    (0..reading.len()).map(chance).collect()
}

/// All good islands of text.
fn islands(reading: &Reading, features: &Features) -> Choice {
    let chances = chances(reading, features, &PAGES, |block| masked(block).is_none());
    let verdicts = promising(reading, &chances, NOTHING, |_| "unlikely");
    Choice { verdicts, chances, holder: None }
}

/// One element: the one with the highest expected F1 that is no list of teasers; around it only what is likelier. Where
/// there is nothing but such a list, the page is one of many texts after all.
fn article(reading: &Reading, features: &Features, kind: PageType) -> Choice {
    let open = |block: &Block| masked(block).is_none() && !block.place.has(Mark::Control);
    let mut likely = chances(reading, features, &ARTICLES, open);
    let mut told = shown(reading, &likely);
    let mut root = holder(reading, &told);
    if let Some(list) = root.and_then(|root| teasers_instead(reading, root)) {
        likely[list.clone()].fill(0.0);
        told[list].fill(0.0);
        root = holder(reading, &told);
        if root.is_none() {
            return islands(reading, features);
        }
    }
    let Some(root) = root else {
        let verdicts = promising(reading, &told, 0.0, |_| "unlikely");
        return Choice { verdicts, chances: told, holder: None };
    };
    let under = reading.within(root);
    // Tabs of other languages and answers that open at a press are part of a documentation, seldom of an article.
    let inside = if kind == PageType::Documentation { &likely } else { &told };
    let beside = |chance: f32| chance / (chance + (1.0 - chance) * OUTSIDE);
    let edged = |index: usize| if under.contains(&index) { inside[index] } else { beside(told[index]) };
    let edged: Vec<f32> = (0..reading.len()).map(edged).collect();
    let rule = |index: usize| if under.contains(&index) { "unlikely" } else { "outside the article" };
    let verdicts = promising(reading, &edged, 0.0, rule);
    Choice { verdicts, chances: told, holder: Some(root) }
}

/// The chances of an article's blocks, 0 of those that neither the page shows nor a press on their summary; unless nearly
/// all are.
fn shown(reading: &Reading, chances: &[f32]) -> Vec<f32> {
    let place = |index: usize| reading.block(index).place;
    let is_hidden = |index: usize| place(index).has(Mark::Hidden) && !place(index).has(Mark::Folded);
    let shown: Vec<f32> =
        chances.iter().enumerate().map(|(index, chance)| if is_hidden(index) { 0.0 } else { *chance }).collect();
    let share = expected(reading, &shown) / expected(reading, chances);
    if (STASHED..FOLDED).contains(&share) { chances.to_vec() } else { shown }
}

/// The list of teasers under a heading that would be taken for the article, which is all in it.
fn teasers_instead(reading: &Reading, root: NodeId) -> Option<Range<usize>> {
    let root = reading.within(root);
    teasers::headed(reading).find(|list| list.start <= root.start && root.end <= list.end)
}

/// The length of the body that the chances promise, hundredths of a word.
fn expected(reading: &Reading, chances: &[f32]) -> f64 {
    chances.iter().enumerate().map(|(index, chance)| f64::from(*chance) * length(reading, index)).sum()
}

fn length(reading: &Reading, index: usize) -> f64 {
    f64::from(reading.block(index).length())
}

/// The blocks by their chance, as many as promise the highest F1, none where that is no more than `least`. Of a set of
/// blocks kept, the expected F1 is twice the expected length of what is right in it, by the length of it and of the body
/// expected. `rule` names why a block is left out.
fn promising(reading: &Reading, chances: &[f32], least: f64, rule: impl Fn(usize) -> &'static str) -> Vec<Verdict> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|one, other| chances[*other].total_cmp(&chances[*one]));
    let whole = expected(reading, chances);
    let (mut right, mut kept, mut best) = (0.0, 0.0, (least, 0));
    for (count, index) in order.iter().enumerate() {
        right += f64::from(chances[*index]) * length(reading, *index);
        kept += length(reading, *index);
        let f1 = 2.0 * right / (kept + whole);
        if f1 > best.0 {
            best = (f1, count + 1);
        }
    }
    let left_out = |index: usize| unread(reading.block(index)).unwrap_or(Verdict::unnamed(rule(index)));
    let mut verdicts: Vec<Verdict> = (0..chances.len()).map(left_out).collect();
    order[..best.1].iter().for_each(|index| verdicts[*index] = Verdict::Kept);
    verdicts
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
        sum += f64::from(*chance) * length(reading, index);
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
