//! Turns the bytes of any file into articles and a list of what was odd about it.
//!
//! - [`read`] is the way in, [`Watch`] looks on meanwhile, [`refuse_by_size`] the question to ask before a file is opened,
//! - [`attached`] names the files that belong to a list of references,
//! - [`Bounds`] say how much work one file may cause,
//! - [`ColumnMap`] says which column of a table holds what, where the names do not,
//! - [`formats`] is the list of formats, one line a format, one module a format,
//! - [`annotated`] reads stories that people have annotated, for measuring.
//!
//! Invariant: no database, no network; malformed input is data, never a panic. Every file gives
//! articles, or at least one oddity that says why not and what to do.

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
mod nesting;
mod outlet;
mod paste;
mod people;
mod plain;
mod xml;

pub use bounds::{Bounds, refuse_by_size, said as said_bytes};
pub use columns::{ColumnMap, Field, Holding};
pub use formats::reads_ending;
use formats::{File, Format, Found, Inner};
pub use guard::left_behind;
use nesting::Nesting;
pub use nesting::{Beside, OnPlace, Place, Watch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use story::{Article, Importer, Oddity, Remedy, Sha256, Source};

/// What was found in one file or in many.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Imported {
    pub articles: Vec<Article>,
    pub oddities: Vec<Oddity>,
    /// How the file looks, if it is a table; of an archive the first table in it that is to be explained.
    pub table: Option<Sample>,
}

/// The beginning of a table, for somebody who says what its columns hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    pub columns: Vec<String>,
    /// The first rows, a cell for each column; long cells are cut.
    pub rows: Vec<Vec<String>>,
    /// Columns that were taken for a field.
    pub taken: BTreeMap<Field, usize>,
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
    read_watched(name, bytes, bounds, columns, Watch::default())
}

/// Reads one file as [`read_mapped`] does. `watch` is told where in the
/// file the reader is.
pub fn read_watched(name: &str, bytes: &[u8], bounds: &Bounds, columns: &ColumnMap, watch: Watch) -> Imported {
    let refusal = refuse_by_size(name, bytes.len() as u64, bounds);
    let result = refusal.map_or_else(|| found(name, bytes, bounds, columns, watch), Err);
    result.map_or_else(
        |oddity| Imported { oddities: vec![oddity], ..Imported::default() },
        |(format, found)| imported(name, &Sha256::of(bytes), format, found),
    )
}

/// The files that a list of references attaches to them, by their paths from its folder; none for any other file. They
/// are read with the list where [`Watch::beside`] hands them over.
pub fn attached(name: &str, bytes: &[u8], bounds: &Bounds) -> Vec<String> {
    let (owned_name, bytes, limits) = (name.to_owned(), bytes.to_owned(), bounds.clone());
    let nesting = Nesting::outermost(bounds, Watch::default());
    let pulse = nesting.pulse.clone();
    let listed = guard::run(name, bounds.seconds, &pulse, move || {
        let columns = ColumnMap::default();
        formats::attached(&File {
            name: &owned_name,
            bytes: &bytes,
            bounds: &limits,
            columns: &columns,
            nesting: &nesting,
        })
    });
    listed.unwrap_or_default()
}

/// What is said of a file whose reading made its process end.
pub fn fatal(name: &str) -> Oddity {
    let what = "The file is damaged in a way that stops its reader.";
    Oddity::about(name, Remedy::Convert, what, "Save it in another format, for instance as plain text.")
}

fn found(
    name: &str,
    bytes: &[u8],
    bounds: &Bounds,
    columns: &ColumnMap,
    watch: Watch,
) -> Result<(&'static Format, Found), Oddity> {
    if let Some(oddity) = refuse_as_blank(name, bytes) {
        return Err(oddity);
    }
    let (owned_name, bytes) = (name.to_owned(), bytes.to_owned());
    let (limits, columns, nesting) = (bounds.clone(), columns.clone(), Nesting::outermost(bounds, watch));
    let pulse = nesting.pulse.clone();
    nesting.is_here();
    guard::run(name, bounds.seconds, &pulse, move || {
        let file = File { name: &owned_name, bytes: &bytes, bounds: &limits, columns: &columns, nesting: &nesting };
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
    let mut imported = Imported::default();
    imported.take(&Whence { path: name, name, member: None }, sha256, format, found);
    if imported.articles.is_empty() && !imported.oddities.iter().any(Oddity::is_failure) {
        let what = "No article was found in the file.";
        let advice = "Copy the article's text into a text file.";
        imported.oddities.push(Oddity::about(name, Remedy::Convert, what, advice));
    }
    imported
}

/// Where articles were found.
struct Whence<'a> {
    /// The outermost file's name as given.
    path: &'a str,
    /// The name of the file itself.
    name: &'a str,
    /// Number and name of the member, for a file inside others.
    member: Option<(usize, String)>,
}

impl Imported {
    fn take(&mut self, whence: &Whence, sha256: &Sha256, format: &Format, found: Found) {
        let importer = Importer { name: format.name.into(), version: format.version };
        let is_told = |table: &Sample| whence.member.is_none() || columns::is_to_be_explained(&table.columns);
        self.table = self.table.take().or(found.table.filter(is_told));
        self.oddities.extend(found.oddities.into_iter().map(|oddity| whence.of_oddity(oddity)));
        let is_one = found.drafts.len() == 1;
        for (entry, draft) in found.drafts {
            let outlet = outlet::by_file_name(whence.name, &draft);
            let source = whence.of_article(entry, is_one);
            self.articles.push(Article::from_draft(draft, &outlet, sha256.clone(), source, importer.clone()));
        }
        for Inner { entry, name, format, found } in found.inner {
            let member = match &whence.member {
                Some((outer, member)) => (*outer, format!("{member}/{name}")),
                None => (entry, name.clone()),
            };
            self.take(&Whence { path: whence.path, name: &name, member: Some(member) }, sha256, format, found);
        }
    }
}

impl Whence<'_> {
    /// The source of the article that stands at `entry` of the file, alone in it or not.
    fn of_article(&self, entry: usize, is_one: bool) -> Source {
        let path = self.path.to_owned();
        match &self.member {
            None => Source { path, entry, member: None },
            Some((outer, member)) if is_one => Source { path, entry: *outer, member: Some(member.clone()) },
            Some((outer, member)) => Source { path, entry: *outer, member: Some(format!("{member}, {entry}")) },
        }
    }

    fn of_oddity(&self, oddity: Oddity) -> Oddity {
        let path = self.path.to_owned();
        let Some((outer, member)) = &self.member else { return Oddity { path, ..oddity } };
        let member = oddity.entry.map_or_else(|| member.clone(), |entry| format!("{member}, {entry}"));
        Oddity { path, entry: Some(*outer), member: Some(member), ..oddity }
    }
}
