//! Places where a sentence seems to begin and does not.

use super::last_word;
use crate::facets::attributions::is_reporting;
use unicode_segmentation::UnicodeSegmentation;

/// Whether what ends `before` and what begins `after` belong to one sentence.
pub(crate) fn joined(before: &str, after: &str) -> bool {
    let (end, start) = (before.trim_end(), after.trim_start());
    within_abbreviation(before, after)
        || title_and_name(end, start)
        || hour_and_day(end, start)
        || quotation_and_speaker(end, start)
}

/// `D-N.|Y.`: a letter, a full stop and no space before the next letter.
fn within_abbreviation(before: &str, after: &str) -> bool {
    let letter = last_word(before.trim_end_matches('.')).chars().count() == 1;
    before.ends_with('.') && letter && after.starts_with(char::is_alphabetic)
}

/// `Cong.|Rob Lee`
fn title_and_name(end: &str, start: &str) -> bool {
    let title = end.strip_suffix('.').map(last_word);
    title.is_some_and(|title| TITLES.contains(&title)) && start.starts_with(char::is_uppercase)
}

/// Titles before a name that sentencex takes for the end of a sentence.
const TITLES: &[&str] = &["Cong", "Ms"];

/// `5 p.m.|Tuesday`
fn hour_and_day(end: &str, start: &str) -> bool {
    ends_with_hour(end).is_some() && start.unicode_words().next().is_some_and(|word| AFTER_HOURS.contains(&word))
}

/// With `a.m.` or `p.m.`, also as `a. m.`
fn ends_with_hour(end: &str) -> Option<&str> {
    let half = end.strip_suffix('.')?.strip_suffix(['m', 'M'])?.trim_end().strip_suffix('.')?;
    half.strip_suffix(['a', 'A', 'p', 'P'])?.strip_suffix(|c: char| c.is_whitespace() || c.is_ascii_digit())
}

/// What follows an hour: days, months and time zones.
const AFTER_HOURS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mon",
    "Tue",
    "Tues",
    "Wed",
    "Thu",
    "Thurs",
    "Fri",
    "Sat",
    "Sun",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "GMT",
    "UTC",
    "BST",
    "CET",
    "CEST",
    "EET",
    "MSK",
    "IST",
    "JST",
    "AEST",
    "AEDT",
    "ET",
    "EST",
    "EDT",
    "CT",
    "CST",
    "CDT",
    "MT",
    "MST",
    "MDT",
    "PT",
    "PST",
    "PDT",
    "AKST",
    "AKDT",
    "HST",
    "Eastern",
    "Central",
    "Mountain",
    "Pacific",
    "Greenwich",
];

/// `“Why?”|Mayor Ruiz asked.`
fn quotation_and_speaker(end: &str, start: &str) -> bool {
    let quoted = end.trim_end_matches(['"', '”', '“', '’', '\'', '»']);
    if quoted.len() == end.len() || !quoted.ends_with(['?', '!', '…', '—', '-']) {
        return false;
    }
    let words: Vec<&str> = start.unicode_words().take(SPEAKER_WORDS + 2).collect();
    let Some(cue) = words.iter().take(SPEAKER_WORDS + 1).position(|word| utters(word)) else {
        return false;
    };
    let speaker = &words[..cue];
    let opens_clause = words.get(cue + 1).is_some_and(|word| matches!(*word, "that" | "he" | "she" | "it" | "they"));
    !speaker.is_empty() && speaker.iter().all(|word| names_speaker(word)) && !opens_clause
}

/// The most words that name a speaker before the verb.
const SPEAKER_WORDS: usize = 5;

fn utters(word: &str) -> bool {
    is_reporting(word) || ["asked", "asks", "wondered", "wonders", "shouted", "cried"].contains(&word)
}

fn names_speaker(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || ["the", "of", "and", "de", "van", "von", "bin", "al"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        let (before, after) = text.split_once('|').expect("a bar shows where");
        assert_eq!(joined(before, after), expected, "{text}");
    }

    #[test]
    fn a_day_follows_its_hour() {
        check("It began at 5 p.m. |Tuesday in Ostholm.", true);
        check("It began at 5 a. m. |Tuesday in Ostholm.", true);
        check("It began at 5 P.M. |ET.", true);
        check("It began at 5 p.m. |Mr. Lee spoke first.", false);
    }

    #[test]
    fn a_name_follows_its_title() {
        check("He met Cong. |Rob Lee.", true);
        check("He met Ms. \n|Lee.", true);
    }

    #[test]
    fn letters_of_an_abbreviation_stay_together() {
        check("Ann Lee, D-N.|Y., spoke.", true);
        check("It was plan B. |Nobody knew.", false);
        check("It burned.|Two fled.", false);
    }

    #[test]
    fn who_said_it_stays_with_the_quotation() {
        check("“Why did it burn?” |Mayor Ruiz asked.", true);
        check("\"Never!\" |The Lord Mayor of Ostholm told reporters.", true);
        check("“Why did it burn?” |Smoke rose.", false);
        check("“It burned.” |Ruiz said that he saw it.", false);
        check("“Why did it burn?” |Ruiz said he did not know.", false);
    }
}
