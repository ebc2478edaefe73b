//! What is decided of each block, and by which rule.

use super::blocks::Block;
use super::place::Mark;
use crate::labels::Kind;

/// Whether a block is of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is.
    Kept,
    /// It is not.
    Dropped {
        /// The rule that said so, for `explain`.
        rule: &'static str,
        /// What it is, where the rule knows.
        kind: Option<Kind>,
    },
}

impl Verdict {
    /// A block dropped by a rule that knows what it is.
    pub fn dropped(rule: &'static str, kind: Kind) -> Self {
        Verdict::Dropped { rule, kind: Some(kind) }
    }

    /// A block dropped by a rule that does not know what it is.
    pub fn unnamed(rule: &'static str) -> Self {
        Verdict::Dropped { rule, kind: None }
    }

    /// Whether the block is of the body.
    pub fn is_kept(self) -> bool {
        self == Verdict::Kept
    }
}

/// By block: how many of those before it were kept; one more at the end.
pub(super) fn kept_before(verdicts: &[Verdict]) -> Vec<u32> {
    let mut sum = 0;
    let counts = verdicts.iter().map(|verdict| {
        sum += u32::from(verdict.is_kept());
        sum
    });
    std::iter::once(0).chain(counts).collect()
}

/// What the markup around a block alone says: places that never hold a page's text, and from which nothing is learnt.
pub(super) fn masked(block: &Block) -> Option<Verdict> {
    const MASKS: [(Mark, &str, Kind); 5] = [
        (Mark::Dialog, "dialog", Kind::Promotion),
        (Mark::Navigation, "navigation", Kind::Navigation),
        (Mark::Footer, "footer", Kind::Footer),
        (Mark::Graphic, "graphic", Kind::Other),
        (Mark::Comments, "comments", Kind::Comments),
    ];
    let behind = block.place.has(Mark::Behind).then(|| Verdict::unnamed("behind the comments"));
    stands_in(block, &MASKS).or(behind)
}

/// What an article leaves out besides: controls, and what is not shown.
pub(super) fn unread(block: &Block) -> Option<Verdict> {
    const MASKS: [(Mark, &str, Kind); 2] =
        [(Mark::Control, "control", Kind::Actions), (Mark::Hidden, "hidden", Kind::Hidden)];
    masked(block).or_else(|| stands_in(block, &MASKS))
}

fn stands_in(block: &Block, masks: &[(Mark, &'static str, Kind)]) -> Option<Verdict> {
    masks.iter().find(|(mark, ..)| block.place.has(*mark)).map(|(_, rule, kind)| Verdict::dropped(rule, *kind))
}
