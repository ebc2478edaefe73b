//! The title: the visible headline where a title of the head agrees, else the best of those without the site's name.

use super::entities::decoded;
use super::head::Head;
use super::site::{Sites, before_bar, beheaded, letters, separators, stripped};
use super::statement::{Field, Statement};
use super::visible::lines;
use super::{Found, Origin};
use crate::dom::{Document, Name, NodeId};
use crate::labels::Content;

/// The titles that the head states, best first, each without the site's name where that is known.
pub(super) fn stated(head: &Head, sites: &Sites) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for statement in head.all(Field::Title).take(12) {
        let title = bare(head, sites, &statement.value);
        let rest = beheaded(&title, |part| sites.is_name(part)).map(str::to_owned);
        for title in [Some(title), rest].into_iter().flatten() {
            if !title.is_empty() && !out.contains(&title) {
                out.push(title);
            }
        }
    }
    out
}

/// A title without the site's name, its channels, and what another title of the head leaves out behind a separator.
fn bare(head: &Head, sites: &Sites, title: &str) -> String {
    let title = decoded(title).replace('\u{ad}', "");
    stripped(&title, |part| sites.is_name(part) || head.is_section(part))
}

/// Takes what stands behind the last separator of a title for a name of the site, where another title lacks it.
pub(super) fn learn(head: &Head, sites: &mut Sites) {
    let titles: Vec<&str> = head.all(Field::Title).take(12).map(|statement| statement.value.as_str()).collect();
    for long in &titles {
        for (start, end) in separators(long) {
            let (front, back) = (&long[..start], &long[end..]);
            if back.split_whitespace().count() <= 5 && titles.contains(&front) {
                sites.add(back);
            }
        }
    }
}

/// The element that shows the title: what `content` found, else a heading that a title of the head agrees with.
pub(super) fn headline(page: &Document, content: &Content, titles: &[String]) -> Option<NodeId> {
    content.headline.or_else(|| {
        let headings = || {
            page.all()
                .filter(|node| matches!(page.name(*node), Name::H1 | Name::H2 | Name::H3) && page.is_displayed(*node))
        };
        let agreeing = headings().take(200).find(|node| agree(&letters(&page.visible_text(*node)), titles));
        let firsts: Vec<NodeId> = headings().filter(|node| page.name(*node) == Name::H1).take(2).collect();
        agreeing.or_else(|| firsts.first().copied().filter(|_| firsts.len() == 1))
    })
}

/// Whether a visible title and one of the head say the same: one holds the other.
fn agree(visible: &str, titles: &[String]) -> bool {
    let count = visible.chars().count();
    titles.iter().map(|title| letters(title)).any(|title| {
        let other = title.chars().count();
        let holds = (title.contains(visible) && count * 3 >= other) || (visible.contains(&title) && other * 2 >= count);
        count >= 2 && other >= 2 && holds
    })
}

/// The longest headline, in characters.
const LONGEST: usize = 300;

/// What the first heading of a page is likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FirstHeading {
    Title,
    /// What a page that offers something opens with.
    Slogan,
}

/// Decides the title: the headline where a title of the head says the same, else the page's only first heading where it
/// is no slogan; else the head's best up to its first bar.
pub(super) fn decide(
    page: &Document,
    head: &Head,
    headline: Option<NodeId>,
    first: FirstHeading,
) -> Option<Found<String>> {
    let sites = &head.sites;
    let titles = stated(head, sites);
    let visible = |node: NodeId| {
        let text = text_of(page, node, &titles);
        let fits = !text.is_empty() && text.chars().count() <= LONGEST;
        let value = fits.then(|| unbarred(unnamed(head, sites, &text)))?;
        Some(Found { value, origin: Origin::Visible, node: Some(node) })
    };
    let shown = headline.map(|node| heading_around(page, node)).and_then(visible);
    let agreed = shown.clone().filter(|shown| titles.is_empty() || agree(&letters(&shown.value), &titles));
    let is_offer = first == FirstHeading::Slogan;
    let stated = |statement: &Statement| {
        let bare = bare(head, sites, &statement.value);
        let bare = beheaded(&bare, |part| sites.is_own(part) && !is_offer).unwrap_or(&bare);
        let value = before_bar(bare).to_owned();
        Found { value, origin: statement.origin, node: statement.node }
    };
    let is_title = |found: &Found<String>| !letters(&found.value).is_empty() && !sites.is_own(&found.value);
    agreed
        .or_else(|| first_heading(page).filter(|_| !is_offer).and_then(visible).filter(is_title))
        .or_else(|| head.all(Field::Title).map(stated).find(is_title))
        .or(shown)
        .or_else(|| head.best(Field::Title).map(stated))
}

/// The heading that a node stands in, else the node itself.
fn heading_around(page: &Document, node: NodeId) -> NodeId {
    let heading = page.ancestors_or_self(node).take(6).find(|above| page.name(*above).is_heading());
    heading.unwrap_or(node)
}

/// The first heading of the page where all its first headings say the same.
fn first_heading(page: &Document) -> Option<NodeId> {
    let is_shown = |node: &NodeId| page.name(*node) == Name::H1 && page.is_displayed(*node);
    let mut all = page.all().filter(is_shown).take(8).map(|node| (node, letters(&page.visible_text(node))));
    let (first, text) = all.find(|(_, text)| !text.is_empty())?;
    all.all(|(_, other)| other.is_empty() || other == text).then_some(first)
}

/// A headline without the site's name behind its last separators.
fn unnamed(head: &Head, sites: &Sites, text: &str) -> String {
    let whole = text.trim_start_matches(['>', '/', '|', '#', '›', '»', ' ']);
    let whole = whole.strip_prefix(": ").unwrap_or(whole);
    stripped(whole, |part| sites.is_own(part) || head.is_section(part))
}

/// A headline of words up to its first bar, behind which its section stands: `How to sleep | Opinion`. A few words before
/// the bar are the section themselves.
fn unbarred(text: String) -> String {
    let front = before_bar(&text);
    if front.split(' ').count() >= 4 { front.to_owned() } else { text }
}

/// The text of a headline, without buttons and marks that link to it, and without a first piece that is a badge or that
/// a title of the head lacks.
fn text_of(page: &Document, node: NodeId, titles: &[String]) -> String {
    let lines = lines(page, page.range(node), 12);
    let pieces: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.pieces.iter().map(move |piece| (line, piece)))
        .filter(|(_, piece)| !piece.is_on_button(page) && piece.time.is_none())
        .map(|(line, piece)| line.piece_text(piece))
        .filter(|text| !matches!(*text, "#" | "¶" | "🔗" | "§"))
        .collect();
    let whole = match pieces.len() {
        count if count == lines.iter().map(|line| line.pieces.len()).sum::<usize>() => page.visible_text(node),
        _ => pieces.join(" "),
    };
    let whole = whole.replace('\u{ad}', "");
    let Some(first) = pieces.first().filter(|_| pieces.len() > 1) else { return unbadged(&whole).to_owned() };
    let rest = whole.strip_prefix(first).map(str::trim).unwrap_or(&whole);
    let is_badge = BADGES.contains(first) || titles.iter().any(|title| letters(title) == letters(rest));
    if is_badge { rest.to_owned() } else { unbadged(&whole).to_owned() }
}

/// What some pages put before a headline to say what it is.
const BADGES: &[&str] =
    &["原创", "转载", "[原创]", "【原创】", "置顶", "独家", "精华", "热门", "视频", "[转载]", "图文", "专题"];

fn unbadged(text: &str) -> &str {
    BADGES.iter().find_map(|badge| text.strip_prefix(badge)?.strip_prefix(' ')).unwrap_or(text)
}
