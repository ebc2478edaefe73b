//! Which lines of the page may speak of its article.

use std::ops::Range;

use super::{Line, lines};
use crate::dom::{Document, NodeId};
use crate::labels::{Content, Kind};

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::metadata) enum Standing {
    /// Between the headline and the body, or set aside as a byline.
    Below,
    /// Just above the headline.
    Above,
    /// Among the body's first lines.
    Opening,
    /// Among the body's last lines.
    Closing,
    /// Behind the body.
    Behind,
}

/// A line near the article.
#[derive(Debug, Clone)]
pub(in crate::metadata) struct Near {
    pub line: Line,
    pub standing: Standing,
}

/// How many lines are read at each place.
const ABOVE: usize = 14;
const BELOW: usize = 40;
const OPENING: usize = 6;
const CLOSING: usize = 8;
const BEHIND: usize = 24;

/// The lines near the article, in document order: around the headline, at the body's two ends and behind it. What is
/// set aside as somebody else's (related items, comments, menus, advertisements, the site's foot) is left out.
pub(in crate::metadata) fn near(page: &Document, content: &Content, headline: Option<NodeId>) -> Vec<Near> {
    let texts = || content.body.iter().filter(|node| page.text(*node).is_some_and(|text| !text.trim().is_empty()));
    let (first, last) = (texts().next(), texts().last());
    let end = page.len();
    let head = headline.map(|node| page.range(node));
    let body = first.zip(last).map(|(first, last)| first.index()..last.index() + 1);
    let mut out = Vec::new();
    let mut add = |range: Range<usize>, standing, cut: Cut| {
        if !range.is_empty() {
            out.extend(kept(page, content, range, cut).into_iter().map(|line| Near { line, standing }));
        }
    };
    match (head, body) {
        (Some(head), Some(body)) if head.end <= body.start => {
            add(above(page, head.start), Standing::Above, Cut::Last(ABOVE));
            add(head.end..body.start, Standing::Below, Cut::First(BELOW));
            add(body.clone(), Standing::Opening, Cut::First(OPENING));
            add(body.clone(), Standing::Closing, Cut::Last(CLOSING));
            add(body.end..end, Standing::Behind, Cut::First(BEHIND));
        }
        (Some(head), Some(body)) => {
            add(above(page, head.start), Standing::Above, Cut::Last(ABOVE));
            add(head.end..body.end.max(head.end), Standing::Opening, Cut::First(OPENING));
            add(body.clone(), Standing::Closing, Cut::Last(CLOSING));
            add(body.end.max(head.end)..end, Standing::Behind, Cut::First(BEHIND));
        }
        (Some(head), None) => {
            add(above(page, head.start), Standing::Above, Cut::Last(ABOVE));
            add(head.end..end, Standing::Below, Cut::First(BELOW / 2));
        }
        (None, Some(body)) => {
            add(above(page, body.start), Standing::Above, Cut::Last(ABOVE));
            add(body.clone(), Standing::Opening, Cut::First(OPENING));
            add(body.clone(), Standing::Closing, Cut::Last(CLOSING));
            add(body.end..end, Standing::Behind, Cut::First(BEHIND));
        }
        (None, None) => {}
    }
    out
}

/// The nodes above `start` that are read: a few hundred at most.
fn above(page: &Document, start: usize) -> Range<usize> {
    let body = page.body().map_or(0, |body| body.index() + 1);
    start.saturating_sub(400).max(body)..start
}

/// Which lines of a range are kept.
enum Cut {
    First(usize),
    Last(usize),
}

fn kept(page: &Document, content: &Content, range: Range<usize>, cut: Cut) -> Vec<Line> {
    let foreign: Vec<Range<usize>> = content
        .leftovers
        .iter()
        .filter(|leftover| is_foreign(leftover.kind))
        .map(|leftover| page.region_range(leftover.region))
        .filter(|other| other.start < range.end && range.start < other.end)
        .take(256)
        .collect();
    let is_own = |line: &Line| {
        line.pieces.first().is_some_and(|piece| !foreign.iter().any(|other| other.contains(&piece.node.index())))
    };
    match cut {
        Cut::First(most) => lines(page, range, most * 3).into_iter().filter(is_own).take(most).collect(),
        Cut::Last(most) => {
            let all: Vec<Line> = lines(page, tail(range), usize::MAX).into_iter().filter(is_own).collect();
            let from = all.len().saturating_sub(most);
            all.into_iter().skip(from).collect()
        }
    }
}

/// The last few hundred nodes of a range.
fn tail(range: Range<usize>) -> Range<usize> {
    range.start.max(range.end.saturating_sub(400))..range.end
}

fn is_foreign(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Related
            | Kind::Comments
            | Kind::Navigation
            | Kind::Advertisement
            | Kind::Footer
            | Kind::Form
            | Kind::Promotion
            | Kind::Hidden
    )
}
