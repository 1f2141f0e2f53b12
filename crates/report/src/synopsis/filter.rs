//! What of a comparison is shown.

use story::{Divergence, DivergenceId, FindingDecision, Kind, Verdict};

/// What of a comparison is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    pub rows: Rows,
    /// Empty for all.
    pub kinds: Vec<Kind>,
    /// Lowest score of a divergence, 0 to 1.
    pub min_score: f64,
    pub ruled: Ruled,
    /// Only these findings; empty for all.
    pub findings: Vec<DivergenceId>,
}

/// Which findings are shown by what the user said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruled {
    /// All of them.
    Any,
    NotDismissed,
    Confirmed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    All,
    /// Those with a divergence that is shown.
    Divergent,
}

impl Filter {
    /// Shows everything.
    pub fn all() -> Self {
        Self { rows: Rows::All, kinds: Vec::new(), min_score: 0.0, ruled: Ruled::Any, findings: Vec::new() }
    }

    /// Whether no divergence is left out.
    pub fn shows_all_findings(&self) -> bool {
        self.kinds.is_empty() && self.min_score <= 0.0 && self.ruled == Ruled::Any && self.findings.is_empty()
    }

    pub(super) fn shows(&self, divergence: &Divergence, decision: Option<&FindingDecision>) -> bool {
        let verdict = decision.and_then(|decision| decision.verdict);
        let is_ruled_so = match self.ruled {
            Ruled::Any => true,
            Ruled::NotDismissed => verdict != Some(Verdict::Dismissed),
            Ruled::Confirmed => verdict == Some(Verdict::Confirmed),
        };
        let is_chosen = self.findings.is_empty() || self.findings.contains(&divergence.id);
        is_ruled_so && is_chosen && self.shows_kind(divergence.kind) && divergence.score >= self.min_score
    }

    pub(super) fn shows_kind(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}
