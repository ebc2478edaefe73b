//! The kind of a page, which decides how wide the body is taken.

use super::measure::WORD;
use super::reading::Reading;
use crate::labels::{Hints, PageType};

/// Judges the kind of a page.
pub(super) fn judge(reading: &Reading, hints: &Hints) -> PageType {
    if let Some(kind) = hints.page_type {
        return kind;
    }
    if is_article(reading) { PageType::Article } else { PageType::Service }
}

/// Whether one element holds nearly all the running text.
fn is_article(reading: &Reading) -> bool {
    let Some(best) = reading.scores.best else { return false };
    let mut node = best;
    for above in reading.page.ancestors(best).take(2) {
        if reading.blocks.sum_of(reading.page, above).paragraph_share() > 0.7 {
            node = above;
        }
    }
    let prose = |range: std::ops::Range<usize>| -> u32 {
        let long =
            range.map(|index| reading.block(index)).filter(|block| block.length() >= 15 * WORD && block.is_paragraph());
        long.map(|block| block.length()).sum()
    };
    let (inside, all) = (prose(reading.within(node)), prose(0..reading.len()));
    inside >= 100 * WORD && inside as f32 >= 0.8 * all as f32
}
