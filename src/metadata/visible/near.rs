//! Which lines of the page may speak of its article.

use std::ops::Range;

use super::{Hint, Line, lines};
use crate::dom::{Document, NodeId};
use crate::labels::{Content, Kind, Leftover};

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
const SET_ASIDE: usize = 12;
/// How near above the headline, in lines, one that is all links may name the author.
const LINKED: usize = 4;
/// The longest text, in bytes, that is a byline whatever it was set aside as.
const SMALL: usize = 200;

/// The lines near the article, in document order: around the headline, at the body's two ends and behind it, and what
/// was set aside as a byline or a notice. What is somebody else's (related items, comments, menus, advertisements, the
/// site's foot) is left out.
pub(in crate::metadata) fn near(page: &Document, content: &Content, headline: Option<NodeId>) -> Vec<Near> {
    let zone = Zone::new(page, content, headline);
    let mut out = zone.set_aside();
    for (range, standing, cut) in zone.ranges() {
        out.extend(zone.kept(range, standing, cut).into_iter().map(|line| Near { line, standing }));
    }
    out.sort_by_key(|near| near.line.node_at(0));
    out
}

/// Which lines of a range are kept.
enum Cut {
    First(usize),
    Last(usize),
}

/// Where headline and body stand, and what was set aside around them.
struct Zone<'a> {
    page: &'a Document,
    content: &'a Content,
    head: Option<Range<usize>>,
    body: Option<Range<usize>>,
    /// What is read apart or not at all, in document order.
    taken: Vec<Range<usize>>,
}

impl<'a> Zone<'a> {
    fn new(page: &'a Document, content: &'a Content, headline: Option<NodeId>) -> Self {
        let texts = || content.body.iter().filter(|node| page.text(*node).is_some_and(|text| !text.trim().is_empty()));
        let body = texts().next().zip(texts().last()).map(|(first, last)| first.index()..last.index() + 1);
        let head = headline.map(|node| page.range(node));
        let gap = head.as_ref().zip(body.as_ref()).map(|(head, body)| head.end..body.start);
        // A count of comments beside the date does not make the line one of comments.
        let is_byline = |leftover: &Leftover| {
            let range = page.region_range(leftover.region);
            let inside = gap.as_ref().is_some_and(|gap| gap.start <= range.start && range.end <= gap.end);
            inside && leftover.kind == Kind::Comments && page.region_text(leftover.region).len() <= SMALL
        };
        let is_taken = |leftover: &&Leftover| {
            matches!(leftover.kind, Kind::Byline | Kind::Notice) || (is_foreign(leftover.kind) && !is_byline(leftover))
        };
        let taken = content.leftovers.iter().filter(is_taken);
        let taken = taken.map(|leftover| page.region_range(leftover.region)).collect();
        Zone { page, content, head, body, taken }
    }

    /// The lines of what was set aside as a byline or a notice of the article.
    fn set_aside(&self) -> Vec<Near> {
        let own = self.content.leftovers.iter().filter(|leftover| matches!(leftover.kind, Kind::Byline | Kind::Notice));
        own.take(24)
            .flat_map(|leftover| {
                let range = self.page.region_range(leftover.region);
                let standing = self.standing(range.start, leftover.kind);
                lines(self.page, range, SET_ASIDE).into_iter().map(move |line| Near { line, standing })
            })
            .collect()
    }

    fn standing(&self, at: usize, kind: Kind) -> Standing {
        let below_head = self.head.as_ref().is_none_or(|head| at >= head.end);
        match &self.body {
            Some(body) if at >= body.end => Standing::Behind,
            Some(body) if at >= body.start && (at - body.start) * 2 > body.len() => Standing::Closing,
            _ if kind == Kind::Notice => Standing::Opening,
            _ if below_head => Standing::Below,
            _ => Standing::Above,
        }
    }

    /// The ranges that are read, each with where it stands and how much of it is kept.
    fn ranges(&self) -> Vec<(Range<usize>, Standing, Cut)> {
        let end = self.page.len();
        let start = self.head.clone().or(self.body.clone()).map_or(0, |first| first.start);
        let mut out = vec![(self.above(start), Standing::Above, Cut::Last(ABOVE))];
        match (&self.head, &self.body) {
            (Some(head), Some(body)) => {
                out.push((head.end..body.start, Standing::Below, Cut::First(BELOW)));
                out.push((head.end.max(body.start)..body.end, Standing::Opening, Cut::First(OPENING)));
            }
            (None, Some(body)) => out.push((body.clone(), Standing::Opening, Cut::First(OPENING))),
            (Some(head), None) => out.push((head.end..end, Standing::Below, Cut::First(BELOW / 2))),
            (None, None) => return Vec::new(),
        }
        if let Some(body) = &self.body {
            let behind = self.head.as_ref().map_or(body.end, |head| body.end.max(head.end));
            out.push((body.clone(), Standing::Closing, Cut::Last(CLOSING)));
            out.push((behind..end, Standing::Behind, Cut::First(BEHIND)));
        }
        out.retain(|(range, ..)| !range.is_empty());
        out
    }

    /// The nodes above `start` that are read: a few hundred at most.
    fn above(&self, start: usize) -> Range<usize> {
        let body = self.page.body().map_or(0, |body| body.index() + 1);
        start.saturating_sub(400).max(body)..start
    }

    fn kept(&self, range: Range<usize>, standing: Standing, cut: Cut) -> Vec<Line> {
        let near = self.taken.iter().filter(|other| other.start < range.end && range.start < other.end);
        let taken: Vec<&Range<usize>> = near.take(256).collect();
        let outside = |node: NodeId| !taken.iter().any(|other| other.contains(&node.index()));
        let own = |lines: Vec<Line>| -> Vec<Line> {
            let linked = first_linked(standing, lines.len());
            let is_own = |(at, line): &(usize, Line)| {
                let counts = line.link_share() < 0.9 || (*at >= linked && is_authors(line));
                counts && line.node_at(0).is_some_and(outside)
            };
            lines.into_iter().enumerate().filter(is_own).map(|(_, line)| line).collect()
        };
        match cut {
            Cut::First(most) => {
                let mut all = own(lines(self.page, range, most * 3));
                all.truncate(most);
                all
            }
            Cut::Last(most) => {
                let tail = range.start.max(range.end.saturating_sub(400))..range.end;
                let all = own(lines(self.page, tail, usize::MAX));
                let from = all.len().saturating_sub(most);
                let is_label = |line: &Line| line.text.len() <= 150 && line.text.contains(['：', ':']);
                all.into_iter()
                    .enumerate()
                    .filter(|(at, line)| *at >= from || is_label(line))
                    .map(|(_, line)| line)
                    .collect()
            }
        }
    }
}

/// From which of the lines at a place on a line that is all links may name the author: of those above the headline the
/// nearest alone, since menus stand there too.
fn first_linked(standing: Standing, count: usize) -> usize {
    match standing {
        Standing::Below => 0,
        Standing::Above => count.saturating_sub(LINKED),
        Standing::Opening | Standing::Closing | Standing::Behind => count,
    }
}

/// Whether the markup of a line says that it names an author or a time.
fn is_authors(line: &Line) -> bool {
    line.pieces.iter().any(|piece| piece.time.is_some() || piece.hint == Some(Hint::Author))
}

fn is_foreign(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Related
            | Kind::Comments
            | Kind::Advertisement
            | Kind::Footer
            | Kind::Form
            | Kind::Promotion
            | Kind::Hidden
            | Kind::Headline
    )
}
