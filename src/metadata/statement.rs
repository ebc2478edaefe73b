//! What a page states about its article: each statement with the place it was found in.

use super::{Origin, SOURCES};
use crate::dom::NodeId;
use crate::text::collapse;

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    SiteName,
    Author,
    /// Whoever stands where an author should, people or not.
    Byline,
    Editor,
    Source,
    Published,
    Modified,
    Excerpt,
    Image,
    Section,
    Tags,
    Canonical,
    Lang,
    PageType,
    Body,
    CommentCount,
}

/// A place that states a fact; the name of a tag or a property in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A property of the article's JSON-LD object.
    Ld(&'static str),
    /// A property of the article's microdata or RDFa item.
    Item(&'static str),
    /// A `meta`, by its `name`, `property` or `http-equiv`.
    Meta(&'static str),
    /// A `link`, by its `rel`.
    Link(&'static str),
    /// The `title` element.
    TitleElement,
    /// The `lang` of the `html` element.
    HtmlLang,
    /// What the page shows near the headline and around the body.
    Visible,
    /// The page's address.
    Address,
}

impl Place {
    fn origin(self) -> Origin {
        match self {
            Place::Ld(_) => Origin::JsonLd,
            Place::Item(_) => Origin::Microdata,
            Place::Visible => Origin::Visible,
            Place::Address => Origin::Url,
            Place::Meta(_) | Place::Link(_) | Place::TitleElement | Place::HtmlLang => Origin::Meta,
        }
    }
}

/// One statement: a candidate for a fact.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    /// What it is about.
    pub field: Field,
    /// How good its place is for this field: 0 is the best.
    pub rank: usize,
    /// What it says, blanks collapsed, never empty.
    pub value: String,
    /// The kind of place.
    pub origin: Origin,
    /// The element that says it.
    pub node: Option<NodeId>,
}

/// The longest value that a fact may have, in bytes; what is longer is none. A stated body may be longer.
const LONGEST: usize = 2_000;

impl Statement {
    /// A statement of `field` at a place, where the table knows the place for that field and the value can be one.
    pub fn new(field: Field, place: Place, value: &str, node: Option<NodeId>) -> Option<Self> {
        let places = SOURCES.iter().find(|(other, _)| *other == field)?.1;
        let rank = places.iter().position(|other| *other == place)?;
        if value.len() > LONGEST * 4 && field != Field::Body {
            return None;
        }
        let value = if field == Field::Body { value.to_owned() } else { collapse(value) };
        let fits = !value.is_empty() && (field == Field::Body || value.len() <= LONGEST);
        fits.then(|| Statement { field, rank, value, origin: place.origin(), node })
    }
}

impl Statement {
    /// The place that it was found in.
    pub fn place(&self) -> Option<Place> {
        let places = SOURCES.iter().find(|(field, _)| *field == self.field)?.1;
        places.get(self.rank).copied()
    }
}

/// The fields that a named place states, each with the place as the table has it. `is` tells the place by its name.
pub(super) fn fields_of(is: impl Fn(Place) -> bool) -> impl Iterator<Item = (Field, Place)> {
    SOURCES
        .iter()
        .flat_map(|(field, places)| places.iter().map(|place| (*field, *place)))
        .filter(move |(_, place)| is(*place))
}

/// A fact that was decided on, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<T> {
    pub value: T,
    pub origin: Origin,
    pub node: Option<NodeId>,
}
