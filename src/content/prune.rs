//! Precision inside the body: lines that stand among its text and are none of it.

use super::kind::Breadth;
use super::measure::{End, WORD};
use super::place::Mark;
use super::reading::Reading;
use super::verdict::Verdict;
use super::vocabulary::{is_byline, says};
use crate::labels::Kind;

/// The length of text above it from which a heading of comments ends an article.
const TEXT: u32 = 60 * WORD;

/// How many blocks after the title may be lines about the text.
const BYLINES: usize = 12;

/// Takes out of the body what only stands among it.
pub(super) fn prune(reading: &Reading, verdicts: &mut [Verdict], headline: Option<usize>, breadth: Breadth) {
    if let Some(index) = headline {
        before_the_headline(verdicts, index);
        bylines(reading, verdicts, index);
    }
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        if let Some(kind) = named(reading, index) {
            *verdict = Verdict::dropped("words", kind);
        }
    }
    if breadth == Breadth::One {
        comments(reading, verdicts, headline);
        links(reading, verdicts);
    }
}

/// The title is not repeated, and little stands before it that is of the text.
fn before_the_headline(verdicts: &mut [Verdict], headline: usize) {
    let kept = |range: &[Verdict]| range.iter().filter(|verdict| verdict.is_kept()).count();
    if verdicts[headline].is_kept() {
        verdicts[headline] = Verdict::dropped("title", Kind::Headline);
    }
    if kept(&verdicts[..headline]) * 5 < kept(&verdicts[headline..]) {
        for verdict in verdicts[..headline].iter_mut().filter(|verdict| verdict.is_kept()) {
            *verdict = Verdict::unnamed("before the title");
        }
    }
}

/// What a short line says it is, where that is no part of a text.
fn named(reading: &Reading, index: usize) -> Option<Kind> {
    let block = reading.block(index);
    if block.length() > 40 * WORD || block.place.has_any(&[Mark::Code, Mark::Table, Mark::Quote]) {
        return None;
    }
    let kind = says(&reading.text(index).to_lowercase())?;
    (!matches!(kind, Kind::Footer)).then_some(kind)
}

/// The lines between the title and the text that say who wrote it, and when.
fn bylines(reading: &Reading, verdicts: &mut [Verdict], headline: usize) {
    let mut seen = 0;
    for (index, verdict) in verdicts.iter_mut().enumerate().skip(headline + 1) {
        if matches!(verdict, Verdict::Dropped { kind: Some(_), .. }) {
            continue;
        }
        seen += 1;
        let block = reading.block(index);
        let prose = block.length() > 14 * WORD && block.text.end == End::Stop;
        if prose || block.length() > 30 * WORD || seen > BYLINES {
            return;
        }
        if verdict.is_kept() && is_byline(&reading.text(index).to_lowercase()) {
            *verdict = Verdict::dropped("byline", Kind::Byline);
        }
    }
}

/// What follows the heading of the readers' comments, where an article stands above it.
fn comments(reading: &Reading, verdicts: &mut [Verdict], headline: Option<usize>) {
    let mut above = 0;
    for index in headline.map_or(0, |index| index + 1)..verdicts.len() {
        let block = reading.block(index);
        if above >= TEXT && block.linked == 0 && heads_comments(reading, index) {
            let after = verdicts[index..].iter_mut().filter(|verdict| verdict.is_kept());
            after.for_each(|verdict| *verdict = Verdict::dropped("after the heading of comments", Kind::Comments));
            return;
        }
        above += if verdicts[index].is_kept() { block.length() } else { 0 };
    }
}

fn heads_comments(reading: &Reading, index: usize) -> bool {
    let block = reading.block(index);
    let heads = block.length() < 10 * WORD && !block.place.has_any(&[Mark::Hidden, Mark::Control, Mark::Navigation]);
    heads && says(&reading.text(index).to_lowercase()) == Some(Kind::Comments)
}

/// Lines of an article that are nothing but one link: to other texts.
fn links(reading: &Reading, verdicts: &mut [Verdict]) {
    for (index, verdict) in verdicts.iter_mut().enumerate().filter(|(_, verdict)| verdict.is_kept()) {
        let block = reading.block(index);
        let inside = [Mark::List, Mark::Table, Mark::Code, Mark::Heading, Mark::Caption, Mark::Quote];
        if block.linked == block.length() && block.length() >= 3 * WORD && !block.place.has_any(&inside) {
            *verdict = Verdict::dropped("nothing but a link", Kind::Related);
        }
    }
}
