//! The page's own keywords, one by one.

use std::ops::Range;

use super::scene::{Read, Scene};
use super::site::letters;
use super::statement::{Field, Found, Place};
use super::visible::{Hint, Labelled, Line, Piece, Role, labelled, lines};
use super::{Origin, date};
use crate::dom::NodeId;
use crate::labels::Kind;
use crate::text::is_cjk;
use crate::url::{host, scheme};

/// The most tags, and the longest, in characters.
const MOST: usize = 60;
const LONGEST: usize = 60;

/// The longest tag in a list that nothing else says to be tags, in characters.
const LONGEST_LISTED: usize = 20;

/// The tags: those that the page shows, else those that the head states of this article, be it behind its title alone.
pub(super) fn decide(scene: &Scene) -> Option<Found<Vec<String>>> {
    shown(scene).or_else(|| stated(scene)).or_else(|| listed(scene))
}

fn shown(scene: &Scene) -> Option<Found<Vec<String>>> {
    let mut blocks = set_aside(scene);
    let near = scene.reads.iter().filter(|read| read.labels.iter().any(|label| label.role == Role::Tags));
    blocks.extend(near.map(|read| vec![read.line.clone()]));
    blocks.extend(hashed(scene));
    let hinted = hinted(scene);
    let read: Vec<_> = blocks
        .iter()
        .chain(&hinted)
        .map(|lines| of_lines(scene, lines))
        .filter(|(value, ..)| !value.is_empty())
        .collect();
    let led = read.iter().find(|(value, led, _)| *led && value.len() <= CLOUD);
    let (value, _, node) = led.or_else(|| read.iter().find(|(value, ..)| value.len() <= CLOUD))?.clone();
    Some(Found { value, origin: Origin::Visible, node })
}

/// More tags than this are those of the site.
const CLOUD: usize = 24;

/// The lines of what was set aside as tags, without the parts of a cloud that something else divides.
fn set_aside(scene: &Scene) -> Vec<Vec<Line>> {
    let page = scene.page;
    let regions = scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Tags).take(8);
    let blocks: Vec<(Option<NodeId>, Vec<Line>)> = regions
        .map(|leftover| (page.parent(leftover.region.first), lines(page, page.region_range(leftover.region), 30)))
        .collect();
    let clouds: Vec<Option<NodeId>> =
        blocks.iter().filter(|(_, lines)| lines.len() > CLOUD).map(|(parent, _)| *parent).collect();
    blocks.into_iter().filter(|(parent, _)| !clouds.contains(parent)).map(|(_, lines)| lines).collect()
}

/// A line of nothing but hash tags: `#one #two`.
fn hashed(scene: &Scene) -> Option<Vec<Line>> {
    let is_hashed = |read: &&Read| {
        let words = || read.line.text.split_whitespace();
        words().count() >= 2 && words().all(|word| word.starts_with(['#', '＃']) && word.chars().count() > 2)
    };
    scene.reads.iter().find(is_hashed).map(|read| vec![read.line.clone()])
}

/// Links that an element around the body's end says to be tags, above the list of those of the site.
fn hinted(scene: &Scene) -> Option<Vec<Line>> {
    let last = scene.content.body.iter().last()?.index();
    let lines = lines(scene.page, last.saturating_sub(60)..(last + 300).min(scene.page.len()), 80);
    let is_tag = |line: &Line| {
        let all = line.pieces.iter().all(|piece| piece.hint == Some(Hint::Tags) && piece.link.is_some());
        let is_short = |piece: &Piece| piece.range.len() <= 40 && line.piece_text(piece).split(' ').count() <= 4;
        all && line.pieces.iter().all(is_short)
    };
    let tags: Vec<Line> = lines.into_iter().take_while(|line| !is_of_site(&line.text)).filter(is_tag).collect();
    (!tags.is_empty()).then_some(tags)
}

/// The tags of a block of lines, whether a label stands before them, and where the first stands.
fn of_lines(scene: &Scene, lines: &[Line]) -> (Vec<String>, bool, Option<NodeId>) {
    let mut out = Vec::new();
    let mut led = false;
    let mut node = None;
    if lines.iter().any(|line| is_of_site(&line.text)) {
        return (out, led, node);
    }
    // On a copy of a page all links lead away.
    let mut linked = lines.iter().flat_map(|line| &line.pieces).filter(|piece| piece.link.is_some());
    let stays = linked.any(|piece| !leaves_site(scene, piece));
    for line in lines {
        if is_prose(&line.text) {
            continue;
        }
        let labels = labelled(line);
        let label = labels.iter().position(|label| label.role == Role::Tags);
        if label.is_none() && (!labels.is_empty() || !date::find(&line.text, &scene.context).is_empty()) {
            continue;
        }
        led |= label.is_some();
        let range = label.map_or(0..line.text.len(), |at| value(scene, line, &labels, at));
        let inside = |piece: &&Piece| piece.range.end > range.start && piece.range.start < range.end;
        for piece in line.pieces.iter().filter(inside).filter(|piece| !stays || !leaves_site(scene, piece)) {
            let text = &line.text[piece.range.start.max(range.start)..piece.range.end.min(range.end)];
            for tag in split(text) {
                node = node.or(Some(piece.node));
                push(scene, &mut out, tag);
            }
        }
    }
    (out, led, node)
}

/// Whether a line is a sentence, of the author or of something else that stands beside the tags.
fn is_prose(line: &str) -> bool {
    line.ends_with(['.', '。']) && line.split_whitespace().count() > 8
}

/// Whether a piece's link leads to another site, or calls a script: a way to share the text, not a tag of it.
fn leaves_site(scene: &Scene, piece: &Piece) -> bool {
    let page = scene.page;
    let Some(href) = piece.href(page) else { return false };
    let site = |host: &str| host.rsplit('.').take(2).map(str::to_owned).collect::<Vec<_>>();
    match page.resolve(href) {
        Some(address) => host(&address).zip(page.url().and_then(host)).is_some_and(|(to, from)| site(to) != site(from)),
        None => scheme(href).is_some(),
    }
}

/// Where the tags behind the label at `at` stand: up to the first bar; to the next label where bars part words that the article uses.
fn value(scene: &Scene, line: &Line, labels: &[Labelled], at: usize) -> Range<usize> {
    let first = labels[at].value.clone();
    let all = first.start..labels.get(at + 1).map_or(line.text.len(), |next| next.start);
    let behind = split(&line.text[first.end..all.end]);
    if behind.len() > 1 && are_used(&article_letters(scene), &behind) { all } else { first }
}

/// Whether a line is the heading of a list that is the same on each page of the site.
fn is_of_site(line: &str) -> bool {
    const LISTS: [&str; 9] = [
        "热门标签",
        "热门关键词",
        "热门搜索",
        "标签云",
        "标签列表",
        "popular tags",
        "hot tags",
        "tag cloud",
        "all tags",
    ];
    LISTS.contains(&line.trim_end_matches([':', '：']).to_lowercase().as_str())
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

/// What stands among tags, in lower case, and is none: their labels, and controls beside them.
#[rustfmt::skip]
const NO_TAGS: &[&str] = &[
    "tags", "tag", "tagged", "tagged with", "tagged as", "labels", "keywords", "topics", "related topics", "story tags", "recommend", "filed under", "标签", "关键词", "关键字",
    "schlagwörter", "schlagworte", "stichworte", "themen", "mots-clés", "étiquettes", "etiquetas", "temas", "trefwoorden", "taggar", "теги", "метки",
    "more", "more on this story", "show all", "show more", "see all", "view all", "all tags", "mehr", "alle", "alle anzeigen", "voir plus", "ver más", "ver todo",
    "share", "share this", "tweet", "email", "e-mail", "print", "print article",
    "teilen", "twittern", "drucken", "artikel drucken", "partager", "imprimer", "compartir", "imprimir", "condividi", "stampa", "delen", "поделиться", "печать",
];

fn push(scene: &Scene, out: &mut Vec<String>, tag: &str) {
    let tag = tag.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '>' | '[' | ']' | '【' | '】' | '"' | '“' | '”' | '.')
    });
    let count = tag.chars().count();
    const ACTIONS: [&str; 10] = ["反馈", "举报", "收藏", "分享", "评论", "点赞", "关注", "打印", "列表", "更多"];
    let lower = tag.to_lowercase();
    let is_control = ACTIONS.iter().any(|action| tag.ends_with(action))
        || NO_TAGS.contains(&lower.as_str())
        || ["share on ", "share via ", "teilen auf ", "partager sur "].iter().any(|start| lower.starts_with(start));
    // How many texts have the tag before it: (12).
    let is_count = tag.starts_with('(') && tag.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')'));
    let fits = (1..=LONGEST).contains(&count)
        && tag.chars().any(char::is_alphanumeric)
        && !is_control
        && !is_count
        && !scene.head.sites.is_own(tag);
    if fits && out.len() < MOST && !out.iter().any(|other| letters(other) == letters(tag)) {
        out.push(tag.to_owned());
    }
}

/// Tags of the head that are given to each article.
const OWN: &[&str] = &["article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "citation_keywords"];

/// The keywords of the head, of the best place whose words the article uses: half of them at least, since many sites
/// state the same words on every page.
fn stated(scene: &Scene) -> Option<Found<Vec<String>>> {
    scene.head.all(Field::Tags).next()?;
    let text = article_letters(scene);
    let mut ranks: Vec<usize> = scene.head.all(Field::Tags).map(|statement| statement.rank).collect();
    ranks.dedup();
    ranks.into_iter().find_map(|rank| {
        let of_rank = || scene.head.all(Field::Tags).filter(move |statement| statement.rank == rank);
        let mut value = Vec::new();
        for statement in of_rank() {
            split(&statement.value).into_iter().for_each(|tag| push(scene, &mut value, tag));
        }
        let title = scene.head.all(Field::Title).map(|statement| letters(&statement.value)).next().unwrap_or_default();
        value.retain(|tag| {
            letters(tag) != title && (letters(tag).chars().count() < 12 || !title.contains(&letters(tag)))
        });
        // Tags of their own are given to each article; plain keywords are often those of the site.
        let own =
            of_rank().any(|statement| matches!(statement.place(), Some(Place::Meta(name)) if OWN.contains(&name)));
        let first = of_rank().next()?;
        (!value.is_empty() && (own || are_used(&text, &value))).then(|| Found {
            value: value.clone(),
            origin: first.origin,
            node: first.node,
        })
    })
}

/// The list of terms that a description adds to the title, where it adds nothing else.
fn listed(scene: &Scene) -> Option<Found<Vec<String>>> {
    let titles = super::title::stated(scene.head, &scene.head.sites);
    scene.head.all(Field::Excerpt).take(4).find_map(|statement| {
        let added = titles.iter().find_map(|title| statement.value.strip_prefix(title.as_str())?.strip_prefix(' '))?;
        let terms: Vec<&str> = added.split(',').collect();
        let is_term = |term: &&str| !term.contains(is_of_sentences) && term.chars().count() <= LONGEST_LISTED;
        let mut value = Vec::new();
        terms.iter().take_while(|term| is_term(term)).for_each(|term| push(scene, &mut value, term));
        let is_list = value.len() > 1 && value.len() == terms.len() && are_used(&article_letters(scene), &value);
        is_list.then_some(Found { value, origin: statement.origin, node: statement.node })
    })
}

/// Whether a mark stands in sentences, not in terms.
fn is_of_sentences(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':' | '。' | '！' | '？' | '：' | '，' | '；' | '…')
}

/// The letters of the body and the headline, as far as they are needed.
fn article_letters(scene: &Scene) -> String {
    let mut text = String::new();
    for node in scene.content.body.iter().chain(scene.headline.into_iter().flat_map(|node| scene.page.subtree(node))) {
        text.push_str(scene.page.text(node).unwrap_or_default());
        if text.len() > 200_000 {
            break;
        }
    }
    letters(&text)
}

/// Whether an article, of which these are the letters, uses half of the tags.
fn are_used<S: AsRef<str>>(text: &str, tags: &[S]) -> bool {
    tags.iter().filter(|tag| text.contains(&letters(tag.as_ref()))).count() * 2 >= tags.len()
}
