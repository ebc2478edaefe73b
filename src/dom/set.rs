//! A set of nodes of one document.

use std::ops::Range;

use super::NodeId;

/// A set of nodes of one document, a bit for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeSet {
    bits: Vec<u64>,
}

impl NodeSet {
    /// The empty set for a document of `len` nodes.
    pub fn new(len: usize) -> Self {
        NodeSet { bits: vec![0; len.div_ceil(64)] }
    }

    /// Whether `node` is in the set.
    pub fn contains(&self, node: NodeId) -> bool {
        self.bits.get(node.index() / 64).is_some_and(|word| (word >> (node.index() % 64)) & 1 == 1)
    }

    /// Adds `node`.
    pub fn insert(&mut self, node: NodeId) {
        self.bits[node.index() / 64] |= 1 << (node.index() % 64);
    }

    /// Takes `node` out.
    pub fn remove(&mut self, node: NodeId) {
        self.bits[node.index() / 64] &= !(1 << (node.index() % 64));
    }

    /// Adds all nodes of a range of indices, as [`super::Document::range`] gives it.
    pub fn insert_range(&mut self, range: Range<usize>) {
        for (word, mask) in masks(range) {
            self.bits[word] |= mask;
        }
    }

    /// Takes all nodes of a range of indices out.
    pub fn remove_range(&mut self, range: Range<usize>) {
        for (word, mask) in masks(range) {
            self.bits[word] &= !mask;
        }
    }

    /// Whether any node of a range of indices is in the set.
    pub fn any_in(&self, range: Range<usize>) -> bool {
        masks(range).any(|(word, mask)| self.bits[word] & mask != 0)
    }

    /// Whether no node is in the set.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|word| *word == 0)
    }

    /// How many nodes are in the set.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The nodes of the set, in document order.
    pub fn iter(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.bits.iter().enumerate().filter(|(_, bits)| **bits != 0).flat_map(|(word, bits)| {
            (0..64).filter(move |bit| (bits >> bit) & 1 == 1).map(move |bit| NodeId::from_index(word * 64 + bit))
        })
    }
}

/// The words that a range of bits touches, each with the mask of its bits.
fn masks(range: Range<usize>) -> impl Iterator<Item = (usize, u64)> {
    let words = if range.is_empty() { 0..0 } else { range.start / 64..range.end.div_ceil(64) };
    words.map(move |word| {
        let low = range.start.saturating_sub(word * 64);
        let high = (range.end - word * 64).min(64);
        (word, (u64::MAX << low) & (u64::MAX >> (64 - high)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_cross_words() {
        let mut set = NodeSet::new(200);
        set.insert_range(60..130);
        assert_eq!(set.len(), 70);
        assert!(set.contains(NodeId::from_index(60)) && set.contains(NodeId::from_index(129)));
        assert!(!set.contains(NodeId::from_index(59)) && !set.contains(NodeId::from_index(130)));
        set.remove_range(0..128);
        assert_eq!(set.iter().map(NodeId::index).collect::<Vec<_>>(), [128, 129]);
        assert!(set.any_in(129..200) && !set.any_in(0..128) && !set.any_in(128..128));
    }
}
