//! What the user ruled, in terms that outlive the comparison in which it was ruled: articles, places in
//! their bodies and the words there, never the ids of rows.

use crate::{ArticleId, DivergenceId, Kind, Reading, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// All that was ruled about some articles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Decisions {
    /// By time, the oldest first.
    pub findings: Vec<FindingDecision>,
    /// By time; the last word on a pair counts.
    pub links: Vec<LinkDecision>,
}

/// What the user says of a divergence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingDecision {
    /// The divergence as it was called then.
    pub divergence: DivergenceId,
    pub kind: Kind,
    /// The readings as they were then, with their evidence.
    pub readings: Vec<Reading>,
    /// `None` where there is a note alone.
    pub verdict: Option<Verdict>,
    /// Empty for none.
    pub note: String,
    /// Of the last change.
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Confirmed,
    Dismissed,
}

/// What the user says of two claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkDecision {
    /// The smaller of the two.
    pub a: Passage,
    pub b: Passage,
    pub ruling: LinkRuling,
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkRuling {
    /// They report the same thing.
    Pinned,
    /// They do not.
    Cut,
}

/// A claim as it stood when something was ruled of it: found again by its place and words, also where a newer
/// engine cuts the article into other claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    pub article: ArticleId,
    /// Bytes of the article's body.
    pub span: Span,
    pub text: String,
}

/// Decisions as they bear on one comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decided {
    /// By time, the oldest first.
    pub findings: Vec<DecidedFinding>,
    /// By time, the oldest first.
    pub links: Vec<DecidedLink>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedFinding {
    pub decision: FindingDecision,
    /// Index of the divergence; `None` where the comparison no longer supports the decision.
    pub divergence: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedLink {
    pub decision: LinkDecision,
    /// Indices of the claims `a` and `b`; `None` where one is no longer there.
    pub claims: Option<(usize, usize)>,
}

impl Decided {
    /// What was ruled of a divergence.
    pub fn of(&self, divergence: usize) -> Option<&FindingDecision> {
        self.findings.iter().find(|found| found.divergence == Some(divergence)).map(|found| &found.decision)
    }

    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.links.is_empty()
    }
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Dismissed => "dismissed",
        }
    }
}

impl LinkRuling {
    pub fn name(self) -> &'static str {
        match self {
            LinkRuling::Pinned => "pinned",
            LinkRuling::Cut => "cut",
        }
    }
}
