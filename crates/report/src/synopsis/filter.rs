//! What of a comparison is shown.

use story::{Divergence, Kind};

/// What of a comparison is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    pub rows: Rows,
    /// Empty for all.
    pub kinds: Vec<Kind>,
    /// Lowest score of a divergence, 0 to 1.
    pub min_score: f64,
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
        Self { rows: Rows::All, kinds: Vec::new(), min_score: 0.0 }
    }

    /// Whether no divergence is left out.
    pub fn shows_all_findings(&self) -> bool {
        self.kinds.is_empty() && self.min_score <= 0.0
    }

    pub(super) fn shows(&self, divergence: &Divergence) -> bool {
        self.shows_kind(divergence.kind) && divergence.score >= self.min_score
    }

    pub(super) fn shows_kind(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}
