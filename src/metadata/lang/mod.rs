//! The language of a text: declared, and checked against it.

mod guess;

use super::Origin;
use super::scene::Scene;
use super::statement::{Field, Found};
use crate::dom::Name;

/// The BCP 47 tag that a page's declaration stands for: `en_US` and `EN-us` are `en-US`. None for what is no tag.
pub(super) fn tag(declared: &str) -> Option<String> {
    let declared = declared.split([',', ';', '.', '@', ' ']).next()?.trim();
    let mut parts = declared.split(['-', '_']);
    let language = parts.next()?;
    if !(2..=3).contains(&language.len()) || !language.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut out = language.to_ascii_lowercase();
    for part in parts.take(3) {
        if part.is_empty() || part.len() > 8 || !part.chars().all(|c| c.is_ascii_alphanumeric()) {
            break;
        }
        out.push('-');
        match part.len() {
            2 => out.push_str(&part.to_ascii_uppercase()),
            4 => {
                out.push_str(&part[..1].to_ascii_uppercase());
                out.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => out.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(out)
}

/// The language: as declared where the text's script and words allow it, else as the text shows.
pub(super) fn decide(scene: &Scene) -> Option<Found<String>> {
    let sample = sample(scene);
    let shown = guess::guess(&sample);
    let declared = scene.head.all(Field::Lang).find_map(|statement| Some((tag(&statement.value)?, statement)));
    match (declared, shown) {
        (Some((value, statement)), shown) if shown.is_none_or(|shown| shown.allows(&value)) => {
            Some(Found { value, origin: statement.origin, node: statement.node })
        }
        (_, shown) => shown.map(|shown| Found { value: shown.language.to_owned(), origin: Origin::Text, node: None }),
    }
}

/// The first few thousand bytes of the body's text; of the page's where there is no body.
fn sample(scene: &Scene) -> String {
    let mut sample = String::new();
    let whole = scene.content.body.is_empty();
    let page = scene.page;
    let all = page
        .body()
        .into_iter()
        .flat_map(|body| page.subtree(body))
        .filter(|_| whole)
        .filter(|node| page.is_displayed(*node));
    for text in scene.content.body.iter().chain(all).filter_map(|node| page.text(node)) {
        sample.push_str(text);
        sample.push(' ');
        if sample.len() > 6_000 {
            break;
        }
    }
    sample
}

/// The direction of the text: as the page states it, else that of its language's script.
pub(super) fn direction(scene: &Scene, lang: Option<&str>) -> Option<Found<String>> {
    let page = scene.page;
    let above = scene.content.top.into_iter().flat_map(|top| page.ancestors_or_self(top));
    for node in above.chain(page.html()) {
        let stated = page.attr(node, Name::DIR).map(str::trim);
        if let Some(value) =
            ["ltr", "rtl"].into_iter().find(|dir| stated.is_some_and(|stated| stated.eq_ignore_ascii_case(dir)))
        {
            return Some(Found { value: value.to_owned(), origin: Origin::Meta, node: Some(node) });
        }
    }
    let language = lang?.split('-').next()?;
    ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"].contains(&language).then(|| Found {
        value: "rtl".to_owned(),
        origin: Origin::Text,
        node: None,
    })
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn tags_are_written_one_way() {
        for (declared, want) in [
            ("en_US", Some("en-US")),
            ("ZH-hans-cn", Some("zh-Hans-CN")),
            ("de", Some("de")),
            ("", None),
            ("english", None),
            ("x", None),
            ("pt-br, en", Some("pt-BR")),
        ] {
            assert_eq!(tag(declared).as_deref(), want, "{declared}");
        }
    }
}
