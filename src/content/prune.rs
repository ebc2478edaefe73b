//! Precision inside the body: lines that stand among its text and are none of it.

use std::ops::Range;

use super::blocks::Block;
use super::fill::is_doubted;
use super::kind::{Breadth, Judged};
use super::measure::{End, WORD};
use super::place::Mark;
use super::reading::Reading;
use super::score::holder;
use super::teasers::{self, names_others};
use super::verdict::{Verdict, kept_before};
use super::vocabulary::{is_byline, says};
use crate::dom::{Name, NodeId};
use crate::labels::{Hints, Kind, PageType};

/// How many blocks after the title may be lines about the text.
const BYLINES: usize = 12;
/// The longest line, in words, that names what it is.
const LINE: u32 = 40 * WORD;
/// The longest box, in words, that is known by its heading.
const BOX: u32 = 150 * WORD;

/// Takes out of the body what only stands among it.
pub(super) fn prune(
    reading: &Reading,
    verdicts: &mut [Verdict],
    headline: Option<usize>,
    judged: Judged,
    hints: &Hints,
) {
    if let Some(index) = headline {
        before_the_headline(reading, verdicts, index);
        bylines(reading, verdicts, index, judged.breadth);
    }
    let named = names(reading, |index| verdicts[index].is_kept());
    for (index, kind) in &named {
        verdicts[*index] = Verdict::dropped("words", *kind);
    }
    unfilled(reading, verdicts);
    if judged.kind == PageType::Forum {
        controls(reading, verdicts);
    }
    if judged.kind == PageType::Product {
        prices(reading, verdicts);
    }
    if judged.breadth == Breadth::One {
        boxes(reading, verdicts, &named);
        if judged.kind == PageType::Article {
            doubted_boxes(reading, verdicts);
        }
        contents(reading, verdicts, &named);
        behind_the_editors(reading, verdicts, &named);
        players(reading, verdicts);
        authors(reading, verdicts, hints);
        links(reading, verdicts);
        headed_links(reading, verdicts);
        if judged.kind == PageType::Article {
            listed_titles(reading, verdicts);
        }
        teasers(reading, verdicts);
        empty_headings(reading, verdicts);
        leading_nowhere(reading, verdicts);
    }
}

/// The title is not repeated, and little stands before it that is of the text.
fn before_the_headline(reading: &Reading, verdicts: &mut [Verdict], headline: usize) {
    if verdicts[headline].is_kept() {
        verdicts[headline] = Verdict::dropped("title", Kind::Headline);
    }
    let length = |range: Range<usize>| kept_length(reading, verdicts, range);
    if length(0..headline) * 5 < length(headline..verdicts.len()) {
        for verdict in verdicts[..headline].iter_mut().filter(|verdict| verdict.is_kept()) {
            *verdict = Verdict::unnamed("before the title");
        }
    }
}

/// The blocks, of some, that say that they are no part of a text, with what they are.
fn names(reading: &Reading, some: impl Fn(usize) -> bool) -> Vec<(usize, Kind)> {
    let in_data = |index: usize| {
        reading.block(index).place.has(Mark::Table) && reading.tables().iter().any(|(_, range)| range.contains(&index))
    };
    let all = (0..reading.len()).filter(|index| some(*index));
    all.filter_map(|index| Some((index, named(reading, index).filter(|_| !in_data(index))?))).collect()
}

/// What a short line says it is, where that is no part of a text.
fn named(reading: &Reading, index: usize) -> Option<Kind> {
    let block = reading.block(index);
    if block.length() > LINE || block.place.has_any(&[Mark::Code, Mark::Quote]) {
        return None;
    }
    let kind = says(&reading.text(index).to_lowercase())?;
    (!matches!(kind, Kind::Footer)).then_some(kind)
}

/// The lines between the title and the text that say who wrote it, and when.
fn bylines(reading: &Reading, verdicts: &mut [Verdict], headline: usize, breadth: Breadth) {
    let mut seen = 0;
    let prose = (headline + 1..verdicts.len()).find(|index| opens(reading.block(*index)));
    let text = prose.and_then(|index| holder(reading.page, reading.block(index)));
    for (index, verdict) in verdicts.iter_mut().enumerate().skip(headline + 1) {
        if matches!(verdict, Verdict::Dropped { kind: Some(_), .. }) {
            continue;
        }
        seen += 1;
        let block = reading.block(index);
        if opens(block) || block.length() > 30 * WORD || seen > BYLINES {
            return;
        }
        let line = reading.text(index).to_lowercase();
        let account = seen <= 3 && block.length() <= 5 * WORD && is_lone_link(block) && breadth == Breadth::One;
        let apart = || block.length() <= 10 * WORD && holder(reading.page, block) != text;
        let reporter = || REPORTERS.iter().any(|word| line.contains(word)) && apart();
        if verdict.is_kept() && (account || is_byline(&line) || reporter()) {
            *verdict = Verdict::dropped("byline", Kind::Byline);
        }
    }
}

/// Who tells the news, in the lines that name them.
const REPORTERS: [&str; 6] = ["记者", "記者", "通讯员", "特约撰稿", "기자", "特派员"];

/// Whether running text begins with a block.
fn opens(block: &Block) -> bool {
    block.length() > 14 * WORD && block.text.end == End::Stop
}

/// Whether a block is nothing but a link, and part of nothing that links may stand in.
fn is_lone_link(block: &Block) -> bool {
    let inside = [Mark::List, Mark::Table, Mark::Code, Mark::Heading, Mark::Caption, Mark::Quote];
    block.linked == block.length() && !block.place.has_any(&inside)
}

/// Places of a template that no program filled: `{{ article.status }}`.
fn unfilled(reading: &Reading, verdicts: &mut [Verdict]) {
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        let mut pieces = reading.pieces(index).map(str::trim_start).filter(|piece| !piece.is_empty());
        if !pieces.next().is_some_and(|first| first.starts_with('{')) || reading.block(index).place.has(Mark::Code) {
            continue;
        }
        let text = reading.text(index);
        if text.trim_start().starts_with("{{") && text.trim_end().ends_with("}}") {
            *verdict = Verdict::dropped("unfilled", Kind::Other);
        }
    }
}

/// Buttons and their kin.
fn controls(reading: &Reading, verdicts: &mut [Verdict]) {
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        if reading.block(index).place.has(Mark::Control) {
            *verdict = Verdict::dropped("control", Kind::Actions);
        }
    }
}

/// Lines that are nothing but an amount of money.
fn prices(reading: &Reading, verdicts: &mut [Verdict]) {
    let is_sign = |c: char| "$€£¥₹₽₩฿₺₫₴".contains(c);
    let is_price = |text: &str| {
        text.contains(is_sign)
            && text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| is_sign(c) || c.is_ascii_digit() || c.is_whitespace() || ".,'-–".contains(c))
    };
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        let block = reading.block(index);
        if block.length() <= 5 * WORD && !block.place.has(Mark::Table) && is_price(&reading.text(index)) {
            *verdict = Verdict::dropped("price", Kind::Other);
        }
    }
}

/// Boxes that begin with a line that names them, and the links that follow such a line.
fn boxes(reading: &Reading, verdicts: &mut [Verdict], named: &[(usize, Kind)]) {
    let total = kept_length(reading, verdicts, 0..verdicts.len());
    for (index, kind) in named.iter().filter(|(_, kind)| heads_box(*kind)) {
        let around = section(reading, *index);
        let length = reading.blocks.sum(around.clone()).length;
        if length <= BOX.min(total / 3) {
            drop_kept(verdicts, around, "box", *kind);
        }
        if *kind == Kind::Related {
            let linked = |index: &usize| reading.block(*index).linked * 2 > reading.block(*index).length();
            let run = (*index + 1..verdicts.len()).take_while(linked).last();
            drop_kept(verdicts, *index..run.map_or(*index, |last| last + 1), "box", *kind);
        }
    }
}

/// Boxes whose heading was left out for its looks: all together no more than a third of the text, which may be a list of such.
fn doubted_boxes(reading: &Reading, verdicts: &mut [Verdict]) {
    let named = names(reading, |index| is_doubted(reading, verdicts, index)).into_iter();
    let heads = named.filter(|(_, kind)| heads_box(*kind));
    let boxes: Vec<(Range<usize>, Kind)> = heads.map(|(index, kind)| (section(reading, index), kind)).collect();
    let length = boxes.iter().map(|(range, _)| kept_length(reading, verdicts, range.clone())).sum::<u32>();
    if length <= kept_length(reading, verdicts, 0..verdicts.len()) / 3 {
        boxes.into_iter().for_each(|(range, kind)| drop_kept(verdicts, range, "box", kind));
    }
}

fn heads_box(kind: Kind) -> bool {
    matches!(kind, Kind::Related | Kind::Promotion | Kind::Comments | Kind::Byline | Kind::Advertisement)
}

/// The blocks of the largest element that begins with a block.
fn section(reading: &Reading, index: usize) -> Range<usize> {
    reading.beginning_with(index).map_or(index..index + 1, |around| reading.within(around))
}

fn kept_length(reading: &Reading, verdicts: &[Verdict], range: Range<usize>) -> u32 {
    range.filter(|index| verdicts[*index].is_kept()).map(|index| reading.block(index).length()).sum()
}

fn drop_kept(verdicts: &mut [Verdict], range: Range<usize>, rule: &'static str, kind: Kind) {
    verdicts[range]
        .iter_mut()
        .filter(|verdict| verdict.is_kept())
        .for_each(|verdict| *verdict = Verdict::dropped(rule, kind));
}

/// The list of the text's own parts: what follows its heading and leads to places on this page.
fn contents(reading: &Reading, verdicts: &mut [Verdict], named: &[(usize, Kind)]) {
    for (index, _) in named.iter().filter(|(_, kind)| *kind == Kind::Navigation) {
        let leads_here = |index: &usize| {
            let block = reading.block(*index);
            let mut links = reading.page.ancestors(block.first).filter_map(|node| reading.page.attr(node, Name::HREF));
            block.linked * 4 > block.length() * 3 && links.next().is_some_and(|href| href.contains('#'))
        };
        let run = (*index + 1..verdicts.len()).take_while(leads_here).last();
        drop_kept(verdicts, *index..run.map_or(*index, |last| last + 1), "contents", Kind::Navigation);
    }
}

/// What follows the line that names the editors, where it closes the text.
fn behind_the_editors(reading: &Reading, verdicts: &mut [Verdict], named: &[(usize, Kind)]) {
    let closes = |index: usize| CLOSING.iter().any(|words| reading.text(index).contains(words));
    let Some((index, _)) = named.iter().find(|(index, kind)| *kind == Kind::Notice && closes(*index)) else { return };
    let all = 0..verdicts.len();
    let behind = kept_length(reading, verdicts, *index..all.end);
    if behind * 4 < kept_length(reading, verdicts, 0..*index) {
        let rest = verdicts[*index..].iter_mut().filter(|verdict| verdict.is_kept());
        rest.for_each(|verdict| *verdict = Verdict::unnamed("behind the editors"));
    }
}

/// Words of the lines that close a text in the Chinese and Japanese press.
const CLOSING: [&str; 8] = ["责任编辑", "責任編輯", "责编", "責編", "责任编校", "編集：", "（编辑：", "(编辑："];

/// What is written on a film or a recording: short texts in an element that is there for a player.
fn players(reading: &Reading, verdicts: &mut [Verdict]) {
    let page = reading.page;
    let kept = kept_before(verdicts);
    let total = kept_length(reading, verdicts, 0..verdicts.len());
    let players = page.all().filter(|node| matches!(page.name(*node), Name::VIDEO | Name::AUDIO));
    let boxes: Vec<Range<usize>> = players.filter_map(|node| player_box(reading, node, total)).collect();
    for range in boxes.into_iter().filter(|range| kept[range.end] > kept[range.start]) {
        drop_kept(verdicts, range, "player", Kind::Other);
    }
}

/// The blocks of the largest element around a player that holds little else.
fn player_box(reading: &Reading, player: NodeId, total: u32) -> Option<Range<usize>> {
    const MOST: u32 = 80 * WORD;
    let around = reading.page.ancestors(player).filter(|node| reading.page.name(*node) != Name::FIGURE);
    let small = |range: &Range<usize>| reading.blocks.sum(range.clone()).length <= MOST.min(total / 5);
    around.map(|node| reading.within(node)).take_while(small).last().filter(|range| !range.is_empty())
}

/// Lines that say nothing but an author's name, and what is told of the author below the text.
fn authors(reading: &Reading, verdicts: &mut [Verdict], hints: &Hints) {
    const TOLD: usize = 8;
    let kept: Vec<usize> = (0..verdicts.len()).filter(|index| verdicts[*index].is_kept()).collect();
    let names: Vec<&str> = hints.authors.iter().map(String::as_str).filter(|name| name.chars().count() >= 3).collect();
    for (place, index) in kept.iter().enumerate().filter(|_| !names.is_empty()) {
        let block = reading.block(*index);
        let last = place >= TOLD && place + TOLD >= kept.len();
        if block.length() > 120 * WORD || (block.length() > 8 * WORD && !last) {
            continue;
        }
        let text = reading.text(*index);
        let told = |name: &&str| {
            let rest = text.strip_prefix(*name);
            rest.is_some_and(|rest| rest.is_empty() || (last && TELLING.iter().any(|words| rest.starts_with(words))))
        };
        if names.iter().any(told) {
            verdicts[*index] = Verdict::dropped("author", Kind::Byline);
        }
    }
}

/// What follows a name where its owner is told of.
const TELLING: [&str; 18] = [
    " is a",
    " is the",
    " is an",
    " has ",
    " works ",
    " writes ",
    " covers ",
    " was ",
    " joined ",
    ", ",
    " ist ",
    " schreibt ",
    " est ",
    " es ",
    " è ",
    " é ",
    " pisze ",
    " — ",
];

/// Lines of an article that are nothing but one link: to other texts.
fn links(reading: &Reading, verdicts: &mut [Verdict]) {
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        let block = reading.block(index);
        if is_lone_link(block) && block.length() >= 3 * WORD {
            *verdict = Verdict::dropped("nothing but a link", Kind::Related);
        }
    }
}

/// Items of a list that are nothing but links, right under a line that names other texts.
fn headed_links(reading: &Reading, verdicts: &mut [Verdict]) {
    let is_item = |index: &usize| {
        let block = reading.block(*index);
        block.linked == block.length() && block.place.has(Mark::List)
    };
    let starts = |index: &usize| is_item(index) && !is_item(&(index - 1)) && verdicts[*index].is_kept();
    let starts: Vec<usize> = (1..verdicts.len()).filter(starts).collect();
    for start in starts.into_iter().filter(|start| names_others(reading, start - 1)) {
        let run = (start..verdicts.len()).take_while(is_item).last();
        drop_kept(verdicts, start..run.map_or(start, |last| last + 1), "links under a heading", Kind::Related);
    }
}

/// Lists of three titles or more that link to other texts, before the first of the text's own sentences.
fn listed_titles(reading: &Reading, verdicts: &mut [Verdict]) {
    let page = reading.page;
    let is_title = |index: usize| {
        let block = reading.block(index);
        block.linked == block.length() && page.ancestors(block.first).take(4).any(|node| page.leads_elsewhere(node))
    };
    let prose = (0..verdicts.len()).find(|index| verdicts[*index].is_kept() && opens(reading.block(*index)));
    let is_list = |node: &NodeId| matches!(page.name(*node), Name::UL | Name::OL);
    let are_long = |range: &Range<usize>| reading.blocks.sum(range.clone()).length >= 3 * WORD * range.len() as u32;
    let before =
        |range: &Range<usize>| range.len() >= 3 && prose.is_some_and(|prose| range.end <= prose) && are_long(range);
    let lists = page.all().filter(is_list).map(|node| reading.within(node)).filter(before);
    for range in lists.filter(|range| range.clone().all(is_title)) {
        drop_kept(verdicts, range, "titles before the text", Kind::Related);
    }
}

/// Lists of teasers under a heading that names other texts, apart from the text.
fn teasers(reading: &Reading, verdicts: &mut [Verdict]) {
    let is_headed = |verdict: &Verdict| matches!(verdict, Verdict::Dropped { kind: Some(Kind::Related), .. });
    for list in teasers::lists(reading) {
        let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
        let (first, last) = (reading.block(*first).first, reading.block(*last).last);
        let around = reading.within(reading.page.common_ancestor(first, last));
        let is_title = |block: &Block| block.linked == block.length();
        let own = |index: &usize| {
            let block = reading.block(*index);
            verdicts[*index].is_kept() && opens(block) && !is_title(block) && !list.contains(index)
        };
        let headed = verdicts[around.start.saturating_sub(1)..=around.start].iter().any(is_headed);
        if headed && !around.clone().any(|index| own(&index)) {
            drop_kept(verdicts, around, "teasers", Kind::Related);
        }
    }
}

/// Headings in elements of which nothing else was kept.
fn empty_headings(reading: &Reading, verdicts: &mut [Verdict]) {
    let kept = kept_before(verdicts);
    for index in (0..verdicts.len()).filter(|index| reading.block(*index).place.has(Mark::Heading)) {
        let around = reading.page.ancestors(reading.block(index).first).map(|node| reading.within(node));
        let alone = around.take_while(|range| kept[range.end] - kept[range.start] <= 1).last();
        if verdicts[index].is_kept() && alone.is_some_and(|range| range.len() > 1) {
            verdicts[index] = Verdict::unnamed("heading of nothing");
        }
    }
}

/// Short lines at the end of a text that lead to what is none of it: `Other stories of the river:`.
fn leading_nowhere(reading: &Reading, verdicts: &mut [Verdict]) {
    const SHORT: u32 = 12 * WORD;
    while let Some(last) = verdicts.iter().rposition(|verdict| verdict.is_kept()) {
        let block = reading.block(last);
        let leads = reading.text(last).trim_end().ends_with([':', '：']);
        let inside = [Mark::Code, Mark::Quote, Mark::Caption, Mark::Table, Mark::List];
        if !leads || block.length() > SHORT || block.place.has_any(&inside) {
            return;
        }
        verdicts[last] = Verdict::unnamed("leads to nothing");
    }
}
