//! Mail: newsletters, articles that a colleague forwards or pastes, and files that hang on a mail.
//!
//! What the mail is about counts, not the mail: of a forwarded article the sender, the subject and the day that stand
//! inside; of a newsletter those of the mail itself.

mod eml;
mod forwarded;
mod furniture;
mod mbox;
mod msg;

use super::{File, Found, Inner, web::body};
use crate::{
    lines,
    paste::{self, is_name},
    plain::{folded, words},
};
pub(crate) use eml::{is_eml, read_eml};
pub(crate) use mbox::{is_mbox, read_mbox};
pub(crate) use msg::{is_msg, read_msg};
use story::{Draft, Oddity, Remedy, Timestamp, address::host};

/// One mail, whatever program kept it.
#[derive(Debug, Default)]
struct Letter {
    sender: Sender,
    subject: String,
    sent: Option<Timestamp>,
    html: Option<String>,
    /// Without what wrapped its lines, where the mail says so.
    text: Option<String>,
    is_newsletter: bool,
    attachments: Vec<Attachment>,
}

#[derive(Debug, Default, Clone)]
struct Sender {
    name: String,
    address: String,
}

#[derive(Debug)]
struct Attachment {
    name: String,
    bytes: Vec<u8>,
}

/// Words of prose from which the text of a mail is an article, and those from which it is one though files with
/// articles hang on it: "see attachment" is said in fewer.
const LEAST: usize = 15;
const LEAST_BESIDE_FILES: usize = 60;

fn found(file: &File, letter: &Letter) -> Result<Found, Oddity> {
    let inner: Vec<Inner> = (2..)
        .zip(&letter.attachments)
        .map(|(entry, attachment)| file.open(entry, &attachment.name, &attachment.bytes))
        .collect();
    let has_articles = inner.iter().any(|inner| !inner.found.drafts.is_empty() || !inner.found.inner.is_empty());
    let (draft, oddities) = article(file, letter);
    let least = if has_articles { LEAST_BESIDE_FILES } else { LEAST };
    if body::words_of_prose(&draft.paragraphs) >= least {
        return Ok(Found { drafts: vec![(1, draft)], oddities, inner, ..Found::default() });
    }
    if inner.is_empty() {
        let what = "The mail holds no article, only a few words.";
        return Err(Oddity::about(
            file.name,
            Remedy::FetchAgain,
            what,
            "Look whether the article is only linked there.",
        ));
    }
    Ok(Found { inner, ..Found::default() })
}

fn article(file: &File, letter: &Letter) -> (Draft, Vec<Oddity>) {
    let mut lines = letter.lines();
    let forwarded = forwarded::taken_from(&mut lines);
    furniture::drop_from(&mut lines);
    if forwarded.is_none() && !letter.is_newsletter {
        return pasted(file, letter, lines);
    }
    let is_forwarded = forwarded.is_some();
    let envelope = forwarded.unwrap_or_else(|| Envelope {
        sender: letter.sender.clone(),
        subject: letter.subject.clone(),
        sent: letter.sent.clone(),
    });
    let title = without_prefixes(&envelope.subject);
    let mut draft = titled(lines, &title);
    draft.outlet = draft.outlet.take().or_else(|| outlet(&envelope.sender)).or_else(|| of_address(&draft));
    draft.published = draft.published.take().or(envelope.sent);
    draft.url = draft
        .url
        .take()
        .or_else(|| letter.html.as_deref().and_then(furniture::address_of_page).filter(|_| !is_forwarded));
    draft.language = Some(crate::language::language(&draft.paragraphs, None));
    (draft, Vec::new())
}

/// What a mail, or a mail inside it, says of itself.
#[derive(Debug, Default, Clone)]
struct Envelope {
    sender: Sender,
    subject: String,
    sent: Option<Timestamp>,
}

/// An article that somebody pasted into a mail of theirs: the day of the mail is a doubtful one.
fn pasted(file: &File, letter: &Letter, lines: Vec<String>) -> (Draft, Vec<Oddity>) {
    let mut draft = paste::article(lines);
    if draft.title.is_empty() {
        draft.title = without_prefixes(&letter.subject);
    }
    draft.outlet = draft
        .outlet
        .take()
        .or_else(|| of_address(&draft))
        .or_else(|| Some(letter.sender.name.clone()).filter(|name| super::head::is_outlet(name)));
    let mut oddities = Vec::new();
    if let (None, Some(sent)) = (&draft.published, &letter.sent) {
        draft.published = sent.date().map(Timestamp::from_date);
        let what = "The text gives no date; the day on which the mail was sent was taken.";
        oddities.push(Oddity::about(file.name, Remedy::Check, what, "Check the article's date."));
    }
    draft.language = Some(crate::language::language(&draft.paragraphs, None));
    (draft, oddities)
}

/// The lines as an article of this title: where the title stands again above the text, what is above it goes.
fn titled(mut lines: Vec<String>, title: &str) -> Draft {
    const HEAD: usize = 8;
    let again = lines.iter().take(HEAD).position(|line| folded(line) == folded(title));
    match again {
        Some(at) => drop(lines.drain(..at)),
        None if !title.is_empty() => lines.insert(0, title.to_owned()),
        None => {}
    }
    let mut draft = paste::article(lines);
    if !title.is_empty() {
        draft.paragraphs.retain(|line| folded(line) != folded(title));
        draft.title = title.to_owned();
    }
    draft
}

/// Who sends a newsletter is its outlet; a colleague's name is none.
fn outlet(sender: &Sender) -> Option<String> {
    let name = sender.name.trim_matches(['"', '\'', ' ']);
    let is_person = is_name(name) && !super::head::is_outlet(name) && !furniture::is_of_machine(&sender.address);
    let is_address = name.contains('@') || name.is_empty();
    (!is_person && !is_address).then(|| name.to_owned())
}

fn of_address(draft: &Draft) -> Option<String> {
    draft.url.as_deref().and_then(host).map(str::to_owned)
}

/// The subject without what mail programs put before it: `WG: Fwd: `.
fn without_prefixes(subject: &str) -> String {
    const PREFIXES: &[&str] = &[
        "fwd",
        "fw",
        "wg",
        "tr",
        "re",
        "aw",
        "rv",
        "enc",
        "i",
        "vs",
        "vb",
        "doorst",
        "転送",
        "转发",
        "轉寄",
        "הועבר",
        "fyi",
    ];
    let mut rest = subject.trim();
    while let Some((prefix, after)) = rest.split_once([':', '：']) {
        if !PREFIXES.contains(&prefix.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim();
    }
    crate::plain::one_line(rest)
}

impl Letter {
    /// The lines of its text: of the page if it has one that says anything.
    fn lines(&self) -> Vec<String> {
        let of_page = self.html.as_deref().map(|html| {
            let html = furniture::without_hidden(html);
            body::leveled(&forwarded::parted(&html)).into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        });
        let of_text = || self.text.as_deref().map(|text| lines::paragraphs(&unquoted(text))).unwrap_or_default();
        of_page.filter(|lines| lines.iter().map(|line| words(line)).sum::<usize>() >= LEAST).unwrap_or_else(of_text)
    }
}

/// A text of which most lines are quoted, without the marks of one level.
fn unquoted(text: &str) -> String {
    let (mut quoted, mut all) = (0, 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        all += 1;
        quoted += usize::from(line.starts_with('>'));
    }
    if quoted * 2 <= all {
        return text.to_owned();
    }
    let bare = |line: &str| line.strip_prefix("> ").or(line.strip_prefix('>')).unwrap_or(line).to_owned();
    text.lines().map(bare).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
