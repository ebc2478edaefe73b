//! Who wrote and who edited the article.

use super::names::{Naming, is_cjk_name, names};
use super::push_new;
use crate::metadata::Origin;
use crate::metadata::scene::{Read, Scene};
use crate::metadata::statement::{Field, Found, Statement};
use crate::metadata::visible::{Hint, Role, Standing};
use crate::text::is_cjk;

/// The authors, and the line that names them.
pub(in crate::metadata) fn authors(scene: &Scene) -> (Option<Found<Vec<String>>>, Option<String>) {
    if !scene.is_text() {
        return (None, None);
    }
    let shown = shown(scene, Role::Author).or_else(|| hinted(scene)).or_else(|| reporters(scene));
    let line = shown.as_ref().map(|(_, line)| line.clone());
    let shown = shown.map(|(found, _)| found);
    let best = scene.head.all(Field::Author).map(|statement| statement.rank).collect::<Vec<_>>();
    let stated = ranks(&best).into_iter().find_map(|rank| stated(scene, rank));
    let is_ld = stated.as_ref().is_some_and(|found| found.origin == Origin::JsonLd);
    let chosen = match (shown, stated) {
        (Some(shown), Some(stated)) if is_ld && !shares(&shown.value, &stated.value) => Some(stated),
        (Some(shown), _) => Some(shown),
        (None, stated) => stated,
    };
    let line = line.or_else(|| chosen.as_ref().map(|found| found.value.join(", ")));
    let line = line.filter(|_| chosen.is_some());
    (chosen, line)
}

/// The distinct ranks of a sorted list.
fn ranks(sorted: &[usize]) -> Vec<usize> {
    let mut ranks = sorted.to_vec();
    ranks.dedup();
    ranks
}

fn shares(a: &[String], b: &[String]) -> bool {
    a.iter().any(|name| b.iter().any(|other| other.to_lowercase() == name.to_lowercase()))
}

/// The authors that one place of the head names. In scripts whose names and media look alike, the page must show the name.
fn stated(scene: &Scene, rank: usize) -> Option<Found<Vec<String>>> {
    let of_rank: Vec<&Statement> = scene.head.all(Field::Author).filter(|statement| statement.rank == rank).collect();
    let mut value = Vec::new();
    for name in of_rank.iter().flat_map(|statement| names(&statement.value, Naming::Stated)) {
        let shown = !name.chars().any(is_cjk) || scene.reads.iter().any(|read| read.line.text.contains(name.as_str()));
        if shown && !scene.head.sites.is_own(&name) {
            push_new(&mut value, name);
        }
    }
    let first = of_rank.first()?;
    (!value.is_empty()).then_some(Found { value, origin: first.origin, node: first.node })
}

/// Whether a line of this standing may name people.
fn may_name(read: &Read) -> bool {
    match read.standing {
        Standing::Below | Standing::Above => true,
        Standing::Opening => read.line.text.len() <= 300,
        Standing::Closing | Standing::Behind => read.line.text.len() <= 300,
    }
}

type WithLine = (Found<Vec<String>>, String);

/// The people behind a label of this role, from the lines that stand nearest the headline.
fn shown(scene: &Scene, role: Role) -> Option<WithLine> {
    let mut out: Option<WithLine> = None;
    let mut standing = None;
    for read in scene.reads.iter().filter(|read| may_name(read)) {
        for label in read.labels.iter().filter(|label| label.role == role) {
            if standing.is_some_and(|standing| standing != read.standing) && role == Role::Author {
                return out;
            }
            let found = own(scene, names(read.value(label), Naming::Labelled));
            if found.is_empty() {
                continue;
            }
            standing = Some(read.standing);
            let node = read.line.node_at(label.value.start);
            let (out, _) =
                out.get_or_insert_with(|| (Found { value: Vec::new(), origin: Origin::Visible, node }, printed(read)));
            found.into_iter().for_each(|name| push_new(&mut out.value, name));
        }
    }
    out
}

/// Names that are not the site's own.
fn own(scene: &Scene, mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| !scene.head.sites.is_own(name));
    names
}

/// The line as printed, where it is short enough to be one about authors.
fn printed(read: &Read) -> String {
    let text = read.line.printed();
    if text.chars().count() <= 200 { text } else { text.chars().take(200).collect() }
}

/// The people in pieces whose element says that it holds authors.
fn hinted(scene: &Scene) -> Option<WithLine> {
    for read in scene.reads.iter().filter(|read| may_name(read) && read.standing <= Standing::Opening) {
        let mut value = Vec::new();
        let mut node = None;
        for piece in read.line.pieces.iter().filter(|piece| piece.hint == Some(Hint::Author)) {
            for name in own(scene, names(read.line.piece_text(piece), Naming::Bare)) {
                node = node.or(Some(piece.node));
                push_new(&mut value, name);
            }
        }
        if !value.is_empty() {
            return Some((Found { value, origin: Origin::Visible, node }, printed(read)));
        }
    }
    None
}

/// Reporters that stand in brackets at the body's ends, or in the dateline (`本报记者 李明`, `(记者李明)`).
fn reporters(scene: &Scene) -> Option<WithLine> {
    const MARKS: [&str; 2] = ["记者", "記者"];
    for read in scene.reads.iter().filter(|read| matches!(read.standing, Standing::Opening | Standing::Closing)) {
        let text = read.line.text.as_str();
        for (at, mark) in MARKS.iter().flat_map(|mark| text.match_indices(mark)) {
            let behind = &text[at + mark.len()..];
            let open = text[..at].rfind(['（', '(', '【', '[']).filter(|open| at - open < 60);
            let Some(close) = open.and_then(|_| behind.find(['）', ')', '】', ']'])).filter(|close| *close < 90)
            else {
                continue;
            };
            let inner = behind[..close].trim_start_matches([':', '：', ' ']);
            let cut = ["通讯员", "实习生", "摄影", "报道", "文/"]
                .iter()
                .filter_map(|word| inner.find(word))
                .min()
                .unwrap_or(inner.len());
            let mut value = own(scene, names(&inner[..cut], Naming::Labelled));
            value.retain(|name| is_cjk_name(name));
            if !value.is_empty() {
                let node = read.line.node_at(at);
                return Some((
                    Found { value, origin: Origin::Visible, node },
                    text[at..at + mark.len() + close].to_owned(),
                ));
            }
        }
    }
    None
}

/// The editors: those that the page shows, else those that its head states.
pub(in crate::metadata) fn editors(scene: &Scene) -> Option<Found<Vec<String>>> {
    let shown = shown(scene, Role::Editor).map(|(found, _)| found);
    shown.or_else(|| {
        let first = scene.head.best(Field::Editor)?;
        let value = own(
            scene,
            scene
                .head
                .all(Field::Editor)
                .flat_map(|statement| names(&statement.value, Naming::Stated))
                .take(20)
                .collect(),
        );
        (!value.is_empty()).then_some(Found { value, origin: first.origin, node: first.node })
    })
}
