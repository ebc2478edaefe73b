//! The facts about an article, as its readers get them. Absent is absent: `None` or an empty list, never `""`.

use std::collections::BTreeMap;

use serde::Serialize;

/// What is known about an article apart from its text. Serialised in camelCase as part of the `Article`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    /// The page's address, as given.
    pub url: Option<String>,
    /// The page's address, as it states it; absolute.
    pub canonical_url: Option<String>,
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// The line that names the authors, as printed.
    pub byline: Option<String>,
    /// A summary of one or two sentences.
    pub excerpt: Option<String>,
    /// The name of the site.
    pub site_name: Option<String>,
    /// The language of the text, a BCP 47 tag.
    pub lang: Option<String>,
    /// The direction of the text, `ltr` or `rtl`, where the page states it or the script has it.
    pub dir: Option<String>,
    /// The authors' names alone.
    pub authors: Vec<String>,
    /// The editors' names alone.
    pub editors: Vec<String>,
    /// Whom the page credits for the text.
    pub source: Option<Source>,
    /// The channel that the article stands in.
    pub section: Option<String>,
    /// The page's own keywords, one by one.
    pub tags: Vec<String>,
    /// When it was published: ISO 8601 at the precision the page gives. Where an article shows the day of its last change
    /// and no other, that day.
    pub published_time: Option<String>,
    /// When it was last changed: ISO 8601 at the precision the page gives.
    pub modified_time: Option<String>,
    /// The address of the lead picture.
    pub image: Option<String>,
    /// The pictures of the body.
    pub images: Vec<Image>,
    /// What was printed about the rights in the text, its sources and its corrections.
    pub notices: Vec<Notice>,
    /// What the page recommends.
    pub related: Vec<Related>,
    /// The readers' comments, where the page has a place for them.
    pub comments: Option<Comments>,
    /// Feeds that the page names.
    pub feeds: Vec<Feed>,
    /// The address of the article's next page.
    pub next_page: Option<String>,
    /// Where each fact was found, by the fact's name.
    pub evidence: BTreeMap<&'static str, Evidence>,
}

/// Whom a page credits for its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The name of a medium, an agency or an account.
    pub name: String,
    /// Its address, or that of the original text.
    pub url: Option<String>,
}

/// A picture of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    /// Its address, absolute.
    pub url: String,
    /// Its alternative text.
    pub alt: Option<String>,
    /// The line printed under it.
    pub caption: Option<String>,
    /// The name of whoever made or gave it.
    pub credit: Option<String>,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum NoticeKind {
    /// Who holds the rights.
    Copyright,
    /// What may be done with the text.
    Licence,
    /// Who made or gave what.
    Credit,
    /// What was wrong before.
    Correction,
    /// What the site does not answer for.
    Disclaimer,
}

/// A notice of this article, moved out of its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// As printed, with its label.
    pub text: String,
}

/// Another text that the page recommends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Its title.
    pub title: String,
    /// Its address, absolute.
    pub url: Option<String>,
    /// Its channel.
    pub section: Option<String>,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// The length of a video, as printed.
    pub duration: Option<String>,
    /// The address of its picture.
    pub image: Option<String>,
}

/// Where the readers' comments stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CommentsState {
    /// The page has no place for them.
    None,
    /// There is a place, and nothing in it.
    Empty,
    /// They are in the page.
    Present,
    /// There are some, which the page would load.
    Unloaded,
}

/// The readers' comments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comments {
    /// How many there are, where the page says so or they can be counted.
    pub count: Option<usize>,
    /// Where they stand.
    pub state: CommentsState,
    /// Those that are in the page, in order.
    pub items: Vec<CommentItem>,
}

/// A reader's comment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CommentItem {
    /// Who wrote it, as printed.
    pub author: Option<String>,
    /// When, ISO 8601 where it can be read.
    pub time: Option<String>,
    /// What it says.
    pub text: String,
    /// How many comments it answers to stand above it.
    pub depth: usize,
}

/// A feed that the page names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// Its address, absolute.
    pub url: String,
    /// Its title.
    pub title: Option<String>,
    /// Its media type.
    #[serde(rename = "type")]
    pub media_type: Option<String>,
}

/// The kind of place that a fact was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A JSON-LD script.
    JsonLd,
    /// A `meta`, `link` or `title` of the head.
    Meta,
    /// Microdata or RDFa attributes.
    Microdata,
    /// What the page shows.
    Visible,
    /// The page's address.
    Url,
    /// Guessed from the text itself, as a language.
    Text,
    /// The state that a framework left in the page (`__NEXT_DATA__` and its kin).
    State,
}

/// Where a fact was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The kind of place.
    pub source: Origin,
    /// The element, child indices from the root; none where there is no element.
    pub path: Option<String>,
}
