//! The forms in which words tell a time, and what reads each.

use super::{
    clocks::{clock, named_hour, spoken_clock},
    dates::{
        ago, around_now, date, days_of_month, decade, deictic, month, part_of_year, relative, season, weekday, year,
        years,
    },
    expressions::{Moment, Part, Read},
};
use regex::{Captures, Regex};
use std::sync::LazyLock;

const MONTH: &str = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
/// Months whose full names are no other words and no one's.
const OWN_MONTH: &str = r"(?P<month>January|February|July|September|October|November|December)";
const DAY: &str = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?";
const YEAR: &str = r"(?P<year>(?:1[5-9]|20)\d\d)";
const PART: &str = r"(?P<part>morning|afternoon|evening|night)";
const COUNT: &str = r"(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})";
const TO_TWELVE: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const TO_DAY: &str = r"(?P<to>[0-3]?\d)(?:st|nd|rd|th)?";
const TO_YEAR: &str = r"(?P<to>(?:1[5-9]|20)\d\d)";
const ZONE: &str = r"(?:\s(?P<zone>GMT|UTC|[ECMP][SD]?T|BST|CET|IST)\b)?";
const ROUGHLY: &str = r"(?P<which>[Ee]arly|[Ll]ate|[Mm]id)";

/// Every form of words, and how it is read; where two overlap, the earlier and then the longer wins.
pub(super) static FORMS: LazyLock<Vec<(Regex, Read)>> = LazyLock::new(|| {
    let form = |pattern: &str, read: Read| (Regex::new(pattern).expect("a constant pattern"), read);
    vec![
        form(&format!(r"\b{MONTH} {DAY}\b(?:,? {YEAR}\b)?"), date),
        form(&format!(r"\b{DAY} (?:of )?{MONTH}(?:,? {YEAR}\b)?\b"), date),
        form(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b", date),
        form(r"\b[01]?\d/[0-3]?\d/(?:\d\d){1,2}\b", unresolved),
        form(
            r"\b(?P<month>JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER) (?P<day>[0-3]?\d)(?:,? (?P<year>\d{4})\b)?",
            date,
        ),
        form(&format!(r"\b{MONTH} {DAY}(?:-|–| to | through ){TO_DAY}\b(?:,? {YEAR}\b)?"), days_of_month),
        form(&format!(r"\b(?:{ROUGHLY}[ -])?{MONTH},? (?:of )?{YEAR}\b"), month),
        form(
            &format!(
                r"\b(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Tt]hrough|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id)[ -]{MONTH}\b(?: (?P<which>last|this) year)?"
            ),
            month,
        ),
        form(&format!(r"\b{OWN_MONTH}\b(?: (?P<which>last|this) year)?"), month),
        form(
            &format!(
                r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Tt]o|[Aa]nd|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Bb]efore|[Aa]fter|through)[ -]{YEAR}\b"
            ),
            year,
        ),
        form(&format!(r"\b{YEAR}(?: to |-|–| through | and ){TO_YEAR}\b"), years),
        form(&format!(r"\b(?:fiscal(?: year)? {YEAR}|{TO_YEAR} fiscal year)\b"), year),
        form(r"\b(?:[Tt]he )?(?P<lead>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast) fiscal (?P<unit>year)\b", relative),
        form(
            &format!(r"\b(?:[Tt]he )?(?P<nth>first|second|third|fourth)[ -](?P<unit>quarter|half)(?: of {YEAR})?\b"),
            part_of_year,
        ),
        form(
            &format!(r"\b(?:[Tt]he )?(?P<unit>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?: of)? {YEAR}\b"),
            season,
        ),
        form(r"\b(?P<decade>(?:1[5-9]|20)\d)0s\b", decade),
        form(
            &format!(
                r"\b(?:(?P<lead>[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]his) )?(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: {PART}\b)?"
            ),
            weekday,
        ),
        form(&format!(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b(?: {PART}\b)?"), deictic),
        form(&format!(r"\b(?P<lead>[Tt]his|[Ll]ast) {PART}\b|\b(?P<word>[Tt]onight)\b"), deictic),
        form(
            r"\b(?:(?:[Ee]arlier|[Ll]ater) )?(?P<lead>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast) (?P<unit>week|weekend|month|quarter|year|decade|spring|summer|fall|autumn|winter)\b",
            relative,
        ),
        form(r"\b(?:[Tt]he )?(?P<lead>[Rr]ecent|[Cc]oming) (?P<unit>day|week|month|year)s\b", around_now),
        form(r"\b(?:[Oo]ver|[Dd]uring) the (?P<unit>weekend)\b", relative),
        form(&format!(r"\b{COUNT} (?P<unit>day|week|month|year|decade)s? ago\b"), ago),
        form(
            r"\b(?:[Tt]he )?(?:same|next|following|previous|second|third) (?:day|morning|afternoon|evening|night|week|month|year)\b",
            unresolved,
        ),
        form(r"\b[Tt]he day (?:before|after)\b", unresolved),
        form(r"\b(?:[Ee]arlier|[Ll]ater) that (?:day|morning|afternoon|evening|night|week|month|year)\b", unresolved),
        form(
            &format!(
                r"\b(?P<hour>[01]?\d|2[0-3])(?:\s?[:.]\s?(?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>[aApP])\.?\s?[mM]\b\.?{ZONE}"
            ),
            clock,
        ),
        form(&format!(r"\b(?P<hour>[01]?\d|2[0-3]):\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?\b{ZONE}"), clock),
        form(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) (?P<zone>GMT|UTC)\b", clock),
        form(
            &format!(
                r"(?i)\b(?P<minute>five|ten|twenty|twenty-five|quarter|half) (?P<lead>past|to|before|after) (?P<hour>{TO_TWELVE})\b"
            ),
            spoken_clock,
        ),
        form(
            &format!(
                r"(?i)\b(?P<hour>\d|1[0-2]|{TO_TWELVE}) o['’]clock\b(?: in the (?P<part>morning|afternoon|evening))?"
            ),
            spoken_clock,
        ),
        form(r"\b(?:before )?(?P<word>noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall)\b", named_hour),
        form(r"\b(?P<word>[Oo]vernight)\b", named_hour),
    ]
});

/// A time told from another one, which only its words say.
fn unresolved(_: &Captures, _: Moment) -> Option<Part> {
    Some(Part::default())
}
