//! Teasers of other texts: lines alike below lines that are links.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::measure::WORD;
use super::reading::Reading;
use crate::dom::{Name, NodeId};

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

/// What teasers of one list have in common: names and classes of the element around each and of the one above it.
fn likeness<'a>(reading: &Reading<'a>, index: usize) -> [Option<(Name, Option<&'a str>)>; 2] {
    let page = reading.page;
    let looks = |node: NodeId| (page.name(node), page.attr(node, Name::CLASS));
    let node = reading.block(index).container;
    [Some(looks(node)), page.parent(node).map(looks)]
}

/// Whether one of the two blocks before is nothing but a link.
fn follows_title(reading: &Reading, index: usize) -> bool {
    (1..=2).filter(|back| index >= *back).any(|back| {
        let block = reading.block(index - back);
        block.length() >= 3 * WORD && block.linked == block.length()
    })
}
