//! Dates that stand on their own.

use super::tokens::{Kind, Token};
use super::{Clock, Context, Moment, Order, clock, words};

/// A date of which the year may be missing, and the token behind it.
type Found = (Option<i16>, u8, u8, usize);

/// Reads a date at the token `at`, with the time of day behind or before it; gives it and the token behind it.
pub(super) fn at(tokens: &[Token], at: usize, context: &Context) -> Option<(Moment, usize)> {
    if let Some((clock, end)) = clock::at(tokens, at)
        && let Some(day) = (end..=end + 4)
            .take_while(|next| (end..*next).all(|between| is_between(tokens, between)))
            .find_map(|next| dated(tokens, next, context))
    {
        return Some((Moment { clock: Some(clock), ..day.0 }, day.1));
    }
    let (day, end) = dated(tokens, at, context)?;
    let (clock, end) = clock_after(tokens, end);
    Some((Moment { clock, ..day }, end))
}

/// A day, its year completed where it is missing.
fn dated(tokens: &[Token], at: usize, context: &Context) -> Option<(Moment, usize)> {
    let (year, month, day, end) = day_at(tokens, at, context)?;
    let year = year.or_else(|| completed(month, day, context))?;
    let moment = Moment { year, month, day, clock: None };
    let is_near = (1990..=2100).contains(&year) && context.now.is_none_or(|now| !moment.is_after(&now));
    (moment.is_real() && is_near).then_some((moment, end))
}

/// The year of a day without one: that of the day stated elsewhere, where the two are no more than a month apart.
fn completed(month: u8, day: u8, context: &Context) -> Option<i16> {
    if let Some(near) = context.near {
        let apart = (i16::from(near.month) - i16::from(month)).abs();
        return (near.month == 0 || apart <= 1).then_some(near.year);
    }
    let now = context.now?;
    let this = Moment { year: now.year, month, day, clock: None };
    Some(if this.is_after(&now) { now.year - 1 } else { now.year })
}

fn is_between(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| match &token.kind {
        Kind::Mark(mark) => matches!(
            mark,
            ',' | '.'
                | '-'
                | '–'
                | '—'
                | '|'
                | '/'
                | '·'
                | '•'
                | '('
                | ')'
                | '（'
                | '）'
                | '，'
                | '周'
                | '週'
                | '禮'
                | '礼'
                | '拜'
                | '星'
                | '期'
                | '曜'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '日'
                | '土'
                | '月'
                | '火'
                | '水'
                | '木'
                | '金'
        ),
        Kind::Word(word) => words::is_filler(word),
        Kind::Number(..) => false,
    })
}

/// The time of day behind a date, at most a few fillers away, and the token behind it; else `end` itself.
pub(super) fn clock_after(tokens: &[Token], end: usize) -> (Option<Clock>, usize) {
    let iso = tokens.get(end).is_some_and(|token| token.word() == Some("t") && !token.spaced);
    let reach = end + if iso { 1 } else { 5 };
    (end..=reach)
        .take_while(|next| (end..*next).all(|between| iso || is_between(tokens, between)))
        .find_map(|next| clock::at(tokens, next))
        .map_or((None, end), |(clock, end)| (Some(clock), end))
}

fn day_at(tokens: &[Token], at: usize, context: &Context) -> Option<Found> {
    let token = tokens.get(at)?;
    match &token.kind {
        Kind::Number(value, 4) => year_first(tokens, at, *value),
        Kind::Number(value @ 1..=31, 1 | 2) => day_first(tokens, at, *value as u8, context),
        Kind::Word(_) => month_first(tokens, at),
        Kind::Mark('令' | '平' | '昭') => era(tokens, at),
        _ => None,
    }
}

/// The year that a number of four digits is; a Thai one counts from 543 years earlier.
fn year(value: u64) -> Option<i16> {
    match value {
        1700..=2200 => Some(value as i16),
        2490..=2700 => Some((value - 543) as i16),
        _ => None,
    }
}

/// `2020-01-26`, `2020/1/26`, `2020. 1. 26.`, `2020年1月26日`, `2020년 1월 26일`, `2020 January 26`, `2020. január 26.`
fn year_first(tokens: &[Token], at: usize, value: u64) -> Option<Found> {
    let year = year(value)?;
    let next = tokens.get(at + 1)?;
    let sign = next
        .mark()
        .filter(|mark| matches!(mark, '-' | '/' | '.' | '年' | '‐' | '−' | '－'))
        .or_else(|| next.word().filter(|word| *word == "년").map(|_| '年'));
    let start = at + 1 + usize::from(sign.is_some());
    let start = start + usize::from(tokens.get(start).is_some_and(|token| token.word() == Some("m")));
    let start = start + usize::from(sign.is_none() && tokens.get(start).is_some_and(|token| token.mark() == Some(',')));
    if let Some(month) = tokens.get(start).and_then(Token::word).and_then(words::month) {
        let dash = tokens.get(start + 1).is_some_and(|token| matches!(token.mark(), Some('-' | '.')));
        let day = day_number(tokens, start + 1 + usize::from(dash))?;
        return Some((Some(year), month, day.0, day.1));
    }
    month_and_day(tokens, start, sign?).map(|(month, day, end)| (Some(year), month, day, end))
}

/// Month and day in numbers, parted by `sign`, the day possibly run together with the hour behind it.
fn month_and_day(tokens: &[Token], at: usize, sign: char) -> Option<(u8, u8, usize)> {
    let month = tokens.get(at)?.number(2).filter(|month| (1..=12).contains(month))? as u8;
    let parts = |token: &Token| match sign {
        '年' => token.mark() == Some('月') || token.word() == Some("월"),
        sign => token.mark() == Some(sign),
    };
    tokens.get(at + 1).filter(|token| parts(token))?;
    let (day, end) = day_number(tokens, at + 2)?;
    Some((month, day, end))
}

/// A day of the month with what may end it (`26日`, `26일`, `26.`, `26th`); gives the token behind.
fn day_number(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    let day = token.number(2).filter(|day| (1..=31).contains(day))? as u8;
    let ends = |token: &Token| match &token.kind {
        Kind::Mark(mark) => matches!(mark, '日' | '号' | '號') || (*mark == '.' && !token.spaced),
        Kind::Word(word) => matches!(word.as_ref(), "일" | "st" | "nd" | "rd" | "th" | "er" | "d" | "º"),
        Kind::Number(..) => false,
    };
    let ended = tokens.get(at + 1).is_some_and(ends);
    Some((day, at + 1 + usize::from(ended)))
}

/// `26 January 2020`, `26. Januar 2020`, `26 de enero de 2020`, `26.01.2020`, `1/26/20`, `01-26 20:27`, `1月26日`.
fn day_first(tokens: &[Token], at: usize, first: u8, context: &Context) -> Option<Found> {
    if let Some(found) = day_and_name(tokens, at, first) {
        return Some(found);
    }
    let sign = tokens.get(at + 1)?.mark()?;
    if sign == '月' {
        let (month, day, end) = month_and_day(tokens, at, '年')?;
        return Some((None, month, day, end));
    }
    if !matches!(sign, '.' | '/' | '-') {
        return None;
    }
    let second = tokens.get(at + 2).and_then(|token| token.number(2)).filter(|value| (1..=31).contains(value))? as u8;
    if tokens.get(at + 3).is_some_and(|token| token.mark() == Some(sign)) {
        let year = numeric_year(tokens.get(at + 4)?)?;
        if tokens.get(at + 5).is_some_and(|token| token.mark() == Some(sign) && !token.spaced && sign != '.') {
            return None;
        }
        // Americans part short dates by dots too: 12.09.16.
        let sign = if sign == '.' && tokens[at + 4].digits(2).is_some() { '/' } else { sign };
        let (day, month) = ordered(first, second, sign, order(context, year, first, second))?;
        return Some((Some(year), month, day, at + 5));
    }
    let is_short = sign == '-' && tokens[at].digits(2).is_some() && tokens[at + 2].digits(2).is_some() && first <= 12;
    let has_clock = clock::at(tokens, at + 3).is_some_and(|(clock, _)| clock.offset.is_none());
    (is_short && has_clock).then_some((None, first, second, at + 3))
}

fn numeric_year(token: &Token) -> Option<i16> {
    if token.spaced && token.digits(4).is_none() {
        return None;
    }
    token
        .digits(4)
        .and_then(year)
        .or_else(|| token.digits(2).filter(|value| *value < 60).map(|value| 2000 + value as i16))
}

/// The page's order of day and month, unless the day that its head states is these numbers in the other order.
fn order(context: &Context, year: i16, first: u8, second: u8) -> Order {
    let stated = context.near.filter(|near| near.year == year).map(|near| (near.month, near.day));
    match stated {
        Some(day) if day == (first, second) => Order::MonthFirst,
        Some(day) if day == (second, first) => Order::DayFirst,
        _ => context.order,
    }
}

/// Day and month of two numbers: by their size, else by the sign between them, else by the page's order.
fn ordered(first: u8, second: u8, sign: char, order: Order) -> Option<(u8, u8)> {
    let day_first = match (first > 12, second > 12) {
        (true, true) => return None,
        (true, false) => true,
        (false, true) => false,
        (false, false) => sign == '.' || order == Order::DayFirst,
    };
    Some(if day_first { (first, second) } else { (second, first) })
}

/// A day, the name of a month, and a year if it follows.
fn day_and_name(tokens: &[Token], at: usize, day: u8) -> Option<Found> {
    let is_filler = |token: &Token| match &token.kind {
        Kind::Mark(mark) => matches!(mark, '.' | ',' | '-' | '/' | '־'),
        Kind::Word(word) => words::FILLERS.contains(&word.as_ref()),
        Kind::Number(..) => false,
    };
    let skip = |from: usize, most: usize| {
        (from..from + most).find(|next| !tokens.get(*next).is_some_and(is_filler)).unwrap_or(from + most)
    };
    let named = skip(at + 1, 2);
    let token = tokens.get(named)?;
    let word = token.word()?;
    let (month, end) = match words::month(word) {
        Some(month) => (month, named + 1),
        None if word == "tháng" => (tokens.get(named + 1)?.number(2).filter(|month| *month <= 12)? as u8, named + 2),
        None => return None,
    };
    let behind = skip(end, 3);
    match tokens.get(behind).and_then(|token| token.digits(4)).and_then(year) {
        Some(year) => Some((Some(year), month, day, behind + 1)),
        None => {
            short_year(tokens, end).map(|(year, end)| (Some(year), month, day, end)).or(Some((None, month, day, end)))
        }
    }
}

/// `'20` or `-20` behind the name of a month.
fn short_year(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let mark = tokens.get(at)?.mark()?;
    let value = tokens.get(at + 1).filter(|token| matches!(mark, '\'' | '’' | '-') && !token.spaced)?.digits(2)?;
    Some((2000 + value as i16, at + 2))
}

/// `January 26, 2020`, `Jan. 26th 2020`.
fn month_first(tokens: &[Token], at: usize) -> Option<Found> {
    let month = words::month(tokens[at].word()?)?;
    let is_light = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.mark(), Some('.' | ',' | '-' | '/')) || token.word() == Some("the"))
    };
    let start = at + 1 + usize::from(is_light(tokens.get(at + 1)));
    let (day, end) = day_number(tokens, start)?;
    if tokens.get(end).is_some_and(|token| matches!(token.mark(), Some(':' | '：')) && !token.spaced) {
        return None;
    }
    let behind = (end..end + 3).find(|next| {
        !tokens.get(*next).is_some_and(|token| {
            matches!(token.mark(), Some(',' | '.' | '-' | '/'))
                || token.word().is_some_and(|word| ["of", "de", "del"].contains(&word))
        })
    });
    let year = behind.and_then(|behind| Some((tokens.get(behind)?.digits(4).and_then(year)?, behind + 1)));
    let year = year.or_else(|| short_year(tokens, end));
    Some(year.map_or((None, month, day, end), |(year, end)| (Some(year), month, day, end)))
}

/// `令和2年1月26日`
fn era(tokens: &[Token], at: usize) -> Option<Found> {
    const ERAS: [(&str, i16); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];
    let start = ERAS.iter().find(|(name, _)| clock::han(tokens, at, name))?.1;
    let token = tokens.get(at + 2)?;
    let count = token.number(2).or_else(|| token.mark().filter(|mark| *mark == '元').map(|_| 1))?;
    tokens.get(at + 3).filter(|token| token.mark() == Some('年'))?;
    let (month, day, end) = month_and_day(tokens, at + 4, '年')?;
    Some((Some(start + count as i16), month, day, end))
}

/// A value that is nothing but digits: `20200126`, `20200126202750`, or seconds or milliseconds since 1970.
pub(super) fn compact(tokens: &[Token]) -> Option<Moment> {
    let [Token { kind: Kind::Number(value, digits), .. }] = tokens else { return alone(tokens) };
    let day = |value: u64| Moment {
        year: (value / 10_000) as i16,
        month: (value / 100 % 100) as u8,
        day: (value % 100) as u8,
        clock: None,
    };
    let moment = match digits {
        8 => day(*value),
        12 => Moment { clock: clock_of(*value % 10_000 * 100, None), ..day(*value / 10_000) },
        14 => Moment { clock: clock_of(*value % 1_000_000, Some(())), ..day(*value / 1_000_000) },
        10 => since_epoch(*value)?,
        13 => since_epoch(*value / 1000)?,
        _ => return alone(tokens),
    };
    (moment.is_real() && moment.day > 0 && moment.month > 0).then_some(moment)
}

fn clock_of(value: u64, second: Option<()>) -> Option<Clock> {
    let (hour, minute) = ((value / 10_000) as u8, (value / 100 % 100) as u8);
    let second = second.map(|()| (value % 100) as u8);
    (hour < 24 && minute < 60 && second.is_none_or(|second| second < 60)).then_some(Clock {
        hour,
        minute,
        second,
        offset: None,
    })
}

fn since_epoch(seconds: u64) -> Option<Moment> {
    let start = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
    let at = start.checked_add(jiff::SignedDuration::from_secs(i64::try_from(seconds).ok()?)).ok()?;
    let clock =
        Clock { hour: at.hour() as u8, minute: at.minute() as u8, second: Some(at.second() as u8), offset: Some(0) };
    Some(Moment { year: at.year(), month: at.month() as u8, day: at.day() as u8, clock: Some(clock) })
}

/// A year, or a year and a month, that is the whole value: `2020`, `2020-01`, `2020/01`.
fn alone(tokens: &[Token]) -> Option<Moment> {
    let year = year(tokens.first()?.digits(4)?)?;
    let month = match tokens {
        [_] => 0,
        [_, sign, month] if matches!(sign.mark(), Some('-' | '/')) => month.digits(2)? as u8,
        _ => return None,
    };
    let moment = Moment { year, month, day: 0, clock: None };
    (moment.is_real() && month <= 12).then_some(moment)
}
