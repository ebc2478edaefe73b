//! The labelled blocks as places of the page: the largest elements, or runs of siblings, that are all of one kind.

use super::label::Labels;
use super::reading::Reading;
use crate::dom::{NodeId, Region};
use crate::labels::{Kind, Leftover};

/// The leftovers in document order: each block that was not kept stands in exactly one.
pub(super) fn leftovers(reading: &Reading, labels: &Labels) -> Vec<Leftover> {
    let mut gatherer = Gatherer { reading, labels, ends: ends(labels), found: Vec::new() };
    gatherer.gather();
    gatherer.found
}

/// By block: one past the last of the run of blocks of its kind.
fn ends(labels: &Labels) -> Vec<usize> {
    let kind = |index: usize| labels[index].map(|(kind, _)| kind);
    let mut ends = vec![labels.len(); labels.len()];
    for index in (0..labels.len().saturating_sub(1)).rev() {
        ends[index] = if kind(index) == kind(index + 1) { ends[index + 1] } else { index + 1 };
    }
    ends
}

struct Gatherer<'a> {
    reading: &'a Reading<'a>,
    labels: &'a Labels,
    ends: Vec<usize>,
    found: Vec<Leftover>,
}

/// A run of siblings of one kind that may go on.
struct Run {
    region: Region,
    kind: Kind,
    rule: &'static str,
}

impl Gatherer<'_> {
    /// Walks down from the root, into what is not all of one kind.
    fn gather(&mut self) {
        let mut open = vec![NodeId::ROOT];
        while let Some(node) = open.pop() {
            let mixed = self.children(node);
            open.extend(mixed);
        }
        self.found.sort_by_key(|leftover| leftover.region.first);
    }

    /// Takes the runs among the children of `node`; gives back the children that are not all of one kind.
    fn children(&mut self, node: NodeId) -> Vec<NodeId> {
        let page = self.reading.page;
        let mut mixed = Vec::new();
        let mut run: Option<Run> = None;
        for child in page.children(node) {
            let range = self.reading.within(child);
            if range.is_empty() {
                continue;
            }
            let last = self.reading.block(range.end - 1).last;
            let uniform = self.ends[range.start] >= range.end;
            let Some((kind, rule)) = self.labels[range.start].filter(|_| uniform) else {
                self.finish(run.take());
                if !uniform {
                    mixed.push(child);
                }
                continue;
            };
            let end = if page.contains(child, last) { child } else { self.sibling_with(node, last) };
            match &mut run {
                Some(run) if run.kind == kind => run.region.last = end,
                _ => {
                    self.finish(run.take());
                    run = Some(Run { region: Region { first: child, last: end }, kind, rule });
                }
            }
        }
        self.finish(run);
        mixed
    }

    /// The child of `above` that holds `node`.
    fn sibling_with(&self, above: NodeId, node: NodeId) -> NodeId {
        let page = self.reading.page;
        page.ancestors_or_self(node).take_while(|node| *node != above).last().unwrap_or(node)
    }

    fn finish(&mut self, run: Option<Run>) {
        if let Some(Run { region, kind, rule }) = run {
            self.found.push(Leftover { kind, region, rule });
        }
    }
}
