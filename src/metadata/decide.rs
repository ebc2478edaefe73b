//! The facts, decided one by one.

use std::collections::BTreeMap;

use super::scene::Scene;
use super::statement::{Field, Found};
use super::visible::Standing;
use super::{Evidence, Facts, Head, Origin};
use super::{
    comments, lang, notices, pager, people, pictures, related, section, site_name, source, tags, times, title,
};
use crate::dom::Document;
use crate::labels::{Content, PageType};
use crate::text::collapse;

/// Decides each fact, from the head and from what the page shows around the body that `content` found. `now` is the time
/// of reading (ISO 8601), against which relative dates are read; without it they are absent.
pub fn facts(page: &Document, head: &Head, content: &Content, now: Option<&str>) -> Facts {
    let scene = Scene::new(page, head, content, now);
    let mut evidence = Trail { page, found: BTreeMap::new() };
    let title = evidence.note("title", title::decide(page, head, scene.headline, first_heading(&scene)));
    let related = related::decide(&scene);
    let source = evidence.note("source", source::decide(&scene));
    let (authors, byline) = people::authors(&scene, source.as_ref().map(|source| source.name.as_str()));
    let credit = if authors.is_some() || source.is_some() { times::Credit::Given } else { times::Credit::None };
    let (published, modified) = times::decide(&scene, credit);
    let lang = evidence.note("lang", lang::decide(&scene));
    Facts {
        url: page.url().map(str::to_owned),
        canonical_url: evidence.note("canonicalUrl", canonical(&scene)),
        byline,
        excerpt: evidence.note("excerpt", excerpt(&scene)),
        site_name: evidence.note("siteName", site_name::decide(&scene)),
        dir: evidence.note("dir", lang::direction(&scene, lang.as_deref())),
        lang,
        authors: evidence.note("authors", authors).unwrap_or_default(),
        editors: evidence.note("editors", people::editors(&scene)).unwrap_or_default(),
        source,
        section: evidence.note("section", section::decide(&scene, title.as_deref(), &related)),
        tags: evidence.note("tags", tags::decide(&scene)).unwrap_or_default(),
        published_time: evidence.note("publishedTime", published).map(|moment| moment.to_string()),
        modified_time: evidence.note("modifiedTime", modified).map(|moment| moment.to_string()),
        image: evidence.note("image", pictures::lead(&scene)),
        images: pictures::images(&scene),
        notices: notices::decide(&scene),
        comments: comments::decide(&scene),
        feeds: head.feeds.clone(),
        next_page: evidence.note("nextPage", pager::decide(&scene)),
        title,
        related,
        evidence: evidence.found,
    }
}

/// Where each fact was found.
struct Trail<'a> {
    page: &'a Document,
    found: BTreeMap<&'static str, Evidence>,
}

impl Trail<'_> {
    /// Notes where a fact was found and gives its value.
    fn note<T>(&mut self, fact: &'static str, found: Option<Found<T>>) -> Option<T> {
        let found = found?;
        let path = found.node.map(|node| self.page.path(node.into()));
        self.found.insert(fact, Evidence { source: found.origin, path });
        Some(found.value)
    }
}

fn first_heading(scene: &Scene) -> title::FirstHeading {
    match scene.content.page_type {
        PageType::Product | PageType::Service if !scene.is_text() => title::FirstHeading::Slogan,
        _ => title::FirstHeading::Title,
    }
}

fn canonical(scene: &Scene) -> Option<Found<String>> {
    scene.head.all(Field::Canonical).find_map(|statement| {
        let value = scene.page.resolve(&statement.value).filter(|url| url.starts_with("http"))?;
        Some(Found { value, origin: statement.origin, node: statement.node })
    })
}

/// The description that the head states, else the body's first paragraph, as in Readability.
fn excerpt(scene: &Scene) -> Option<Found<String>> {
    let stated = scene.head.best(Field::Excerpt).map(|statement| Found {
        value: collapse(&super::entities::decoded(&statement.value)),
        origin: statement.origin,
        node: statement.node,
    });
    stated.filter(|found| !found.value.is_empty()).or_else(|| {
        let opening = scene.reads.iter().filter(|read| read.standing == Standing::Opening);
        let first = opening.map(|read| &read.line).find(|line| crate::text::units(&line.text) >= 8.0)?;
        Some(Found { value: first.printed(), origin: Origin::Visible, node: first.node_at(0) })
    })
}
