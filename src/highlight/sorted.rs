//! Patterns one behind the other, narrowed byte by byte.

use super::pattern::{Ending, Pattern};

/// The patterns in the order of their bytes, one behind the other.
#[derive(Debug)]
pub(super) struct Sorted {
    all: Vec<u8>,
    /// Where each begins in `all`, and where the last ends.
    starts: Vec<u32>,
    /// Which pattern each is.
    numbers: Vec<u32>,
}

impl Sorted {
    /// `folded` are in that order, each once.
    pub fn new(folded: &[Pattern]) -> Self {
        let numbers = folded.iter().map(|(number, _)| *number as u32).collect();
        let room = folded.iter().map(|(_, pattern)| pattern.len()).sum();
        let mut sorted =
            Sorted { all: Vec::with_capacity(room), starts: Vec::with_capacity(folded.len() + 1), numbers };
        sorted.starts.push(0);
        for (_, pattern) in folded {
            sorted.all.extend_from_slice(pattern);
            sorted.starts.push(sorted.all.len() as u32);
        }
        sorted
    }

    /// The bytes of the pattern at a place in the order.
    pub fn bytes(&self, at: usize) -> &[u8] {
        &self.all[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Adds those of the patterns from `first` to `end`, which share `depth` bytes with the text at `at`, that stand there.
    pub fn narrow(&self, text: &[u8], at: usize, range: (usize, usize, usize), endings: &mut Vec<Ending>) {
        let (mut depth, mut first, mut end) = range;
        while first < end {
            let pattern = self.bytes(first);
            if end - first == 1 || pattern.len() == depth {
                if text[at + depth..].starts_with(&pattern[depth..]) {
                    endings.push((at + pattern.len(), self.numbers[first] as usize));
                }
                first += 1;
                continue;
            }
            let Some(&byte) = text.get(at + depth) else { return };
            let from = self.partition(first, end, |pattern| pattern[depth] < byte);
            end = self.partition(from, end, |pattern| pattern[depth] == byte);
            first = from;
            depth += 1;
        }
    }

    /// The first pattern from `low` to `high` for which `holds` does not hold, where it holds up to some pattern.
    fn partition(&self, mut low: usize, mut high: usize, holds: impl Fn(&[u8]) -> bool) -> usize {
        while low < high {
            let middle = (low + high) / 2;
            if holds(self.bytes(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}
