//! Stretches of days.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use std::fmt;

/// A stretch of days, both ends within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) first: Date,
    pub(crate) last: Date,
}

/// Written at its own precision: a year, a month, a day, or two days with dots between.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "{first}")
        } else if Some(*self) == Days::year(first.year()) {
            write!(f, "{}", first.year())
        } else if Some(*self) == Days::month(first.year(), first.month()) {
            write!(f, "{:04}-{:02}", first.year(), first.month())
        } else if first.day_of_year() == 1 && last.day() == 31 && last.month() == 12 {
            write!(f, "{}..{}", first.year(), last.year())
        } else {
            write!(f, "{first}..{last}")
        }
    }
}

impl Days {
    pub(crate) fn day(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// Days between two stretches; none where they meet.
    pub(crate) fn apart(self, other: Self) -> i32 {
        (self.first - other.last).get_days().max((other.first - self.last).get_days()).max(0)
    }

    pub(crate) fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, last: first.last_of_month() })
    }

    pub(crate) fn year(year: i16) -> Option<Self> {
        Self::years(year, year)
    }

    pub(crate) fn years(from: i16, to: i16) -> Option<Self> {
        Some(Self { first: Date::new(from, 1, 1).ok()?, last: Date::new(to, 12, 31).ok()? })
    }

    /// The Monday to Sunday of the week that `day` lies in, moved by `weeks`.
    pub(crate) fn week(day: Date, weeks: i32) -> Option<Self> {
        let back = i32::from(day.weekday().since(Weekday::Monday));
        let first = shifted(day, weeks * 7 - back)?;
        Some(Self { first, last: shifted(first, 6)? })
    }

    pub(crate) fn len(self) -> i32 {
        (self.last - self.first).get_days() + 1
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

pub(super) fn shifted(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// Which month, from 1, `name` is: in full or cut short, in lower case.
pub(crate) fn month_named(name: &str) -> Option<i8> {
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_cut = |month: &str| name.len() == 3 || name == month || name == "sept";
    full.iter().position(|month| month.starts_with(name) && is_cut(month)).map(|at| at as i8 + 1)
}

/// The month `months` after the one that `day` lies in.
pub(super) fn month_from(day: Date, months: i32) -> Option<Days> {
    let count = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
    Days::month(i16::try_from(count.div_euclid(12)).ok()?, i8::try_from(count.rem_euclid(12) + 1).ok()?)
}

/// The quarter of the year that lies `quarters` after the one of `day`.
pub(super) fn quarter_from(day: Date, quarters: i32) -> Option<Days> {
    let into = i32::from((day.month() - 1) % 3);
    let first = month_from(day, 3 * quarters - into)?.first;
    Some(Days { first, last: month_from(first, 2)?.last })
}

/// The day of this month and number that is meant when no year is given: the last one before
/// publication, unless the next one is less than two months ahead or the words speak of what is to come.
pub(super) fn nearest(published: Date, month: i8, day: i8, is_ahead: bool) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok();
    let this = in_year(published.year());
    let past = this.filter(|&d| d <= published).or_else(|| in_year(published.year() - 1));
    let next = this.filter(|&d| d > published).or_else(|| in_year(published.year() + 1));
    next.filter(|&next| (next - published).get_days() < if is_ahead { 330 } else { 60 }).or(past)
}

/// The last such weekday up to publication, that day included; or the first after it.
pub(super) fn weekday(published: Date, weekday: Weekday, ahead: bool) -> Option<Date> {
    let back = i32::from(published.weekday().since(weekday));
    shifted(published, if ahead { 7 - back } else { -back })
}

/// The months of a season in the year of `day`, moved by `years`.
pub(super) fn season(day: Date, name: &str, years: i16) -> Option<Days> {
    let year = day.year() + years;
    let (from, to) = match name {
        "spring" => (3, 5),
        "summer" => (6, 8),
        "fall" | "autumn" => (9, 11),
        _ => return Some(Days { first: date(year.clamp(1, 9998) - 1, 12, 1), last: date(year.clamp(2, 9998), 2, 28) }),
    };
    Some(Days { first: Days::month(year, from)?.first, last: Days::month(year, to)?.last })
}
