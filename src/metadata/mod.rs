//! Facts about the article: what the head states, what the page shows, and which of the two counts.

mod facts;

pub use facts::{
    CommentItem, Comments, CommentsState, Evidence, Facts, Feed, Image, Notice, NoticeKind, Origin, Related, Source,
};

use crate::dom::{Document, Name, NodeId};
use crate::labels::{Content, Hints};
use crate::text::collapse;

/// What the head of a page states: candidates for the facts, each with its origin.
#[derive(Debug, Clone, Default)]
pub struct Head {
    title: Option<String>,
}

/// Reads the head of a page: its title, metas, links, JSON-LD and microdata.
pub fn head(page: &Document) -> Head {
    let title = page.head().and_then(|head| page.find(head, Name::TITLE));
    Head { title: title.map(|node: NodeId| collapse(&page.text_content(node))).filter(|title| !title.is_empty()) }
}

impl Head {
    /// What `content` should know of the head.
    pub fn hints(&self) -> Hints {
        Hints { titles: self.title.iter().cloned().collect(), ..Hints::default() }
    }
}

/// Decides each fact, from the head and from what the page shows around the body that `content` found. `now` is the time
/// of reading (ISO 8601), against which relative dates are read; without it they are absent.
pub fn facts(page: &Document, head: &Head, content: &Content, now: Option<&str>) -> Facts {
    let _ = (content, now);
    Facts { url: page.url().map(str::to_owned), title: head.title.clone(), ..Facts::default() }
}
