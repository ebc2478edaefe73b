//! `meta`, `link` and `title`.

use std::borrow::Cow;

use super::Head;
use crate::dom::{Document, Name, NodeId};
use crate::metadata::Feed;
use crate::metadata::statement::{Field, Place, fields_of};
use crate::text::collapse;

/// How many values a tag that may repeat (`article:tag`, `citation_author`) gives at most.
const REPEATED: usize = 64;

pub(super) fn read_meta(page: &Document, node: NodeId, head: &mut Head) {
    let Some(content) = content(page, node) else { return };
    for attr in [Name::PROPERTY, Name::NAME, Name::HTTP_EQUIV] {
        let Some(names) = page.attr(node, attr) else { continue };
        for name in names.split_ascii_whitespace().take(4) {
            let is = |place| matches!(place, Place::Meta(known) if known.eq_ignore_ascii_case(name));
            for (field, place) in fields_of(is) {
                head.state(field, place, &content, Some(node), REPEATED);
            }
        }
    }
}

/// The content of a `meta`. One that holds quotation marks which are not escaped ends at the first of them for every parser, and what
/// follows becomes attributes without values, the last of which ends in the mark that was to close it: it is made whole again.
fn content(page: &Document, node: NodeId) -> Option<Cow<'_, str>> {
    let content = page.attr(node, Name::CONTENT)?;
    let after = page.attrs(node).skip_while(|(name, _)| *name != Name::CONTENT).skip(1);
    let rest: Vec<&str> =
        after.take_while(|(_, value)| value.is_empty()).map(|(name, _)| page.spelling(name)).collect();
    let Some(end) = rest.iter().rposition(|piece| piece.ends_with('"')) else { return Some(content.into()) };
    let rest = rest[..=end].join(" ");
    Some(format!("{content}\"{}", &rest[..rest.len() - 1]).replace("\\\"", "\"").into())
}

pub(super) fn read_link(page: &Document, node: NodeId, head: &mut Head) {
    let (Some(rel), Some(href)) = (page.attr(node, Name::REL), page.attr(node, Name::HREF)) else { return };
    for rel in rel.split_ascii_whitespace().take(8) {
        let is = |place| matches!(place, Place::Link(known) if known.eq_ignore_ascii_case(rel));
        for (field, place) in fields_of(is) {
            head.state(field, place, href, Some(node), 1);
        }
        if rel.eq_ignore_ascii_case("alternate") {
            head.feeds.extend(feed(page, node, href).filter(|_| head.feeds.len() < 32));
        }
        if rel.eq_ignore_ascii_case("next") && head.next_page.is_none() {
            head.next_page = page.resolve(href).map(|url| (url, node));
        }
    }
}

fn feed(page: &Document, node: NodeId, href: &str) -> Option<Feed> {
    let media_type = page.attr(node, Name::TYPE)?.trim();
    let known = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"];
    known.iter().find(|known| known.eq_ignore_ascii_case(media_type))?;
    let url = page.resolve(href)?;
    if media_type.eq_ignore_ascii_case("application/json") && !url.contains("feed") {
        return None;
    }
    let title = page.attr(node, Name::TITLE).map(collapse).filter(|title| !title.is_empty() && title.len() <= 300);
    Some(Feed { url, title, media_type: Some(media_type.to_ascii_lowercase()) })
}

pub(super) fn read_title(page: &Document, node: NodeId, head: &mut Head) {
    if !head.statements.iter().any(|other| other.field == Field::Title && other.node == Some(node)) {
        head.state(Field::Title, Place::TitleElement, &page.text_content(node), Some(node), 1);
    }
}
