//! One story: its comparison, and what the user rules.

use app::{
    ClaimId, GroupId,
    decisions::{Relink as Asked, Say},
};
use serde::Deserialize;
use ts_rs::TS;

/// Compare a story of the library, or open its comparison as it was kept. Sends `progress`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CompareStory {
    pub job: u32,
    pub story: String,
}

/// Rule on a finding.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Decide {
    pub story: String,
    pub divergence: String,
    pub ruling: FindingRuling,
}

/// What a user may say of a divergence. A ruling and a note stand beside each other.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FindingRuling {
    Confirm,
    Dismiss,
    /// Takes back a confirmation or dismissal.
    Reopen,
    /// An empty note is no note.
    Annotate {
        note: String,
    },
}

/// Rule on which claims report the same thing; the story is compared anew. Sends `progress`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Relink {
    pub job: u32,
    pub story: String,
    pub ruling: LinkRuling,
}

/// Claims and rows are named by their ids.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum LinkRuling {
    /// These two claims report the same thing.
    Pin { a: String, b: String },
    /// They do not.
    Cut { a: String, b: String },
    /// These two rows are one.
    Merge { rows: [String; 2] },
    /// These claims leave the row and make one of their own.
    Split { row: String, claims: Vec<String> },
    /// Takes back what was ruled of these two claims.
    Free { a: String, b: String },
}

/// Every quantity and time that two or more outlets give.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowFigures {
    pub story: String,
}

/// Every utterance that two or more outlets carry.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowQuotes {
    pub story: String,
}

/// Who vouches for what.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowSources {
    pub story: String,
}

impl From<FindingRuling> for Say {
    fn from(ruling: FindingRuling) -> Self {
        match ruling {
            FindingRuling::Confirm => Say::Confirm,
            FindingRuling::Dismiss => Say::Dismiss,
            FindingRuling::Reopen => Say::Reopen,
            FindingRuling::Annotate { note } => Say::Annotate(note),
        }
    }
}

impl From<LinkRuling> for Asked {
    fn from(ruling: LinkRuling) -> Self {
        match ruling {
            LinkRuling::Pin { a, b } => Asked::Pin(ClaimId(a), ClaimId(b)),
            LinkRuling::Cut { a, b } => Asked::Cut(ClaimId(a), ClaimId(b)),
            LinkRuling::Merge { rows: [one, other] } => Asked::Merge(GroupId(one), GroupId(other)),
            LinkRuling::Split { row, claims } => {
                Asked::Split { row: GroupId(row), claims: claims.into_iter().map(ClaimId).collect() }
            }
            LinkRuling::Free { a, b } => Asked::Free(ClaimId(a), ClaimId(b)),
        }
    }
}
