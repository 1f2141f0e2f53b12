//! A story as a document.

use app::documents::{Choice, Filter, Format, Rows, Ruled};
use serde::Deserialize;
use ts_rs::TS;

/// Write a story of the library as a report. Sends `progress`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveReport {
    pub job: u32,
    pub story: String,
    /// Where to; what is there is replaced.
    pub path: String,
    pub format: ReportFormat,
    /// Rows without a divergence that is shown, too.
    pub agreed: bool,
    /// Lowest score of a finding, 0 to 1.
    pub min_score: f64,
    pub findings: ReportedFindings,
    pub notes: bool,
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

impl SaveReport {
    pub fn choice(&self) -> Choice {
        let rows = if self.agreed { Rows::All } else { Rows::Divergent };
        let ruled = match self.findings {
            ReportedFindings::All => Ruled::Any,
            ReportedFindings::NotDismissed => Ruled::NotDismissed,
            ReportedFindings::Confirmed => Ruled::Confirmed,
        };
        let filter = Filter { rows, min_score: self.min_score, ruled, ..Filter::all() };
        Choice { notes: self.notes, ..Choice::of(filter) }
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
