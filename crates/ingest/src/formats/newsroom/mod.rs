//! What agencies and newsrooms send each other: NewsML-G2, NITF and ninjs.

mod newsml;
mod ninjs;
mod nitf;

use super::{File, Found, head, web};
use crate::{furniture, plain::one_line};
pub(crate) use newsml::{is_newsml, read_newsml};
pub(crate) use ninjs::{is_ninjs, read_ninjs};
pub(crate) use nitf::{is_nitf, read_nitf};
use story::{Draft, Oddity, Remedy, Timestamp};

/// One item as its sender gives it.
#[derive(Debug, Default)]
struct Item {
    /// All but the text.
    draft: Draft,
    text: Text,
    /// Whether it may be used, where its sender says that it may not.
    standing: Option<Standing>,
    /// Until when it must not be published, as it was written.
    embargo: Option<String>,
}

/// The text of an item in the form it came in.
#[derive(Debug, Default)]
enum Text {
    /// A picture, a film, a list of other items.
    #[default]
    None,
    Html(String),
    Plain(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Canceled,
    Withheld,
}

impl Standing {
    /// Of a term such as `stat:canceled`; `usable` says nothing.
    fn of(term: &str) -> Option<Self> {
        match term.rsplit(':').next()?.to_lowercase().as_str() {
            "canceled" | "cancelled" | "killed" => Some(Self::Canceled),
            "withheld" | "embargoed" => Some(Self::Withheld),
            _ => None,
        }
    }
}

/// The articles among the items of a file.
fn articles(file: &File, items: Vec<Item>) -> Found {
    let (mut found, mut others) = (Found::default(), 0);
    for (place, item) in items.into_iter().take(file.bounds.entries).enumerate() {
        if matches!(item.text, Text::None) {
            others += 1;
            continue;
        }
        let warnings = warnings(file, place + 1, &item);
        match article(file, item) {
            Some(draft) => {
                found.drafts.push((place + 1, draft));
                found.oddities.extend(warnings);
            }
            None => {
                let what = "This item has no text.";
                let oddity = Oddity::about(file.name, Remedy::FetchAgain, what, "Export it again with its text.");
                found.oddities.push(oddity.at(place + 1));
            }
        }
    }
    if others > 0 {
        let what = format!("Items without text (pictures, films, lists) were passed over: {others}.");
        found.oddities.push(Oddity::about(file.name, Remedy::Nothing, what, ""));
    }
    found
}

fn article(file: &File, item: Item) -> Option<Draft> {
    let mut draft = item.draft;
    draft.paragraphs = match item.text {
        Text::Html(html) => web::fragment(&html, &[&draft.title], file.bounds.depth)?,
        Text::Plain(text) => head::take_facts_below(crate::lines::paragraphs(&text), &mut draft),
        Text::None => return None,
    };
    draft.modified = draft.modified.filter(|modified| {
        draft
            .published
            .as_ref()
            .is_none_or(|published| modified != published && modified.instant() > published.instant())
    });
    head::finish(&mut draft);
    (!draft.paragraphs.is_empty()).then_some(draft)
}

/// What whoever quotes the item must know.
fn warnings(file: &File, entry: usize, item: &Item) -> Vec<Oddity> {
    let check = |what: String, advice: &str| Oddity::about(file.name, Remedy::Check, what, advice).at(entry);
    let standing = item.standing.map(|standing| match standing {
        Standing::Canceled => check(
            "Its sender has cancelled this item.".into(),
            "Do not rely on it: look for what was sent in its place.",
        ),
        Standing::Withheld => check(
            "Its sender withholds this item: it must not be used for now.".into(),
            "Ask the sender before you quote it.",
        ),
    });
    let embargo = item.embargo.as_ref().filter(|until| !is_over(until, &item.draft)).map(|until| {
        let until = match until.trim() {
            "" => String::new(),
            until => format!(" until {until}"),
        };
        check(format!("This item is under embargo{until}."), "Do not publish from it before.")
    });
    standing.into_iter().chain(embargo).collect()
}

/// Whether an embargo had ended when the item was last sent.
fn is_over(until: &str, draft: &Draft) -> bool {
    let sent = draft.modified.as_ref().or(draft.published.as_ref());
    moment(until).zip(sent).is_some_and(|(until, sent)| until.instant() <= sent.instant())
}

/// Names of people as items give them: without "By".
fn person(name: &str) -> Option<String> {
    let name = one_line(name);
    let name = furniture::byline(&name).unwrap_or(name);
    (!name.is_empty() && !name.contains("://")).then_some(name)
}

/// A list of names as one line, each once.
fn people(names: impl IntoIterator<Item = String>) -> Option<String> {
    const MOST: usize = 50;
    let mut named: Vec<String> = Vec::new();
    for name in names.into_iter().take(MOST) {
        named.extend(person(&name).filter(|name| !named.contains(name)));
    }
    (!named.is_empty()).then(|| named.join(", "))
}

/// A moment as items write it: a midnight without zone stands for the day.
fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let day = text.strip_suffix("T000000").or_else(|| text.strip_suffix("T00:00:00")).unwrap_or(text);
    crate::dates_in_text::moment(day)
}

#[cfg(test)]
mod tests;
