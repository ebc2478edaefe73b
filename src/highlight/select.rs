//! Which of the matches that overlap are kept.

use super::find::Match;

/// How many matches are held before those are settled that nothing can change any more.
const HELD: usize = 1 << 14;

/// Keeps leftmost-longest matches out of matches that come by rising end.
#[derive(Debug)]
pub(super) struct Longest {
    kept: Vec<Match>,
    held: Vec<Match>,
    settle_at: usize,
}

impl Longest {
    pub(super) fn new() -> Self {
        Longest { kept: Vec::new(), held: Vec::new(), settle_at: HELD }
    }

    pub(super) fn push(&mut self, found: Match) {
        self.held.push(found);
    }

    /// Whether so many matches are held that it is time to settle them.
    pub(super) fn is_full(&self) -> bool {
        self.held.len() >= self.settle_at
    }

    pub(super) fn finish(mut self) -> Vec<Match> {
        self.settle(usize::MAX);
        self.kept
    }

    /// Decides about the held matches that begin before `open`; none that comes later may begin there.
    pub(super) fn settle(&mut self, open: usize) {
        sort(&mut self.held);
        let settled = self.held.partition_point(|found| found.start < open);
        let mut free = self.kept.last().map_or(0, |last| last.end);
        for found in self.held.drain(..settled) {
            if found.start >= free {
                free = found.end;
                self.kept.push(found);
            }
        }
        self.settle_at = self.held.len() + HELD;
    }
}

/// By start, of those that begin together the longest first.
pub(super) fn sort(found: &mut [Match]) {
    let key = |m: &Match| (m.start, usize::MAX - m.end, m.term);
    if !found.is_sorted_by_key(key) {
        found.sort_by_key(key);
    }
}
