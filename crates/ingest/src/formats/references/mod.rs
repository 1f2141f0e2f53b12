//! Lists of references: RIS, BibTeX, CSL JSON, Zotero RDF.
//!
//! A reference is no article, nor is its abstract. Its article is the full text that a note gives, or the file attached
//! to it; what the reference says stands over what that file says of itself.

mod attached;
mod bibtex;
mod csl;
mod ris;
mod zotero;

use super::{File, Found, head, tables};
use crate::{dates_in_text, nesting};
pub(crate) use bibtex::is_bibtex;
pub(crate) use csl::is_csl;
use regex::Regex;
pub(crate) use ris::is_ris;
use std::sync::LazyLock;
use story::{Draft, Oddity, Remedy, Timestamp, address};
pub(crate) use zotero::is_zotero;

/// One reference.
#[derive(Debug, Default)]
struct Reference {
    /// Its paragraphs are the full text, if the list holds it.
    draft: Draft,
    /// Files attached to it, by their paths from the folder of the list.
    files: Vec<String>,
}

/// The references of a list, and what was odd about the list itself.
type Listed = Result<(Vec<Reference>, Vec<Oddity>), Oddity>;

pub(crate) fn read_zotero(file: &File) -> Result<Found, Oddity> {
    zotero::listed(file).map(|listed| found(file, listed))
}

pub(crate) fn read_ris(file: &File) -> Result<Found, Oddity> {
    ris::listed(file).map(|listed| found(file, listed))
}

pub(crate) fn read_bibtex(file: &File) -> Result<Found, Oddity> {
    bibtex::listed(file).map(|listed| found(file, listed))
}

pub(crate) fn read_csl(file: &File) -> Result<Found, Oddity> {
    csl::listed(file).map(|listed| found(file, listed))
}

/// The files that a list attaches to its references: they are read with it, and not once more by themselves.
pub(crate) fn attached(file: &File) -> Vec<String> {
    let listed = match file {
        file if is_zotero(file) => zotero::listed(file),
        file if is_ris(file) => ris::listed(file),
        file if is_bibtex(file) => bibtex::listed(file),
        _ => return Vec::new(),
    };
    let references = listed.map_or_else(|_| Vec::new(), |(references, _)| references);
    let with_files = references.into_iter().filter(|reference| reference.draft.paragraphs.is_empty());
    with_files.flat_map(|reference| reference.files).filter_map(|path| nesting::below(&path)).collect()
}

/// The articles that references lead to.
fn found(file: &File, (references, oddities): (Vec<Reference>, Vec<Oddity>)) -> Found {
    let mut found = Found { oddities, ..Found::default() };
    if references.len() > file.bounds.entries {
        let what = format!("The list has more references than are read at once ({}).", file.bounds.entries);
        found.oddities.push(Oddity::about(file.name, Remedy::Shrink, what, "Export fewer at a time."));
    }
    let mut bare = 0;
    for (entry, mut reference) in (1..).zip(references).take(file.bounds.entries) {
        if !reference.draft.paragraphs.is_empty() {
            reference.draft.outlet = reference.draft.outlet.take().or_else(|| site(&reference.draft));
            head::finish(&mut reference.draft);
            found.drafts.push((entry, reference.draft));
        } else if reference.files.is_empty() {
            bare += 1;
        } else {
            attached::read(file, entry, &reference, &mut found);
        }
    }
    found.oddities.extend(without_text(file, bare));
    found
}

fn without_text(file: &File, count: usize) -> Option<Oddity> {
    let references = if count == 1 { "1 reference has".to_owned() } else { format!("{count} references have") };
    let what = format!("{references} no full text; a reference or an abstract is not compared.");
    let advice = "Export the list with its files, or import the articles from their addresses.";
    (count > 0).then(|| Oddity::about(file.name, Remedy::FetchAgain, what, advice))
}

fn site(draft: &Draft) -> Option<String> {
    draft.url.as_deref().and_then(address::host).map(str::to_owned)
}

/// The text behind `Full text:` in a note or an abstract.
fn full_text(note: &str) -> Option<Vec<String>> {
    static MARK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^\s*(?:<[^>]{1,40}>\s*)*(?:full[ -]?text|texte intégral|volltext|texto completo|testo completo|volledige tekst)\s*(?:</[^>]{1,10}>\s*)*[:：]")
            .expect("a pattern of ours compiles")
    });
    let mark = MARK.find(note)?;
    Some(tables::paragraphs(note[mark.end()..].trim_start())).filter(|paragraphs| !paragraphs.is_empty())
}

/// A date as references give it: `2031/05/03/Morning`, `2031`, `3 May 2031`.
fn date(text: &str) -> Option<Timestamp> {
    let parts: Vec<&str> = text.trim().split('/').map(str::trim).collect();
    if let [year, rest @ ..] = parts.as_slice()
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
    {
        let numbers = rest.iter().take(2).take_while(|part| (1..=2).contains(&part.len()));
        return Timestamp::parse(&numbers.fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}")));
    }
    dates_in_text::moment(text)
}

#[cfg(test)]
mod tests;
