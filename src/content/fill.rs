//! Lines that the weights doubt among those that they do not: a text is whole.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::kind::{Breadth, Judged};
use super::measure::{End, WORD};
use super::place::Mark;
use super::reading::Reading;
use super::verdict::{Verdict, unread};
use crate::dom::{Name, NodeId};
use crate::labels::PageType;

/// The length of the lines alike that must have been kept.
const TEXT: u32 = 100 * WORD;

/// The longest caption.
const CAPTION: u32 = 80 * WORD;

/// What lines of one text have in common: the element around them, their own name and class.
type Likeness<'a> = (Option<NodeId>, Name, Option<&'a str>);

/// Takes back what was left out as unlikely but belongs to what was kept: of an article the lines between lines alike and
/// the captions of its figures, of a product its specification, of all pages the rest of tables and the headings of what
/// was kept.
pub(super) fn fill(reading: &Reading, verdicts: &mut [Verdict], judged: Judged) {
    if judged.breadth == Breadth::One {
        lines(reading, verdicts);
        captions(reading, verdicts);
    }
    tables(reading, verdicts);
    if judged.kind == PageType::Product {
        specifications(reading, verdicts);
    }
    headings(reading, verdicts);
}

/// Lines that stand between lines alike that were kept, or close them as prose.
fn lines(reading: &Reading, verdicts: &mut [Verdict]) {
    let mut lines: HashMap<Likeness, Vec<usize>, FixedState> = HashMap::default();
    for index in 0..verdicts.len() {
        lines.entry(likeness(reading, index)).or_default().push(index);
    }
    let mut back = Vec::new();
    for alike in lines.values() {
        let kept = |index: &&usize| verdicts[**index].is_kept();
        let length: u32 = alike.iter().filter(kept).map(|index| reading.block(*index).length()).sum();
        let (Some(first), Some(last)) = (alike.iter().find(kept), alike.iter().rfind(kept)) else { continue };
        let whole = |index: &usize| index > first && (index < last || is_prose(reading, *index));
        if length >= TEXT {
            back.extend(alike.iter().copied().filter(whole).filter(|index| is_doubted(reading, verdicts, *index)));
        }
    }
    back.into_iter().for_each(|index| verdicts[index] = Verdict::Kept);
}

/// What is written below the pictures that stand in the text.
fn captions(reading: &Reading, verdicts: &mut [Verdict]) {
    let kept = |verdict: &Verdict| verdict.is_kept();
    let (Some(first), Some(last)) = (verdicts.iter().position(kept), verdicts.iter().rposition(kept)) else { return };
    for index in first..last {
        let block = reading.block(index);
        let of_figure = block.place.has(Mark::Figure) && block.place.has(Mark::Caption);
        if of_figure && block.length() <= CAPTION && is_doubted(reading, verdicts, index) {
            verdicts[index] = Verdict::Kept;
        }
    }
}

/// Tables of data of which a line was kept, or that stand right behind a paragraph that was.
fn tables(reading: &Reading, verdicts: &mut [Verdict]) {
    let page = reading.page;
    for (table, range) in reading.tables() {
        let begun = range.clone().any(|index| verdicts[index].is_kept());
        let follows = range.start.checked_sub(1).is_some_and(|before| {
            let container = reading.block(before).container;
            let beside = [Some(container), page.parent(container)].contains(&page.parent(*table));
            verdicts[before].is_kept() && reading.block(before).is_paragraph() && beside
        });
        if (begun || follows) && is_open(reading, verdicts, range.clone()) {
            verdicts[range.clone()].fill(Verdict::Kept);
        }
    }
}

/// Whether of a run of blocks some may have been left out for their looks, and none for anything else.
fn is_open(reading: &Reading, verdicts: &[Verdict], mut range: Range<usize>) -> bool {
    range.all(|index| verdicts[index].is_kept() || is_doubted(reading, verdicts, index))
}

/// Tables and lists of names and values below a heading that was kept, or of which a line was; then with their heading.
fn specifications(reading: &Reading, verdicts: &mut [Verdict]) {
    let page = reading.page;
    let tables = page.all().filter(|node| matches!(page.name(*node), Name::TABLE | Name::DL));
    for range in tables.map(|node| reading.within(node)).filter(|range| !range.is_empty() && range.start > 0) {
        let headed = verdicts[range.start - 1].is_kept() && reading.block(range.start - 1).place.has(Mark::Heading);
        let begun = range.clone().any(|index| verdicts[index].is_kept());
        let heading = range.start - 1;
        if (headed || begun) && is_open(reading, verdicts, range.clone()) {
            verdicts[range].fill(Verdict::Kept);
            if reading.block(heading).place.has(Mark::Heading) && is_doubted(reading, verdicts, heading) {
                verdicts[heading] = Verdict::Kept;
            }
        }
    }
}

/// Headings of what was kept.
fn headings(reading: &Reading, verdicts: &mut [Verdict]) {
    for index in (1..verdicts.len()).rev() {
        let (heading, next) = (reading.block(index - 1), reading.block(index));
        let heads = heading.place.has(Mark::Heading) && !next.place.has(Mark::Heading);
        let together = || reading.page.parent(heading.container) == reading.page.parent(next.container);
        if heads && verdicts[index].is_kept() && is_doubted(reading, verdicts, index - 1) && together() {
            verdicts[index - 1] = Verdict::Kept;
        }
    }
}

fn likeness<'a>(reading: &Reading<'a>, index: usize) -> Likeness<'a> {
    let (page, container) = (reading.page, reading.block(index).container);
    (page.parent(container), page.name(container), page.attr(container, Name::CLASS))
}

/// Whether a block was left out for its looks alone.
pub(super) fn is_doubted(reading: &Reading, verdicts: &[Verdict], index: usize) -> bool {
    let block = reading.block(index);
    verdicts[index] == Verdict::unnamed("unlikely") && block.linked * 4 <= block.length() && unread(block).is_none()
}

fn is_prose(reading: &Reading, index: usize) -> bool {
    let block = reading.block(index);
    block.is_paragraph() && block.text.end == End::Stop
}
