//! A person's corrections, which win over every heuristic.

use super::Corrections;
use super::reading::Reading;
use super::verdict::{Verdict, unread};
use crate::labels::Kind;

/// Applies the corrections that find something on this page.
pub(super) fn correct(reading: &Reading, verdicts: &mut [Verdict], corrections: &Corrections) {
    let roots = corrections.root.iter().flat_map(|selector| selector.select(reading.page));
    if let Some(root) = roots.into_iter().next() {
        verdicts.fill(Verdict::unnamed("outside the given root"));
        for index in reading.within(root) {
            verdicts[index] = unread(reading.block(index)).unwrap_or(Verdict::Kept);
        }
    }
    for (selectors, verdict) in
        [(&corrections.include, Verdict::Kept), (&corrections.exclude, Verdict::dropped("excluded", Kind::Other))]
    {
        for node in selectors.iter().flat_map(|selector| selector.select(reading.page)) {
            verdicts[reading.within(node)].fill(verdict);
        }
    }
}
