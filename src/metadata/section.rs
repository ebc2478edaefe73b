//! The channel that the article stands in.

use super::scene::Scene;
use super::site::letters;
use super::statement::{Field, Found};
use super::visible::{Hint, Line, Standing, lines};
use super::{Origin, Related};
use crate::dom::{Document, Name, NodeId};

/// The longest name of a section, in characters.
const LONGEST: usize = 40;

/// The section: the end of the breadcrumb, else what the head states, else what an element says to be a channel, else a
/// short label near the headline that recurs among the related items' sections.
pub(super) fn decide(scene: &Scene, title: Option<&str>, related: &[Related]) -> Option<Found<String>> {
    breadcrumb(scene, title)
        .or_else(|| stated(scene, title))
        .or_else(|| hinted(scene, title))
        .or_else(|| recurring(scene, related))
}

fn fits(text: &str) -> bool {
    let count = text.chars().count();
    let is_label = NO_SECTIONS.contains(&text.trim_end_matches([':', '：']).trim_end().to_lowercase().as_str());
    (2..=LONGEST).contains(&count) && text.chars().any(char::is_alphabetic) && !is_label
}

/// Words that end a breadcrumb and are no section, and those that begin one.
const ENDS: &[&str] = &[
    "正文",
    "文章",
    "详情",
    "内容",
    "新闻详情",
    "文章详情",
    "文章正文",
    "查看文章",
    "浏览文章",
    "本文",
    "content",
    "article",
    "details",
    "current page",
    "記事",
    "記事詳細",
    "aktuelle seite",
    "page actuelle",
    "página actual",
];
const STARTS: &[&str] = &[
    "首页",
    "主页",
    "网站首页",
    "新闻首页",
    "home",
    "homepage",
    "start",
    "startseite",
    "accueil",
    "inicio",
    "início",
    "home page",
    "главная",
    "ホーム",
    "トップ",
    "홈",
    "ana sayfa",
    "beranda",
    "hem",
    "hjem",
    "etusivu",
    "strona główna",
    "úvod",
    "trang chủ",
    "الرئيسية",
    "ראשי",
    "front page",
];
/// What stands before a breadcrumb.
const LEADS: &[&str] = &[
    "当前位置",
    "您的位置",
    "您当前的位置",
    "您现在的位置",
    "你的位置",
    "所在位置",
    "当前的位置",
    "位置",
    "you are here",
    "sie sind hier",
    "vous êtes ici",
    "usted está aquí",
    "sie befinden sich hier",
    "navigate",
];
/// What stands before a section, and controls beside one.
#[rustfmt::skip]
const NO_SECTIONS: &[&str] = &[
    "in", "posted in", "filed under", "filed in", "category", "categories", "kategorie", "kategorien", "rubrik", "rubrique", "catégorie",
    "catégories", "categoría", "categorías", "categoria", "categorie", "in category", "section", "share", "more", "mehr", "plus", "más",
];

fn breadcrumb(scene: &Scene, title: Option<&str>) -> Option<Found<String>> {
    let page = scene.page;
    let until = scene
        .headline
        .map(|node| page.range(node).end)
        .or_else(|| scene.content.body.iter().next().map(NodeId::index))
        .unwrap_or(page.len());
    let named = page.nodes_in(0..until).filter(|node| is_named(page, *node)).take(8);
    for node in named {
        let range = page.range(node);
        if range.len() > 300 {
            continue;
        }
        if let Some(found) = last_crumb(scene, &lines(page, range, 24), title, Shape::Any) {
            return Some(found);
        }
    }
    let signs =
        page.nodes_in(until.saturating_sub(600)..until).rev().filter(|node| page.text(*node).is_some_and(holds_sign));
    signs
        .take(24)
        .find_map(|sign| last_crumb(scene, &lines(page, page.range(trail(page, sign)?), 24), title, Shape::Parted))
}

/// Whether a text holds a sign that parts the items of a breadcrumb.
fn holds_sign(text: &str) -> bool {
    let text = text.trim();
    text.len() < 300 && (text.contains(['>', '›', '»', '→', '＞', '≫', '❯', '▸']) || text == "/" || text == "|")
}

/// The lowest element around a sign whose text begins like a breadcrumb or says that it is one: short, a few levels up.
fn trail(page: &Document, sign: NodeId) -> Option<NodeId> {
    page.ancestors(sign).take(6).take_while(|node| page.range(*node).len() <= 80).find(|node| {
        let text = page.visible_text(*node).to_lowercase();
        let known = |words: &[&str]| words.iter().any(|word| text.contains(word));
        text.len() <= 300 && (known(STARTS) || known(LEADS) || text.ends_with("正文"))
    })
}

/// Whether an element's attributes say that it is a breadcrumb.
fn is_named(page: &Document, node: NodeId) -> bool {
    page.is_element(node)
        && page.attrs(node).any(|(name, value)| {
            let counts = matches!(name, Name::CLASS | Name::ID | Name::ARIA_LABEL | Name::ITEMTYPE);
            counts && value.len() < 300 && value.as_bytes().windows(5).any(|part| part.eq_ignore_ascii_case(b"crumb"))
        })
}

/// Whether the items of a breadcrumb must be parted by its signs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Any,
    Parted,
}

fn last_crumb(scene: &Scene, lines: &[Line], title: Option<&str>, shape: Shape) -> Option<Found<String>> {
    let mut items: Vec<(String, NodeId)> = Vec::new();
    let mut parted = 0;
    let mut led = false;
    // How many items there are up to the last sign and one behind it.
    let mut reach = 0;
    for line in lines {
        for piece in &line.pieces {
            for part in line.piece_text(piece).split(['>', '›', '»', '→', '/', '＞', '≫', '\u{203a}', '❯', '▸', '|'])
            {
                let part = part.trim().trim_end_matches([':', '：']).trim();
                if LEADS.contains(&part.to_lowercase().as_str()) {
                    led = true;
                } else if fits(part) {
                    items.push((part.to_owned(), piece.node));
                }
            }
            let text = line.piece_text(piece);
            if holds_sign(text) {
                parted += 1;
                reach = items.len() + usize::from(text.trim_end().ends_with(|c: char| !c.is_alphanumeric()));
            }
        }
    }
    items.truncate(if parted > 0 { reach } else { items.len() });
    let starts = items.first().is_some_and(|(first, _)| STARTS.contains(&first.to_lowercase().as_str()));
    let is_trail = starts
        || led
        || items.last().is_some_and(|(last, _)| last.ends_with("正文"))
        || items.iter().any(|(item, _)| item.ends_with("首页"));
    if shape == Shape::Parted && (parted == 0 || !is_trail || items.len() > 8) {
        return None;
    }
    let title = title.map(letters);
    let is_end = |text: &str| {
        let plain = letters(text);
        ENDS.contains(&text.to_lowercase().as_str())
            || text.ends_with("正文")
            || text.ends_with("首页")
            || STARTS.contains(&text.to_lowercase().as_str())
            || title.as_deref().is_some_and(|title| {
                title == plain
                    || (plain.chars().count() >= 6 && title.contains(plain.as_str()))
                    || plain.contains(title)
            })
            || scene.head.sites.is_own(text)
    };
    let (value, node) = items.into_iter().rev().find(|(text, _)| !is_end(text))?;
    let value = value.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
    Some(Found { value, origin: Origin::Visible, node: Some(node) })
}

fn stated(scene: &Scene, title: Option<&str>) -> Option<Found<String>> {
    let mut best: Option<Found<String>> = None;
    let mut rank = None;
    for statement in scene.head.all(Field::Section) {
        if rank.is_some_and(|rank| rank != statement.rank) {
            break;
        }
        let value = first_of(&statement.value);
        let is_title = title.is_some_and(|title| letters(title) == letters(value));
        let is_start = STARTS.contains(&value.to_lowercase().as_str());
        if fits(value) && !is_title && !is_start && !scene.head.sites.is_own(value) {
            rank = Some(statement.rank);
            best = Some(Found { value: value.to_owned(), origin: statement.origin, node: statement.node });
        }
    }
    best
}

/// The first of several sections that a publishing system ran together: `Beauty,Travel`, unlike `Arts, Culture & Media`.
fn first_of(sections: &str) -> &str {
    let parts =
        |(at, _): &(usize, &str)| !sections[at + 1..].starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
    sections.match_indices(',').find(parts).map_or(sections, |(at, _)| sections[..at].trim())
}

fn hinted(scene: &Scene, title: Option<&str>) -> Option<Found<String>> {
    let near = scene.reads.iter().filter(|read| matches!(read.standing, Standing::Above | Standing::Below));
    near.flat_map(|read| read.line.pieces.iter().map(move |piece| (read, piece))).find_map(|(read, piece)| {
        let text = read.line.piece_text(piece);
        let is_hinted = piece.hint == Some(Hint::Section)
            && fits(text)
            && title != Some(text)
            && text.split(' ').count() <= 5
            && scene.page.ancestors(piece.node).take(3).all(|above| scene.page.name(above) != Name::LABEL)
            && !text.contains(|c: char| c.is_ascii_digit())
            && !text.ends_with(['.', '!', '?']);
        let value = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '#');
        is_hinted.then(|| Found { value: value.to_owned(), origin: Origin::Visible, node: Some(piece.node) })
    })
}

/// A short text before the body that at least two related items, or a third of them, have as their section.
fn recurring(scene: &Scene, related: &[Related]) -> Option<Found<String>> {
    let sections: Vec<&str> = related.iter().filter_map(|item| item.section.as_deref()).collect();
    if sections.len() < 2 {
        return None;
    }
    let page = scene.page;
    let until = scene
        .headline
        .map(|node| page.range(node).end)
        .or_else(|| scene.content.body.iter().next().map(NodeId::index))?;
    let near = lines(page, until.saturating_sub(300)..until, 200);
    near.iter().rev().flat_map(|line| line.pieces.iter().map(move |piece| (line, piece))).find_map(|(line, piece)| {
        let text = line.piece_text(piece);
        let count = sections.iter().filter(|section| **section == text).count();
        (fits(text) && count >= 2).then(|| Found {
            value: text.to_owned(),
            origin: Origin::Visible,
            node: Some(piece.node),
        })
    })
}
