//! Whom the page credits for the text.

use super::people::is_cjk_name;
use super::scene::{Read, Scene};
use super::statement::{Field, Found};
use super::visible::{Hint, Labelled, Role, Standing};
use super::{Origin, Source};
use crate::dom::Name;
use crate::text::{collapse, is_cjk};

/// The longest name of a source, in characters.
const LONGEST: usize = 40;

/// The source: what a label names, else what stands beside the time in a Chinese, Japanese or Korean page, else what the head states.
pub(super) fn decide(scene: &Scene) -> Option<Found<Source>> {
    let beside = || beside_time(scene).filter(|found| !is_author(scene, &found.value.name));
    labelled(scene).or_else(beside).or_else(|| agency(scene)).or_else(|| stated(scene))
}

/// Whether a label or the head names an unlabelled name as that of a person who wrote the text.
fn is_author(scene: &Scene, name: &str) -> bool {
    let labels = scene.reads.iter().flat_map(|read| read.labels.iter().map(move |label| (read, label)));
    let mut authors = labels.filter(|(_, label)| label.role == Role::Author);
    // Chinese heads call media authors; Japanese ones name people.
    let mut stated = scene.head.all(Field::Author).filter(|_| scene.head.is_japanese());
    is_cjk_name(name)
        && (authors.any(|(read, label)| read.value(label).contains(name)) || stated.any(|author| author.value == name))
}

/// Agencies (lower case) whose name in a by-line says where the text comes from.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "ap", "associated press", "the associated press", "reuters", "afp", "agence france-presse", "dpa", "apa", "sda", "ansa", "efe", "lusa", "anp", "belga",
    "ritzau", "ntb", "tt", "stt", "pap", "čtk", "mti", "tass", "тасс", "interfax", "интерфакс", "рия новости", "укрінформ", "xinhua", "kyodo", "yonhap", "pti",
    "ani", "ians", "upi", "bloomberg", "cnn", "agência brasil", "agência lusa", "europa press", "anadolu ajansı", "aa", "dha", "antara", "连线新闻", "共同通信", "時事通信", "연합뉴스",
];

/// An agency among the names of a by-line: `By Ann Lee, Associated Press`, `Von Anna Lee, dpa`.
fn agency(scene: &Scene) -> Option<Found<Source>> {
    let near = scene.reads.iter().filter(|read| read.standing <= Standing::Above && read.line.text.len() <= 160);
    let values = near.flat_map(|read| {
        let authors = read.labels.iter().filter(|label| label.role == Role::Author);
        authors.map(move |label| (read, label.value.start, read.value(label)))
    });
    values.into_iter().find_map(|(read, start, value)| {
        let part = value.split([',', '/', '|', '\t', '(', ')', '–', '-']).map(str::trim);
        let name = part.into_iter().find(|part| AGENCIES.contains(&part.to_lowercase().as_str()))?;
        Some(found(scene, read, start, name.to_owned()))
    })
}

fn labelled(scene: &Scene) -> Option<Found<Source>> {
    let short = |read: &&Read| read.standing <= Standing::Above || read.line.text.len() <= 300;
    for read in scene.reads.iter().filter(short) {
        let own =
            |label: &&Labelled| label.role == Role::Source && !is_aside(read, label) && !is_of_picture(scene, read);
        for label in read.labels.iter().filter(own) {
            let value = read.value(label);
            let value = value.split('\t').map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
            if let Some(name) = name(value) {
                return Some(found(scene, read, label.value.start, name));
            }
        }
    }
    None
}

/// Whether a label of one word stands inside a text behind the article, and so names that text's source; ideographs label
/// what they touch.
fn is_aside(read: &Read, label: &Labelled) -> bool {
    let name = read.line.text[label.start..label.value.start].trim();
    read.standing == Standing::Behind && label.start > 0 && !name.starts_with(is_cjk) && !name.contains(' ')
}

/// Whether a line stands in a figure, and so names where a picture is from.
fn is_of_picture(scene: &Scene, read: &Read) -> bool {
    let mut around = read.line.node_at(0).into_iter().flat_map(|node| scene.page.ancestors(node).take(6));
    around.any(|above| matches!(scene.page.name(above), Name::FIGURE | Name::FIGCAPTION))
}

fn found(scene: &Scene, read: &Read, at: usize, name: String) -> Found<Source> {
    let href = read.line.piece_at(at).and_then(|piece| piece.href(scene.page));
    let url = href.and_then(|href| scene.page.resolve(href));
    let url = url.filter(|url| url.starts_with("http"));
    Found { value: Source { name, url }, origin: Origin::Visible, node: read.line.node_at(at) }
}

/// A text as the name of a source: without brackets and notes, short, with letters.
fn name(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '：' | ':'
                    | '|'
                    | ','
                    | '，'
                    | '。'
                    | '.'
                    | '-'
                    | '–'
                    | '—'
                    | '、'
                    | '；'
                    | ';'
                    | '》'
                    | '《'
                    | '“'
                    | '”'
                    | '"'
                    | '（'
                    | '('
            )
    });
    let signs = text.find(['\t', '|', '（', '(', '[', '【', '。', '，']);
    let words = [". ", " and ", " under ", " with "].iter().filter_map(|word| text.find(word)).min();
    let cut = signs.into_iter().chain(words).min().unwrap_or(text.len());
    let text = collapse(text[..cut].trim());
    let count = text.chars().count();
    let is_address = text.contains("://") || text.contains('@');
    ((2..=LONGEST).contains(&count)
        && text.chars().any(char::is_alphabetic)
        && !is_address
        && text.split(' ').count() <= 8)
        .then_some(text)
}

/// Words that stand beside a time and name no source.
const NO_SOURCES: &[&str] = &[
    "阅读",
    "浏览",
    "评论",
    "分享",
    "收藏",
    "举报",
    "字号",
    "点击",
    "人气",
    "点赞",
    "打印",
    "关闭",
    "大",
    "中",
    "小",
    "发布",
    "发表",
    "更新",
    "来源",
    "作者",
    "编辑",
    "时间",
    "订阅",
    "关注",
    "播放",
    "参与",
    "我要",
    "微信",
    "微博",
    "扫码",
    "手机",
    "正文",
    "首页",
    "原创",
    "星期",
    "周",
    "上午",
    "下午",
    "閲覧",
    "コメント",
    "シェア",
    "公開",
    "更新",
    "조회",
    "댓글",
    "공유",
    "입력",
    "수정",
    "기자",
    "カテゴリー",
    "カテゴリ",
    "タグ",
    "by",
    "Staff",
];

/// An unlabelled name beside the time of a Chinese, Japanese or Korean page: in the line of the time
/// (`2020-01-26 20:27 看看新闻`), or alone in the line next to it.
fn beside_time(scene: &Scene) -> Option<Found<Source>> {
    let wide = scene.headline.is_some_and(|node| scene.page.visible_text(node).chars().any(is_wide));
    let near: Vec<&Read> =
        scene.reads.iter().filter(|read| read.standing == Standing::Below && read.line.text.len() <= 200).collect();
    let at = near
        .iter()
        .position(|read| !read.dates.is_empty() || RECENT.iter().any(|day| read.line.text.starts_with(day)))
        .filter(|_| wide)?;
    let date = near[at].dates.first().map_or((0, 0), |date| (date.start, date.end));
    let whole = near[at].line.text.len();
    let around =
        (1..=4).flat_map(|step| [at.checked_sub(step), Some(at + step)]).flatten().filter_map(|other| near.get(other));
    if let Some(account) = account(scene, &near) {
        return Some(account);
    }
    in_line(scene, near[at], date.1..whole, Side::First)
        .or_else(|| in_line(scene, near[at], 0..date.0, Side::Last))
        .or_else(|| {
            around
                .filter(|read| read.line.pieces.len() <= 4 && read.labels.is_empty())
                .find_map(|read| in_line(scene, read, 0..read.line.text.len(), Side::Last))
        })
}

/// The account that an element of the byline says to be the source or the author.
fn account(scene: &Scene, near: &[&Read]) -> Option<Found<Source>> {
    let hinted = |read: &&&Read, hint| read.line.pieces.iter().find(|piece| piece.hint == Some(hint)).cloned();
    [Hint::Source, Hint::Author].into_iter().find_map(|hint| {
        near.iter().filter(|read| read.line.text.len() <= 80 && read.labels.is_empty()).find_map(|read| {
            let piece = hinted(&read, hint)?;
            let text = read.line.piece_text(&piece);
            let is_person = hint == Hint::Author && is_cjk_name(text);
            (is_name(text) && !is_person)
                .then(|| name(text))
                .flatten()
                .map(|name| found(scene, read, piece.range.start, name))
        })
    })
}

/// Days that stand for a date where the time of reading is not known.
const RECENT: [&str; 4] = ["昨天", "今天", "前天", "刚刚"];

/// Which of several names counts: the one next to the date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

fn in_line(scene: &Scene, read: &Read, range: std::ops::Range<usize>, side: Side) -> Option<Found<Source>> {
    let behind_label = |at: usize| {
        let reaches = |label: &Labelled| label.start <= at && at < label.value.end.max(label.value.start + 1);
        read.labels.iter().any(|label| reaches(label) && label.role != Role::Published)
    };
    let mut at = range.start;
    let mut out = None;
    for part in read.line.text[range].split(['\t', ' ', '|', '｜']) {
        let here = at;
        at += part.len() + 1;
        let own = part.rsplit('/').next().filter(|_| part.split('/').next().is_some_and(is_cjk_name)).unwrap_or(part);
        if is_name(own)
            && !behind_label(here)
            && !leads_aside(scene, read, here)
            && (out.is_none() || side == Side::Last)
        {
            out = name(own).map(|name| found(scene, read, here, name)).or(out);
        }
    }
    out
}

/// Whether what stands at a place in a line links to an address that holds another, which is a way to share the page, or to
/// a list of the site's texts.
fn leads_aside(scene: &Scene, read: &Read, at: usize) -> bool {
    let href = read.line.piece_at(at).and_then(|piece| piece.href(scene.page));
    href.is_some_and(|href| {
        ["=http", "/category/", "/categories/", "/tag/", "/tags/"].iter().any(|part| href.contains(part))
    })
}

/// Whether an unlabelled word beside the time can name a medium or an account.
fn is_name(part: &str) -> bool {
    let count = part.chars().count();
    let is_word = NO_SOURCES
        .iter()
        .chain(&RECENT)
        .any(|word| part == *word || (word.chars().count() > 1 && (part.starts_with(word) || part.ends_with(word))));
    let signs = |c: char| matches!(c, '：' | ':' | '>' | '/' | '，' | '。' | '！' | '？' | '（' | '(' | '+' | '《');
    (2..=20).contains(&count)
        && !is_word
        && !part.contains(signs)
        && part.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !part.chars().all(|c| c.is_ascii_digit())
}

fn is_wide(c: char) -> bool {
    is_cjk(c) || matches!(c as u32, 0xAC00..=0xD7A3)
}

fn stated(scene: &Scene) -> Option<Found<Source>> {
    scene.head.all(Field::Source).find_map(|statement| {
        let name = name(&statement.value)?;
        Some(Found { value: Source { name, url: None }, origin: statement.origin, node: statement.node })
    })
}
