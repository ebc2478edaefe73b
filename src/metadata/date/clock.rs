//! Times of day and their zones.

use super::tokens::{Kind, Token};
use super::{Clock, words};

/// Reads a time of day that starts at the token `at`; gives it and the token behind it.
pub(super) fn at(tokens: &[Token], at: usize) -> Option<(Clock, usize)> {
    let (half, start) = half_before(tokens, at);
    let hour = tokens.get(start)?.number(2).filter(|hour| *hour < 24)? as u8;
    let (minute, second, after) = minutes(tokens, start + 1).unwrap_or((None, None, start + 1));
    let (half, after) = half.map_or_else(|| half_after(tokens, after), |half| (Some(half), after));
    if minute.is_none() && (half.is_none() || hour > 12) {
        return None;
    }
    let (offset, after) = zone(tokens, after);
    Some((Clock { hour: hour_of_day(hour, half)?, minute: minute.unwrap_or(0), second, offset }, after))
}

fn hour_of_day(hour: u8, half: Option<bool>) -> Option<u8> {
    match half {
        Some(true) if hour < 12 => Some(hour + 12),
        Some(false) if hour == 12 => Some(0),
        _ => (hour < 24).then_some(hour),
    }
}

/// Minutes and seconds behind an hour: `:27`, `:27:50`, `h27`, `时27分50秒`, `시 27분`, `.27`.
fn minutes(tokens: &[Token], at: usize) -> Option<(Option<u8>, Option<u8>, usize)> {
    let parts = |token: &Token| match &token.kind {
        Kind::Mark(mark) => matches!(mark, ':' | '：' | '时' | '時' | '点' | '點' | '٫'),
        Kind::Word(word) => matches!(word.as_ref(), "h" | "시" | "u"),
        Kind::Number(..) => false,
    };
    let sign = tokens.get(at)?;
    if !parts(sign) && !is_dotted(tokens, at) {
        return None;
    }
    let whole = sign.word().is_some() || matches!(sign.mark(), Some('时' | '時' | '点' | '點'));
    let Some(minute) =
        tokens.get(at + 1).and_then(|token| token.digits(2).or_else(|| token.digits(1).filter(|_| whole)))
    else {
        return whole.then_some((Some(0), None, at + 1));
    };
    let minute = u8::try_from(minute).ok().filter(|minute| *minute < 60)?;
    let mut end = at + 2;
    if tokens.get(end).is_some_and(|token| token.mark() == Some('分') || token.word() == Some("분")) {
        end += 1;
    }
    let second = seconds(tokens, at, end);
    let end = second.map_or(end, |(_, end)| end);
    Some((Some(minute), second.map(|(second, _)| second), end))
}

/// Whether a full stop at `at` parts an hour from its minutes: two digits behind it and a word that says so.
fn is_dotted(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|at| tokens.get(at));
    let hinted = |token: Option<&Token>| {
        token
            .and_then(Token::word)
            .is_some_and(|word| ["uhr", "kl", "klo", "ore", "am", "pm", "a.m", "p.m", "wib", "น"].contains(&word))
    };
    let dot =
        before.filter(|token| token.mark() == Some('.')).and_then(|_| at.checked_sub(3)).and_then(|at| tokens.get(at));
    let zoned =
        tokens.get(at + 2).and_then(Token::word).is_some_and(|word| words::ZONES.iter().any(|(name, _)| *name == word));
    tokens[at].mark() == Some('.')
        && tokens.get(at + 1).is_some_and(|token| token.digits(2).is_some() && !token.spaced)
        && (zoned || hinted(before) || hinted(dot) || hinted(tokens.get(at + 2)))
}

fn seconds(tokens: &[Token], sign: usize, at: usize) -> Option<(u8, usize)> {
    let first = tokens.get(at)?;
    let value =
        |token: Option<&Token>| token?.digits(2).and_then(|value| u8::try_from(value).ok()).filter(|value| *value < 60);
    if matches!(tokens[sign].mark(), Some(':' | '：')) && matches!(first.mark(), Some(':' | '：')) {
        return value(tokens.get(at + 1)).map(|second| (second, fraction_end(tokens, at + 2)));
    }
    let unit = tokens.get(at + 1).is_some_and(|token| token.mark() == Some('秒') || token.word() == Some("초"));
    value(Some(first)).filter(|_| unit).map(|second| (second, at + 2))
}

/// The token behind a fraction of a second (`.123`), which is not kept.
fn fraction_end(tokens: &[Token], at: usize) -> usize {
    let is_fraction = tokens.get(at).is_some_and(|token| matches!(token.mark(), Some('.' | ',')) && !token.spaced)
        && tokens.get(at + 1).is_some_and(|token| matches!(token.kind, Kind::Number(..)) && !token.spaced);
    if is_fraction { at + 2 } else { at }
}

fn half_before(tokens: &[Token], at: usize) -> (Option<bool>, usize) {
    if let Some(word) = tokens.get(at).and_then(Token::word) {
        let half = words::HALVES.iter().find(|(name, _)| *name == word).map(|(_, half)| *half);
        return half.map_or((None, at), |half| (Some(half), at + 1));
    }
    let half = words::HALVES_HAN.iter().find(|(name, _)| han(tokens, at, name)).map(|(_, half)| *half);
    half.map_or((None, at), |half| (Some(half), at + 2))
}

fn half_after(tokens: &[Token], at: usize) -> (Option<bool>, usize) {
    let (half, end) = half_before(tokens, at);
    let dot = half.is_some() && tokens.get(end).is_some_and(|token| token.mark() == Some('.') && !token.spaced);
    (half, end + usize::from(dot))
}

/// Whether the ideographs of `word` stand at `at`, one token each.
pub(super) fn han(tokens: &[Token], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(index, c)| tokens.get(at + index).and_then(Token::mark) == Some(c))
}

/// The zone that stands at `at`, in minutes east of UTC, and the token behind it.
fn zone(tokens: &[Token], at: usize) -> (Option<i16>, usize) {
    let open = tokens.get(at).is_some_and(|token| token.mark() == Some('('));
    let start = at + usize::from(open);
    if han(tokens, start, "北京时间") {
        return (Some(480), start + 4);
    }
    let named = tokens.get(start).and_then(Token::word);
    let named = named.and_then(|word| words::ZONES.iter().find(|(name, _)| *name == word)).map(|(_, offset)| *offset);
    let sign_at = start + usize::from(named == Some(0));
    if let Some((offset, end)) = signed(tokens, sign_at) {
        return (Some(offset), end);
    }
    named.map_or((None, at), |offset| (Some(offset), start + 1))
}

/// `+08:00`, `-0500`, `+8`.
fn signed(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let sign = match tokens.get(at)?.mark()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let token = tokens.get(at + 1).filter(|token| !token.spaced)?;
    let (minutes, end) = if let Some(both) = token.digits(4) {
        (both / 100 * 60 + both % 100, at + 2)
    } else {
        let hours = u64::from(token.number(2)?);
        let colon = tokens.get(at + 2).is_some_and(|token| token.mark() == Some(':'));
        match tokens.get(at + 3).and_then(|token| token.digits(2)).filter(|_| colon) {
            Some(minutes) => (hours * 60 + minutes, at + 4),
            None => (hours * 60, at + 2),
        }
    };
    i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60).map(|minutes| (sign * minutes, end))
}
