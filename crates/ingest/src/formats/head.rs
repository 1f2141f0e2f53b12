//! What the lines around a document's title say: byline, dates, and furniture that goes.

mod outlets;

use crate::{
    dates_in_text::dates_in,
    furniture::{byline, date_line, is_furniture},
    language::language,
    paste::is_name,
    plain::{ends_as_sentence, folded, words},
};
pub(crate) use outlets::is_outlet;
use regex::Regex;
use std::sync::LazyLock;
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
pub(crate) fn take_facts_below(mut paragraphs: Vec<String>, draft: &mut Draft) -> Vec<String> {
    take_name_beside_date(&mut paragraphs, draft);
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

/// Takes a line that is a name and nothing else where it stands right beside the date.
fn take_name_beside_date(paragraphs: &mut Vec<String>, draft: &mut Draft) {
    let Some(date) = paragraphs.iter().take(HEAD).position(|line| date_line(line).is_some()) else { return };
    let name = [date.checked_sub(1), Some(date + 1)].into_iter().flatten().find(|&at| {
        paragraphs
            .get(at)
            .is_some_and(|line| is_name(line) && byline(line).is_none() && !is_outlet(line) && !is_furniture(line))
    });
    if let Some(at) = name.filter(|_| draft.byline.is_none()) {
        draft.byline = Some(paragraphs.remove(at));
    }
}

/// Takes `海湾晚报 记者 周敏 2031年7月19日`, which names all at once.
fn take_chinese(line: &str, draft: &mut Draft) -> bool {
    static WHO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:本[报網网社]|实习|見習)?(?:记者|記者|作者|撰文|文)\s*[/／:：]?\s*(\p{Han}{2,4}(?:[、 ]\p{Han}{2,4})*)\b",
        )
    });
    static FROM: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:来源|來源|稿源)\s*[:：]\s*([\p{Han}\w]{2,20})"));
    let Some(date) = dates_in(line).into_iter().next().filter(|_| line.chars().count() <= 60) else { return false };
    let rest = format!("{} {}", &line[..date.range.start], &line[date.range.end..]);
    let (who, from) = (WHO.captures(&rest), FROM.captures(&rest));
    let named = rest.split_whitespace().find(|word| is_outlet(word)).map(str::to_owned);
    if who.is_none() && from.is_none() {
        return false;
    }
    draft.byline = draft.byline.take().or_else(|| who.map(|who| who[1].to_owned()));
    draft.outlet = draft.outlet.take().or_else(|| from.map(|from| from[1].to_owned())).or(named);
    draft.published.get_or_insert(date.moment);
    true
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of ours compiles")
}

/// Whether the line was only a byline or a date.
fn take_fact(line: &str, draft: &mut Draft) -> bool {
    if let Some(who) = byline(line) {
        draft.byline.get_or_insert(who);
        let dates = date_line(line.rsplit(['|', '•', '·']).next().unwrap_or_default());
        draft.published = draft.published.take().or(dates.and_then(|dates| dates.published));
        return true;
    }
    if take_chinese(line, draft) {
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
