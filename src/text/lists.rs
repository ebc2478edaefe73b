//! Words of several lists, asked together.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// The words of some lists, each with a bit for every list that has it.
#[derive(Debug)]
pub struct Lists(HashMap<&'static str, u64, FixedState>);

impl Lists {
    /// Joins lists, numbered from 0 in their order; at most 64.
    pub fn new<W: IntoIterator<Item = &'static str>>(lists: impl Iterator<Item = W>) -> Self {
        let mut joined = HashMap::default();
        for (bit, list) in lists.enumerate() {
            for word in list {
                *joined.entry(word).or_default() |= 1 << bit;
            }
        }
        Lists(joined)
    }

    /// Adds one to the count of each list that has `word`.
    pub fn count(&self, word: &str, counts: &mut [usize]) {
        let mut lists = self.0.get(word).copied().unwrap_or(0);
        while lists != 0 {
            counts[lists.trailing_zeros() as usize] += 1;
            lists &= lists - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_in_each_list_that_has_it() {
        let lists =
            Lists::new([&["de", "la"][..], &["la", "di"], &["of"]].into_iter().map(|list| list.iter().copied()));
        let mut counts = [0; 3];
        ["la", "di", "la", "x"].iter().for_each(|word| lists.count(word, &mut counts));
        assert_eq!(counts, [2, 3, 0]);
    }
}
