//! The block that shows the article's title.

use super::place::Mark;
use super::reading::Reading;
use crate::dom::{Name, NodeId};
use crate::labels::Hints;
use crate::text::letters;

/// The block that shows the title: the one that says most of what the head says, a heading before other blocks, the first
/// of equals; else the only `h1`. `bodies` is where the body begins, by block.
pub(super) fn find(reading: &Reading, hints: &Hints) -> Option<usize> {
    let titles: Vec<String> =
        hints.titles.iter().map(|title| letters(title)).filter(|title| !title.is_empty()).collect();
    let mut best: Option<(f32, usize)> = None;
    for index in (0..reading.len()).filter(|index| may_be(reading, *index)) {
        let text = letters(&reading.pieces(index).collect::<String>());
        let heading = if reading.block(index).place.has(Mark::Heading) { 1.0 } else { 0.8 };
        let least = if reading.page.name(reading.block(index).container) == Name::H1 { 0.3 } else { 0.45 };
        let value = titles.iter().map(|title| likeness(title, &text)).fold(0.0, f32::max) * heading;
        if value > best.map_or(least, |(value, _)| value.max(least)) {
            best = Some((value, index));
        }
    }
    best.map(|(_, index)| index).or_else(|| only_h1(reading))
}

/// The largest element that holds the block alone, else the one around its text.
pub(super) fn element(reading: &Reading, index: usize) -> NodeId {
    let (page, block) = (reading.page, reading.block(index));
    let around = page.common_ancestor(block.first, block.last);
    let alone = page
        .ancestors_or_self(around)
        .take_while(|node| reading.within(*node).len() <= 1 && page.name(*node) != Name::BODY);
    alone.take(4).last().unwrap_or(around)
}

/// Whether a block may be a title: shown, no longer than titles are, in no menu.
fn may_be(reading: &Reading, index: usize) -> bool {
    let block = reading.block(index);
    let silent = [Mark::Hidden, Mark::Footer, Mark::Navigation, Mark::Dialog, Mark::Control, Mark::Graphic];
    block.length() <= 4000 && block.length() >= 100 && !block.place.has_any(&silent)
}

/// How much of a title a text says, 0 where it says anything else.
fn likeness(title: &str, text: &str) -> f32 {
    if title == text {
        return 1.0;
    }
    let (short, long) = if title.len() < text.len() { (title, text) } else { (text, title) };
    let share = short.len() as f32 / long.len() as f32;
    if short.len() >= 8 && long.contains(short) { share } else { 0.0 }
}

fn only_h1(reading: &Reading) -> Option<usize> {
    let is_h1 = |index: &usize| {
        let node = reading.block(*index).container;
        reading.page.name(node) == Name::H1 && may_be(reading, *index)
    };
    let mut all = (0..reading.len()).filter(is_h1);
    all.next().filter(|_| all.next().is_none())
}
