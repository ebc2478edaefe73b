//! What a page says to machines: metas, links, JSON-LD, microdata and RDFa, read in one pass over the tree.

mod json_ld;
mod json_repair;
mod meta_tags;
mod microdata;
mod page_type;

pub(super) use page_type::is_text;

use super::Feed;
use super::site::Sites;
use super::statement::{Field, Place, Statement};
use crate::dom::{Document, Name, NodeId};
use crate::labels::Hints;
use crate::text::letters;

/// What the head of a page states: candidates for the facts, each with its origin.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// Sorted by field, then by how good the place is.
    pub(super) statements: Vec<Statement>,
    pub(super) feeds: Vec<Feed>,
    /// The address of the next page, and the link that names it.
    pub(super) next_page: Option<(String, NodeId)>,
    pub(super) lang: Option<String>,
    /// The names of the site.
    pub(super) sites: Sites,
}

/// Reads the head of a page: its title, metas, links, JSON-LD and microdata, wherever in the tree they stand.
pub fn head(page: &Document) -> Head {
    let mut head = Head::default();
    let mut scripts = Vec::new();
    let mut items = microdata::Items::default();
    for node in page.all() {
        match page.name(node) {
            Name::TEXT => {}
            Name::META => meta_tags::read_meta(page, node, &mut head),
            Name::LINK => meta_tags::read_link(page, node, &mut head),
            Name::TITLE => meta_tags::read_title(page, node, &mut head),
            Name::SCRIPT if json_ld::is_data(page, node) => scripts.push(node),
            Name::HTML => {
                let lang = page.attr(node, Name::LANG).or_else(|| page.attr(node, Name::XML_LANG));
                head.state(Field::Lang, Place::HtmlLang, lang.unwrap_or_default(), Some(node), 1);
            }
            _ => {}
        }
        items.see(page, node);
    }
    json_ld::read(page, &scripts, &mut head);
    items.read(page, &mut head);
    head.statements.sort_by_key(|statement| (statement.field, statement.rank));
    let lang = head.all(Field::Lang).find_map(|statement| super::lang::tag(&statement.value));
    head.lang = lang;
    let mut sites = Sites::of(page, &head);
    super::title::learn(&head, &mut sites);
    head.sites = sites;
    head
}

impl Head {
    /// Adds a statement, unless its place has given `limit` of them already.
    pub(super) fn state(&mut self, field: Field, place: Place, value: &str, node: Option<NodeId>, limit: usize) {
        let Some(new) = Statement::new(field, place, value, node) else { return };
        let same = |old: &&Statement| old.field == new.field && old.rank == new.rank;
        if self.statements.len() < 2_000 && self.statements.iter().filter(same).count() < limit {
            self.statements.push(new);
        }
    }

    /// The statements about a field, best place first.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.field == field)
    }

    /// The best statement about a field.
    pub(super) fn best(&self, field: Field) -> Option<&Statement> {
        self.all(field).next()
    }

    /// Whether a text is the name of a section that the head states.
    pub(super) fn is_section(&self, text: &str) -> bool {
        let text = letters(text);
        self.all(Field::Section).take(16).any(|section| letters(&section.value) == text)
    }

    /// Whether the page says that it is Japanese.
    pub(super) fn is_japanese(&self) -> bool {
        self.lang.as_deref().is_some_and(|lang| lang.split('-').next() == Some("ja"))
    }

    /// What `content` should know of the head.
    pub fn hints(&self) -> Hints {
        Hints {
            titles: super::title::stated(self, &self.sites),
            page_type: self.all(Field::PageType).find_map(|statement| page_type::read(&statement.value)),
            authors: super::people::stated(self),
            article_body: self.best(Field::Body).map(|statement| statement.value.clone()),
            lang: self.lang.clone(),
        }
    }
}
