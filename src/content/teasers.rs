//! Teasers of other texts: lines alike below lines that are links.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::measure::WORD;
use super::reading::Reading;
use super::vocabulary::says;
use crate::dom::{Name, NodeId};
use crate::labels::Kind;

/// The longest line, in words, that names other texts.
const HEADING: u32 = 10 * WORD;
/// A longer block is a text of its own, unless it is a teaser.
const OWN: u32 = 14 * WORD;

/// The teasers of a page, as the lists that they stand in, each in document order.
pub(super) fn lists(reading: &Reading) -> Vec<Vec<usize>> {
    let mut alike: HashMap<_, Vec<usize>, FixedState> = HashMap::default();
    for index in (0..reading.len()).filter(|index| reading.block(*index).is_paragraph()) {
        alike.entry(likeness(reading, index)).or_default().push(index);
    }
    let is_list = |lines: &Vec<usize>| {
        let teasers = lines.iter().filter(|index| follows_title(reading, **index)).count();
        teasers >= 3 && teasers * 3 >= lines.len() * 2
    };
    let mut lists: Vec<Vec<usize>> = alike.into_values().filter(is_list).collect();
    lists.sort_unstable();
    lists
}

/// Where lists of teasers stand whose first line, or the one right above it, names other texts, with no text of its own.
pub(super) fn headed<'a>(reading: &'a Reading) -> impl Iterator<Item = Range<usize>> + 'a {
    lists(reading).into_iter().filter_map(|list| {
        let (first, last) = (reading.block(*list.first()?).first, reading.block(*list.last()?).last);
        let around = reading.within(reading.page.common_ancestor(first, last));
        let is_own = |index: usize| reading.block(index).length() > OWN;
        let alone = || around.clone().all(|index| list.contains(&index) || !is_own(index));
        let mut above = around.start.saturating_sub(1)..=around.start;
        (above.any(|index| names_others(reading, index)) && alone()).then_some(around)
    })
}

/// Whether a line says that what follows are other texts.
pub(super) fn names_others(reading: &Reading, index: usize) -> bool {
    reading.block(index).length() <= HEADING && says(&reading.text(index).to_lowercase()) == Some(Kind::Related)
}

/// What teasers of one list have in common: names and classes of the element around each and of the one above it.
fn likeness<'a>(reading: &Reading<'a>, index: usize) -> [Option<(Name, Option<&'a str>)>; 2] {
    let page = reading.page;
    let looks = |node: NodeId| (page.name(node), page.attr(node, Name::CLASS));
    let node = reading.block(index).container;
    [Some(looks(node)), page.parent(node).map(looks)]
}

/// Whether one of the two blocks before is nothing but a link to another text, as the question above an answer is not.
fn follows_title(reading: &Reading, index: usize) -> bool {
    (1..=2).filter(|back| index >= *back).any(|back| {
        let block = reading.block(index - back);
        block.length() >= 3 * WORD && block.linked == block.length() && leads_elsewhere(reading, block.first)
    })
}

/// Whether the link that a text stands in leads out of the page.
fn leads_elsewhere(reading: &Reading, text: NodeId) -> bool {
    let page = reading.page;
    page.ancestors(text).take(4).any(|above| page.leads_elsewhere(above))
}
