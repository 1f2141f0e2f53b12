//! Factiva, in both of its layouts: with two-letter codes before the fields (`HD`, `WC`, `PD` …), or with the fields one
//! below the other. `Document` and a number end each article.

use super::{Cut, author, is_name, moment};
use crate::language;
use regex::Regex;
use std::sync::LazyLock;
use story::{Draft, Timestamp};

pub(super) fn made(lines: &[String]) -> bool {
    lines.iter().any(|line| is_document(line)) && (has_codes(lines) || lines.iter().any(|line| is_length(line)))
}

pub(super) fn articles(lines: &[String]) -> Vec<Cut> {
    let coded = has_codes(lines);
    let whole = lines.split(|line| is_document(line)).count() - 1;
    lines
        .split(|line| is_document(line))
        .enumerate()
        .filter(|(_, lines)| if coded { has_codes(lines) } else { lines.iter().any(|line| is_length(line)) })
        .map(|(at, lines)| Cut { draft: if coded { by_codes(lines) } else { by_place(lines) }, is_open: at == whole })
        .collect()
}

/// `Document HRBPST0020310503e7530001`; with codes, the number alone.
fn is_document(line: &str) -> bool {
    static DOCUMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:AN )?(?:Document|Dokument|Documento) [A-Z]{2,10}[A-Za-z0-9]{12,30}$")
            .expect("a pattern of ours compiles")
    });
    DOCUMENT.is_match(line)
}

/// `512 words`.
fn is_length(line: &str) -> bool {
    static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\d[\d,. \u{a0}]* (?:words|mots|Wörter|palabras|palavras|parole|woorden|слов[а]?)$")
            .expect("a pattern of ours compiles")
    });
    LENGTH.is_match(line)
}

#[rustfmt::skip] // a list of codes
const CODES: &[&str] = &[
    "SE", "HD", "HL", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "CLM", "LP", "TD",
    "CT", "RF", "ART", "DE", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN",
];

/// Codes whose fields are the text.
const TEXT: &[&str] = &["LP", "TD"];

fn has_codes(lines: &[String]) -> bool {
    const TELLING: &[&str] = &["HD", "WC", "PD", "SN", "LA", "CY", "LP", "TD"];
    const ENOUGH: usize = 4;
    lines.iter().filter_map(|line| code(line)).filter(|(code, _)| TELLING.contains(code)).count() >= ENOUGH
}

/// A code, alone or before its field.
fn code(line: &str) -> Option<(&'static str, &str)> {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    CODES.iter().find(|code| **code == first).map(|code| (*code, rest.trim()))
}

fn by_codes(lines: &[String]) -> Draft {
    let all_alone = lines.iter().filter(|line| code(line).is_some_and(|(_, rest)| rest.is_empty())).count() >= 4;
    let (mut draft, mut time, mut current) = (Draft::default(), None, "");
    for line in lines {
        let here = code(line).filter(|(code, rest)| begins_field(current, code, rest, all_alone));
        let value = here.map_or(line.as_str(), |(_, rest)| rest);
        current = here.map_or(current, |(code, _)| code);
        if value.is_empty() {
            continue;
        }
        match current {
            "HD" | "HL" => add(&mut draft.title, value),
            "BY" => draft.byline = draft.byline.take().or_else(|| author(value)),
            "SE" => draft.section = draft.section.take().or_else(|| Some(value.to_owned())),
            "PD" => draft.published = draft.published.take().or_else(|| moment(value)),
            "ET" => time = time.or(Some(value)),
            "SN" => draft.outlet = draft.outlet.take().or_else(|| Some(value.to_owned())),
            "LA" => draft.language = draft.language.take().or_else(|| Some(value.to_owned())),
            code if TEXT.contains(&code) => draft.paragraphs.push(value.to_owned()),
            _ => {}
        }
    }
    draft.published = draft.published.map(|day| at_time(day, time));
    draft
}

/// Whether a code begins a field. Inside a text a line that begins with two capitals may be a sentence ("TD Bank said").
fn begins_field(current: &str, code: &str, rest: &str, all_alone: bool) -> bool {
    const BELOW: &[&str] = &["CT", "RF", "ART", "DE", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN"];
    match current {
        _ if all_alone => rest.is_empty(),
        "LP" => code == "TD" || BELOW.contains(&code),
        "TD" => BELOW.contains(&code),
        _ => true,
    }
}

fn add(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

fn at_time(day: Timestamp, time: Option<&str>) -> Timestamp {
    let timed =
        time.filter(|time| is_time(time)).and_then(|time| Timestamp::parse(&format!("{}T{time:0>5}", day.as_str())));
    timed.unwrap_or(day)
}

/// `14:05`.
fn is_time(line: &str) -> bool {
    let two =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    line.split_once(':').is_some_and(|(hour, minute)| two(hour, 2) && two(minute, 2) && minute.len() == 2)
}

fn by_place(lines: &[String]) -> Draft {
    let length = lines.iter().position(|line| is_length(line)).unwrap_or(0);
    let (above, below) = (&lines[..length], &lines[(length + 1).min(lines.len())..]);
    let mut draft = Draft::default();
    let byline = above.len().checked_sub(1).filter(|&at| at > 0 && is_byline(&above[at], &above[at - 1]));
    let title = byline.unwrap_or(above.len()).checked_sub(1);
    draft.byline = byline.and_then(|at| author(&above[at]));
    draft.title = title.map_or_else(String::new, |at| above[at].clone());
    let day = below.first().and_then(|line| moment(line));
    let mut at = usize::from(day.is_some());
    let time = below.get(at).map(String::as_str).filter(|line| is_time(line));
    at += usize::from(time.is_some());
    draft.published = day.map(|day| at_time(day, time));
    draft.outlet = below.get(at).cloned();
    let start = at + 1 + head(&below[(at + 1).min(below.len())..], &mut draft);
    draft.paragraphs = below[start.min(below.len())..].to_vec();
    draft
}

/// The lines between the outlet and the text: its code, edition, page, language, copyright.
fn head(lines: &[String], draft: &mut Draft) -> usize {
    const LONGEST: usize = 8;
    let language = lines.iter().take(LONGEST).position(|line| language::is_name(line));
    let Some(language) = language else {
        return lines.iter().take(LONGEST).take_while(|line| is_source_code(line) || is_copyright(line)).count();
    };
    draft.language = Some(lines[language].clone());
    language + 1 + lines[language + 1..].iter().take(3).take_while(|line| is_copyright(line)).count()
}

/// Whether a line stands by itself, however closely others are set above and below it.
pub(super) fn is_field(line: &str) -> bool {
    is_length(line)
        || is_document(line)
        || is_time(line)
        || is_source_code(line)
        || is_copyright(line)
        || language::is_name(line)
}

fn is_source_code(line: &str) -> bool {
    (2..=10).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    lower.starts_with("copyright")
        || lower.starts_with("(c)")
        || line.starts_with('©')
        || lower.trim_end_matches('.').ends_with("all rights reserved")
}

/// Whether the last line above the length is a byline, and no headline below the name of a section.
fn is_byline(line: &str, above: &str) -> bool {
    crate::furniture::byline(line).is_some() || (is_name(line) && above.split_whitespace().count() >= 4)
}
