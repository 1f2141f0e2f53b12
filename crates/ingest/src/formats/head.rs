//! What the lines around a document's title say: byline, dates, and furniture that goes.

use crate::{
    furniture::{byline, date_line, is_furniture},
    language::language,
    plain::{ends_as_sentence, folded, words},
};
use story::{Draft, Oddity, Remedy, Timestamp};

/// Paragraphs after the title among which facts are looked for.
const HEAD: usize = 6;

/// Takes byline and dates from lines above the title; the lines themselves are no part of the text.
pub(crate) fn take_facts_above(lines: &[&str], draft: &mut Draft) {
    for line in lines {
        take_fact(line, draft);
    }
}

/// Takes byline and dates from lines between the title and the text, and gives the rest back,
/// without the title where it is repeated and without furniture.
pub(crate) fn take_facts_below(paragraphs: Vec<String>, draft: &mut Draft) -> Vec<String> {
    let title = folded(&draft.title);
    let mut in_head = true;
    let mut kept = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.into_iter().enumerate() {
        in_head &= at < HEAD && words(&paragraph) <= 40;
        let is_title = in_head && !title.is_empty() && folded(&paragraph) == title;
        if is_title || (in_head && take_fact(&paragraph, draft)) || is_furniture(&paragraph) {
            continue;
        }
        kept.push(paragraph);
    }
    kept
}

/// Whether a line at the margin of a page is the name of an outlet: a few words, all capitalised,
/// among them one by which newspapers call themselves.
pub(crate) fn is_outlet(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "advertiser",
        "argus",
        "chronicle",
        "courier",
        "daily",
        "dispatch",
        "echo",
        "examiner",
        "express",
        "gazette",
        "globe",
        "guardian",
        "herald",
        "independent",
        "inquirer",
        "journal",
        "ledger",
        "mail",
        "mercury",
        "mirror",
        "monitor",
        "news",
        "observer",
        "post",
        "press",
        "radio",
        "record",
        "register",
        "reporter",
        "review",
        "sentinel",
        "standard",
        "star",
        "sun",
        "telegraph",
        "times",
        "tribune",
        "voice",
        "weekly",
        "world",
    ];
    let lower = line.to_lowercase();
    let is_named = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| NAMES.contains(word)).count() == 1;
    let mut words = line.split_whitespace().filter(|word| !matches!(*word, "of" | "and" | "the" | "&"));
    is_named
        && (2..=5).contains(&line.split_whitespace().count())
        && words.all(|word| word.starts_with(char::is_uppercase))
        && !matches!(
            lower.split_whitespace().next(),
            Some("world" | "news" | "weekly" | "local" | "breaking" | "latest")
        )
        && !lower.ends_with(" news")
}

/// Whether the line was only a byline or a date.
fn take_fact(line: &str, draft: &mut Draft) -> bool {
    if let Some(who) = byline(line) {
        draft.byline.get_or_insert(who);
        let dates = date_line(line.rsplit(['|', '•', '·']).next().unwrap_or_default());
        draft.published = draft.published.take().or(dates.and_then(|dates| dates.published));
        return true;
    }
    let Some(dates) = date_line(line) else { return false };
    let outlet = line.split([',', '|', '•', '·']).map(str::trim).find(|part| is_outlet(part));
    draft.outlet = draft.outlet.take().or_else(|| outlet.map(str::to_owned));
    draft.published = draft.published.take().or(dates.published);
    draft.modified = draft.modified.take().or(dates.modified);
    true
}

/// Takes the first paragraph as the title if it is short and no sentence, and others follow.
pub(crate) fn title_of(paragraphs: &mut Vec<String>) -> String {
    const LONGEST: usize = 25;
    let is_title = |first: &String| words(first) <= LONGEST && !ends_as_sentence(first);
    if paragraphs.len() > 1 && paragraphs.first().is_some_and(is_title) { paragraphs.remove(0) } else { String::new() }
}

/// Where the text gives no date, the day on which the file was made: a doubtful one, and said so.
pub(crate) fn date_by_file(name: &str, draft: &mut Draft, created: Option<Timestamp>) -> Option<Oddity> {
    if draft.published.is_some() {
        return None;
    }
    draft.published = Some(Timestamp::from_date(created?.date()?));
    let what = "The text gives no date; the day on which the file was made was taken.";
    Some(Oddity::about(name, Remedy::Check, what, "Check the article's date."))
}

/// Finds the language of a draft that is otherwise complete.
pub(crate) fn finish(draft: &mut Draft) {
    draft.language = Some(language(&draft.paragraphs, draft.language.as_deref()));
}
