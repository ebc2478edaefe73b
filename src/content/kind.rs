//! The kind of a page, and the gate between one text and many: whether the body is one element or all good islands.
//!
//! The gate is made by hand on purpose: what is learnt from WCXB calls Chinese news no articles (`notes-content.md`, 7).

use super::address::{Says, says};
use super::blocks::share;
use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::vocabulary::has_date;
use crate::labels::{Hints, PageType};

/// How many blocks after the title may say when it was written.
const DATED: usize = 6;

/// How the running text of a page lies.
#[derive(Debug, Default)]
struct Shape {
    /// The share of it in the best element or the one above, 0 to 1.
    gathered: f32,
    /// The share of links in the best element, 0 to 1.
    linked: f32,
    /// The length of the best element, hundredths of a word.
    length: u32,
    /// The share of code in the best element, 0 to 1.
    code: f32,
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    /// Its kind.
    pub kind: PageType,
    /// How wide the body is taken.
    pub breadth: Breadth,
}

/// How wide the body is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breadth {
    /// One element.
    One,
    /// All good islands of text.
    Islands,
}

/// Judges a page by its address, its head and how its text lies.
pub(super) fn judge(reading: &Reading, hints: &Hints, headline: Option<usize>) -> Judged {
    let shape = Shape::of(reading);
    let address = match says(reading.page.url()) {
        Says::Nothing | Says::Numbered if headline.is_some_and(|index| is_dated(reading, index)) => {
            Says::Kind(PageType::Article)
        }
        said => said,
    };
    let breadth = if is_one_text(&shape, address, hints.page_type) { Breadth::One } else { Breadth::Islands };
    let kind = match (hints.page_type, address, breadth) {
        (Some(kind), ..) if kind != PageType::Article => kind,
        (_, Says::Kind(kind), Breadth::Islands) => kind,
        (_, Says::Kind(PageType::Documentation), Breadth::One) => PageType::Documentation,
        (.., Breadth::One) if shape.code > 0.1 => PageType::Documentation,
        (.., Breadth::One) | (Some(PageType::Article), ..) => PageType::Article,
        (_, _, Breadth::Islands) => by_shape(reading),
    };
    Judged { kind, breadth }
}

/// The gate. Most of the running text lies together, and neither the address nor the head says otherwise.
fn is_one_text(shape: &Shape, address: Says, stated: Option<PageType>) -> bool {
    let (gathered, linked, length) = match (address, stated) {
        (_, Some(kind)) if !matches!(kind, PageType::Article | PageType::Documentation) => return false,
        (Says::Kind(PageType::Article), _) | (_, Some(PageType::Article)) => (0.4, 0.3, 30 * WORD),
        (Says::Front, _) => return false,
        (Says::Nothing | Says::Kind(PageType::Documentation), _) => (0.75, 0.2, 80 * WORD),
        (Says::Numbered, _) => (0.5, 0.2, 50 * WORD),
        (Says::Kind(_), _) => return false,
    };
    shape.gathered >= gathered && shape.linked <= linked && shape.length >= length
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
        let prose = |range: std::ops::Range<usize>| -> u32 {
            let shown = range.map(|index| reading.block(index)).filter(|block| {
                let unread = [Mark::Navigation, Mark::Footer, Mark::Dialog, Mark::Graphic, Mark::Hidden, Mark::Control];
                block.length() >= 15 * WORD && block.is_paragraph() && !block.place.has_any(&unread)
            });
            shown.map(|block| block.length()).sum()
        };
        let code = reading.within(best).map(|index| reading.block(index)).filter(|block| block.place.has(Mark::Code));
        let sum = reading.blocks.sum_of(reading.page, best);
        Shape {
            gathered: share(prose(reading.within(above)), prose(0..reading.len())),
            linked: sum.link_density(),
            length: sum.length,
            code: share(code.map(|block| block.length()).sum(), sum.length),
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
