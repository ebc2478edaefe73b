//! Who wrote and who edited the article.

use std::borrow::Cow;

use super::names::{Naming, is_cjk_name, names};
use super::unlabelled::beside_day;
use super::{push_new, turned};
use crate::labels::PageType;
use crate::metadata::Origin;
use crate::metadata::scene::{Read, Scene};
use crate::metadata::statement::{Field, Found, Statement};
use crate::metadata::visible::{self, Hint, Labelled, Piece, Role, Standing};
use crate::text::is_cjk;

/// The authors, and the line that names them. `source` is whom the page credits: a medium that the head calls the author.
pub(in crate::metadata) fn authors(
    scene: &Scene,
    source: Option<&str>,
) -> (Option<Found<Vec<String>>>, Option<String>) {
    if !scene.is_text() {
        return (None, None);
    }
    let shown = shown(scene, Role::Author)
        .or_else(|| hinted(scene, |read| read.standing <= Standing::Opening))
        .or_else(|| reporters(scene))
        .or_else(|| korean_reporter(scene))
        .or_else(|| signed(scene))
        .or_else(|| hinted(scene, |read| is_signature(scene, read)));
    let line = shown.as_ref().map(|(_, line)| line.clone());
    let shown = shown.map(|(found, _)| found);
    let best = scene.head.all(Field::Author).map(|statement| statement.rank).collect::<Vec<_>>();
    let stated = ranks(&best).into_iter().find_map(|rank| stated(scene, rank, source));
    let is_ld = stated.as_ref().is_some_and(|found| found.origin == Origin::JsonLd);
    let chosen = match (shown, stated) {
        (Some(shown), Some(stated)) if is_ld && !shares(&shown.value, &stated.value) => Some(stated),
        (Some(shown), _) => Some(shown),
        (None, stated) => stated,
    };
    let (chosen, line) = match chosen {
        None => beside_day(scene).map_or((None, line), |(found, line)| (Some(found), Some(line))),
        chosen => (chosen, line),
    };
    let line = line.or_else(|| chosen.as_ref().map(|found| found.value.join(", ")));
    let line = line.or_else(|| unnamed(scene));
    (chosen, line)
}

/// What stands where an author should without naming a person: a desk, a team, a publisher.
fn unnamed(scene: &Scene) -> Option<String> {
    let is_line = |text: &str| {
        (2..=80).contains(&text.chars().count())
            && text.chars().any(char::is_alphabetic)
            && !text.contains("://")
            && !text.starts_with(|c: char| c.is_ascii_digit())
            && !text.contains('@')
    };
    let labelled = scene.reads.iter().filter(|read| read.standing <= Standing::Above).flat_map(|read| {
        let own = read.labels.iter().filter(|label| label.role == Role::Author && !label.value.is_empty());
        own.map(move |label| read.line.text[label.start..label.value.end].replace('\t', " "))
    });
    let stated = scene.head.all(Field::Byline).map(|statement| statement.value.clone());
    labelled.chain(stated).find(|text| is_line(text))
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
fn stated(scene: &Scene, rank: usize, source: Option<&str>) -> Option<Found<Vec<String>>> {
    let of_rank: Vec<&Statement> = scene.head.all(Field::Author).filter(|statement| statement.rank == rank).collect();
    let mut value = Vec::new();
    for name in of_rank.iter().flat_map(|statement| names(&turned(statement), Naming::Stated)) {
        let shown = !name.chars().any(is_cjk) || scene.reads.iter().any(|read| is_shown(read, &name));
        if shown && !is_site(scene, &name) && source != Some(name.as_str()) {
            push_new(&mut value, name);
        }
    }
    let first = of_rank.first()?;
    (!value.is_empty()).then_some(Found { value, origin: first.origin, node: first.node })
}

/// Whether a name is that of a person by its form, so that a site may be called by it: two or three words, each a
/// capital and small letters.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_word = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(|c| !c.is_uppercase() || word.contains("Mc"))
    };
    let article = ["The", "A", "My", "Our"].contains(&words[0]);
    (2..=3).contains(&words.len()) && words.iter().all(is_word) && !article
}

/// Whether a line around the headline has a name as a word of its own, behind no other label.
fn is_shown(read: &Read, name: &str) -> bool {
    let place = matches!(read.standing, Standing::Above | Standing::Below);
    let word = read.line.text.split(['\t', ' ', '：', ':']).any(|word| word == name);
    place
        && word
        && read
            .labels
            .iter()
            .all(|label| label.role == Role::Author || !read.line.text[label.value.clone()].contains(name))
}

/// Whether a name that the head gives is the site's; in scripts whose names and media look alike, a part of it.
fn is_site(scene: &Scene, name: &str) -> bool {
    let sites = &scene.head.sites;
    if name.chars().any(is_cjk) {
        sites.is_own(name) || sites.is_name(name)
    } else {
        sites.is_own(name) && !is_person(name)
    }
}

/// Whether a line of this standing may name people.
fn may_name(read: &Read) -> bool {
    match read.standing {
        Standing::Below | Standing::Above => true,
        Standing::Opening => read.line.text.len() <= 300,
        // Who holds the rights to a page is not who wrote it.
        Standing::Closing | Standing::Behind => read.line.text.len() <= 300 && !read.line.text.contains('©'),
    }
}

pub(super) type WithLine = (Found<Vec<String>>, String);

/// The people behind a label of this role, from the lines that stand nearest the headline.
fn shown(scene: &Scene, role: Role) -> Option<WithLine> {
    let mut out: Option<WithLine> = None;
    let mut standing = None;
    for read in scene.reads.iter().filter(|read| may_name(read)) {
        for label in read.labels.iter().filter(|label| label.role == role) {
            if standing.is_some_and(|standing| standing != read.standing) && role == Role::Author {
                return out;
            }
            let value = read.value(label);
            let found = own(scene, names(&in_one(scene, value), naming(scene)));
            if found.is_empty() || is_photographer(value) || is_employer(read, label) {
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

/// Whether a label's value is whom a reporter works for: 采写：南都记者 余毅菁.
fn is_employer(read: &Read, label: &Labelled) -> bool {
    ["记者", "記者", "通讯员"].iter().any(|role| read.line.text[label.value.end..].starts_with(role))
}

/// A Japanese by-line with the family name and the given name as one word: 山田 太郎.
fn in_one<'a>(scene: &Scene, value: &'a str) -> Cow<'a, str> {
    let is_name = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        words.len() == 2 && words.iter().all(|word| (1..=3).contains(&word.chars().count()) && word.chars().all(is_cjk))
    };
    match scene.head.is_japanese() && value.split(['、', '，', ',', '・', '/', '／']).all(|name| is_name(name.trim()))
    {
        true => Cow::Owned(value.replace(' ', "")),
        false => Cow::Borrowed(value),
    }
}

/// Whether a line behind the opening may name the author by its element alone: a short one, not that of a forum's answer.
fn is_signature(scene: &Scene, read: &Read) -> bool {
    let behind = read.standing > Standing::Opening && read.line.text.len() <= 60;
    behind && scene.content.page_type != PageType::Forum
}

/// How sure it is that what stands where an author should names one: in a forum any account does.
fn naming(scene: &Scene) -> Naming {
    if scene.content.page_type == PageType::Forum { Naming::Stated } else { Naming::Labelled }
}

/// Whether what stands behind 记者 names who took a picture.
fn is_photographer(value: &str) -> bool {
    ["摄", "攝", "供图", "图", "摄影"].iter().any(|end| value.trim_end_matches([')', '）', '。']).ends_with(end))
}

/// Names that are not the site's own.
pub(super) fn own(scene: &Scene, mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| !scene.head.sites.is_own(name) || is_person(name));
    names
}

/// The line as printed, where it is short enough to be one about authors.
pub(super) fn printed(read: &Read) -> String {
    let text = read.line.printed();
    if text.chars().count() <= 200 { text } else { text.chars().take(200).collect() }
}

/// The people in pieces whose element says that it holds authors.
fn hinted(scene: &Scene, place: impl Fn(&Read) -> bool) -> Option<WithLine> {
    let bare = if naming(scene) == Naming::Stated { Naming::Stated } else { Naming::Bare };
    for read in scene.reads.iter().filter(|read| may_name(read) && place(read)) {
        let mut value = Vec::new();
        let mut node = None;
        for piece in read.line.pieces.iter().filter(|piece| {
            piece.hint == Some(Hint::Author)
                && !matches!(read.role_at(piece.range.start), Some(Role::Other | Role::Editor | Role::Modified))
        }) {
            let text = read.line.piece_text(piece);
            let counts = text.starts_with(|c: char| c.is_ascii_digit());
            let naming = match text.chars().any(is_cjk) {
                true => Naming::Labelled,
                false if counts => Naming::Bare,
                false if leads_to_author(scene, piece) => Naming::Labelled,
                false => bare,
            };
            for name in own(scene, names(text, naming)) {
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

/// Whether a piece links to a page about a person, so that one word names them.
fn leads_to_author(scene: &Scene, piece: &Piece) -> bool {
    piece.href(scene.page).is_some_and(visible::leads_to_author)
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
            if is_photographer(inner) {
                continue;
            }
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

/// A Korean reporter, whose role stands behind the name: `김철수 기자`.
fn korean_reporter(scene: &Scene) -> Option<WithLine> {
    let short = scene.reads.iter().filter(|read| may_name(read) && read.line.text.len() <= 160);
    short.into_iter().find_map(|read| {
        let text = read.line.text.as_str();
        let is_name = |name: &&str| name.chars().all(|c| matches!(c as u32, 0xAC00..=0xD7A3)) && is_cjk_name(name);
        let (at, names) = text.match_indices("기자").find_map(|(at, _)| {
            let before = text[..at].trim_end().rsplit([' ', '\t', ']', '=', '(']).next()?;
            let names: Vec<&str> = before.split(['·', ',', '・']).rev().take_while(is_name).collect();
            (!names.is_empty() && text[..at].ends_with([' ', '\t'])).then_some((at, names))
        })?;
        let value = own(scene, names.into_iter().rev().map(str::to_owned).collect());
        (!value.is_empty())
            .then(|| (Found { value, origin: Origin::Visible, node: read.line.node_at(at) }, printed(read)))
    })
}

/// Names alone in brackets that end the body: `……。（李明 王芳）`. And a name before the medium beside the time: `李明/中国青年报`.
fn signed(scene: &Scene) -> Option<WithLine> {
    let last = scene.reads.iter().rev().find(|read| read.standing == Standing::Closing);
    let below = scene.reads.iter().filter(|read| read.standing == Standing::Below);
    let ending = last.and_then(|read| {
        let inner = read.line.text.trim_end().strip_suffix(['）', ')'])?;
        Some((read, inner.rfind(['（', '('])?, inner.rsplit(['（', '(']).next()?))
    });
    let slashed = below
        .filter_map(|read| Some((read, 0, read.line.text.split_once('/').filter(|_| read.line.text.len() < 60)?.0)));
    ending.into_iter().chain(slashed).find_map(|(read, at, text)| {
        let text = ["文/图", "图/文", "文图", "图文", "文／图"]
            .iter()
            .find_map(|label| text.strip_prefix(label))
            .unwrap_or(text);
        let words: Vec<&str> = text.split([' ', '、', '\t', '\u{3000}']).filter(|word| !word.is_empty()).collect();
        let people =
            (1..=4).contains(&words.len()) && words.iter().all(|word| is_cjk_name(word) && word.chars().count() <= 3);
        let notes = ["完", "待续", "原标题", "本报讯", "综合", "编译", "图", "下转"];
        let value = || words.iter().map(|word| (*word).to_owned()).collect();
        let found = people && !words.iter().any(|word| notes.contains(word));
        found.then(|| (Found { value: value(), origin: Origin::Visible, node: read.line.node_at(at) }, text.to_owned()))
    })
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
