//! A person's corrections, which win over every heuristic.

use super::Corrections;
use super::reading::Reading;
use super::verdict::{Verdict, unread};
use crate::labels::Kind;

/// Whether a person said what the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Corrected {
    /// A person chose it, or some of it.
    Chosen,
    /// It is as it was found, less what a person took out.
    Left,
}

/// Applies the corrections that find something on this page.
pub(super) fn correct(reading: &Reading, verdicts: &mut [Verdict], corrections: &Corrections) -> Corrected {
    let mut corrected = Corrected::Left;
    let roots = corrections.root.iter().flat_map(|selector| selector.select(reading.page));
    if let Some(root) = roots.into_iter().next() {
        corrected = Corrected::Chosen;
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
            corrected = if verdict.is_kept() { Corrected::Chosen } else { corrected };
        }
    }
    corrected
}
