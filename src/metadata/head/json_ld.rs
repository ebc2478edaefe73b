//! JSON-LD: the object that describes the article, out of graphs, arrays and references.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde_json::{Map, Value};

use super::{Head, json_repair, page_type};
use crate::dom::{Document, Name, NodeId};
use crate::metadata::statement::{Field, Place, fields_of};
use crate::text::collapse;

type Object = Map<String, Value>;

/// How deep a value is followed, and how many objects are looked at.
const DEEPEST: usize = 12;
const MOST: usize = 5_000;

/// Whether a script holds JSON-LD.
pub(super) fn is_data(page: &Document, node: NodeId) -> bool {
    let kind = page.attr(node, Name::TYPE).unwrap_or_default().trim_start();
    kind.len() >= 19 && kind.as_bytes()[..19].eq_ignore_ascii_case(b"application/ld+json")
}

/// Reads the scripts and states what they say of the article.
pub(super) fn read(page: &Document, scripts: &[NodeId], head: &mut Head) {
    let values: Vec<(NodeId, Value)> = scripts
        .iter()
        .take(64)
        .filter_map(|node| Some((*node, json_repair::parse(&page.text_content(*node))?)))
        .collect();
    let mut graph = Graph::default();
    for (node, value) in &values {
        graph.collect(value, *node, 0, Standing::Free);
    }
    if let Some(article) = graph.article(page) {
        state_article(&graph, article, head);
    }
    for found in &graph.found {
        state_site(&graph, found, head);
    }
}

/// How an object stands among the others: on its own, or as part of a list of many.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Free,
    Part,
}

/// An object with a type, and the script it stands in.
#[derive(Clone, Copy)]
struct Found<'a> {
    object: &'a Object,
    node: NodeId,
    standing: Standing,
}

/// All objects with a type, and those with an `@id` by it.
#[derive(Default)]
struct Graph<'a> {
    found: Vec<Found<'a>>,
    by_id: HashMap<&'a str, &'a Object, FixedState>,
}

impl<'a> Graph<'a> {
    fn collect(&mut self, value: &'a Value, node: NodeId, depth: usize, standing: Standing) {
        if depth > DEEPEST || self.found.len() > MOST {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, node, depth + 1, standing)),
            Value::Object(object) => self.collect_object(object, node, depth, standing),
            _ => {}
        }
    }

    fn collect_object(&mut self, object: &'a Object, node: NodeId, depth: usize, standing: Standing) {
        if types(object).next().is_some() || object.contains_key("headline") || object.contains_key("pubDate") {
            self.found.push(Found { object, node, standing });
        }
        if let Some(id) = object.get("@id").and_then(Value::as_str).filter(|_| object.len() > 1) {
            self.by_id.entry(id).or_insert(object);
        }
        let asks = types(object).any(|kind| kind == "faqpage");
        for (key, value) in object {
            let standing = if is_list(key) || asks { Standing::Part } else { standing };
            if value.is_object() || value.is_array() {
                self.collect(value, node, depth + 1, standing);
            }
        }
    }

    /// The object itself, or the one that its `@id` refers to.
    fn resolve(&self, object: &'a Object) -> &'a Object {
        let refers = object.len() == 1 || (object.len() == 2 && object.contains_key("@type"));
        let id = object.get("@id").and_then(Value::as_str).filter(|_| refers);
        id.and_then(|id| self.by_id.get(id).copied()).unwrap_or(object)
    }

    /// The object that describes the page's text: of the ones that are texts and no part of a list, the one that names
    /// the page's address, else the first.
    fn article(&self, page: &Document) -> Option<Found<'a>> {
        let texts = || {
            let free = self.found.iter().filter(|found| found.standing == Standing::Free);
            free.filter(|found| {
                found.object.contains_key("headline") || types(found.object).any(|name| page_type::is_text(&name))
            })
        };
        let names_page = |found: &&Found| {
            ["url", "mainEntityOfPage", "@id"].iter().any(|key| {
                let value = found.object.get(*key);
                let value = value.and_then(|value| value.get("@id").or(Some(value))).and_then(Value::as_str);
                value.is_some_and(|address| page.url().is_some_and(|url| same_page(address, url)))
            })
        };
        let richest = || texts().find(|found| found.object.contains_key("headline"));
        texts().find(names_page).or_else(richest).or_else(|| texts().next()).copied()
    }
}

/// Whether two addresses differ at most in scheme, `www.`, query, fragment and a slash at the end.
fn same_page(a: &str, b: &str) -> bool {
    fn bare(address: &str) -> &str {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest[..rest.find(['?', '#']).unwrap_or(rest.len())].trim_end_matches('/')
    }
    bare(a).eq_ignore_ascii_case(bare(b))
}

/// Whether what stands under this key is one of many, or about something else than the page.
fn is_list(key: &str) -> bool {
    const KEYS: [&str; 14] = [
        "itemListElement",
        "hasPart",
        "blogPost",
        "blogPosts",
        "review",
        "reviews",
        "comment",
        "suggestedAnswer",
        "acceptedAnswer",
        "citation",
        "relatedLink",
        "isPartOf",
        "mentions",
        "workExample",
    ];
    KEYS.contains(&key)
}

/// The types of an object, in lower case, without their vocabulary.
fn types(object: &Object) -> impl Iterator<Item = String> {
    let kinds = match object.get("@type").or_else(|| object.get("type")) {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().take(8).filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    kinds.into_iter().map(|kind| kind.rsplit(['/', '#', ':']).next().unwrap_or(kind).trim().to_ascii_lowercase())
}

/// States what the article's object says.
fn state_article<'a>(graph: &Graph<'a>, article: Found<'a>, head: &mut Head) {
    for (key, value) in article.object {
        for (field, place) in fields_of(|place| matches!(place, Place::Ld(known) if known.eq_ignore_ascii_case(key))) {
            for text in texts_of(graph, field, value) {
                let text = if field == Field::Body { text } else { plain(&text) };
                head.state(field, place, &text, Some(article.node), 64);
            }
        }
    }
}

/// States what objects beside the article's say: the site's name, the breadcrumbs, the kind of page, the dates of the page.
fn state_site<'a>(graph: &Graph<'a>, found: &Found<'a>, head: &mut Head) {
    let node = Some(found.node);
    if found.object.contains_key("pubDate") && found.standing == Standing::Free {
        state_dates(found.object, node, head);
    }
    for kind in types(found.object).filter(|_| found.standing == Standing::Free) {
        head.state(Field::PageType, Place::Ld("@type"), &kind, node, 8);
        let name = |head: &mut Head, field, place| {
            if let Some(text) = found.object.get("name").and_then(Value::as_str) {
                head.state(field, place, &plain(text), node, 1);
            }
        };
        match kind.as_str() {
            "website" => name(head, Field::SiteName, Place::Ld("site")),
            "breadcrumblist" => {
                if let Some(crumbs) = found.object.get("itemListElement").and_then(Value::as_array) {
                    state_crumbs(graph, crumbs, node, head);
                }
            }
            "webpage" | "itempage" | "aboutpage" => state_dates(found.object, node, head),
            _ => {}
        }
    }
}

fn state_dates(object: &Object, node: Option<NodeId>, head: &mut Head) {
    for (key, field, place) in [
        ("datePublished", Field::Published, Place::Ld("webpage.datepublished")),
        ("dateModified", Field::Modified, Place::Ld("webpage.datemodified")),
        ("inLanguage", Field::Lang, Place::Ld("inlanguage")),
        ("pubDate", Field::Published, Place::Ld("pubdate")),
    ] {
        if let Some(text) = object.get(key).and_then(Value::as_str) {
            head.state(field, place, text, node, 1);
        }
    }
}

/// States the breadcrumbs, the outermost first.
fn state_crumbs<'a>(graph: &Graph<'a>, crumbs: &'a [Value], node: Option<NodeId>, head: &mut Head) {
    for crumb in crumbs.iter().take(12).filter_map(Value::as_object) {
        let item = crumb.get("item").and_then(Value::as_object).map(|item| graph.resolve(item));
        let name = crumb.get("name").or_else(|| item?.get("name")).and_then(Value::as_str);
        head.state(Field::Section, Place::Ld("breadcrumb"), &plain(name.unwrap_or_default()), node, 12);
    }
}

/// What a property says as texts: names of people and organisations, addresses of pictures, words of a list.
fn texts_of<'a>(graph: &Graph<'a>, field: Field, value: &'a Value) -> Vec<String> {
    let mut out = Vec::new();
    push_texts(graph, field, value, 0, &mut out);
    out
}

fn push_texts<'a>(graph: &Graph<'a>, field: Field, value: &'a Value, depth: usize, out: &mut Vec<String>) {
    if depth > 3 || out.len() >= 64 {
        return;
    }
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Number(number) => out.push(number.to_string()),
        Value::Array(values) => {
            values.iter().take(64).for_each(|value| push_texts(graph, field, value, depth + 1, out))
        }
        Value::Object(object) => {
            let object = graph.resolve(object);
            let organisation = types(object).any(|kind| ORGANISATIONS.contains(&kind.as_str()));
            if organisation && matches!(field, Field::Author | Field::Editor) {
                return;
            }
            let keys: &[&str] = if field == Field::Image { &["url", "contentUrl", "@id"] } else { &["name", "@value"] };
            if let Some(inner) = keys.iter().find_map(|key| object.get(*key)) {
                push_texts(graph, field, inner, depth + 1, out);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// Types of schema.org that are no people, in lower case.
const ORGANISATIONS: &[&str] = &[
    "organization",
    "newsmediaorganization",
    "corporation",
    "website",
    "brand",
    "collegeoruniversity",
    "governmentorganization",
    "localbusiness",
];

/// A text without the entities and tags that some pages leave in it.
fn plain(text: &str) -> String {
    collapse(&crate::metadata::entities::decoded(text))
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::metadata::statement::Field;
    use crate::{Limits, dom::parse};

    fn stated(script: &str, field: Field) -> Vec<String> {
        let html = format!("<script type=application/ld+json>{script}</script>");
        let page = parse(&html, Some("https://a.example/x?p=1"), &Limits::default()).unwrap();
        super::super::head(&page).all(field).map(|statement| statement.value.clone()).collect()
    }

    #[test]
    fn references_of_a_graph_are_followed() {
        let script = r##"{"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#p"},"publisher":{"@id":"#o"}},
            {"@type":"Person","@id":"#p","name":"Ann Lee"},{"@type":"Organization","@id":"#o","name":"The Site"}]}"##;
        assert_eq!(stated(script, Field::Author), ["Ann Lee"]);
        assert_eq!(stated(script, Field::SiteName), ["The Site"]);
    }

    #[test]
    fn the_article_of_the_page_is_told_from_others() {
        let script = r#"[{"@type":"NewsArticle","headline":"Other","url":"https://a.example/y"},
            {"@type":"NewsArticle","headline":"This","url":"http://www.a.example/x/"}]"#;
        assert_eq!(stated(script, Field::Title), ["This"]);
        let list = r#"{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"One of many"}]}"#;
        assert!(stated(list, Field::Title).is_empty());
    }

    #[test]
    fn organisations_are_no_authors() {
        let script = r#"{"@type":"Article","headline":"H","author":[{"@type":"Organization","name":"Desk"},{"@type":"Person","name":"Ann Lee"}]}"#;
        assert_eq!(stated(script, Field::Author), ["Ann Lee"]);
    }

    #[test]
    fn breadcrumbs_are_stated_in_order() {
        let script = r#"{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Sport"}}]}"#;
        assert_eq!(stated(script, Field::Section), ["Home", "Sport"]);
    }
}
