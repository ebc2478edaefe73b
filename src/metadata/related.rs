//! What the page recommends: each item with its title, address, section, day, duration and picture.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::Related;
use super::date;
use super::scene::Scene;
use super::visible::{Line, lines};
use crate::dom::{Document, Name, NodeId};
use crate::labels::Kind;

/// The most items.
const MOST: usize = 300;

/// The items of all that `content` set aside as related.
pub(super) fn decide(scene: &Scene) -> Vec<Related> {
    let mut out: Vec<Related> = Vec::new();
    for leftover in scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Related).take(60) {
        let range = scene.page.region_range(leftover.region);
        let linked = items(scene.page, range.clone());
        for item in if linked.is_empty() { rows(scene.page, range) } else { linked } {
            let new = read(scene, item);
            let new = new.filter(|new| !out.iter().rev().take(60).any(|old| old.url.is_some() && old.url == new.url));
            out.extend(new);
            if out.len() >= MOST {
                return out;
            }
        }
    }
    out
}

/// An item, and the range of all that belongs to it.
struct Item {
    /// What holds its title: its link, or all of it.
    top: NodeId,
    /// Its link, unless only the page's programs know where it leads.
    link: Option<NodeId>,
    range: Range<usize>,
}

/// The items of a region: for each address that its links with words lead to, the largest element around its links that
/// holds no link to another.
fn items(page: &Document, range: Range<usize>) -> Vec<Item> {
    let links: Vec<(NodeId, &str)> = page
        .nodes_in(range.clone())
        .filter(|node| page.name(*node) == Name::A && page.is_displayed(*node))
        .filter_map(|node| Some((node, page.attr(node, Name::HREF)?)))
        .take(MOST * 4)
        .collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < links.len() {
        let same = links[at..].iter().take_while(|(_, href)| *href == links[at].1).count();
        let group = &links[at..at + same];
        let before = at.checked_sub(1).map_or(range.start, |index| page.range(links[index].0).end);
        let after = links.get(at + same).map_or(range.end, |(node, _)| node.index());
        at += same;
        let titled = group
            .iter()
            .map(|(node, _)| *node)
            .max_by_key(|node| (page.visible_text(*node).chars().count(), Reverse(*node)));
        let Some(link) = titled.filter(|node| !page.visible_text(*node).is_empty()) else { continue };
        out.push(Item { top: link, link: Some(link), range: around(page, link, before..after, &range) });
    }
    out
}

/// The fewest children alike that are items without links.
const FEWEST: usize = 3;

/// The items of a region without links: the children alike of the element that has most of them.
fn rows(page: &Document, range: Range<usize>) -> Vec<Item> {
    let first = page.nodes_in(range.clone()).next();
    let around = first.and_then(|first| page.parent(first));
    let elements = page.nodes_in(range.clone()).filter(|node| page.is_element(*node)).take(MOST * 4);
    let rows = around.into_iter().chain(elements).map(|element| alike(page, element, &range));
    let rows = rows.max_by_key(|rows| (rows.len(), rows.first().copied().map(Reverse))).unwrap_or_default();
    let enough = rows.len() >= FEWEST;
    rows.into_iter().filter(|_| enough).map(|top| Item { top, link: None, range: page.range(top) }).collect()
}

/// The children of an element in a range that have the name and class which most of them have.
fn alike(page: &Document, element: NodeId, range: &Range<usize>) -> Vec<NodeId> {
    let mut groups: HashMap<(Name, Option<&str>), Vec<NodeId>, FixedState> = HashMap::default();
    for child in page.children(element).filter(|child| page.is_element(*child) && range.contains(&child.index())) {
        groups.entry((page.name(child), page.attr(child, Name::CLASS))).or_default().push(child);
    }
    groups.into_values().max_by_key(|children| (children.len(), Reverse(children[0]))).unwrap_or_default()
}

/// The range of the largest element above a link that lies between its neighbours.
fn around(page: &Document, link: NodeId, free: Range<usize>, region: &Range<usize>) -> Range<usize> {
    let fits = |node: &NodeId| {
        let range = page.range(*node);
        range.start >= free.start.min(link.index())
            && range.end <= free.end
            && range.start >= region.start
            && range.end <= region.end
    };
    let largest = page.ancestors_or_self(link).take_while(fits).last().unwrap_or(link);
    page.range(largest)
}

/// Reads an item. One whose text is no title (a single short word, "more") is none.
fn read(scene: &Scene, item: Item) -> Option<Related> {
    let page = scene.page;
    let within = lines(page, item.range.clone(), 30);
    let Title { text: title, line: titled } = title(scene, &item, &within)?;
    let mut related = Related {
        title,
        url: item.link.and_then(|link| page.attr(link, Name::HREF)).and_then(|href| page.resolve(href)),
        ..Related::default()
    };
    for (at, line) in within.iter().enumerate() {
        let may_be_title = titled.is_none_or(|titled| titled == at);
        for piece in &line.pieces {
            let text = line.piece_text(piece);
            let is_title = may_be_title && piece.link == item.link && related.title.contains(text);
            if !is_title && text != related.title {
                let parts = text.split(['·', '|', '•']).map(str::trim).filter(|part| !part.is_empty());
                parts.for_each(|part| place(scene, &mut related, part));
            }
        }
    }
    related.image = picture(page, item.range);
    // What leads nowhere is told from other lists by its day or length, a few words from channels and labels by a picture too.
    let is_told = related.date.is_some() || related.duration.is_some();
    let href = item.link.and_then(|link| page.attr(link, Name::HREF));
    let is_linked = href.is_some_and(|href| !href.contains("=http"));
    (is_told || (is_linked && (related.image.is_some() || is_headline(&related.title)))).then_some(related)
}

/// Whether a title says as much as headlines do: four words, or five ideographs; what only points on does not.
fn is_headline(title: &str) -> bool {
    let long = match title.chars().any(crate::text::is_unspaced) {
        true => title.chars().filter(|c| c.is_alphanumeric()).count() >= 5,
        false => title.split_whitespace().count() >= 4,
    };
    let is_quoted = title.ends_with('»') && title.contains('«');
    long && (is_quoted || !title.ends_with(['»', '›', '→', ':', '：']))
}

/// The title of an item.
struct Title {
    text: String,
    /// Which line it is, where it is one of several.
    line: Option<usize>,
}

/// The title of an item: the heading in it, else its text, without what stands beside it.
fn title(scene: &Scene, item: &Item, within: &[Line]) -> Option<Title> {
    let page = scene.page;
    let heading = page.subtree(item.top).chain(page.parent(item.top)).find(|node| page.name(*node).is_heading());
    let whole = page.visible_text(heading.unwrap_or(item.top));
    let of_link = |line: &Line| line.pieces.iter().any(|piece| piece.link == item.link);
    let inner: Vec<usize> = (0..within.len()).filter(|at| of_link(&within[*at])).collect();
    let longest = || inner.iter().max_by_key(|at| said_beside_dates(scene, &within[**at].text)).copied();
    let line = if heading.is_none() && inner.len() > 1 { longest() } else { None };
    let text = line.map_or(whole, |at| within[at].text.replace('\t', " "));
    let first = text.split_at_checked(5).filter(|(start, rest)| is_duration(start) && !rest.is_empty());
    let text = first.map_or(text.clone(), |(_, rest)| rest.trim_start().to_owned());
    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
    let wide = text.chars().any(crate::text::is_unspaced);
    ((count >= 12 || (wide && count >= 4) || (text.contains(' ') && count >= 8)) && text.len() <= 600)
        .then_some(Title { text, line })
}

/// How many characters a text has that are neither digits nor part of a date.
fn said_beside_dates(scene: &Scene, text: &str) -> usize {
    let said = |text: &str| text.chars().filter(|c| !c.is_numeric()).count();
    let dates = date::find(text, &scene.context);
    said(text).saturating_sub(dates.iter().map(|date| said(&text[date.start..date.end])).sum())
}

/// Takes a piece of an item's text for what it is: a duration, a day, else the section.
fn place(scene: &Scene, related: &mut Related, text: &str) {
    if is_duration(text) {
        related.duration.get_or_insert_with(|| text.to_owned());
        return;
    }
    let dates = date::find(text, &scene.context);
    if let Some(dated) = dates.first() {
        related.date.get_or_insert_with(|| date::Moment { clock: None, ..dated.moment }.to_string());
        let rest = text[..dated.start].trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        section(related, rest);
        return;
    }
    section(related, text);
}

fn section(related: &mut Related, text: &str) {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '·' | '•' | '/' | '-' | '[' | ']' | '【' | '】')
    });
    let count = text.chars().count();
    let words = text.split(' ').count();
    let digits = text.chars().any(|c| c.is_ascii_digit());
    if related.section.is_none()
        && (2..=24).contains(&count)
        && words <= 3
        && !digits
        && text.chars().any(char::is_alphabetic)
        && !text.ends_with(['.', '。', '…', '?', '!', '？', '！', ':', '：'])
    {
        related.section = Some(text.to_owned());
    }
}

/// Whether a text is nothing but the length of a video: `00:42`, `1:02:03`.
fn is_duration(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let digits = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.len(), 2 | 3) && parts.iter().all(digits) && parts.last().is_some_and(|last| last.len() == 2)
}

fn picture(page: &Document, range: Range<usize>) -> Option<String> {
    let image = page.nodes_in(range).take(200).find(|node| page.name(*node) == Name::IMG)?;
    let lazy =
        ["data-src", "data-original", "data-lazy-src"].iter().filter_map(|name| page.attr(image, page.name_of(name)?));
    lazy.chain(page.attr(image, Name::SRC)).find(|src| !src.starts_with("data:")).and_then(|src| page.resolve(src))
}
