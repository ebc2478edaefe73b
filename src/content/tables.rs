//! The tables that hold data; others lay a page out.

use std::ops::Range;

use super::reading::Reading;
use crate::dom::{Name, NodeId};

/// Each table of data and its blocks: one that holds no table, has one line in most cells, and several cells in
/// some row.
pub(super) fn of_data(reading: &Reading) -> Vec<(NodeId, Range<usize>)> {
    let page = reading.page;
    let tables: Vec<NodeId> = page.all().filter(|node| page.name(*node) == Name::TABLE).collect();
    let holds_next = |at: usize| tables.get(at + 1).is_some_and(|next| page.contains(tables[at], *next));
    let innermost = (0..tables.len()).filter(|at| !holds_next(*at)).map(|at| tables[at]);
    innermost.filter(|table| is_of_data(reading, *table)).map(|table| (table, reading.within(table))).collect()
}

fn is_of_data(reading: &Reading, table: NodeId) -> bool {
    let page = reading.page;
    let cells = page.nodes_in(page.range(table)).filter(|node| matches!(page.name(*node), Name::TD | Name::TH));
    let filled: Vec<NodeId> = cells.filter(|cell| !reading.within(*cell).is_empty()).collect();
    let in_one_row = |pair: &[NodeId]| page.parent(pair[0]) == page.parent(pair[1]);
    let of_one_line = filled.iter().filter(|cell| reading.within(**cell).len() == 1).count();
    of_one_line * 4 >= filled.len() * 3 && filled.windows(2).any(in_one_row)
}
