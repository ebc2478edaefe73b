//! What a body shows besides text: pictures, sound, films, and pages embedded in the page.

use super::Body;
use super::anchors::in_link;
use super::attributes;
use super::clean::Walk;
use super::tags::Tag;
use super::tree::Attr;
use crate::dom::{Document, Name, NodeId};

/// The class of a link that stands for an embedded page, such as a film's player. It is written without text, because
/// the page has none for it; its title says what it is.
const EMBED: &str = "rubricate-embed";

/// The address of what `node` plays or embeds, if it is part of the body.
pub(super) fn address(page: &Document, body: &Body, node: NodeId) -> Option<String> {
    let address = match page.name(node) {
        Name::AUDIO | Name::VIDEO => played(page, node),
        Name::IFRAME | Name::A => embedded(page, node),
        _ => None,
    };
    address.filter(|_| body.nodes.contains(node))
}

/// The address of a sound or film: its own, or the first that its sources give.
fn played(page: &Document, node: NodeId) -> Option<String> {
    let sources = page.children(node).filter(|child| page.name(*child) == Name::SOURCE);
    let addresses = std::iter::once(node).chain(sources).filter_map(|node| page.attr(node, Name::SRC));
    addresses.filter_map(|src| attributes::address(page, src)).find(|src| attributes::is_picture(src))
}

/// The address of an embedded page that asks to fill the screen, as films and maps do, and advertisements and counters do
/// not; of a link, if it stands for one. None within another link.
fn embedded(page: &Document, node: NodeId) -> Option<String> {
    let attr = |name| page.name_of(name).and_then(|name| page.attr(node, name));
    let is_link = page.name(node) == Name::A;
    let counts = if is_link {
        page.attr(node, Name::CLASS) == Some(EMBED) && page.range(node).len() == 1
    } else {
        attr("allowfullscreen").is_some() || attr("allow").is_some_and(|allow| allow.contains("fullscreen"))
    };
    let address = page.attr(node, if is_link { Name::HREF } else { Name::SRC }).filter(|_| counts)?;
    if in_link(page, node) { None } else { attributes::address(page, address) }
}

impl Walk<'_> {
    /// Writes the picture that stands at `node`.
    pub(super) fn picture(&mut self, node: NodeId) {
        let Some(picture) = self.survey.picture(node).map(|place| &self.body.pictures[place]) else { return };
        let list = &mut self.flow.scratch;
        list.push((Attr::Src, picture.url.clone()));
        list.push((Attr::Alt, attributes::line(&picture.alt)));
        if let Some((width, height)) = picture.size {
            list.push((Attr::Width, width.to_string()));
            list.push((Attr::Height, height.to_string()));
        }
        self.flow.atom(Tag::Img);
    }

    /// Writes what stands for what `node` plays or embeds: a player that loads nothing until it is pressed, or a link.
    pub(super) fn media(&mut self, node: NodeId) {
        let page = self.page;
        let Some(address) = address(page, self.body, node) else { return };
        match page.name(node) {
            Name::AUDIO => self.player(node, Tag::Audio, address),
            Name::VIDEO => self.player(node, Tag::Video, address),
            _ => {
                self.flow.part();
                let list = &mut self.flow.scratch;
                list.push((Attr::Href, address));
                list.push((Attr::Class, EMBED.to_owned()));
                list.extend(attributes::title(page, node).map(|title| (Attr::Title, title)));
                self.flow.atom(Tag::A);
                self.flow.part();
            }
        }
    }

    fn player(&mut self, node: NodeId, tag: Tag, src: String) {
        let page = self.page;
        let list = &mut self.flow.scratch;
        list.push((Attr::Src, src));
        let poster = page.attr(node, Name::POSTER).filter(|_| tag == Tag::Video);
        list.extend(poster.and_then(|poster| attributes::address(page, poster)).map(|poster| (Attr::Poster, poster)));
        list.push((Attr::Controls, String::new()));
        list.push((Attr::Preload, "none".to_owned()));
        self.flow.atom(tag);
    }
}
