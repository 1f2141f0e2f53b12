//! How times and durations fare in real news, against what readers marked in TimeBank.
//!
//! A time is found where one of ours overlaps it. Its value is right where both name the same days: the
//! day, week, month, quarter, season or year that the value spells; of a `TIME` the day counts alone,
//! since its hours are seldom marked alike. Values that name no day (`PAST_REF`, `XXXX`) count for the
//! recall of spans and not for values. A duration is right where both last as long; of durations without
//! a number ("years", `PXY`) only the span counts.

use super::{
    Tally,
    timebank::{self, Marked, Sample},
};
use crate::steps::Failure;
use engine::training::{Dated, Quantity, figures, times};
use story::Span;

#[derive(Default)]
struct Score {
    spans: Tally,
    /// Of the spans found, those with the right value.
    values: Tally,
}

/// Prints every time with another value or none, then recall, precision and value accuracy.
pub(crate) fn measure() -> Result<(), Failure> {
    let (mut dates, mut durations, mut ours) = (Score::default(), Score::default(), Tally::default());
    for sample in timebank::samples()? {
        let (times, figures) = (times(&sample.article), figures(&sample.article));
        for marked in &sample.marked {
            match marked.type_name.as_str() {
                "DATE" | "TIME" => date(&sample, marked, &times, &mut dates),
                "DURATION" => duration(&sample, marked, &figures, &mut durations),
                _ => {}
            }
        }
        for time in &times {
            let is_marked = sample.marked.iter().any(|marked| marked.span.overlaps(time.span));
            ours.count(is_marked);
            if !is_marked {
                println!("EXTRA {:?} {:?}", around(&sample, time.span), time.days);
            }
        }
    }
    println!("dates and times: found {}, value right {}", dates.spans, dates.values);
    println!("durations: found {}, value right {}", durations.spans, durations.values);
    println!("of the times found, marked: {ours}");
    Ok(())
}

fn date(sample: &Sample, marked: &Marked, times: &[Dated], score: &mut Score) {
    let found = times.iter().find(|time| time.span.overlaps(marked.span));
    score.spans.count(found.is_some());
    let Some(found) = found else {
        println!("MISSED {} {:?}", marked.value, around(sample, marked.span));
        return;
    };
    if let Some(days) = days(&marked.value) {
        let is_right = found.days.as_ref() == Some(&days);
        score.values.count(is_right);
        if !is_right {
            println!("WRONG {} {:?} {:?}", marked.value, found.days, around(sample, marked.span));
        }
    }
}

fn duration(sample: &Sample, marked: &Marked, figures: &[Quantity], score: &mut Score) {
    let found = figures.iter().find(|figure| figure.measure == "Unit(Duration)" && figure.span.overlaps(marked.span));
    score.spans.count(found.is_some());
    if let (Some(found), Some(seconds)) = (found, seconds(&marked.value)) {
        let is_right = (found.low - seconds).abs() <= 0.01 * seconds;
        score.values.count(is_right);
        if !is_right {
            println!("LASTS {} {} {:?}", marked.value, found.low, around(sample, marked.span));
        }
    } else if found.is_none() {
        println!("MISSED {} {:?}", marked.value, around(sample, marked.span));
    }
}

/// The words with a little of what stands before and after.
fn around(sample: &Sample, span: Span) -> String {
    let body = &sample.article.body;
    let start = body.floor_char_boundary(span.start.saturating_sub(40));
    let end = body.ceil_char_boundary((span.end + 20).min(body.len()));
    format!("{}[{}]{}", &body[start..span.start], span.of(body), &body[span.end..end]).replace('\n', " ")
}

/// The first and last day of a value, found by reading it as the words of a time.
fn days(value: &str) -> Option<(String, String)> {
    use jiff::{ToSpan, civil::Date};
    let value = value.split('T').next()?;
    let until = |first: Date, months: i64| {
        Some((first.to_string(), (first.checked_add(months.months()).ok()?.yesterday().ok()?).to_string()))
    };
    let year: i16 = value.get(..4)?.parse().ok()?;
    let month = |month: i8| Date::new(year, month, 1).ok();
    match value.get(5..) {
        None if value.len() == 4 => until(month(1)?, 12),
        None => None,
        Some(rest) if rest.starts_with('Q') => until(month(rest[1..].parse::<i8>().ok()? * 3 - 2)?, 3),
        Some("SP") => until(month(3)?, 3),
        Some("SU") => until(month(6)?, 3),
        Some("FA") => until(month(9)?, 3),
        Some("WI") => until(Date::new(year.checked_sub(1)?, 12, 1).ok()?, 3),
        Some(rest) if rest.starts_with('W') => {
            let week: i8 = rest.get(1..3)?.parse().ok()?;
            let monday = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?.date();
            let (from, to) = if rest.ends_with("WE") { (5, 6) } else { (0, 6) };
            let day = |days: i64| monday.checked_add(days.days()).ok();
            Some((day(from)?.to_string(), day(to)?.to_string()))
        }
        Some(rest) if rest.len() == 2 => until(month(rest.parse().ok()?)?, 1),
        Some(_) => value.parse::<Date>().ok().map(|day| (day.to_string(), day.to_string())),
    }
}

/// How long a value like `P3M`, `PT36H` or `P1.5Y` lasts.
fn seconds(value: &str) -> Option<f64> {
    let rest = value.strip_prefix('P')?;
    let (rest, is_clock) = rest.strip_prefix('T').map_or((rest, false), |rest| (rest, true));
    let number: f64 = rest.get(..rest.len().checked_sub(1)?)?.parse().ok()?;
    let unit = match (rest.chars().last()?, is_clock) {
        ('S', true) => 1.0,
        ('M', true) => 60.0,
        ('H', true) => 3600.0,
        ('D', false) => 86_400.0,
        ('W', false) => 604_800.0,
        ('M', false) => 2_629_746.0,
        ('Y', false) => 31_556_952.0,
        _ => return None,
    };
    Some(number * unit)
}
