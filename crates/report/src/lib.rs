//! Turns a comparison into a document; one module a format.
//!
//! - [`Account`] is what a document tells about, [`Format`] the list of documents,
//! - [`synopsis`] arranges a comparison for reading: rows, columns, marks; every format that
//!   people read is written from it,
//! - [`Choice`] says what is in it and in which form,
//! - [`document`] is a report before it has a format: what [`html`] and the like are written from,
//! - [`html`] is a page that stands alone, [`markdown`] is for notes and repositories,
//!   [`docx`] for editing, [`pdf`] for print and archives,
//! - [`excerpt`] is a single finding, to be put into a letter,
//! - [`preview`] shows what a format looks like before it is saved,
//! - [`sheets`] are tables, of which [`xlsx`] and [`csv`] are written,
//! - [`tei`] is a critical apparatus, articles its witnesses,
//! - [`json`] is the interchange of docs/interchange.md,
//! - [`plain`] makes text of others harmless.
//!
//! Invariant: finds nothing and writes no files; documents are returned as bytes, and the same
//! comparison gives the same bytes. Text of others is escaped for the format it goes into.

mod choice;
pub mod csv;
pub mod document;
pub mod docx;
pub mod excerpt;
pub mod html;
#[cfg(any(test, feature = "invented"))]
pub mod invented;
pub mod json;
pub mod markdown;
pub mod pdf;
pub mod plain;
mod plot;
pub mod preview;
mod retold;
pub mod sheets;
pub mod synopsis;
pub mod tei;
pub mod xlsx;

pub use choice::{Choice, Cover, Language, PageSize, Texts};
use document::Document;
use pdf::GoOn;
use retold::Retold;
use std::collections::BTreeMap;
use story::{Article, Comparison, Decided, Sha256, Story, Timestamp};
use synopsis::Synopsis;

/// One story with everything that a document tells about it.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    pub story: &'a Story,
    /// In the order of the comparison.
    pub articles: &'a [Article],
    pub comparison: &'a Comparison,
    /// What the user ruled.
    pub decided: &'a Decided,
    /// When files were brought into a library, by their bytes; `None` for files that were only read.
    pub imported: Option<&'a BTreeMap<Sha256, Timestamp>>,
}

/// The documents that can be made of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Html,
    Pdf,
    Markdown,
    Docx,
    Xlsx,
    Csv,
    Tei,
    Json,
}

impl Format {
    pub const ALL: [Format; 8] = [
        Format::Html,
        Format::Pdf,
        Format::Docx,
        Format::Xlsx,
        Format::Csv,
        Format::Markdown,
        Format::Tei,
        Format::Json,
    ];

    /// What it is called where it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Tei => "tei",
            _ => self.ending(),
        }
    }

    /// The usual ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Markdown => "md",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Csv => "csv",
            Format::Tei => "xml",
            Format::Json => "json",
        }
    }

    /// The format that a file name's ending asks for, without the dot and in any case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Format::Html),
            "pdf" => Some(Format::Pdf),
            "md" | "markdown" => Some(Format::Markdown),
            "docx" => Some(Format::Docx),
            "xlsx" => Some(Format::Xlsx),
            "csv" => Some(Format::Csv),
            "xml" | "tei" => Some(Format::Tei),
            "json" => Some(Format::Json),
            _ => None,
        }
    }

    /// The document. JSON always holds everything, whatever the filter.
    ///
    /// # Errors
    /// Where a PDF cannot be set, and where `go_on`, which setting one asks often, says to stop.
    pub fn write(self, account: Account, choice: &Choice, go_on: GoOn) -> Result<Vec<u8>, pdf::Error> {
        let retold = Retold::of(account, choice);
        let account = retold.as_ref().map_or(account, |retold| retold.account(account));
        let synopsis = || Synopsis::of(account, &choice.filter);
        let document = || Document::of(&synopsis(), choice);
        Ok(match self {
            Format::Html => html::write(&document()),
            Format::Pdf => pdf::write(&document(), go_on)?,
            Format::Docx => docx::write(&document()),
            Format::Markdown => markdown::write(&document()),
            Format::Xlsx => xlsx::write(&synopsis()),
            Format::Csv => csv::write(&synopsis()),
            Format::Tei => tei::write(&synopsis()),
            Format::Json => json::comparisons(&[account]),
        })
    }
}
