//! Finds in each claim what can diverge.
//!
//! One facet is one file; [`find`] calls each of them for every claim.

use crate::text::Text;

/// What one claim holds of each facet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets {}

/// The facets of every claim of an article, in the order of the claims.
pub(crate) fn find(text: &Text) -> Vec<Facets> {
    text.claims.iter().map(|_| Facets::default()).collect()
}
