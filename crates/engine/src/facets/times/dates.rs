//! Reads dates, weekdays and what is told from the day of publication.

use super::{
    calendar::{self, Days},
    clocks::part_of_day,
    expressions::{Moment, Part, counted, name, number},
};
use jiff::civil::{Date, Weekday};
use regex::Captures;

fn month_number(captures: &Captures) -> Option<i8> {
    calendar::month_named(&name(captures, "month")?.trim_end_matches('.').to_ascii_lowercase())
}

pub(super) fn date(captures: &Captures, moment: Moment) -> Option<Part> {
    let month = number(captures, "number").map_or_else(|| month_number(captures), |month| i8::try_from(month).ok())?;
    let day = i8::try_from(number(captures, "day")?).ok()?;
    let date = match number(captures, "year") {
        Some(year) => Date::new(year, month, day).ok()?,
        None => match moment.published {
            Some(published) => calendar::nearest(published, month, day, moment.is_ahead)?,
            None => return (1..=31).contains(&day).then(Part::default),
        },
    };
    Some(Part { days: Some(Days::day(date)), ..Part::default() })
}

pub(super) fn month(captures: &Captures, moment: Moment) -> Option<Part> {
    let month = month_number(captures)?;
    let which = name(captures, "which").filter(|which| matches!(*which, "last" | "this"));
    let lead = name(captures, "lead").unwrap_or("").to_ascii_lowercase();
    let is_ahead = moment.is_ahead || matches!(lead.as_str(), "by" | "next" | "until" | "through");
    let year = number(captures, "year").or_else(|| {
        let published = moment.published?;
        let is_past = month <= published.month();
        Some(match (which, lead.as_str()) {
            (Some("last"), _) => published.year() - 1,
            (Some(_), _) | (_, "this") => published.year(),
            _ if is_ahead => published.year() + i16::from(month < published.month()),
            // A month that begins soon is more often ahead than nearly a year ago.
            _ => published.year() - i16::from(!is_past && month > published.month() + 1),
        })
    });
    Some(Part { days: year.and_then(|year| Days::month(year, month)), ..Part::default() })
}

pub(super) fn year(captures: &Captures, _: Moment) -> Option<Part> {
    let year = number(captures, "year").or_else(|| number(captures, "to"))?;
    Some(Part { days: Days::year(year), ..Part::default() })
}

pub(super) fn decade(captures: &Captures, _: Moment) -> Option<Part> {
    let first = number(captures, "decade")? * 10;
    Some(Part { days: Days::years(first, first + 9), ..Part::default() })
}

pub(super) fn weekday(captures: &Captures, moment: Moment) -> Option<Part> {
    let weekday = match name(captures, "weekday")? {
        "Mon" => Weekday::Monday,
        "Tues" => Weekday::Tuesday,
        "Wednes" => Weekday::Wednesday,
        "Thurs" => Weekday::Thursday,
        "Fri" => Weekday::Friday,
        "Satur" => Weekday::Saturday,
        _ => Weekday::Sunday,
    };
    let lead = name(captures, "lead").unwrap_or("").to_ascii_lowercase();
    let is_ahead = lead == "next" || moment.is_ahead;
    let day = moment.published.and_then(|published| match calendar::weekday(published, weekday, is_ahead)? {
        day if day == published && lead == "last" => calendar::shifted(day, -7),
        day => Some(day),
    });
    let named = name(captures, "part").or(matches!(lead.as_str(), "early" | "late").then_some(lead.as_str()));
    let clock = named.and_then(part_of_day);
    Some(Part { days: day.map(Days::day), weekday: Some(weekday), clock, ..Part::default() })
}

pub(super) fn deictic(captures: &Captures, moment: Moment) -> Option<Part> {
    let word = name(captures, "word").unwrap_or("").to_ascii_lowercase();
    let is_last = name(captures, "lead").is_some_and(|lead| lead.eq_ignore_ascii_case("last"));
    let shift = match word.as_str() {
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => -i32::from(is_last),
    };
    let part = name(captures, "part").or((word == "tonight").then_some("night"));
    let day = moment.published.and_then(|published| calendar::shifted(published, shift));
    Some(Part { days: day.map(Days::day), clock: part.and_then(part_of_day), ..Part::default() })
}

pub(super) fn relative(captures: &Captures, moment: Moment) -> Option<Part> {
    let shift = match name(captures, "lead").unwrap_or("last").to_ascii_lowercase().as_str() {
        "this" => 0,
        "next" => 1,
        _ => -1,
    };
    let days = moment.published.and_then(|published| match name(captures, "unit")? {
        "week" => Days::week(published, shift),
        "weekend" => {
            let week = Days::week(published, shift)?;
            Some(Days { first: calendar::shifted(week.first, 5)?, last: week.last })
        }
        "month" => calendar::month_from(published, shift),
        "quarter" => calendar::quarter_from(published, shift),
        "decade" => Days::years(published.year().checked_add(10 * shift as i16 - 9)?, published.year()),
        "year" => Days::year(published.year().checked_add(shift as i16)?),
        season => calendar::season(published, season, shift as i16),
    });
    Some(Part { days, ..Part::default() })
}

/// "June 3 to 5": every day from the one to the other.
pub(super) fn days_of_month(captures: &Captures, moment: Moment) -> Option<Part> {
    let first = date(captures, moment)?.days?.first;
    let last = Date::new(first.year(), first.month(), i8::try_from(number(captures, "to")?).ok()?).ok()?;
    (first < last).then(|| Part { days: Some(Days { first, last }), ..Part::default() })
}

/// "1967 to 1979".
pub(super) fn years(captures: &Captures, _: Moment) -> Option<Part> {
    let (from, to) = (number(captures, "year")?, number(captures, "to")?);
    (from < to).then(|| Part { days: Days::years(from, to), ..Part::default() })
}

/// "the third quarter of 1984", "the first half"; without a year the last one that has begun.
pub(super) fn part_of_year(captures: &Captures, moment: Moment) -> Option<Part> {
    let nth = ["first", "second", "third", "fourth"].iter().position(|nth| Some(*nth) == name(captures, "nth"))? as i8;
    let months = if name(captures, "unit") == Some("half") { 6 } else { 3 };
    let first = nth.checked_mul(months)?.checked_add(1).filter(|first| *first <= 12)?;
    let given = number(captures, "year");
    if given.is_none() && months == 6 {
        return None;
    }
    let year = given.or_else(|| {
        let published = moment.published?;
        Some(published.year() - i16::from(first > published.month() && !moment.is_ahead))
    });
    let days = year.and_then(|year| {
        Some(Days { first: Days::month(year, first)?.first, last: Days::month(year, first + months - 1)?.last })
    });
    Some(Part { days, ..Part::default() })
}

/// "the summer of 2015".
pub(super) fn season(captures: &Captures, _: Moment) -> Option<Part> {
    let first = Date::new(number(captures, "year")?, 1, 1).ok()?;
    let days = calendar::season(first, &name(captures, "unit")?.to_ascii_lowercase(), 0);
    Some(Part { days, ..Part::default() })
}

/// "recent weeks", "the coming days": some of them, up to the day of publication or from it.
pub(super) fn around_now(captures: &Captures, moment: Moment) -> Option<Part> {
    let some = match name(captures, "unit")? {
        "day" => 10,
        "week" => 60,
        "month" => 365,
        _ => 3650,
    };
    let days = moment.published.and_then(|published| {
        Some(match name(captures, "lead")? {
            "Coming" | "coming" => Days { first: published, last: calendar::shifted(published, some)? },
            _ => Days { first: calendar::shifted(published, -some)?, last: published },
        })
    });
    Some(Part { days, ..Part::default() })
}

/// "two years ago" is that year, not that day.
pub(super) fn ago(captures: &Captures, moment: Moment) -> Option<Part> {
    let count = counted(name(captures, "count")?).unwrap_or(1);
    let days = moment.published.and_then(|published| match name(captures, "unit")? {
        "day" => calendar::shifted(published, -count).map(Days::day),
        "week" => Days::week(published, -count),
        "month" => calendar::month_from(published, -count),
        "decade" => Days::year(published.year().checked_sub(i16::try_from(10 * count).ok()?)?),
        _ => Days::year(published.year().checked_sub(i16::try_from(count).ok()?)?),
    });
    Some(Part { days, ..Part::default() })
}
