//! Reads clock times and parts of the day, as minutes of the day.

use super::expressions::{Moment, Part, counted, name, number};
use regex::Captures;

pub(super) fn clock(captures: &Captures, _: Moment) -> Option<Part> {
    let hour = i32::from(number(captures, "hour")?);
    let minute = number(captures, "minute").map_or(0, i32::from);
    let hour = match name(captures, "half") {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some("p" | "P") => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    let at = hour * 60 + minute;
    Some(Part { clock: Some((at, at)), zone: name(captures, "zone").and_then(ahead_of_utc), ..Part::default() })
}

/// "ten past three", "half past seven", "five o'clock in the afternoon".
pub(super) fn spoken_clock(captures: &Captures, _: Moment) -> Option<Part> {
    let hour = counted(name(captures, "hour")?)? % 12;
    let minute = match name(captures, "minute").unwrap_or("").to_ascii_lowercase().as_str() {
        "" => 0,
        "quarter" => 15,
        "half" => 30,
        "twenty" => 20,
        "twenty-five" => 25,
        minute => counted(minute)?,
    };
    let is_before = name(captures, "lead").is_some_and(|lead| matches!(lead, "to" | "before"));
    let late = matches!(name(captures, "part"), Some("afternoon" | "evening"));
    let at = (hour + 12 * i32::from(late)) * 60 + if is_before { -minute } else { minute };
    Some(Part { clock: Some((at.rem_euclid(1440), at.rem_euclid(1440))), ..Part::default() })
}

/// Minutes by which a zone is ahead of UTC.
fn ahead_of_utc(zone: &str) -> Option<i32> {
    Some(
        60 * match zone {
            "GMT" | "UTC" => 0,
            "EST" | "CDT" => -5,
            "EDT" => -4,
            "CST" | "MDT" => -6,
            "MST" | "PDT" => -7,
            "PST" => -8,
            "BST" | "CET" => 1,
            _ => return None,
        },
    )
}

pub(super) fn named_hour(captures: &Captures, _: Moment) -> Option<Part> {
    let (from, to) = match name(captures, "word")? {
        "noon" | "midday" => (720, 720),
        "midnight" => (0, 0),
        "dawn" | "daybreak" | "sunrise" => (4 * 60, 7 * 60),
        "Overnight" | "overnight" => (0, 6 * 60),
        _ => (17 * 60, 21 * 60),
    };
    Some(Part { clock: Some((from, to)), ..Part::default() })
}

pub(super) fn part_of_day(name: &str) -> Option<(i32, i32)> {
    Some(match name {
        "early" => (0, 9 * 60),
        "late" => (17 * 60, 24 * 60),
        "morning" => (5 * 60, 12 * 60),
        "afternoon" => (12 * 60, 18 * 60),
        "evening" => (17 * 60, 23 * 60),
        "night" => (18 * 60, 24 * 60),
        _ => return None,
    })
}
