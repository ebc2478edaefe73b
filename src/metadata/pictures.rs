//! The pictures of the body with their captions and credits.

use super::credits::{credit, is_credit};
use super::scene::Scene;
use super::statement::{Field, Found};
use super::visible::lines;
use super::{Image, Origin};
use crate::dom::NodeId;
use crate::dom::write::Picture;
use crate::labels::Kind;
use crate::text::collapse;

/// The pictures of the body. A line beside a picture, or anywhere near the body that has only one, that is nothing but
/// a credit belongs to it.
pub(super) fn images(scene: &Scene) -> Vec<Image> {
    let mut images: Vec<Image> = scene.content.pictures.iter().take(500).map(|picture| image(scene, picture)).collect();
    for (node, name) in credits_apart(scene) {
        let before = scene.content.pictures.iter().take(500).rposition(|picture| picture.node < node);
        let Some(at) = before.or((images.len() == 1).then_some(0)) else { continue };
        let only = images.len() == 1 || follows(scene, scene.content.pictures[at].node, node);
        if only && images[at].credit.is_none() {
            images[at].credit = Some(name);
        }
    }
    images
}

fn image(scene: &Scene, picture: &Picture) -> Image {
    let text = |text: &str| Some(collapse(text)).filter(|text| !text.is_empty() && text.len() <= 4_000);
    let caption = picture.caption.and_then(|node| text(&scene.page.visible_text(node)));
    let credit = caption.as_deref().and_then(credit);
    Image { url: picture.url.clone(), alt: text(&picture.alt), caption, credit }
}

/// Whether no text stands between a picture and what comes behind it.
fn follows(scene: &Scene, picture: NodeId, node: NodeId) -> bool {
    let between = scene.page.range(picture).end..node.index();
    between.len() < 40
        && scene.page.nodes_in(between).all(|node| scene.page.text(node).is_none_or(|text| text.trim().is_empty()))
}

/// Lines of the body and of what was set aside near it that are nothing but a credit, with their place.
fn credits_apart(scene: &Scene) -> Vec<(NodeId, String)> {
    if scene.content.pictures.is_empty() {
        return Vec::new();
    }
    let notices = scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Notice).take(12);
    let set_aside = notices.flat_map(|leftover| lines(scene.page, scene.page.region_range(leftover.region), 12));
    let body = scene.content.body.iter().filter_map(|node| {
        let text = scene.page.text(node).filter(|text| text.len() <= 200 && is_credit(text))?;
        Some((node, credit(text)?))
    });
    let mut out: Vec<(NodeId, String)> = body.take(100).collect();
    out.extend(
        set_aside
            .filter(|line| is_credit(&line.printed()))
            .filter_map(|line| Some((line.node_at(0)?, credit(&line.printed())?))),
    );
    out
}

/// The lead picture: what the head states, else the body's first.
pub(super) fn lead(scene: &Scene) -> Option<Found<String>> {
    let stated = scene.head.all(Field::Image).find_map(|statement| {
        let value = scene.page.resolve(&statement.value).filter(|url| url.starts_with("http"))?;
        Some(Found { value, origin: statement.origin, node: statement.node })
    });
    stated.or_else(|| {
        let first = scene.content.pictures.first()?;
        Some(Found { value: first.url.clone(), origin: Origin::Visible, node: Some(first.node) })
    })
}
