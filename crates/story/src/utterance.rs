//! What somebody said, as several outlets tell it.

use crate::{Evidence, GroupId, article::digest, comparison::places};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names an utterance by the evidence of its versions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UtteranceId(pub String);

/// One utterance that two or more outlets carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    pub id: UtteranceId,
    /// The groups in which it stands, in their order.
    pub groups: Vec<GroupId>,
    /// By article, then place.
    pub versions: Vec<Version>,
    /// Which version is the longest direct one.
    pub base: usize,
}

/// An utterance as one article gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Where it stands, each part within one claim: at least one, in the order of the text.
    pub parts: Vec<Evidence>,
    /// The uttered words, quoted or reported: the parts, joined.
    pub words: String,
    /// Whether they stand in quotation marks.
    pub direct: bool,
    /// Who is said to have uttered them; empty where nobody is.
    pub speaker: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The words that attribute: `said`, `claimed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
}

impl UtteranceId {
    /// The id of the utterance that rests on this evidence, whatever its order.
    pub fn of<'a>(evidence: impl IntoIterator<Item = &'a Evidence>) -> Self {
        Self(digest(&places(evidence).iter().map(String::as_str).collect::<Vec<_>>()))
    }
}

impl fmt::Display for UtteranceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
