//! How likely a block is of the body: boosted trees over its features, in integers, the same answer everywhere.

use super::features::Row;

/// Steps of a leaf's value to one unit of log odds.
const STEPS: f32 = 512.0;
/// From this number a child is a leaf: this number and its place among the leaves of its tree.
const LEAF: u8 = 128;

/// Trees, one after the other.
#[derive(Debug)]
pub(super) struct Model {
    /// By tree: where its splits begin; one more at the end. A tree has one leaf more than splits.
    pub starts: &'static [u16],
    /// Feature, the highest value that goes left, left child, right child.
    pub splits: &'static [[u8; 4]],
    /// What a leaf adds to the log odds, in steps.
    pub leaves: &'static [i16],
}

impl Model {
    /// How likely a block is of the body, 0 to 1.
    pub fn chance(&self, features: &Row) -> f32 {
        let sum: i32 = self.starts.windows(2).enumerate().map(|(tree, ends)| self.leaf(tree, ends[0], features)).sum();
        1.0 / (1.0 + libm::expf(-(sum as f32) / STEPS))
    }

    fn leaf(&self, tree: usize, start: u16, features: &Row) -> i32 {
        let start = usize::from(start);
        let mut at = 0;
        while at < LEAF {
            let [feature, threshold, left, right] = self.splits[start + usize::from(at)];
            at = if features[usize::from(feature)] <= threshold { left } else { right };
        }
        self.leaves[start + tree + usize::from(at - LEAF)].into()
    }
}
