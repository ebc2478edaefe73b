//! Microdata, and RDFa's `property` on elements that are no `meta`.

use super::{Head, page_type};
use crate::dom::{Document, Name, NodeId};
use crate::metadata::statement::{Place, fields_of};

/// The elements that state a property, found in one pass.
#[derive(Default)]
pub(super) struct Items {
    properties: Vec<NodeId>,
}

/// How many elements with a property are looked at.
const MOST: usize = 2_000;

impl Items {
    /// Notes `node` if it states a property.
    pub(super) fn see(&mut self, page: &Document, node: NodeId) {
        let is_meta = page.name(node) == Name::META;
        let states = |name| name == Name::ITEMPROP || (name == Name::PROPERTY && !is_meta);
        if self.properties.len() < MOST && page.attrs(node).any(|(name, _)| states(name)) {
            self.properties.push(node);
        }
    }

    /// States what the article's item says: the one item of a text, or the first that holds a first heading; and what
    /// belongs to no item.
    pub(super) fn read(&self, page: &Document, head: &mut Head) {
        let owners: Vec<Option<NodeId>> = self.properties.iter().map(|node| owner(page, *node)).collect();
        let article = article(page, &owners);
        for (node, owner) in self.properties.iter().zip(&owners) {
            if owner.is_none() || *owner == article {
                state(page, *node, head);
            }
        }
        if let Some(kind) = article.and_then(|item| kind(page, item)) {
            for (field, place) in fields_of(|place| place == Place::Item("itemtype")) {
                head.state(field, place, &kind, article, 1);
            }
        }
    }
}

/// The item that a property belongs to: the nearest element above it that opens one.
fn owner(page: &Document, node: NodeId) -> Option<NodeId> {
    page.ancestors(node).find(|above| {
        page.is_element(*above)
            && (page.attr(*above, Name::ITEMSCOPE).is_some() || page.attr(*above, Name::TYPEOF).is_some())
    })
}

/// The type of an item, in lower case, without its vocabulary.
fn kind(page: &Document, item: NodeId) -> Option<String> {
    let stated = page.attr(item, Name::ITEMTYPE).or_else(|| page.attr(item, Name::TYPEOF))?;
    let name = stated.split_ascii_whitespace().next()?.rsplit(['/', '#', ':']).next()?;
    Some(name.to_ascii_lowercase())
}

fn article(page: &Document, owners: &[Option<NodeId>]) -> Option<NodeId> {
    let mut items: Vec<NodeId> = owners.iter().flatten().copied().collect();
    items.sort_unstable();
    items.dedup();
    items.retain(|item| kind(page, *item).is_some_and(|kind| page_type::is_text(&kind) || kind == "webpage"));
    items.retain(|item| !is_part(page, *item));
    // Testimonials are marked as reviews too.
    let holds_heading = |item: NodeId| page.find(item, Name::H1).is_some();
    items.retain(|item| kind(page, *item).is_some_and(|kind| kind != "review") || holds_heading(*item));
    if items.len() == 1 {
        return items.first().copied();
    }
    let texts = || items.iter().copied().filter(|item| kind(page, *item).is_some_and(|kind| kind != "webpage"));
    if texts().count() == 1 {
        return texts().next();
    }
    let mut headed = texts().filter(|item| holds_heading(*item));
    headed.next().filter(|first| headed.all(|other| page.range(*first).contains(&other.index())))
}

/// Whether an item is one that readers added to another: a review, a comment, an answer.
fn is_part(page: &Document, item: NodeId) -> bool {
    const PARTS: [&str; 5] = ["review", "reviews", "comment", "suggestedAnswer", "acceptedAnswer"];
    let names = page.attr(item, Name::ITEMPROP).or_else(|| page.attr(item, Name::PROPERTY)).unwrap_or_default();
    names.split_ascii_whitespace().any(|name| PARTS.contains(&name.rsplit([':', '/']).next().unwrap_or(name)))
}

fn state(page: &Document, node: NodeId, head: &mut Head) {
    let names = page.attr(node, Name::ITEMPROP).or_else(|| page.attr(node, Name::PROPERTY)).unwrap_or_default();
    for name in names.split_ascii_whitespace().take(4) {
        let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
        for (field, place) in fields_of(|place| matches!(place, Place::Item(known) if known.eq_ignore_ascii_case(name)))
        {
            head.state(field, place, &value(page, node), Some(node), 16);
        }
    }
}

/// The value of a property's element, as the HTML standard says ("Values"), a nested item giving its name.
fn value(page: &Document, node: NodeId) -> String {
    let name = page.name(node);
    let attr = match name {
        Name::TIME => page.attr(node, Name::DATETIME),
        Name::IMG | Name::VIDEO | Name::AUDIO => page.attr(node, Name::SRC),
        Name::LINK => page.attr(node, Name::HREF),
        _ => None,
    };
    if let Some(stated) = page.attr(node, Name::CONTENT).or(attr) {
        return stated.to_owned();
    }
    let is_item = page.attr(node, Name::ITEMSCOPE).is_some() || page.attr(node, Name::TYPEOF).is_some();
    let named = |below: &NodeId| {
        let property = page.attr(*below, Name::ITEMPROP).or_else(|| page.attr(*below, Name::PROPERTY));
        property.is_some_and(|names| names.split_ascii_whitespace().any(|name| name.rsplit(':').next() == Some("name")))
    };
    let inner = page.descendants(node).take(200).filter(|below| is_item && page.is_element(*below)).find(named);
    match inner {
        Some(inner) => page.attr(inner, Name::CONTENT).map_or_else(|| page.visible_text(inner), str::to_owned),
        None => page.visible_text(node),
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::metadata::statement::Field;
    use crate::{Limits, dom::parse};

    fn stated(html: &str, field: Field) -> Vec<String> {
        let page = parse(html, None, &Limits::default()).unwrap();
        super::super::head(&page).all(field).map(|statement| statement.value.clone()).collect()
    }

    #[test]
    fn properties_of_the_article_are_stated() {
        let html = "<div itemscope itemtype=http://schema.org/NewsArticle><h1 itemprop=headline>T</h1>
            <span itemprop=author itemscope itemtype=https://schema.org/Person><b itemprop=name>Ann Lee</b></span>
            <time itemprop=datePublished datetime=2020-01-26>Jan 26</time></div>";
        assert_eq!(stated(html, Field::Author), ["Ann Lee"]);
        assert_eq!(stated(html, Field::Published), ["2020-01-26"]);
    }

    #[test]
    fn one_of_many_items_counts_where_it_holds_the_heading() {
        let item = |inner: &str| format!("<div itemscope itemtype=http://schema.org/BlogPosting>{inner}</div>");
        let html = item("<i itemprop=author>B</i>") + &item("<h1>T</h1><i itemprop=author>A</i>");
        assert_eq!(stated(&html, Field::Author), ["A"]);
    }

    #[test]
    fn a_review_of_a_product_is_not_the_text() {
        let review = "<div itemprop=review itemscope itemtype=http://schema.org/Review><meta itemprop=datePublished content=2016-11-04></div>";
        let html = format!("<div itemscope itemtype=http://schema.org/Product>{review}</div>");
        assert!(stated(&html, Field::Published).is_empty());
    }

    #[test]
    fn rdfa_is_read_too() {
        assert_eq!(
            stated(
                "<span property='dc:date dc:created' content='2014-02-03'>x</span><p property=schema:author>Ann Lee</p>",
                Field::Author
            ),
            ["Ann Lee"]
        );
    }
}
