//! The words of time, and the days and hours that they stand for.

use super::{
    Time,
    calendar::{self, Days},
};
use jiff::civil::{Date, Weekday};
use regex::{Captures, Regex};
use std::sync::LazyLock;
use story::Span;

/// What one expression says.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) days: Option<Days>,
    weekday: Option<Weekday>,
    clock: Option<(i32, i32)>,
    zone: Option<i32>,
    is_rough: bool,
}

impl Part {
    /// Whether it says something that `time` does not say yet.
    pub(super) fn fits(&self, time: &Time) -> bool {
        let clocks = self.clock.is_none() || time.clock.is_none();
        let days = self.days.is_none() || time.days.is_none() || self.weekday.is_some() != time.weekday.is_some();
        clocks && days
    }

    pub(super) fn add_to(self, time: &mut Time, span: Span) {
        time.span = Span::new(time.span.start, span.end);
        time.days = if self.weekday.is_some() { time.days.or(self.days) } else { self.days.or(time.days) };
        time.weekday = time.weekday.or(self.weekday);
        time.clock = time.clock.or(self.clock);
        time.zone = time.zone.or(self.zone);
        time.is_rough |= self.is_rough;
    }

    pub(super) fn into_time(self, span: Span) -> Time {
        let Self { days, weekday, clock, zone, is_rough, .. } = self;
        Time { span, days, weekday, clock, zone, is_rough, context: Vec::new() }
    }
}

type Read = fn(&Captures, Option<Date>) -> Option<Part>;

const MONTH: &str = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
const DAY: &str = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?";
const YEAR: &str = r"(?P<year>(?:1[5-9]|20)\d\d)";
const PART: &str = r"(?P<part>morning|afternoon|evening|night)";
const COUNT: &str = r"(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})";

/// Every form of words, and how it is read; where two overlap, the earlier and then the longer wins.
static FORMS: LazyLock<Vec<(Regex, Read)>> = LazyLock::new(|| {
    let form = |pattern: &str, read: Read| (Regex::new(pattern).expect("a constant pattern"), read);
    vec![
        form(&format!(r"\b{MONTH} {DAY}\b(?:,? {YEAR}\b)?"), date),
        form(&format!(r"\b{DAY} (?:of )?{MONTH}(?:,? {YEAR}\b)?\b"), date),
        form(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b", date),
        form(&format!(r"\b(?:[Ee]arly|[Ll]ate|[Mm]id)?[ -]?\b{MONTH},? (?:of )?{YEAR}\b"), month),
        form(
            &format!(
                r"\b(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id)[ -]{MONTH}\b(?: (?P<which>last|this) year)?"
            ),
            month,
        ),
        form(
            &format!(
                r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Tt]o|[Aa]nd|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Bb]efore|[Aa]fter|through)[ -]{YEAR}\b"
            ),
            year,
        ),
        form(r"\b(?P<decade>(?:1[5-9]|20)\d)0s\b", decade),
        form(
            &format!(
                r"\b(?:(?P<lead>[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]his) )?(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: {PART}\b)?"
            ),
            weekday,
        ),
        form(&format!(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b(?: {PART}\b)?"), deictic),
        form(
            r"\b(?P<lead>[Tt]his|[Ll]ast) (?P<part>morning|afternoon|evening|night)\b|\b(?P<word>[Tt]onight)\b",
            deictic,
        ),
        form(
            r"\b(?:(?:[Ee]arlier|[Ll]ater) )?(?P<lead>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast) (?P<unit>week|weekend|month|year|spring|summer|fall|autumn|winter)\b",
            relative,
        ),
        form(&format!(r"\b{COUNT} (?P<unit>day|week|month|year)s? ago\b"), ago),
        form(r"\b(?P<hour>[01]?\d|2[0-3])(?:\s?[:.]\s?(?P<minute>[0-5]\d))?\s?(?P<half>[aApP])\.?\s?[mM]\b\.?", clock),
        form(r"\b(?P<hour>[01]?\d|2[0-3]):\s?(?P<minute>[0-5]\d)\b", clock),
        form(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) (?P<zone>GMT|UTC)\b", clock),
        form(r"\b(?P<word>noon|midnight|dawn|dusk)\b", named_hour),
    ]
});

/// The expressions in `text` with their spans in it, in order, none overlapping another.
pub(super) fn find(text: &str, published: Option<Date>) -> Vec<(Span, Part)> {
    let mut found: Vec<(Span, Part)> = FORMS
        .iter()
        .flat_map(|(pattern, read)| pattern.captures_iter(text).map(move |captures| (captures, read)))
        .filter_map(|(captures, read)| {
            let part = read(&captures, published)?;
            Some((bounds(text, &captures), part))
        })
        .collect();
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(span, _)| {
        let keep = span.start >= end;
        end = if keep { span.end } else { end };
        keep
    });
    for (span, part) in &mut found {
        qualify(text, span, part);
    }
    found
}

/// Without the preposition that only serves to tell a year or a month.
fn bounds(text: &str, captures: &Captures) -> Span {
    let whole = captures.get(0).expect("the whole match");
    let lead =
        ["in ", "since ", "until ", "by ", "of ", "from ", "to ", "and ", "during ", "before ", "after ", "through "];
    let lower = whole.as_str().to_ascii_lowercase();
    let skip = lead.iter().find(|lead| lower.starts_with(**lead)).map_or(0, |lead| lead.len());
    debug_assert!(text.is_char_boundary(whole.start() + skip));
    Span::new(whole.start() + skip, whole.end())
}

/// Takes words like "shortly after" into the span.
fn qualify(text: &str, span: &mut Span, part: &mut Part) {
    const ROUGH: [&str; 10] = [
        "shortly after ",
        "shortly before ",
        "just after ",
        "just before ",
        "soon after ",
        "about ",
        "around ",
        "nearly ",
        "before ",
        "after ",
    ];
    if part.clock.is_none() {
        return;
    }
    let before = text[..span.start].to_ascii_lowercase();
    if let Some(rough) = ROUGH.iter().find(|rough| before.ends_with(**rough)) {
        *span = Span::new(span.start - rough.len(), span.end);
        part.is_rough = true;
    }
}

fn name<'t>(captures: &'t Captures, group: &str) -> Option<&'t str> {
    captures.name(group).map(|found| found.as_str())
}

fn number(captures: &Captures, group: &str) -> Option<i16> {
    name(captures, group)?.parse().ok()
}

fn month_number(captures: &Captures) -> Option<i8> {
    calendar::month_named(&name(captures, "month")?.trim_end_matches('.').to_ascii_lowercase())
}

fn date(captures: &Captures, published: Option<Date>) -> Option<Part> {
    let month = number(captures, "number").map_or_else(|| month_number(captures), |month| i8::try_from(month).ok())?;
    let day = i8::try_from(number(captures, "day")?).ok()?;
    let date = match number(captures, "year") {
        Some(year) => Date::new(year, month, day).ok()?,
        None => match published {
            Some(published) => calendar::nearest(published, month, day)?,
            None => return (1..=31).contains(&day).then(Part::default),
        },
    };
    Some(Part { days: Some(Days::day(date)), ..Part::default() })
}

fn month(captures: &Captures, published: Option<Date>) -> Option<Part> {
    let month = month_number(captures)?;
    let year = number(captures, "year").or_else(|| {
        let published = published?;
        let back = i16::from(name(captures, "which") == Some("last"));
        let this = month <= published.month() || back == 1 || name(captures, "which").is_some();
        let ahead = matches!(name(captures, "lead")?.to_ascii_lowercase().as_str(), "by" | "next" | "until");
        Some(published.year() - back - i16::from(!this && !ahead))
    });
    Some(Part { days: year.and_then(|year| Days::month(year, month)), ..Part::default() })
}

fn year(captures: &Captures, _: Option<Date>) -> Option<Part> {
    Some(Part { days: Days::year(number(captures, "year")?), ..Part::default() })
}

fn decade(captures: &Captures, _: Option<Date>) -> Option<Part> {
    let first = number(captures, "decade")? * 10;
    Some(Part { days: Days::years(first, first + 9), ..Part::default() })
}

fn weekday(captures: &Captures, published: Option<Date>) -> Option<Part> {
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
    let day = published.and_then(|published| calendar::weekday(published, weekday, lead == "next"));
    let clock = name(captures, "part").or((lead == "early").then_some("early")).and_then(part_of_day);
    Some(Part { days: day.map(Days::day), weekday: Some(weekday), clock, ..Part::default() })
}

fn part_of_day(name: &str) -> Option<(i32, i32)> {
    Some(match name {
        "early" => (0, 9 * 60),
        "morning" => (5 * 60, 12 * 60),
        "afternoon" => (12 * 60, 18 * 60),
        "evening" => (17 * 60, 23 * 60),
        "night" => (18 * 60, 24 * 60),
        _ => return None,
    })
}

fn deictic(captures: &Captures, published: Option<Date>) -> Option<Part> {
    let word = name(captures, "word").unwrap_or("").to_ascii_lowercase();
    let is_last = name(captures, "lead").is_some_and(|lead| lead.eq_ignore_ascii_case("last"));
    let shift = match word.as_str() {
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => -i32::from(is_last),
    };
    let part = name(captures, "part").or((word == "tonight").then_some("night"));
    let day = published.and_then(|published| calendar::shifted(published, shift));
    Some(Part { days: day.map(Days::day), clock: part.and_then(part_of_day), ..Part::default() })
}

fn relative(captures: &Captures, published: Option<Date>) -> Option<Part> {
    let shift = match name(captures, "lead")?.to_ascii_lowercase().as_str() {
        "this" => 0,
        "next" => 1,
        _ => -1,
    };
    let days = published.and_then(|published| match name(captures, "unit")? {
        "week" => Days::week(published, shift),
        "weekend" => {
            let week = Days::week(published, shift)?;
            Some(Days { first: calendar::shifted(week.first, 5)?, last: week.last })
        }
        "month" => calendar::month_from(published, shift),
        "year" => Days::year(published.year().checked_add(shift as i16)?),
        season => calendar::season(published, season, shift as i16),
    });
    Some(Part { days, ..Part::default() })
}

/// "two years ago" is that year, not that day.
fn ago(captures: &Captures, published: Option<Date>) -> Option<Part> {
    const NAMES: [&str; 11] = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let count = name(captures, "count")?;
    let known = NAMES.iter().position(|name| *name == count).map(|at| at as i32);
    let count = known.or_else(|| count.parse().ok()).unwrap_or(1);
    let days = published.and_then(|published| match name(captures, "unit")? {
        "day" => calendar::shifted(published, -count).map(Days::day),
        "week" => Days::week(published, -count),
        "month" => calendar::month_from(published, -count),
        _ => Days::year(published.year().checked_sub(i16::try_from(count).ok()?)?),
    });
    Some(Part { days, ..Part::default() })
}

fn clock(captures: &Captures, _: Option<Date>) -> Option<Part> {
    let hour = i32::from(number(captures, "hour")?);
    let minute = number(captures, "minute").map_or(0, i32::from);
    let hour = match name(captures, "half") {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some("p" | "P") => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    let at = hour * 60 + minute;
    Some(Part { clock: Some((at, at)), zone: name(captures, "zone").map(|_| 0), ..Part::default() })
}

fn named_hour(captures: &Captures, _: Option<Date>) -> Option<Part> {
    let (from, to) = match name(captures, "word")? {
        "noon" => (720, 720),
        "midnight" => (0, 0),
        "dawn" => (4 * 60, 7 * 60),
        _ => (17 * 60, 21 * 60),
    };
    Some(Part { clock: Some((from, to)), ..Part::default() })
}
