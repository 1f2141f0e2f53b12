//! Who vouches for what in a story.

use crate::{Evidence, article::digest, comparison::places};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a voice by what it vouches for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VoiceId(pub String);

/// Who is said to vouch for claims: one person, body or group, under whatever names the articles use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    pub id: VoiceId,
    /// The fullest name that an article gives.
    pub name: String,
    /// Who that is, in the words of an article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    pub sort: VoiceSort,
    /// At least one; by article, then place.
    pub vouched: Vec<Vouched>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoiceSort {
    /// A person by name, or a body that can be asked.
    Named,
    /// Officials, witnesses, a person familiar with the matter.
    Anonymous,
    /// A newspaper, agency, broadcaster or site.
    Outlet,
}

/// One claim that somebody vouches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// Source and cue where they stand in the claim, else the words that are carried over to that source.
    pub evidence: Evidence,
    /// The words that attribute: `said`, `according to`.
    pub cue: String,
    /// Whether the cue takes a side, as "admitted" and "claimed" do.
    pub loaded: bool,
}

/// A report of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    pub evidence: Evidence,
    /// Who passed it on, from the article to whoever first said it.
    pub links: Vec<String>,
}

impl VoiceSort {
    pub fn name(self) -> &'static str {
        match self {
            VoiceSort::Named => "named",
            VoiceSort::Anonymous => "anonymous",
            VoiceSort::Outlet => "outlet",
        }
    }
}

impl VoiceId {
    /// The id of the voice of this name that rests on this evidence, whatever its order.
    pub fn of<'a>(name: &str, evidence: impl IntoIterator<Item = &'a Evidence>) -> Self {
        let places = places(evidence);
        Self(digest(&std::iter::once(name).chain(places.iter().map(String::as_str)).collect::<Vec<_>>()))
    }
}

impl fmt::Display for VoiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
