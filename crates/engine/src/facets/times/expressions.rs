//! Expressions of time in a text, and what each says of days and hours.

use super::{Time, calendar::Days, forms::FORMS};
use jiff::civil::{Date, Weekday};
use regex::Captures;
use story::Span;

/// What one expression says.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) days: Option<Days>,
    pub(super) weekday: Option<Weekday>,
    pub(super) clock: Option<(i32, i32)>,
    pub(super) zone: Option<i32>,
    pub(super) is_rough: bool,
}

/// From where an expression is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) published: Option<Date>,
    /// Whether the words before speak of what is to come.
    pub(super) is_ahead: bool,
}

/// How a form is read.
pub(super) type Read = fn(&Captures, Moment) -> Option<Part>;

impl Part {
    /// Whether it says something that `time` does not say yet.
    pub(super) fn fits(&self, time: &Time) -> bool {
        let is_hour = time.clock.is_some_and(|(from, to)| from == to) && self.clock.is_some_and(|(from, to)| from < to);
        let clocks = self.clock.is_none() || time.clock.is_none() || is_hour;
        let days = self.days.is_none() || time.days.is_none() || self.weekday.is_some() != time.weekday.is_some();
        clocks && days
    }

    pub(super) fn add_to(self, time: &mut Time, span: Span) {
        time.span = Span::new(time.span.start, span.end);
        time.days = if self.weekday.is_some() { time.days.or(self.days) } else { self.days.or(time.days) };
        time.weekday = time.weekday.or(self.weekday);
        time.clock = match (time.clock, self.clock) {
            (Some((at, _)), Some((from, _))) if at < 720 && from >= 720 => Some((at + 720, at + 720)),
            (own, other) => own.or(other),
        };
        time.zone = time.zone.or(self.zone);
        time.is_rough |= self.is_rough;
    }

    pub(super) fn into_time(self, span: Span) -> Time {
        let Self { days, weekday, clock, zone, is_rough, .. } = self;
        Time { span, days, weekday, clock, zone, is_rough, context: Vec::new() }
    }
}

/// The expressions in `text` with their spans in it, in order, none overlapping another.
pub(super) fn find(text: &str, published: Option<Date>) -> Vec<(Span, Part)> {
    let mut found: Vec<(Span, Part)> = FORMS
        .iter()
        .flat_map(|(pattern, read)| pattern.captures_iter(text).map(move |captures| (captures, read)))
        .filter_map(|(captures, read)| {
            let start = captures.get(0)?.start();
            let part = read(&captures, Moment { published, is_ahead: is_ahead(&text[..start]) })?;
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

/// Whether one of the last words before a time speaks of what is to come, and none after it reports.
fn is_ahead(before: &str) -> bool {
    let is_break = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | '“' | '”');
    for word in before.rsplit(is_break).filter(|word| !word.is_empty()).take(8) {
        match word.to_ascii_lowercase().as_str() {
            "said" | "told" | "announced" | "reported" | "was" | "were" | "had" => return false,
            "will" | "scheduled" | "expected" | "due" | "plans" | "slated" | "upcoming" | "until" | "through"
            | "payable" | "effective" => return true,
            lower if lower.ends_with("'ll") || lower.ends_with("’ll") => return true,
            lower if lower.ends_with(['.', ';']) => return false,
            _ => {}
        }
    }
    false
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

pub(super) fn name<'t>(captures: &'t Captures, group: &str) -> Option<&'t str> {
    captures.name(group).map(|found| found.as_str())
}

pub(super) fn number(captures: &Captures, group: &str) -> Option<i16> {
    name(captures, group)?.parse().ok()
}

/// The number from one to twelve that a word or digits name.
pub(super) fn counted(word: &str) -> Option<i32> {
    const NAMES: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let named = NAMES.iter().position(|name| name.eq_ignore_ascii_case(word)).map(|at| at as i32 + 1);
    named.or_else(|| word.parse().ok())
}
