//! The title: the visible headline where a title of the head agrees, else the best of those without the site's name.

use super::head::Head;
use super::site::{Sites, letters, separators, stripped};
use super::statement::{Field, Statement};
use super::{Found, Origin};
use crate::dom::{Document, Name, NodeId};
use crate::labels::Content;

/// The titles that the head states, best first, each without the site's name where that is known.
pub(super) fn stated(head: &Head, sites: &Sites) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for statement in head.all(Field::Title).take(12) {
        let title = bare(head, sites, &statement.value);
        if !title.is_empty() && !out.contains(&title) {
            out.push(title);
        }
    }
    out
}

/// A title without the site's name, its channels, and what another title of the head leaves out behind a separator.
fn bare(head: &Head, sites: &Sites, title: &str) -> String {
    let channel = |part: &str| {
        let part = letters(part);
        head.all(Field::Section).take(16).any(|section| letters(&section.value) == part)
    };
    stripped(title, |part| sites.is_name(part) || channel(part))
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

/// Decides the title.
pub(super) fn decide(page: &Document, head: &Head, sites: &Sites, headline: Option<NodeId>) -> Option<Found<String>> {
    let titles = stated(head, sites);
    let shown = headline.map(|node| (node, page.visible_text(node)));
    let shown = shown.filter(|(_, text)| !text.is_empty() && text.chars().count() <= LONGEST);
    let stated = |statement: &Statement| Found {
        value: bare(head, sites, &statement.value),
        origin: statement.origin,
        node: statement.node,
    };
    if let Some((node, text)) = shown {
        let agreed = agree(&letters(&text), &titles);
        if agreed || titles.is_empty() || page.name(node) == Name::H1 {
            let value = bare(head, sites, without_badge(&text));
            return Some(Found { value, origin: Origin::Visible, node: Some(node) });
        }
    }
    head.all(Field::Title).map(stated).find(|found| !found.value.is_empty())
}

/// A headline without the badge that some pages put before it.
fn without_badge(text: &str) -> &str {
    const BADGES: [&str; 6] = ["原创 ", "转载 ", "[原创]", "【原创】", "置顶 ", "独家 "];
    BADGES.iter().find_map(|badge| text.strip_prefix(badge)).unwrap_or(text).trim()
}
