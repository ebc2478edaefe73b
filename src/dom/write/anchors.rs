//! Links within the body, such as to footnotes and back: the ids they point at, renamed so that none clashes with the
//! page that the body is shown in.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::survey::{Marks, Survey};
use crate::dom::{Document, Name, NodeId};

/// What stands before each id of a cleaned body.
const PREFIX: &str = "rubricate-";

/// The elements that links within the body point at.
#[derive(Debug, Default)]
pub(super) struct Anchors<'a> {
    /// By their ids, [`bare`].
    targets: HashMap<&'a str, NodeId, FixedState>,
}

impl<'a> Anchors<'a> {
    /// Finds the targets of all links in the range of `survey`.
    pub fn new(page: &'a Document, survey: &Survey) -> Self {
        let mut wanted = HashSet::with_hasher(FixedState::default());
        for node in page.nodes_in(survey.range.clone()).filter(|node| page.name(*node) == Name::A) {
            let marks = survey.facts(node).marks;
            let fragment = page.attr(node, Name::HREF).and_then(|href| fragment(page, href));
            let counts = marks.has(Marks::CONTENT) && !marks.has(Marks::MEDIA);
            if let Some(fragment) = fragment.filter(|_| counts && !in_link(page, node)) {
                wanted.extend(decode(fragment).map(|fragment| bare(&fragment).to_owned()));
                wanted.insert(bare(fragment).to_owned());
            }
        }
        let mut anchors = Anchors::default();
        if wanted.is_empty() {
            return anchors;
        }
        for node in page.nodes_in(survey.range.start..survey.last.min(survey.range.end)) {
            anchors.add(page, node, &wanted);
        }
        anchors
    }

    fn add(&mut self, page: &'a Document, node: NodeId, wanted: &HashSet<String, FixedState>) {
        if let Some(id) = anchor(page, node).filter(|id| wanted.contains(*id)) {
            self.targets.entry(id).or_insert(node);
        }
    }

    /// The id that `node` gets, if a link points at it.
    pub fn id_of(&self, page: &Document, node: NodeId) -> Option<String> {
        if self.targets.is_empty() {
            return None;
        }
        let id = anchor(page, node)?;
        (self.targets.get(id) == Some(&node)).then(|| format!("{PREFIX}{id}"))
    }

    /// The address of a link to a place within the body, if `href` is one.
    pub fn href(&self, page: &Document, href: &str) -> Option<String> {
        let fragment = fragment(page, href)?;
        let address = |id: &str| self.targets.contains_key(bare(id)).then(|| format!("#{PREFIX}{}", bare(id)));
        address(fragment).or_else(|| address(&decode(fragment)?))
    }
}

/// Whether a node stands within a link or a formula, where no other link can.
pub(super) fn in_link(page: &Document, node: NodeId) -> bool {
    let is_link = |node| page.name(node) == Name::A && page.attr(node, Name::HREF).is_some();
    page.ancestors(node).any(|above| is_link(above) || page.name(above) == Name::MATH)
}

/// An id as the page that was first cleaned wrote it.
fn bare(id: &str) -> &str {
    id.trim_start_matches(PREFIX)
}

/// The name by which links find an element.
fn anchor(page: &Document, node: NodeId) -> Option<&str> {
    let name = (page.name(node) == Name::A).then(|| page.attr(node, Name::NAME)).flatten();
    page.attr(node, Name::ID).or(name).map(bare).filter(|id| super::attributes::is_id(id))
}

/// The part of `href` behind the number sign, where it points into the page itself; none for an empty one.
fn fragment<'a>(page: &Document, href: &'a str) -> Option<&'a str> {
    let (address, fragment) = href.trim_ascii().split_once('#')?;
    let own = || page.url().map(|url| url.split('#').next().unwrap_or(url));
    let inside =
        address.is_empty() || own().is_some_and(|own| own == address || page.resolve(address).as_deref() == Some(own));
    (inside && !fragment.is_empty()).then_some(fragment)
}

/// `text` with its percent signs decoded, where that gives UTF-8 and changes anything.
fn decode(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = (*first == b'%').then(|| after.get(..2)).flatten().and_then(hex);
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(out).ok()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let text = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u8::from_str_radix(text, 16).ok()
}
