//! Finds dates as people write them: `12 April, 2022`, `Apr. 12th 2022 at 2.05pm BST`,
//! `12. April 2022, 14:05 Uhr`, `12/04/2022`, `2022年4月12日`.
//!
//! A date whose order cannot be told (`05/04/2022`) is no date; a day without a year neither.

use crate::dates::{self, month, zone};
use regex::{Captures, Regex};
use std::{ops::Range, sync::LazyLock};
use story::Timestamp;

/// A moment that is written in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Bytes that the date and its clock take.
    pub(crate) range: Range<usize>,
    pub(crate) moment: Timestamp,
}

/// All dates in `text`, in order, each with the clock beside it.
pub(crate) fn dates_in(text: &str) -> Vec<Written> {
    let mut found: Vec<Written> = Vec::new();
    for form in FORMS.iter() {
        for captures in form.pattern.captures_iter(text) {
            let range = captures.get(0).map_or(0..0, |whole| whole.range());
            let is_free = found.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start);
            if let Some(day) = (form.day)(&captures).filter(|_| is_free) {
                found.push(with_clock(text, range, &day));
            }
        }
    }
    found.sort_by_key(|written| written.range.start);
    found
}

/// The one moment that `text`, a value of metadata, names.
pub(crate) fn moment(text: &str) -> Option<Timestamp> {
    let whole = dates::read(text, None).filter(|dated| !dated.ambiguous).map(|dated| dated.timestamp);
    whole.or_else(|| dates_in(text).into_iter().next().map(|written| written.moment)).filter(is_meant)
}

/// Software writes year 1 and the first day of 1970 for "unknown".
fn is_meant(moment: &Timestamp) -> bool {
    let text = moment.as_str();
    text >= "1600" && !text.starts_with("1970-01-01")
}

/// One way to write a day.
struct Form {
    pattern: Regex,
    /// ISO 8601 of the day, if it is one.
    day: fn(&Captures) -> Option<String>,
}

static FORMS: LazyLock<[Form; 6]> = LazyLock::new(|| {
    [
        Form {
            pattern: pattern(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)"),
            day: |captures| iso(&captures[1], number(&captures[2])?, number(&captures[3])?),
        },
        Form {
            pattern: pattern(
                r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of\s+|de\s+|del\s+)?\b(\p{L}{3,12})\.?,?[\s-]+(?:of\s+|de\s+|del\s+)?((?:19|20)\d\d)\b",
            ),
            day: |captures| iso(&captures[3], month(&captures[2])?, number(&captures[1])?),
        },
        Form {
            pattern: pattern(r"\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b"),
            day: |captures| iso(&captures[3], month(&captures[1])?, number(&captures[2])?),
        },
        Form {
            pattern: pattern(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b"),
            day: |captures| iso(&captures[3], number(&captures[2])?, number(&captures[1])?),
        },
        Form { pattern: pattern(r"\b(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)\b"), day: either_order },
        Form {
            pattern: pattern(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"),
            day: |captures| iso(&captures[1], number(&captures[2])?, number(&captures[3])?),
        },
    ]
});

/// `25/04/2022` and `04/25/2022` say which is the day; `05/04/2022` does not.
fn either_order(captures: &Captures) -> Option<String> {
    let (first, second) = (number(&captures[1])?, number(&captures[2])?);
    match (first > 12, second > 12) {
        (true, false) => iso(&captures[3], second, first),
        (false, true) => iso(&captures[3], first, second),
        (false, false) if first == second => iso(&captures[3], first, second),
        _ => None,
    }
}

fn iso(year: &str, month: u8, day: u8) -> Option<String> {
    let text = format!("{year}-{month:02}-{day:02}");
    Timestamp::parse(&text).map(|_| text)
}

fn number(digits: &str) -> Option<u8> {
    digits.parse().ok()
}

/// Adds the clock that follows the day, or stands right before it.
fn with_clock(text: &str, day_range: Range<usize>, day: &str) -> Written {
    static AFTER: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"^[\s,;|·•–—T-]*(?:(?:at|um|à|alle|kl\.?|@)\s+)?{CLOCK}")));
    static BEFORE: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?:^|[\s(]){CLOCK}[\s,;|·•–—-]+(?:(?:on\s+)?\p{{L}}{{2,10}}\.?,?\s+)?$")));
    let (head, tail) = (&text[..day_range.start], &text[day_range.end..]);
    let after = AFTER.captures(tail).and_then(|captures| {
        let end = day_range.end + captures.get(0)?.end();
        Some((day_range.start..end, clock(&captures)?))
    });
    let beside = after.or_else(|| {
        let captures = BEFORE.captures(head)?;
        Some((captures.name("hour")?.start()..day_range.end, clock(&captures)?))
    });
    let timed = beside
        .and_then(|(range, clock)| Timestamp::parse(&format!("{day}T{clock}")).map(|moment| Written { range, moment }));
    timed.unwrap_or_else(|| Written {
        range: day_range,
        moment: Timestamp::parse(day).expect("forms give days of the calendar only"),
    })
}

const CLOCK: &str = concat!(
    r"(?P<hour>\d{1,2})(?:(?:[:.h]|\sh\s)(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?(?:\s?Uhr)?(?:\s?(?P<half>[ap])\.?m\b\.?)?",
    r"|\s?(?P<full>[ap])\.?m\b\.?)(?:\s?\(?(?P<zone>(?-i:Z|[A-Z]{2,4})\b|[+-]\d\d:?\d\d))?"
);

/// `HH:MM[:SS][offset]`.
fn clock(captures: &Captures) -> Option<String> {
    let part = |name: &str| captures.name(name).map(|part| part.as_str());
    let hour = number(part("hour")?)?;
    let half = part("half").or_else(|| part("full")).map(str::to_lowercase);
    let hour = match half.as_deref() {
        Some("p") if (13..24).contains(&hour) => hour, // "14:05 PM" says the same thing twice
        Some(_) if hour > 12 || hour == 0 => return None,
        Some("a") => hour % 12,
        Some(_) => hour % 12 + 12,
        None => hour,
    };
    let second = part("second").map_or(String::new(), |second| format!(":{second}"));
    Some(format!(
        "{hour:02}:{}{second}{}",
        part("minute").unwrap_or("00"),
        part("zone").and_then(|name| zone(&name.to_lowercase())).unwrap_or_default()
    ))
}

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a pattern of ours compiles")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = dates_in(text).iter().map(|written| written.moment.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check_value(text: &str, expected: Option<&str>) {
        assert_eq!(moment(text).map(|moment| moment.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_day_is_found_however_it_is_written() {
        for text in [
            "12 April, 2022",
            "Tuesday 12 April 2022",
            "12th of April 2022",
            "12-Apr-2022",
            "April 12, 2022",
            "Apr. 12th 2022",
            "12. April 2022",
            "12 avril 2022",
            "12 de abril de 2022",
            "2022-04-12",
            "2022/04/12",
            "12.04.2022",
            "2022年4月12日",
        ] {
            check(text, &["2022-04-12"]);
        }
    }

    #[test]
    fn a_clock_beside_the_day_belongs_to_it() {
        check("12 April 2022 14.05 BST", &["2022-04-12T14:05+01:00"]);
        check("April 12, 2022 at 2:05 p.m. EDT", &["2022-04-12T14:05-04:00"]);
        check("Updated 10:15 AM ET, Tue April 12, 2022", &["2022-04-12T10:15"]);
        check("12. April 2022, 14:05 Uhr", &["2022-04-12T14:05"]);
        check("mardi 12 avril 2022 - 14:05 HEC", &["2022-04-12T14:05"]);
        check("12 avril 2022 à 14 h 05", &["2022-04-12T14:05"]);
        check("12 April 2022 14:05 PM GMT", &["2022-04-12T14:05Z"]);
        check("2022-04-12T14:05:30+01:00", &["2022-04-12T14:05:30+01:00"]);
        check("April 12, 2022 12am", &["2022-04-12T00:00"]);
        check("Tue, 12 Apr 2022 14:05:30 GMT", &["2022-04-12T14:05:30Z"]);
    }

    #[test]
    fn zones_that_share_a_name_leave_the_offset_open() {
        check("12 April 2022 14:05 IST", &["2022-04-12T14:05"]);
    }

    #[test]
    fn the_range_covers_the_clock() {
        let text = "Published: 12 April 2022, 14:05 GMT | London";
        let ranges: Vec<&str> = dates_in(text).iter().map(|written| &text[written.range.clone()]).collect();
        assert_eq!(ranges, ["12 April 2022, 14:05 GMT"]);
    }

    #[test]
    fn several_dates_come_in_order() {
        check("Published 12 April 2022, updated 13 April 2022", &["2022-04-12", "2022-04-13"]);
    }

    #[test]
    fn the_order_of_day_and_month_is_not_guessed() {
        check("25/04/2022", &["2022-04-25"]);
        check("04/25/2022", &["2022-04-25"]);
        check("04/05/2022", &[]);
        check("04/04/2022", &["2022-04-04"]);
    }

    #[test]
    fn what_is_no_day_is_not_found() {
        for text in ["12 April", "2022", "31 February 2022", "12 people 2022", "version 12.14.2022", "no date", ""] {
            check(text, &[]);
        }
    }

    #[test]
    fn values_of_metadata_come_in_many_forms() {
        check_value("2022-04-12T14:05:30.000+0000", Some("2022-04-12T14:05:30+00:00"));
        check_value("20220412", Some("2022-04-12"));
        check_value("20220412T140530Z", Some("2022-04-12T14:05:30Z"));
        check_value("1649772330", Some("2022-04-12T14:05:30Z"));
        check_value("1649772330000", Some("2022-04-12T14:05:30Z"));
        check_value("Tuesday, April 12, 2022 - 14:05", Some("2022-04-12T14:05"));
        check_value("yesterday", None);
    }

    #[test]
    fn placeholders_are_no_moments() {
        check_value("0001-01-01T00:00:00Z", None);
        check_value("1970-01-01T00:00:00Z", None);
    }
}
