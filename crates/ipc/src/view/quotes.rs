//! Utterances that two or more outlets carry.

use super::EvidenceView;
use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuotesView {
    /// Those with more versions first.
    pub utterances: Vec<UtteranceView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UtteranceView {
    pub id: String,
    /// Indices of the rows in which it stands.
    pub rows: Vec<usize>,
    /// By publication.
    pub versions: Vec<VersionView>,
    /// Which version the others are laid beside at first: the longest direct one.
    pub base: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VersionView {
    /// Index of the article.
    pub article: usize,
    /// The uttered words, quoted or reported.
    pub words: String,
    /// Whether they stand in quotation marks.
    pub direct: bool,
    /// Who is said to have uttered them; empty where nobody is.
    pub speaker: String,
    pub role: Option<String>,
    /// `said`, `claimed`: the word that attributes.
    pub cue: Option<String>,
    pub evidence: EvidenceView,
}
