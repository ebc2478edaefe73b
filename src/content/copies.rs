//! Texts that a page shows more than once.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::blocks::Block;
use super::place::Mark;

/// By block: how many blocks before it, and on the whole page, have the same text.
#[derive(Debug)]
pub(super) struct Copies {
    earlier: Vec<u16>,
    all: Vec<u16>,
}

impl Copies {
    /// Counts the copies among blocks that are shown or not.
    pub fn count(blocks: &[Block]) -> Self {
        let mut seen: HashMap<u64, u16, FixedState> =
            HashMap::with_capacity_and_hasher(blocks.len(), FixedState::default());
        let mut earlier = Vec::with_capacity(blocks.len());
        for block in blocks {
            let count = seen.entry(block.text.hash).or_default();
            earlier.push(*count);
            if !block.place.has_any(&[Mark::Hidden, Mark::Navigation]) {
                *count = count.saturating_add(1);
            }
        }
        let all = blocks.iter().map(|block| seen.get(&block.text.hash).copied().unwrap_or_default()).collect();
        Copies { earlier, all }
    }

    /// How many blocks before this one have its text.
    pub fn earlier(&self, block: usize) -> u16 {
        self.earlier[block]
    }

    /// How many blocks of the page have its text, those in menus and those not shown let be.
    pub fn all(&self, block: usize) -> u16 {
        self.all[block]
    }
}
