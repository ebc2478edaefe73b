//! Whom the page credits for the text.

use super::scene::{Read, Scene};
use super::statement::{Field, Found};
use super::visible::{Role, Standing};
use super::{Origin, Source};
use crate::text::{collapse, is_cjk};

/// The longest name of a source, in characters.
const LONGEST: usize = 40;

/// The source: what a label names, else what stands beside the time in a Chinese, Japanese or Korean page, else what the head states.
pub(super) fn decide(scene: &Scene) -> Option<Found<Source>> {
    let found = labelled(scene).or_else(|| beside_time(scene)).or_else(|| stated(scene))?;
    Some(found)
}

fn labelled(scene: &Scene) -> Option<Found<Source>> {
    let short = |read: &&Read| read.standing <= Standing::Above || read.line.text.len() <= 300;
    for read in scene.reads.iter().filter(short) {
        for label in read.labels.iter().filter(|label| label.role == Role::Source) {
            let value = read.value(label);
            let value = value.split('\t').map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
            if let Some(name) = name(value) {
                return Some(found(scene, read, label.value.start, name));
            }
        }
    }
    None
}

fn found(scene: &Scene, read: &Read, at: usize, name: String) -> Found<Source> {
    let link = read.line.piece_at(at).and_then(|piece| piece.link);
    let url =
        link.and_then(|link| scene.page.attr(link, crate::dom::Name::HREF)).and_then(|href| scene.page.resolve(href));
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
    let cut = text.find(['\t', '|', '（', '(', '。', '，']).unwrap_or(text.len());
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
];

/// An unlabelled name in the line of the time: `2020-01-26 20:27 看看新闻`.
fn beside_time(scene: &Scene) -> Option<Found<Source>> {
    for read in scene
        .reads
        .iter()
        .filter(|read| read.standing == Standing::Below && !read.dates.is_empty() && read.line.text.len() <= 160)
    {
        let date = read.dates[0];
        let behind_label = |at: usize| {
            read.labels.iter().any(|label| {
                label.start < at && at < label.value.end.max(label.value.start + 1) && label.role != Role::Published
            })
        };
        let parts = [(date.end, read.line.text.len()), (0, date.start)];
        for (start, end) in parts.into_iter().filter(|(start, end)| start < end) {
            let mut at = start;
            for part in read.line.text[start..end].split(['\t', ' ', '|', '｜']) {
                let here = at;
                at += part.len() + 1;
                let wide = part.chars().filter(|c| is_cjk(*c) || matches!(*c as u32, 0xAC00..=0xD7A3)).count();
                let is_word = NO_SOURCES
                    .iter()
                    .any(|word| part.starts_with(word) || (word.chars().count() > 1 && part.ends_with(word)));
                if wide >= 2
                    && !is_word
                    && !part.contains(['：', ':', '>', '/'])
                    && !part.chars().any(|c| c.is_ascii_digit())
                    && !behind_label(here)
                    && part.chars().count() <= 20
                    && let Some(name) = name(part)
                {
                    return Some(found(scene, read, here, name));
                }
            }
        }
    }
    None
}

fn stated(scene: &Scene) -> Option<Found<Source>> {
    scene.head.all(Field::Source).find_map(|statement| {
        let name = name(&statement.value)?;
        Some(Found { value: Source { name, url: None }, origin: statement.origin, node: statement.node })
    })
}
