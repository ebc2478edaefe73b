//! How likely a block is of the body: boosted trees over its features, in integers, the same answer everywhere.

use super::features::Row;

/// Steps of a leaf's value to one unit of log odds.
const STEPS: f32 = 512.0;
/// From this number a child is a leaf: this number and its place among the leaves of its tree.
const LEAF: u8 = 128;

/// Trees as they are kept: one after the other, each split before what lies to its left, and that before what lies to its right.
/// Like stands beside like, and no split says where its children are: three fifths of the bytes that people wait for.
#[derive(Debug)]
pub(super) struct Table {
    /// The feature that a split asks for.
    pub features: &'static [u8],
    /// The highest value that goes left.
    pub highest: &'static [u8],
    /// Which of its children are leaves: 1 the left one, 2 the right one, 3 both.
    pub leafy: &'static [u8],
    /// What a leaf adds to the log odds, in steps.
    pub leaves: &'static [i16],
}

/// Trees, one after the other.
#[derive(Debug)]
pub(super) struct Model {
    /// By tree: where its splits begin; one more at the end. A tree has one leaf more than splits.
    starts: Vec<usize>,
    /// Feature, the highest value that goes left, left child, right child.
    splits: Vec<[u8; 4]>,
    leaves: &'static [i16],
}

impl Model {
    /// The trees of a table.
    pub fn grow(table: &Table) -> Model {
        let mut model =
            Model { starts: vec![0], splits: Vec::with_capacity(table.features.len()), leaves: table.leaves };
        while model.splits.len() < table.features.len() {
            let start = model.splits.len();
            model.add(table, start, &mut (LEAF..));
            model.starts.push(model.splits.len());
        }
        model
    }

    /// Adds the next split of the tree that begins at `start`, with all below it; gives its number in the tree.
    fn add(&mut self, table: &Table, start: usize, leaves: &mut impl Iterator<Item = u8>) -> u8 {
        let at = self.splits.len();
        self.splits.push([table.features[at], table.highest[at], LEAF, LEAF]);
        for (child, leaf) in [(2, 1), (3, 2)] {
            let is_leaf = table.leafy[at] & leaf != 0;
            let number = if is_leaf { leaves.next().unwrap_or(LEAF) } else { self.add(table, start, leaves) };
            self.splits[at][child] = number;
        }
        (at - start) as u8
    }

    /// How likely a block is of the body, 0 to 1.
    pub fn chance(&self, features: &Row) -> f32 {
        let sum: i32 = self.starts.windows(2).enumerate().map(|(tree, ends)| self.leaf(tree, ends[0], features)).sum();
        1.0 / (1.0 + libm::expf(-(sum as f32) / STEPS))
    }

    fn leaf(&self, tree: usize, start: usize, features: &Row) -> i32 {
        let mut at = 0;
        while at < LEAF {
            let [feature, threshold, left, right] = self.splits[start + usize::from(at)];
            at = if features[usize::from(feature)] <= threshold { left } else { right };
        }
        self.leaves[start + tree + usize::from(at - LEAF)].into()
    }
}

#[cfg(test)]
mod tests {
    use super::super::weights::{ARTICLES, PAGES};

    #[test]
    fn the_tables_are_whole_trees() {
        for model in [&*PAGES, &*ARTICLES] {
            assert_eq!(model.leaves.len(), model.splits.len() + model.starts.len() - 1);
            assert_eq!(model.starts.last(), Some(&model.splits.len()));
        }
    }
}
