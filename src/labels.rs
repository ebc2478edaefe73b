//! What the wings tell each other: hints for `content` from the head, and names for what `content` left out.

use serde::Serialize;

use crate::dom::write::Picture;
use crate::dom::{NodeId, NodeSet, Region};

/// What kind of page this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PageType {
    /// One text: news, a post, an essay.
    Article,
    /// Posts of several people in order.
    Forum,
    /// Reference or guide, with code and tables.
    Documentation,
    /// One thing for sale or to be had, described.
    Product,
    /// A list of stories or posts, each with a teaser.
    Listing,
    /// A grid of things, such as a shop's category.
    Collection,
    /// What an organisation offers, in sections.
    Service,
}

/// What the head of a page says about its article, before anything is looked for in the body.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// Titles that the head gives, best first, without the site's name where that is known.
    pub titles: Vec<String>,
    /// The kind of page that `og:type`, JSON-LD or microdata states.
    pub page_type: Option<PageType>,
    /// The authors that the head names.
    pub authors: Vec<String>,
    /// The body's text as JSON-LD states it (`articleBody`), which stands in where the page shows none.
    pub article_body: Option<String>,
    /// The language that the page declares, a BCP 47 tag.
    pub lang: Option<String>,
}

/// The kind of a block of the page that is not part of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// The article's title as the page shows it.
    Headline,
    /// Authors, times, source: the lines about the text.
    Byline,
    /// The page's own keywords or categories.
    Tags,
    /// Buttons and links that do something: share, like, print, log in.
    Actions,
    /// Menus, breadcrumbs, tables of the site's contents, pagination.
    Navigation,
    /// Paid content.
    Advertisement,
    /// Other texts that the page recommends.
    Related,
    /// Readers' comments, and the box to write one.
    Comments,
    /// Copyright, licence, credit, correction or disclaimer of this article.
    Notice,
    /// What the site advertises of itself: apps, newsletters, subscriptions.
    Promotion,
    /// Fields to fill in.
    Form,
    /// The site's own foot: licences, hotlines, addresses.
    Footer,
    /// What a press would show: closed tabs, folded answers.
    Hidden,
    /// None of these.
    Other,
}

/// A block of the page that was left out of the body: the largest that is all of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub region: Region,
    /// The rule that set it aside, for `explain`.
    pub rule: &'static str,
}

/// What `content` found: the body, and names for the rest.
#[derive(Debug, Clone)]
pub struct Content {
    /// The kind of page.
    pub page_type: PageType,
    /// The nodes of the body: its texts and pictures, and elements that hold nothing else. Empty where there is no article.
    pub body: NodeSet,
    /// The lowest element that holds the whole body.
    pub top: Option<NodeId>,
    /// The body where it comes from the page's data, not its tree.
    pub stand_in: Option<StandIn>,
    /// The pictures of the body, in document order.
    pub pictures: Vec<Picture>,
    /// Everything else that can be seen, in document order.
    pub leftovers: Vec<Leftover>,
    /// The element that shows the title, where one does.
    pub headline: Option<NodeId>,
}

/// A body that stands in the page's data because its tree holds none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Its paragraphs, plain text, none empty.
    pub paragraphs: Vec<String>,
    /// Where it was found: `json-ld`, or the name of the framework's state.
    pub origin: &'static str,
}
