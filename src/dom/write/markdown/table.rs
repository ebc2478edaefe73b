//! Tables as GitHub writes them: a row of headers, one line for each row.

use super::super::tags::Tag;
use super::super::tree::{Attr, Tree};
use super::inline::{self, Mode};
use super::lines::{Gap, Lines};
use crate::Error;

/// Writes the table at `index`: its caption as a paragraph, then its rows. Without a row of headers these are empty.
pub(super) fn write(tree: &Tree, index: usize, lines: &mut Lines) -> Result<(), Error> {
    let rows = rows(tree, index);
    for caption in tree.children(index).filter(|child| tree.nodes[*child].tag == Tag::Caption) {
        lines.begin();
        inline::write(tree, caption + 1..tree.nodes[caption].end as usize, Mode::Caption, lines)?;
        lines.gap = Gap::Blank;
    }
    let width = width(tree, &rows);
    lines.begin();
    let headed = rows.first().is_some_and(|row| tree.children(*row).all(|cell| tree.nodes[cell].tag == Tag::Th));
    let mut carried = vec![0; width];
    if !headed {
        lines.push(&format!("|{}", "   |".repeat(width)));
        rule(width, lines);
    }
    for (place, row) in rows.iter().enumerate() {
        if place > 0 || !headed {
            lines.feed();
        }
        write_row(tree, *row, &mut carried, lines)?;
        if place == 0 && headed {
            rule(width, lines);
        }
    }
    Ok(())
}

fn rule(width: usize, lines: &mut Lines) {
    lines.feed();
    lines.push(&format!("|{}", " --- |".repeat(width)));
}

/// The rows of the table at `index`, of all its groups.
fn rows(tree: &Tree, index: usize) -> Vec<usize> {
    let groups = tree.children(index).filter(|group| tree.nodes[*group].tag.is_row_group());
    groups.flat_map(|group| tree.children(group)).filter(|row| tree.nodes[*row].tag == Tag::Tr).collect()
}

/// The number of columns: the cells of the row that has most, with those that reach into it from above.
fn width(tree: &Tree, rows: &[usize]) -> usize {
    let mut reaching: Vec<usize> = Vec::new();
    let mut width = 1;
    for row in rows {
        let cells = tree.children(*row).count();
        width = width.max(cells + reaching.len());
        reaching.retain_mut(|rows| {
            *rows -= 1;
            *rows > 0
        });
        let spans = tree.children(*row).map(|cell| span(tree, cell, Attr::Rowspan) - 1).filter(|rows| *rows > 0);
        reaching.extend(spans.take(width));
        reaching.truncate(MOST_COLUMNS);
    }
    width.min(MOST_COLUMNS)
}

/// Columns past these are written in the last one; nobody reads a line of so many.
const MOST_COLUMNS: usize = 256;

fn span(tree: &Tree, cell: usize, attr: Attr) -> usize {
    tree.attr(&tree.nodes[cell], attr).and_then(|span| span.parse().ok()).unwrap_or(1)
}

/// Writes one row. `carried` holds for each column how many more rows a cell from above reaches into.
fn write_row(tree: &Tree, row: usize, carried: &mut [usize], lines: &mut Lines) -> Result<(), Error> {
    if carried.iter().all(|rows| *rows > 0) {
        carried.fill(0);
    }
    let mut free = carried.iter().filter(|rows| **rows == 0).count();
    let cells: Vec<usize> = tree.children(row).collect();
    let (mut next, mut covered) = (0, 0_usize);
    lines.push("|");
    for rows in carried {
        if *rows > 0 {
            *rows -= 1;
            lines.push("   |");
            continue;
        }
        free -= 1;
        if covered > 0 || next == cells.len() {
            covered = covered.saturating_sub(1);
            lines.push("   |");
            continue;
        }
        // What has no column of its own shares the last.
        let last = if free == 0 { cells.len() } else { next + 1 };
        for cell in &cells[next..last] {
            lines.push(" ");
            inline::write(tree, cell + 1..tree.nodes[*cell].end as usize, Mode::Cell, lines)?;
        }
        lines.push(" |");
        *rows = span(tree, cells[next], Attr::Rowspan) - 1;
        next = last;
        covered = (span(tree, cells[next - 1], Attr::Colspan) - 1).min(free.saturating_sub(cells.len() - next));
    }
    Ok(())
}
