//! A moment, as exactly as a source gave it: a year, a day, a minute with or without an offset.

use jiff::{
    Timestamp as Instant,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How exactly a [`Timestamp`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    Year,
    Month,
    Day,
    Minute,
    Second,
}

/// A moment written as ISO 8601 at its own precision: `2022`, `2022-04`, `2022-04-12`,
/// `2022-04-12T14:05`, `2022-04-12T14:05:30+01:00`.
///
/// Timestamps order by their text, so that a coarser one comes before the finer ones within it;
/// to order events across time zones use [`Timestamp::instant`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(String);

impl Timestamp {
    /// Reads ISO 8601 at any of the precisions above; `None` for all else.
    /// Seconds' fractions are dropped; `Z` and numeric offsets are kept; a space may stand for `T`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.is_ascii() || text.len() < 4 {
            return None;
        }
        let (date, time) = match text.find(['T', 't', ' ']) {
            Some(at) => (&text[..at], Some(text[at + 1..].trim())),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |m| m.map(Some))?;
        let day = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |d| d.map(Some))?;
        if parts.next().is_some() || Date::new(year, month.unwrap_or(1) as i8, day.unwrap_or(1) as i8).is_err() {
            return None;
        }
        let date = match (month, day) {
            (None, _) => format!("{year:04}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        };
        match time {
            None | Some("") => Some(Self(date)),
            Some(_) if day.is_none() => None,
            Some(time) => Some(Self(format!("{date}T{}", clock(time)?))),
        }
    }

    pub fn from_date(date: Date) -> Self {
        Self(date.to_string())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn precision(&self) -> Precision {
        match self.0.find('T') {
            None => match self.0.len() {
                0..=4 => Precision::Year,
                5..=7 => Precision::Month,
                _ => Precision::Day,
            },
            Some(at) if self.0[at + 1..].get(5..6) == Some(":") => Precision::Second,
            Some(_) => Precision::Minute,
        }
    }

    /// The calendar day as written (in its own offset), if it is known to the day.
    pub fn date(&self) -> Option<Date> {
        (self.precision() >= Precision::Day).then(|| self.first_day())
    }

    /// The first day that the timestamp may mean.
    pub fn first_day(&self) -> Date {
        let part = |range: std::ops::Range<usize>| self.0.get(range).and_then(|s| s.parse::<i16>().ok());
        let year = part(0..4).unwrap_or(1);
        let (month, day) = (part(5..7).unwrap_or(1) as i8, part(8..10).unwrap_or(1) as i8);
        Date::new(year, month, day).expect("checked when parsed")
    }

    /// Seconds since 1970 in UTC, reading a missing offset as UTC and a missing time as midnight.
    pub fn instant(&self) -> i64 {
        let midnight = || self.first_day().to_datetime(jiff::civil::Time::midnight());
        let exact = self.0.parse::<Instant>().ok().map(Instant::as_second);
        exact.unwrap_or_else(|| {
            let civil = self.0.parse::<DateTime>().unwrap_or_else(|_| midnight());
            TimeZone::UTC.to_timestamp(civil).map_or(0, Instant::as_second)
        })
    }
}

/// `HH:MM[:SS]` with an optional offset, put into one form.
fn clock(text: &str) -> Option<String> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.' || c == ',')).unwrap_or(text.len());
    let (time, offset) = (&text[..end], text[end..].trim());
    let time = time.split(['.', ',']).next()?;
    let mut parts = time.split(':').map(|part| digits(part, 2));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next();
    if hour > 23 || minute > 59 || second.is_some_and(|s| s.is_none_or(|s| s > 60)) {
        return None;
    }
    let second = second.flatten().map_or(String::new(), |s| format!(":{:02}", s.min(59)));
    Some(format!("{hour:02}:{minute:02}{second}{}", zone(offset)?))
}

fn zone(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    if text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") || text.eq_ignore_ascii_case("gmt") {
        return Some("Z".into());
    }
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let numbers: String = text[1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match numbers.len() {
        2 => (digits(&numbers, 2)?, 0),
        4 => (digits(&numbers[..2], 2)?, digits(&numbers[2..], 2)?),
        _ => return None,
    };
    (hours <= 14 && minutes <= 59).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

fn digits(text: &str, len: usize) -> Option<i16> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Timestamp {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("not an ISO 8601 time: {text:?}"))
    }
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, precision: Precision) {
        let timestamp = Timestamp::parse(text).unwrap_or_else(|| panic!("{text:?} should parse"));
        assert_eq!((timestamp.as_str(), timestamp.precision()), (expected, precision));
    }

    #[test]
    fn precision_is_what_was_given() {
        check("2022", "2022", Precision::Year);
        check("2022-04", "2022-04", Precision::Month);
        check("2022-04-12", "2022-04-12", Precision::Day);
        check("2022-04-12T14:05", "2022-04-12T14:05", Precision::Minute);
        check("2022-04-12 14:05:30.123Z", "2022-04-12T14:05:30Z", Precision::Second);
        check("2022-04-12T14:05:30+0100", "2022-04-12T14:05:30+01:00", Precision::Second);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "12 April", "2022-13", "2022-02-30", "2022-04T10:00", "2022-04-12T25:00", "12345", "２０２２"]
        {
            assert_eq!(Timestamp::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn offsets_count_when_moments_are_ordered() {
        let instant = |text| Timestamp::parse(text).expect("a valid time").instant();
        assert!(instant("2022-04-12T14:00+02:00") < instant("2022-04-12T13:00Z"));
        assert_eq!(instant("1970-01-02"), 86_400);
    }
}
