//! Authors that nothing calls so: names that stand with the day beside the headline.

use super::choose::{WithLine, own, printed};
use super::names::{Naming, names};
use super::roles::PARTICLES;
use crate::labels::PageType;
use crate::metadata::Origin;
use crate::metadata::scene::{Read, Scene};
use crate::metadata::statement::Found;
use crate::metadata::visible::{Role, Standing};
use crate::text::is_cjk;

/// The longest line, in bytes, that is a day or a name and little else.
const SHORT: usize = 120;

/// Who stands in one line with the day, beside the headline: `Jan 5, 2020 · Ann Lee`.
pub(super) fn beside_day(scene: &Scene) -> Option<WithLine> {
    if scene.content.page_type != PageType::Article {
        return None;
    }
    let is_dated = |read: &&Read| read.standing <= Standing::Above && !read.dates.is_empty();
    scene.reads.iter().filter(is_dated).filter(|read| read.line.text.len() <= SHORT).find_map(|read| named(scene, read))
}

/// The first part of a line, between signs and elements, that names people and nothing else.
fn named(scene: &Scene, read: &Read) -> Option<WithLine> {
    let text = read.line.text.as_str();
    let is_sign = |c: char| matches!(c, '\t' | '|' | '｜' | '•' | '·' | '∙' | '⋅' | '/' | '–' | '—' | '»' | '›');
    let free =
        |start| read.role_at(start).is_none_or(|role| matches!(role, Role::Author | Role::Published | Role::Modified));
    let mut start = 0;
    text.split(is_sign).find_map(|part| {
        let at = start;
        start += part.len() + text[at + part.len()..].chars().next().map_or(0, char::len_utf8);
        let day = read.dates.iter().map(|date| date.start).find(|day| (at..at + part.len()).contains(day));
        let value = people(scene, &text[at..day.unwrap_or(at + part.len())]).filter(|_| free(at))?;
        Some((Found { value, origin: Origin::Visible, node: read.line.node_at(at) }, printed(read)))
    })
}

/// The people that a part of a line names, where it holds nothing else but the channel that they write in.
fn people(scene: &Scene, part: &str) -> Option<Vec<String>> {
    let part = part.split(" in ").next().unwrap_or(part).trim_matches([' ', ',', '-', ':']);
    if part.len() > SHORT || part.chars().any(is_cjk) {
        return None;
    }
    let found = own(scene, names(part, Naming::Bare));
    let capitals = |text: &str| text.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    let is_name = |name: &String| name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let all = found.iter().map(|name| capitals(name)).sum::<usize>() == capitals(part);
    let is_person = |name: &String| is_name(name) && !scene.head.is_section(name) && is_proper(scene, name);
    (!found.is_empty() && all && found.iter().all(is_person)).then_some(found)
}

/// Whether the words of a name are no words of the text: none of them stands there in small letters.
fn is_proper(scene: &Scene, name: &str) -> bool {
    let words = name.split([' ', '-', '.']).map(str::to_lowercase);
    let telling = words.filter(|word| word.len() > 2 && !PARTICLES.contains(&word.as_str()));
    let texts = || scene.content.body.iter().filter_map(|node| scene.page.text(node));
    telling.into_iter().all(|word| !texts().any(|text| holds(text, &word)))
}

/// Whether a text holds a word as it is written.
fn holds(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .any(|(at, _)| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next()))
}
