//! Utterances that two or more outlets carry.

use super::{EvidenceView, story::Places};
use app::compare::Compared;
use serde::Serialize;
use story::{Utterance, Version};
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
    /// The first part: `words` may join parts of several claims.
    pub evidence: EvidenceView,
}

impl QuotesView {
    pub fn of(compared: &Compared) -> Self {
        let places = Places::of(compared);
        Self { utterances: compared.comparison.utterances.iter().map(|found| utterance(&places, found)).collect() }
    }
}

fn utterance(places: &Places, utterance: &Utterance) -> UtteranceView {
    UtteranceView {
        id: utterance.id.0.clone(),
        rows: places.rows(&utterance.groups),
        versions: utterance.versions.iter().filter_map(|found| version(places, found)).collect(),
        base: utterance.base,
    }
}

/// `None` for a version without words, which the engine does not make.
fn version(places: &Places, version: &Version) -> Option<VersionView> {
    let first = version.parts.first()?;
    Some(VersionView {
        article: places.article(&first.article),
        words: version.words.clone(),
        direct: version.direct,
        speaker: version.speaker.clone(),
        role: version.role.clone(),
        cue: version.cue.clone(),
        evidence: places.words(first),
    })
}
