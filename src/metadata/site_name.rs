//! The name of the site.

use super::Origin;
use super::scene::Scene;
use super::site::{letters, separators};
use super::statement::{Field, Found, Place, Statement};

/// The longest name, in characters.
const LONGEST: usize = 80;

/// The name that the head states; else what stands behind the headline in the `title` element, or before it, where the
/// page or its address has the same name. A publisher may have many sites: its name gives way to one in the title that
/// is the address's too.
pub(super) fn decide(scene: &Scene) -> Option<Found<String>> {
    let fits = |name: &str| {
        name.chars().count() <= LONGEST && !name.starts_with("http") && name.chars().any(char::is_alphabetic)
    };
    let titled = || in_title(scene).filter(|found| fits(&found.value));
    let Some(statement) = scene.head.all(Field::SiteName).find(|statement| fits(&statement.value)) else {
        return titled();
    };
    let is_publisher = statement.place() == Some(Place::Ld("publisher"));
    let is_other = |name: &str| {
        !name.contains('.') && scene.head.sites.is_host(name) && letters(name) != letters(&statement.value)
    };
    let stated = || Found { value: statement.value.clone(), origin: statement.origin, node: statement.node };
    let own = titled().filter(|found| is_publisher && is_other(&found.value));
    Some(own.unwrap_or_else(stated))
}

/// What the `title` element says beside the headline.
fn in_title(scene: &Scene) -> Option<Found<String>> {
    let element = scene.head.all(Field::Title).find(|statement| is_title_element(statement))?;
    let headline = scene.headline.map(|node| letters(&scene.page.visible_text(node))).unwrap_or_default();
    let cuts = separators(&element.value);
    let parted = |(start, end): &(usize, usize)| (&element.value[..*start], element.value[*end..].trim());
    let behind = cuts.last().map(parted).filter(|(front, back)| {
        let agreed = !headline.is_empty() && letters(front).starts_with(&headline);
        scene.head.sites.is_name(back) || (agreed && is_shown_alone(scene, back))
    });
    let before = cuts
        .first()
        .map(parted)
        .filter(|(front, back)| !headline.is_empty() && letters(back) == headline && is_shown_alone(scene, front));
    let name = behind.map(|(_, back)| back).or(before.map(|(front, _)| front))?;
    Some(Found { value: name.to_owned(), origin: Origin::Meta, node: element.node })
}

fn is_title_element(statement: &Statement) -> bool {
    statement.place() == Some(Place::TitleElement)
}

/// Whether a text node of the page is just this text.
fn is_shown_alone(scene: &Scene, text: &str) -> bool {
    let page = scene.page;
    let body = page.body().map(|body| page.range(body)).unwrap_or(0..0);
    page.nodes_in(body).any(|node| {
        page.text(node)
            .is_some_and(|shown| shown.len() >= text.len() && shown.len() < text.len() + 40 && shown.trim() == text)
    })
}
