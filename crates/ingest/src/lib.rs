//! Turns the bytes of any file into articles and a list of what was odd about it.
//!
//! - [`read`] is the way in, [`refuse_by_size`] the question to ask before a file is opened,
//! - [`Bounds`] say how much work one file may cause,
//! - [`ColumnMap`] says which column of a table holds what, where the names do not,
//! - [`formats`] is the list of formats, one line a format, one module a format,
//! - [`annotated`] reads stories that people have annotated, for measuring.
//!
//! Invariant: no database, no network; malformed input is data, never a panic. Every file gives
//! articles, or at least one oddity that says why not and what to do.

mod address;
pub mod annotated;
mod bounds;
mod columns;
mod dates;
mod dates_in_text;
mod encoding;
mod fields;
mod formats;
mod furniture;
mod guard;
mod language;
mod lines;
mod outlet;
mod paste;
mod plain;

pub use bounds::{Bounds, refuse_by_size};
pub use columns::{ColumnMap, Field};
pub use formats::reads_ending;
use formats::{File, Format, Found};
use story::{Article, Importer, Oddity, Remedy, Sha256, Source};

/// What was found in one file or in many.
#[derive(Debug, Default)]
pub struct Imported {
    pub articles: Vec<Article>,
    pub oddities: Vec<Oddity>,
}

/// Reads one file. `name` is its name as the user gave it; `bytes` is all of it.
///
/// The reading happens on a thread of its own. When it takes longer than `bounds.seconds`, the file
/// is reported and the thread is left behind: nothing waits for it, and it ends with the program at
/// the latest.
pub fn read(name: &str, bytes: &[u8], bounds: &Bounds) -> Imported {
    read_mapped(name, bytes, bounds, &ColumnMap::default())
}

/// Reads one file as [`read`] does; if it is a table, `columns` says what its columns hold.
pub fn read_mapped(name: &str, bytes: &[u8], bounds: &Bounds, columns: &ColumnMap) -> Imported {
    let refusal = refuse_by_size(name, bytes.len() as u64, bounds);
    let result = refusal.map_or_else(|| found(name, bytes, bounds, columns), Err);
    result.map_or_else(
        |oddity| Imported { articles: Vec::new(), oddities: vec![oddity] },
        |(format, found)| imported(name, &Sha256::of(bytes), format, found),
    )
}

fn found(name: &str, bytes: &[u8], bounds: &Bounds, columns: &ColumnMap) -> Result<(&'static Format, Found), Oddity> {
    if let Some(oddity) = refuse_as_blank(name, bytes) {
        return Err(oddity);
    }
    let (owned_name, bytes) = (name.to_owned(), bytes.to_owned());
    let (limits, columns) = (bounds.clone(), columns.clone());
    guard::run(name, bounds, move || {
        let file = File { name: &owned_name, bytes: &bytes, bounds: &limits, columns: &columns };
        let format = formats::told_by(&file);
        (format.read)(&file).map(|found| (format, found))
    })?
}

fn refuse_as_blank(name: &str, bytes: &[u8]) -> Option<Oddity> {
    let blank = bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
    let what = match bytes.len() {
        0 => "The file is empty.",
        _ if blank => "The file holds nothing but blanks.",
        _ => return None,
    };
    Some(Oddity::about(name, Remedy::FetchAgain, what, "Save or download it again."))
}

fn imported(name: &str, sha256: &Sha256, format: &Format, found: Found) -> Imported {
    let importer = Importer { name: format.name.into(), version: format.version };
    let mut oddities = found.oddities;
    let mut articles = Vec::new();
    for (entry, draft) in found.drafts {
        let source = Source { path: name.to_owned(), entry };
        let outlet = outlet::by_file_name(name, &draft);
        articles.push(Article::from_draft(draft, &outlet, sha256.clone(), source, importer.clone()));
    }
    if articles.is_empty() && !oddities.iter().any(Oddity::is_failure) {
        let what = "No article was found in the file.";
        oddities.push(Oddity::about(name, Remedy::Convert, what, "Copy the article's text into a text file."));
    }
    Imported { articles, oddities }
}
