//! Dates and times as pages write them, read at the precision they have.

mod absolute;
mod clock;
mod relative;
mod tokens;
mod words;

use std::fmt;
use std::ops::Range;

use jiff::civil::{Date, DateTime};

use tokens::{is_digit, tokens};

/// A moment at the precision that a page gives: a year, a month or a day, with a time of day where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub year: i16,
    /// 1 to 12; 0 where only the year is known.
    pub month: u8,
    /// 1 to 31; 0 where only the month is known.
    pub day: u8,
    pub clock: Option<Clock>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    /// Minutes east of UTC, where the page says.
    pub offset: Option<i16>,
}

/// In which order day and month stand where only numbers part them by slashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// `1/26/2020`
    #[default]
    MonthFirst,
    /// `26/1/2020`
    DayFirst,
}

/// What dates are read against.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    pub order: Order,
    /// The day that the page's address or head states, which completes dates without a year.
    pub near: Option<Moment>,
    /// The time of reading.
    pub now: Option<Moment>,
}

/// A moment in a text and where it stands there, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub moment: Moment,
    pub start: usize,
    pub end: usize,
}

impl Moment {
    fn is_real(&self) -> bool {
        let date = Date::new(self.year, self.month.max(1) as i8, self.day.max(1) as i8).is_ok();
        date && (self.month > 0 || self.day == 0) && (1700..=2200).contains(&self.year)
    }

    /// Whether both name the same day.
    pub fn same_day(&self, other: &Moment) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }

    /// Whether `other` may be the day of this moment as another time zone counts it: the same day, or the one beside it
    /// where this has an offset and no zone is too far.
    pub fn may_be_day_of(&self, other: &Moment) -> bool {
        let offset =
            self.clock.and_then(|clock| Some((i64::from(clock.hour) * 60 + i64::from(clock.minute), clock.offset?)));
        let day = |moment: &Moment| Date::new(moment.year, moment.month.max(1) as i8, moment.day.max(1) as i8).ok();
        let (Some((minute, offset)), Some(this), true) = (offset, day(self), self.day > 0 && other.day > 0) else {
            return self.same_day(other);
        };
        // Zones reach from 12 hours west of UTC to 14 hours east of it.
        let utc = minute - i64::from(offset);
        let shift = |minutes: i64| this.checked_add(jiff::Span::new().days((utc + minutes).div_euclid(24 * 60))).ok();
        let reach = shift(-12 * 60).zip(shift(14 * 60));
        reach.zip(day(other)).is_some_and(|((first, last), other)| first <= other && other <= last)
    }

    /// How many days lie between two days; none where one of the two is no day.
    pub fn days_from(&self, other: &Moment) -> Option<u32> {
        let day = |moment: &Moment| Date::new(moment.year, moment.month as i8, moment.day as i8).ok();
        let apart = day(self)?.duration_since(day(other)?);
        u32::try_from(apart.as_hours().abs() / 24).ok()
    }

    /// Whether both may be one moment on the clocks of two places: full hours apart, where neither says its zone.
    pub fn may_be_elsewhere(&self, other: &Moment) -> bool {
        let minute = |moment: &Moment| {
            let clock = moment.clock.filter(|clock| clock.offset.is_none())?;
            DateTime::new(moment.year, moment.month as i8, moment.day as i8, clock.hour as i8, clock.minute as i8, 0, 0)
                .ok()
        };
        let apart = minute(self).zip(minute(other)).map(|(this, other)| this.duration_since(other).as_mins().abs());
        apart.is_some_and(|apart| apart % 60 == 0 && apart <= 14 * 60)
    }

    /// Whether the day is past the day after `now` (time zones differ by a day at most).
    pub fn is_after(&self, now: &Moment) -> bool {
        let day = |moment: &Moment| Date::new(moment.year, moment.month.max(1) as i8, moment.day.max(1) as i8).ok();
        let next = day(now).and_then(|date| date.tomorrow().ok());
        day(self).zip(next).is_some_and(|(day, next)| day > next)
    }

    /// Whether this has all that `other` has, and more.
    pub fn is_finer(&self, other: &Moment) -> bool {
        self.precision() > other.precision()
    }

    fn precision(&self) -> u8 {
        match self.clock {
            Some(clock) => 4 + u8::from(clock.second.is_some()),
            None => 1 + u8::from(self.month > 0) + u8::from(self.day > 0),
        }
    }
}

impl fmt::Display for Moment {
    /// ISO 8601.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        self.clock.map_or(Ok(()), |clock| clock.fmt(f))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

/// The longest text that dates are looked for in, in bytes.
const LONGEST: usize = 4_000;

/// The longest text, in bytes, in which a date may stand that has no digit: "an hour ago".
const PHRASE: usize = 200;

/// How far from a digit, in bytes, the rest of its date stands at most.
const REACH: usize = 96;

/// The dates of a text, in order.
pub(super) fn find(text: &str, context: &Context) -> Vec<Dated> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut found = Vec::new();
    for stretch in stretches(text, context) {
        let tokens = tokens(&text[stretch.clone()]);
        let mut at = 0;
        while at < tokens.len() {
            let here = absolute::at(&tokens, at, context).or_else(|| relative::at(&tokens, at, context));
            let Some((moment, end)) = here else {
                at += 1;
                continue;
            };
            let start = stretch.start + tokens[at].start;
            found.push(Dated { moment, start, end: stretch.start + tokens[end - 1].end });
            at = end;
        }
    }
    found
}

/// Whether a text is nothing but a time that counts back from an unknown now: `3 hours ago`.
pub(super) fn counts_back(text: &str) -> bool {
    let now = Some(Moment { year: 2000, month: 1, day: 31, clock: None });
    let found = find(text, &Context { now, ..Context::default() });
    found.first().is_some_and(|dated| dated.start == 0 && dated.end == text.len())
}

/// The parts of a text in which dates may stand: around digits, and all of a phrase that may count back from now.
fn stretches(text: &str, context: &Context) -> Vec<Range<usize>> {
    if context.now.is_some() && text.len() <= PHRASE {
        return std::iter::once(0..text.len()).collect();
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| is_digit(*c)) {
        let end = text.ceil_char_boundary(at + REACH);
        match out.last_mut() {
            Some(last) if at <= last.end + REACH => last.end = end,
            _ => out.push(word_start(text, at.saturating_sub(REACH))..end),
        }
    }
    out
}

/// The first place behind `at` where no word is cut: behind a blank, as far as there is one.
fn word_start(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at);
    let blank = text[at..text.ceil_char_boundary(at + REACH / 2)].find(' ').filter(|_| at > 0);
    blank.map_or(at, |blank| at + blank + 1)
}

/// The date that a machine-readable value states: ISO 8601 in any of its forms, or as people write dates.
pub(super) fn stated(value: &str, context: &Context) -> Option<Moment> {
    let value = value.trim();
    if value.len() > 200 {
        return None;
    }
    let tokens = tokens(value);
    absolute::compact(&tokens).or_else(|| find(value, context).first().map(|found| found.moment))
}

/// The day that an address holds (`/2020/01/26/`, `/2020/jan/26/`, `/20200126/`, `t20200126_`), or its year and month.
pub(super) fn in_address(address: &str) -> Option<Moment> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split_once('/')?.1;
    let path = &path[..path.find(['?', '#']).unwrap_or(path.len())];
    let numbers: Vec<(usize, &str)> = digit_runs(path).take(40).collect();
    numbers.iter().enumerate().find_map(|(at, (start, digits))| {
        let real = |year: &str, month: &str, day: &str| {
            addressed(year.parse().ok()?, month.parse().ok()?, day.parse().unwrap_or(0))
        };
        if digits.len() == 8 {
            return real(&digits[..4], &digits[4..6], &digits[6..]);
        }
        if let Some(moment) = month_by_name(path, &numbers[at..]) {
            return Some(moment);
        }
        let joined =
            |next: &(usize, &str), end: usize| next.0 == end + 1 && path[end..next.0].starts_with(['/', '-', '_', '.']);
        let next = numbers.get(at + 1).filter(|next| digits.len() == 4 && joined(next, start + 4))?;
        if next.1.len() == 4 {
            return real(digits, &next.1[..2], &next.1[2..]);
        }
        let month = (next.1.len() <= 2).then_some(next.1)?;
        let day = numbers.get(at + 2).filter(|day| day.1.len() <= 2 && joined(day, next.0 + next.1.len()));
        day.and_then(|day| real(digits, month, day.1)).or_else(|| real(digits, month, "").filter(|_| month.len() == 2))
    })
}

/// The day at the first of these numbers of a path, its month named: `/2023/oct/03/`.
fn month_by_name(path: &str, numbers: &[(usize, &str)]) -> Option<Moment> {
    let [(start, year), (next, day), ..] = numbers else { return None };
    let name = path[start + year.len()..*next].strip_prefix('/')?.strip_suffix('/')?;
    let month = words::month(&name.to_ascii_lowercase()).filter(|_| year.len() == 4 && day.len() <= 2)?;
    addressed(year.parse().ok()?, month, day.parse().ok()?)
}

/// The day (0 where it is not known) that numbers of an address are, if there may have been a page then.
fn addressed(year: i16, month: u8, day: u8) -> Option<Moment> {
    let moment = Moment { year, month, day, clock: None };
    (moment.is_real() && month > 0 && (1990..=2100).contains(&year)).then_some(moment)
}

/// The runs of ASCII digits with their places.
fn digit_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |len| start + len);
        at = end;
        Some((start, &text[start..end]))
    })
}

#[cfg(test)]
mod tests;
