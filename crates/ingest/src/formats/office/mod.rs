//! Documents of word processors: one module for what each format keeps about its text, the text
//! itself through one model.

mod docx;
mod epub;
mod odt;
mod package;
mod rtf;
mod texts;

use super::{File, Found, head, press};
use anydoc::{ConvertError, Format};
pub(crate) use docx::{is_docx, read_docx};
pub(crate) use epub::{is_epub, read_epub};
pub(crate) use odt::{is_odt, read_odt};
pub(super) use package::Parts;
pub(crate) use rtf::{is_rtf, read_rtf};
use story::{Draft, Oddity, Remedy, Timestamp};
pub(crate) use texts::Texts;

/// What a document says about itself beside its text.
#[derive(Debug, Default)]
struct Facts {
    title: Option<String>,
    author: Option<String>,
    created: Option<Timestamp>,
    language: Option<String>,
    /// The text of each page header.
    headers: Vec<String>,
}

/// The texts of a document whose package has been bounded.
fn texts(name: &str, bytes: &[u8], format: Format) -> Result<Texts, Oddity> {
    anydoc::to_document(bytes, format).map(|document| Texts::of(&document)).map_err(|error| unread(name, &error))
}

/// A document that is one article, unless a press database made it.
fn article(file: &File, facts: &Facts, texts: Texts) -> Found {
    if let Some(bundle) = press::bundle(file, &texts.lines()) {
        return bundle;
    }
    let mut draft = draft(facts, texts);
    let oddities = head::date_by_file(file.name, &mut draft, facts.created.clone()).into_iter().collect();
    let drafts = if draft.paragraphs.is_empty() { Vec::new() } else { vec![(1, draft)] };
    Found { drafts, oddities, ..Found::default() }
}

fn draft(facts: &Facts, texts: Texts) -> Draft {
    let (above, title, below) = texts.parted(facts.title.as_deref());
    let above: Vec<&str> = above.iter().map(String::as_str).collect();
    let mut draft = Draft { language: facts.language.clone(), ..Draft::default() };
    draft.outlet = facts.headers.iter().find(|text| head::is_outlet(text)).cloned();
    draft.title = title.unwrap_or_default();
    head::take_facts_above(&above, &mut draft);
    draft.paragraphs = head::take_facts_below(below, &mut draft);
    if draft.title.is_empty() {
        draft.title = head::title_of(&mut draft.paragraphs);
    }
    if draft.title.is_empty() {
        draft.title = facts.title.clone().unwrap_or_default();
    }
    draft.byline = draft.byline.take().or_else(|| facts.author.clone());
    head::finish(&mut draft);
    draft
}

fn unread(name: &str, error: &ConvertError) -> Oddity {
    match error {
        ConvertError::Encrypted => {
            let what = "The document is locked with a password.";
            Oddity::about(name, Remedy::Unlock, what, "Open it with its password and save a copy without one.")
        }
        ConvertError::ResourceLimit { .. } => {
            too_much(name, "The document is larger or more deeply nested than what is read.")
        }
        _ => damaged(name),
    }
}

fn damaged(name: &str) -> Oddity {
    let what = "The document is damaged or cut short.";
    Oddity::about(name, Remedy::FetchAgain, what, "Get it again, or open it in Word and save a copy.")
}

fn too_much(name: &str, what: &str) -> Oddity {
    Oddity::about(name, Remedy::Shrink, what, "Copy the article into a new document.")
}

/// A title that a person gave; programs put file names there.
fn title_given(title: String) -> Option<String> {
    Some(title).filter(|title| title.contains(' '))
}

/// A person's name; programs put the name of the account there.
fn author_given(author: String) -> Option<String> {
    Some(author).filter(|author| crate::plain::words(author) >= 2)
}
