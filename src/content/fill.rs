//! Lines that the weights doubt among those that they do not: a text is whole.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::measure::{End, WORD};
use super::reading::Reading;
use super::verdict::{Verdict, unread};
use crate::dom::{Name, NodeId};

/// The length of the lines alike that must have been kept.
const TEXT: u32 = 100 * WORD;

/// What lines of one text have in common: the element around them, their own name and class.
type Likeness<'a> = (Option<NodeId>, Name, Option<&'a str>);

/// Takes back the lines left out as unlikely that stand between lines alike that were kept, or close them as prose.
pub(super) fn fill(reading: &Reading, verdicts: &mut [Verdict]) {
    let mut lines: HashMap<Likeness, Vec<usize>, FixedState> = HashMap::default();
    for index in 0..verdicts.len() {
        lines.entry(likeness(reading, index)).or_default().push(index);
    }
    let mut back = Vec::new();
    for alike in lines.values() {
        let kept = |index: &&usize| verdicts[**index].is_kept();
        let length: u32 = alike.iter().filter(kept).map(|index| reading.block(*index).length()).sum();
        if length < TEXT {
            continue;
        }
        let first = alike.iter().position(|index| verdicts[*index].is_kept()).unwrap_or(alike.len());
        let last = alike.iter().rposition(|index| verdicts[*index].is_kept()).unwrap_or(0);
        let doubted = alike.iter().enumerate().filter(|(_, index)| is_doubted(reading, verdicts, **index));
        let whole = doubted.filter(|(at, index)| *at > first && (*at < last || is_prose(reading, **index)));
        back.extend(whole.map(|(_, index)| *index));
    }
    back.into_iter().for_each(|index| verdicts[index] = Verdict::Kept);
}

fn likeness<'a>(reading: &Reading<'a>, index: usize) -> Likeness<'a> {
    let (page, container) = (reading.page, reading.block(index).container);
    (page.parent(container), page.name(container), page.attr(container, Name::CLASS))
}

/// Whether a block was left out for its looks alone.
fn is_doubted(reading: &Reading, verdicts: &[Verdict], index: usize) -> bool {
    let block = reading.block(index);
    verdicts[index] == Verdict::unnamed("unlikely") && block.linked * 4 <= block.length() && unread(block).is_none()
}

fn is_prose(reading: &Reading, index: usize) -> bool {
    let block = reading.block(index);
    block.is_paragraph() && block.text.end == End::Stop
}
