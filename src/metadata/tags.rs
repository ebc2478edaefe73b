//! The page's own keywords, one by one.

use super::Origin;
use super::scene::Scene;
use super::site::letters;
use super::statement::{Field, Found};
use super::visible::{Line, Role, labelled, lines};
use crate::dom::NodeId;
use crate::labels::Kind;
use crate::text::is_cjk;

/// The most tags, and the longest, in characters.
const MOST: usize = 60;
const LONGEST: usize = 60;

/// The tags: those that the page shows, else those that the head states of this article.
pub(super) fn decide(scene: &Scene) -> Option<Found<Vec<String>>> {
    shown(scene).or_else(|| stated(scene))
}

fn shown(scene: &Scene) -> Option<Found<Vec<String>>> {
    let page = scene.page;
    let set_aside = scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Tags);
    let mut blocks: Vec<Vec<Line>> =
        set_aside.take(8).map(|leftover| lines(page, page.region_range(leftover.region), 30)).collect();
    let near = scene.reads.iter().filter(|read| read.labels.iter().any(|label| label.role == Role::Tags));
    blocks.extend(near.map(|read| vec![read.line.clone()]));
    let mut all = blocks.iter().map(|lines| of_lines(scene, lines)).filter(|(value, _, _)| !value.is_empty());
    let best = blocks.iter().map(|lines| of_lines(scene, lines)).find(|(value, led, _)| *led && !value.is_empty());
    let (value, _, node) = best.or_else(|| all.next())?;
    Some(Found { value, origin: Origin::Visible, node })
}

/// The tags of a block of lines, whether a label stands before them, and where the first stands.
fn of_lines(scene: &Scene, lines: &[Line]) -> (Vec<String>, bool, Option<NodeId>) {
    let mut out = Vec::new();
    let mut led = false;
    let mut node = None;
    for line in lines {
        let labels = labelled(line);
        let label = labels.iter().find(|label| label.role == Role::Tags);
        led |= label.is_some();
        let range = label.map_or(0..line.text.len(), |label| label.value.clone());
        for piece in line.pieces.iter().filter(|piece| piece.range.end > range.start && piece.range.start < range.end) {
            let text = &line.text[piece.range.start.max(range.start)..piece.range.end.min(range.end)];
            for tag in split(text) {
                node = node.or(Some(piece.node));
                push(scene, &mut out, tag);
            }
        }
    }
    (out, led, node)
}

/// The terms of a text: parted by commas and their like, else, in ideographs, by blanks.
fn split(text: &str) -> Vec<&str> {
    let comma = |c: char| matches!(c, ',' | '，' | '、' | ';' | '；' | '|' | '｜' | '\t' | '\n' | '•' | '·' | '#');
    let blank = text.chars().any(is_cjk) && !text.contains([',', '，', '、', ';', '；']);
    text.split(move |c: char| comma(c) || (blank && c.is_whitespace()))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

fn push(scene: &Scene, out: &mut Vec<String>, tag: &str) {
    let tag = tag.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '>' | '[' | ']' | '【' | '】' | '"' | '“' | '”' | '.')
    });
    let count = tag.chars().count();
    let is_label = [
        "tags",
        "tag",
        "keywords",
        "标签",
        "关键词",
        "关键字",
        "topics",
        "more",
        "more on this story",
        "related topics",
    ]
    .contains(&tag.to_lowercase().as_str());
    let fits = (1..=LONGEST).contains(&count)
        && tag.chars().any(char::is_alphanumeric)
        && !is_label
        && !scene.head.sites.is_own(tag);
    if fits && out.len() < MOST && !out.iter().any(|other| letters(other) == letters(tag)) {
        out.push(tag.to_owned());
    }
}

/// The keywords of the head, of the best place whose words the article uses: half of them at least, since many sites
/// state the same words on every page.
fn stated(scene: &Scene) -> Option<Found<Vec<String>>> {
    let mut text = String::new();
    for node in scene.content.body.iter().chain(scene.headline.into_iter().flat_map(|node| scene.page.subtree(node))) {
        text.push_str(scene.page.text(node).unwrap_or_default());
        if text.len() > 200_000 {
            break;
        }
    }
    let text = letters(&text);
    let mut ranks: Vec<usize> = scene.head.all(Field::Tags).map(|statement| statement.rank).collect();
    ranks.dedup();
    ranks.into_iter().find_map(|rank| {
        let of_rank = || scene.head.all(Field::Tags).filter(move |statement| statement.rank == rank);
        let mut value = Vec::new();
        for statement in of_rank() {
            split(&statement.value).into_iter().for_each(|tag| push(scene, &mut value, tag));
        }
        let used = value.iter().filter(|tag| text.contains(&letters(tag))).count();
        let first = of_rank().next()?;
        (!value.is_empty() && used * 2 >= value.len()).then(|| Found {
            value: value.clone(),
            origin: first.origin,
            node: first.node,
        })
    })
}
