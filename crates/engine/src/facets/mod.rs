//! Finds in each claim what can diverge.
//!
//! One facet is one file; [`find`] calls each of them for every claim.

pub(crate) mod closed_class;
pub(crate) mod figures;

use crate::text::Text;
use figures::Figure;

/// What one claim holds of each facet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets {
    pub(crate) figures: Vec<Figure>,
}

/// The facets of every claim of an article, in the order of the claims.
pub(crate) fn find(text: &Text) -> Vec<Facets> {
    text.claims.iter().map(|claim| Facets { figures: figures::figures(claim, &[]) }).collect()
}
