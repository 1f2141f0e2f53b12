//! Who vouches for what.

use super::EvidenceView;
use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourcesView {
    /// Those whom most outlets cite first.
    pub sources: Vec<SourceView>,
    /// "A reports that B reported that C said", each once.
    pub chains: Vec<ChainView>,
    /// Claims that each article makes in its own voice, one an article.
    pub own_voice: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourceView {
    pub id: String,
    pub name: String,
    pub role: Option<String>,
    /// `named`, `anonymous`, `outlet`.
    pub sort: String,
    /// What the source vouches for, one list an article.
    pub vouched: Vec<Vec<VouchedView>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VouchedView {
    /// Indices of the rows in which the claim stands.
    pub rows: Vec<usize>,
    /// `said`, `according to`.
    pub cue: String,
    /// Whether the cue takes a side, as "admitted" and "claimed" do.
    pub loaded: bool,
    pub evidence: EvidenceView,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChainView {
    /// Index of the article that reports.
    pub article: usize,
    /// Who passed it on, from the article to whoever first said it.
    pub links: Vec<String>,
    pub evidence: EvidenceView,
}
