//! The kind of a page, and the gate between one text and many: whether the body is one element or all good islands.
//!
//! The gate is made by hand on purpose: what is learnt from WCXB calls Chinese news no articles (`notes-content.md`, 7).

use std::ops::Range;

use super::address::{Says, says};
use super::blocks::share;
use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::teasers;
use super::verdict::unread;
use super::vocabulary::has_date;
use crate::dom::Document;
use crate::labels::{Hints, PageType};
use serde::Serialize;

/// How many blocks after the title may say when it was written.
const DATED: usize = 6;

/// A text that nothing dates or states is one only from this share of the whole page's text, 0 to 1.
const LEAST_SHARE: f32 = 0.3;

/// How the running text of a page lies.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Shape {
    /// The share of it in the best element or the one above, 0 to 1.
    pub gathered: f32,
    /// The same without teasers of other texts, 0 to 1.
    pub own: f32,
    /// The share of the page's whole text there, 0 to 1.
    pub all: f32,
    /// The share of links in the best element, 0 to 1.
    pub linked: f32,
    /// The length of the best element, hundredths of a word.
    pub length: u32,
    /// The share of code in the best element, 0 to 1.
    pub code: f32,
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judged {
    /// Its kind.
    pub kind: PageType,
    /// How wide the body is taken.
    pub breadth: Breadth,
    /// What its address says.
    pub address: Says,
    /// How its text lies.
    pub shape: Shape,
}

/// How wide the body is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Breadth {
    /// One element.
    One,
    /// All good islands of text.
    Islands,
}

/// Judges a page by its address, its head and how its text lies.
pub(super) fn judge(reading: &Reading, hints: &Hints, headline: Option<usize>) -> Judged {
    let shape = Shape::of(reading);
    let address = says(reading.page.url());
    let dated = headline.is_some_and(|index| is_dated(reading, index));
    let breadth = if is_one_text(&shape, address, hints.page_type, dated) { Breadth::One } else { Breadth::Islands };
    let kind = match (hints.page_type, address, breadth) {
        (Some(kind), ..) if kind != PageType::Article => kind,
        (_, Says::Kind(kind), Breadth::Islands) => kind,
        (_, Says::Kind(PageType::Documentation), Breadth::One) => PageType::Documentation,
        (.., Breadth::One) if shape.code > 0.1 => PageType::Documentation,
        (.., Breadth::One) | (Some(PageType::Article), ..) => PageType::Article,
        (_, _, Breadth::Islands) => by_shape(reading),
    };
    Judged { kind, breadth, address, shape }
}

/// Whether a page is of a kind that readers comment on, and whose text their comments are not.
pub(super) fn is_commented(page: &Document, hints: &Hints) -> bool {
    match (hints.page_type, says(page.url())) {
        (Some(kind), _) => kind == PageType::Article,
        (None, Says::Kind(kind)) => kind == PageType::Article,
        (None, _) => true,
    }
}

/// The gate. The title has a date beside it, or most of the running text lies together, less of it where the page has little else;
/// and neither the address nor the head says otherwise.
fn is_one_text(shape: &Shape, address: Says, stated: Option<PageType>, dated: bool) -> bool {
    let least = if shape.all < 0.9 { 80 * WORD } else { 30 * WORD };
    let (gathered, limits, length) = match (address, stated) {
        (_, Some(kind)) if !matches!(kind, PageType::Article | PageType::Documentation) => return false,
        (Says::Nothing | Says::Numbered | Says::Kind(PageType::Article), _) if dated => return true,
        (Says::Kind(PageType::Article), _) | (_, Some(PageType::Article)) => (shape.own, (0.4, 0.4), 30 * WORD),
        (Says::Front, _) => return false,
        (Says::Nothing | Says::Numbered, _) if shape.all < LEAST_SHARE => return false,
        (Says::Nothing | Says::Kind(PageType::Documentation), _) => (shape.gathered, (0.75, 0.2), least),
        (Says::Numbered, _) => (shape.gathered, (0.5, 0.2), 50 * WORD),
        (Says::Kind(_), _) => return false,
    };
    gathered >= limits.0 && shape.linked <= limits.1 && shape.length >= length
}

/// Whether one of the lines after the title says when the text was written, or by whom.
fn is_dated(reading: &Reading, headline: usize) -> bool {
    let after = headline + 1..(headline + 1 + DATED).min(reading.len());
    let short = after.filter(|index| reading.block(*index).length() < 16 * WORD);
    let mut lines = short.map(|index| reading.text(index).to_lowercase());
    lines.any(|line| has_date(&line))
}

impl Shape {
    fn of(reading: &Reading) -> Self {
        let Some(best) = reading.scores.best else { return Shape::default() };
        let above = reading.page.parent(best).unwrap_or(best);
        let mut teasers = teasers::lists(reading).concat();
        teasers.sort_unstable();
        let is_prose = |index: &usize| {
            let block = reading.block(*index);
            block.length() >= 15 * WORD && block.is_paragraph() && unread(block).is_none()
        };
        let sum = |range: Range<usize>, is: &dyn Fn(&usize) -> bool| -> u32 {
            range.filter(is).map(|index| reading.block(index).length()).sum()
        };
        let is_own = |index: &usize| is_prose(index) && teasers.binary_search(index).is_err();
        let gathered = |is: &dyn Fn(&usize) -> bool| share(sum(reading.within(above), is), sum(0..reading.len(), is));
        let code = reading.within(best).map(|index| reading.block(index)).filter(|block| block.place.has(Mark::Code));
        let whole = reading.blocks.sum_of(reading.page, best);
        Shape {
            gathered: gathered(&is_prose),
            own: gathered(&is_own),
            all: share(reading.blocks.sum_of(reading.page, above).length, reading.blocks.total().length),
            linked: whole.link_density(),
            length: whole.length,
            code: share(code.map(|block| block.length()).sum(), whole.length),
        }
    }
}

/// A page of many texts whose address says nothing: by what repeats on it.
fn by_shape(reading: &Reading) -> PageType {
    let total = reading.blocks.total();
    if total.paragraph_share() < 0.3 && total.link_density() > 0.35 {
        return PageType::Listing;
    }
    PageType::Service
}
