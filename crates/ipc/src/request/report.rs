//! A story as a document.

use app::documents::{Choice, Cover, Filter, Format, Language, PageSize, Rows, Ruled, Texts};
use serde::Deserialize;
use story::DivergenceId;
use ts_rs::TS;

/// Write a story of the library as a report. Sends `progress`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveReport {
    pub job: u32,
    /// Where to; what is there is replaced.
    pub path: String,
    pub report: Report,
}

/// Make a report to be looked at before it is saved, in place of the last one that was. Sends `progress`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewReport {
    pub job: u32,
    pub report: Report,
}

/// Let go of what was made to be looked at.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ClosePreview {}

/// A story as a report: what it holds, and how it looks.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Report {
    pub story: String,
    pub format: ReportFormat,
    /// Rows without a divergence that is shown, too.
    pub agreed: bool,
    /// Lowest score of a finding, 0 to 1.
    pub min_score: f64,
    pub findings: ReportedFindings,
    /// Only these findings, by their ids; empty for all.
    pub only: Vec<String>,
    pub notes: bool,
    /// The articles' whole texts, not only the paragraphs of the evidence.
    pub whole_texts: bool,
    /// Letters for outlets, without bylines, addresses and files.
    pub anonymous: bool,
    pub paper: Paper,
    pub language: ReportLanguage,
    /// `None` for no title page.
    pub cover: Option<ReportCover>,
}

/// Put one finding on the clipboard, with what is needed to check it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CopyFinding {
    pub story: String,
    /// Its id.
    pub finding: String,
    pub form: CopyForm,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyForm {
    /// Without marks, also for programs that take them.
    Plain,
    Rich,
    Picture,
}

/// Show the report that was saved last in the system's own list of files.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RevealReport {}

/// The size of a report's pages.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    A4,
    Letter,
}

/// The language of everything in a report that is not text of others.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportLanguage {
    En,
    De,
    Fr,
    Es,
}

/// The title page of a report; what is empty is left out.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportCover {
    pub author: String,
    pub affiliation: String,
    /// As the author writes it.
    pub date: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    Html,
    Pdf,
    Docx,
    Xlsx,
    Csv,
    Markdown,
    Tei,
    Json,
}

/// Which findings are told by what the user said of them.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportedFindings {
    All,
    NotDismissed,
    Confirmed,
}

impl Report {
    pub fn choice(&self) -> Choice {
        let rows = if self.agreed { Rows::All } else { Rows::Divergent };
        let ruled = match self.findings {
            ReportedFindings::All => Ruled::Any,
            ReportedFindings::NotDismissed => Ruled::NotDismissed,
            ReportedFindings::Confirmed => Ruled::Confirmed,
        };
        let findings = self.only.iter().cloned().map(DivergenceId).collect();
        let cover = |cover: &ReportCover| {
            let ReportCover { author, affiliation, date } = cover.clone();
            Cover { author, affiliation, date }
        };
        Choice {
            filter: Filter { rows, min_score: self.min_score, ruled, findings, ..Filter::all() },
            notes: self.notes,
            texts: if self.whole_texts { Texts::Whole } else { Texts::Evidence },
            anonymous: self.anonymous,
            page: match self.paper {
                Paper::A4 => PageSize::A4,
                Paper::Letter => PageSize::Letter,
            },
            language: match self.language {
                ReportLanguage::En => Language::English,
                ReportLanguage::De => Language::German,
                ReportLanguage::Fr => Language::French,
                ReportLanguage::Es => Language::Spanish,
            },
            cover: self.cover.as_ref().map(cover),
        }
    }
}

impl From<ReportFormat> for Format {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Html => Format::Html,
            ReportFormat::Pdf => Format::Pdf,
            ReportFormat::Docx => Format::Docx,
            ReportFormat::Xlsx => Format::Xlsx,
            ReportFormat::Csv => Format::Csv,
            ReportFormat::Markdown => Format::Markdown,
            ReportFormat::Tei => Format::Tei,
            ReportFormat::Json => Format::Json,
        }
    }
}
