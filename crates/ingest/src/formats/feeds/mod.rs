//! Feeds: RSS, Atom and JSON Feed, each entry an article.

mod json;
mod syndicated;

use super::{
    File, Found, head,
    web::{self, without_slogan},
};
use crate::plain::{ends_as_sentence, one_line, words};
pub(crate) use json::{is_json_feed, read_json_feed};
use story::{Draft, Oddity, Remedy};
pub(crate) use syndicated::{is_feed, read_feed};

/// One entry as its feed gives it.
#[derive(Debug, Default)]
struct Entry {
    /// All but the text.
    draft: Draft,
    /// HTML, the longest that the entry has.
    text: String,
    /// Whether the feed says that this is all of it, and no summary.
    is_whole: bool,
}

/// The articles of a feed called `outlet`, in the order of its entries.
fn articles(file: &File, outlet: Option<&str>, entries: Vec<Entry>) -> Found {
    let outlet = outlet.map(one_line).map(|name| without_slogan(&name)).filter(|name| !name.is_empty());
    let (mut found, mut teasers, mut empty) = (Found::default(), Vec::new(), Vec::new());
    let total = entries.len();
    for (place, entry) in entries.into_iter().take(file.bounds.entries).enumerate() {
        let (number, is_whole) = (place + 1, entry.is_whole);
        match article(file, entry) {
            Some(mut draft) => {
                if !is_whole && is_teaser(&draft.paragraphs) {
                    teasers.push(number);
                }
                draft.outlet = draft.outlet.or_else(|| outlet.clone());
                found.drafts.push((number, draft));
            }
            None => empty.push(number),
        }
    }
    found.oddities.extend(doubts(file, total, &teasers, &empty));
    found
}

fn article(file: &File, entry: Entry) -> Option<Draft> {
    let mut draft = Draft { title: seen(&entry.draft.title), ..entry.draft };
    let title = draft.title.clone();
    draft.paragraphs = web::fragment(&entry.text, &[&title], file.bounds.depth)?;
    draft.paragraphs.retain(|paragraph| !is_pointer(paragraph));
    head::finish(&mut draft);
    (!draft.paragraphs.is_empty()).then_some(draft)
}

/// `The post … appeared first on The Alder Post.`, which blogs put under what they feed.
fn is_pointer(paragraph: &str) -> bool {
    let lower = paragraph.to_lowercase();
    lower.starts_with("the post ") && (lower.contains(" appeared first on ") || lower.contains(" first appeared on "))
}

/// A text of metadata as it would be seen: entities read, tags gone.
fn seen(text: &str) -> String {
    super::tables::line(text)
}

/// Words from which a text that is called a summary is taken for the whole.
const WHOLE: usize = 150;

/// Whether the text is only the beginning of an article: short, or cut off.
fn is_teaser(paragraphs: &[String]) -> bool {
    let all: usize = paragraphs.iter().map(|paragraph| words(paragraph)).sum();
    let is_cut = paragraphs.last().is_some_and(|last| {
        ["...", "…", "[…]", "[...]", "[&hellip;]"].iter().any(|cut| last.ends_with(cut)) || !ends_as_sentence(last)
    });
    all < WHOLE || (is_cut && paragraphs.len() < 3)
}

/// What is to be said of entries that are not whole.
fn doubts(file: &File, total: usize, teasers: &[usize], empty: &[usize]) -> Vec<Oddity> {
    let mut doubts = Vec::new();
    if !teasers.is_empty() {
        let what = format!(
            "Entries that hold only a teaser of their article: {} of {total}{}.",
            teasers.len(),
            which(teasers, total)
        );
        let advice = "Save the pages that they lead to and import those.";
        doubts.push(Oddity::about(file.name, Remedy::Check, what, advice));
    }
    if !empty.is_empty() {
        let what = format!("Entries without text: {} of {total}{}.", empty.len(), which(empty, total));
        let advice = "Save the pages that they lead to and import those.";
        doubts.push(Oddity::about(file.name, Remedy::FetchAgain, what, advice));
    }
    if total > file.bounds.entries {
        let what = format!("The feed has {total} entries; those after the first {} are missing.", file.bounds.entries);
        doubts.push(Oddity::about(file.name, Remedy::Shrink, what, "Split it into smaller files."));
    }
    doubts
}

/// ` (2, 5 and 9)`, unless it is all of them or too many to name.
fn which(numbers: &[usize], total: usize) -> String {
    const NAMED: usize = 12;
    match numbers {
        _ if numbers.len() == total || numbers.len() > NAMED => String::new(),
        [] => String::new(),
        [one] => format!(" (entry {one})"),
        [most @ .., last] => {
            let most: Vec<String> = most.iter().map(usize::to_string).collect();
            format!(" (entries {} and {last})", most.join(", "))
        }
    }
}

/// The longer of two texts, and whether that is the second.
fn is_longer(text: &str, than: &str) -> bool {
    words(&seen(text)) > words(&seen(than))
}

#[cfg(test)]
mod tests;
