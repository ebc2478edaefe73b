//! Dates that count back from the time of reading: "3 hours ago", 昨天 08:12.

use jiff::civil::DateTime;
use jiff::{Span, ToSpan};

use super::tokens::Token;
use super::words::{self, Unit};
use super::{Clock, Context, Moment, absolute, clock};

/// Reads a date relative to `context.now` at the token `at`; gives it and the token behind it.
pub(super) fn at(tokens: &[Token], at: usize, context: &Context) -> Option<(Moment, usize)> {
    let now = context.now?;
    named(tokens, at, &now).or_else(|| counted(tokens, at, &now))
}

fn named(tokens: &[Token], at: usize, now: &Moment) -> Option<(Moment, usize)> {
    let word = tokens[at].word();
    let spelled =
        word.and_then(|word| words::NAMED.iter().find(|(name, _)| *name == word)).map(|(_, days)| (*days, at + 1));
    let han = || {
        words::NAMED_HAN
            .iter()
            .find(|(name, _)| clock::han(tokens, at, name))
            .map(|(name, days)| (*days, at + name.chars().count()))
    };
    let (days, end) = spelled.or_else(han)?;
    let day = shifted(now, Span::new().days(days))?;
    let (clock, end) = absolute::clock_after(tokens, end);
    // A day's name without a time stands in sentences too often to be a date.
    clock.map(|clock| (Moment { clock: Some(clock), ..day }, end))
}

fn counted(tokens: &[Token], at: usize, now: &Moment) -> Option<(Moment, usize)> {
    let before = tokens[at].word().is_some_and(|word| words::BEFORE.contains(&word));
    let start = at + usize::from(before);
    let start = start + usize::from(before && tokens.get(start).and_then(Token::word) == Some("a"));
    let token = tokens.get(start)?;
    let count = token.number(3).or_else(|| {
        token
            .word()
            .filter(|word| ["a", "an", "one", "einem", "einer", "une", "un", "una", "uma", "um"].contains(word))
            .map(|_| 1)
    })?;
    let (unit, end) = unit(tokens, start + 1)?;
    let after = tokens.get(end).is_some_and(|token| match token.word() {
        Some(word) => words::AFTER.contains(&word),
        None => token.mark() == Some('前') || clock::han(tokens, end, "之前") || clock::han(tokens, end, "以前"),
    });
    if !before && !after {
        return None;
    }
    let long = after && tokens[end].mark().is_some_and(|mark| mark != '前');
    Some((back(now, i64::from(count), unit)?, end + usize::from(after) + usize::from(long)))
}

fn unit(tokens: &[Token], at: usize) -> Option<(Unit, usize)> {
    if let Some(word) = tokens.get(at)?.word() {
        let one_letter = match word {
            "h" => Some(Unit::Hour),
            "d" => Some(Unit::Day),
            "w" => Some(Unit::Week),
            "m" => Some(Unit::Minute),
            _ => None,
        };
        let unit = one_letter.or_else(|| words::unit(word))?;
        let dot = tokens.get(at + 1).is_some_and(|token| token.mark() == Some('.'));
        return Some((unit, at + 1 + usize::from(dot)));
    }
    words::UNITS_HAN
        .iter()
        .find(|(name, _)| clock::han(tokens, at, name))
        .map(|(name, unit)| (*unit, at + name.chars().count()))
}

/// `count` units before `now`, at the precision that such a phrase has.
fn back(now: &Moment, count: i64, unit: Unit) -> Option<Moment> {
    let moment = match unit {
        Unit::Second => shifted(now, count.seconds())?,
        Unit::Minute => shifted(now, count.minutes())?,
        Unit::Hour => shifted(now, count.hours())?,
        Unit::Day => shifted(now, count.days())?,
        Unit::Week => shifted(now, count.weeks())?,
        Unit::Month => Moment { day: 0, ..shifted(now, count.months())? },
        Unit::Year => Moment { day: 0, month: 0, ..shifted(now, count.years())? },
    };
    let fine = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
    Some(if fine { moment } else { Moment { clock: None, ..moment } })
}

fn shifted(now: &Moment, span: Span) -> Option<Moment> {
    let at = now.clock.unwrap_or(Clock { hour: 12, minute: 0, second: None, offset: None });
    let start = DateTime::new(now.year, now.month as i8, now.day as i8, at.hour as i8, at.minute as i8, 0, 0).ok()?;
    let then = start.checked_sub(span).ok()?;
    let clock = now.clock.map(|_| Clock {
        hour: then.hour() as u8,
        minute: then.minute() as u8,
        second: None,
        offset: at.offset,
    });
    Some(Moment { year: then.year(), month: then.month() as u8, day: then.day() as u8, clock })
}
