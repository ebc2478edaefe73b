//! `meta`, `link` and `title`.

use super::Head;
use crate::dom::{Document, Name, NodeId};
use crate::metadata::Feed;
use crate::metadata::statement::{Field, Place, fields_of};
use crate::text::collapse;

/// How many values a tag that may repeat (`article:tag`, `citation_author`) gives at most.
const REPEATED: usize = 64;

pub(super) fn read_meta(page: &Document, node: NodeId, head: &mut Head) {
    let Some(content) = page.attr(node, Name::CONTENT) else { return };
    for attr in [Name::PROPERTY, Name::NAME, Name::HTTP_EQUIV] {
        let Some(names) = page.attr(node, attr) else { continue };
        for name in names.split_ascii_whitespace().take(4) {
            let is = |place| matches!(place, Place::Meta(known) if known.eq_ignore_ascii_case(name));
            for (field, place) in fields_of(is) {
                head.state(field, place, content, Some(node), REPEATED);
            }
        }
    }
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
