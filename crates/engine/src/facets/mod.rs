//! Finds in each claim what can diverge.
//!
//! One facet is one file; [`find`] calls each of them for every claim.

pub(crate) mod attributions;
pub(crate) mod closed_class;
pub(crate) mod figures;
pub(crate) mod quotations;

use crate::text::Text;
use attributions::Attribution;
use figures::Figure;
use quotations::Quotation;

/// What one claim holds of each facet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets {
    pub(crate) figures: Vec<Figure>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) attributions: Vec<Attribution>,
}

/// The facets of every claim of an article, in the order of the claims.
pub(crate) fn find(text: &Text) -> Vec<Facets> {
    // Quotations and attributions run over claims; the other facets stand within one.
    let quotations = quotations::find(text);
    let attributions = attributions::find(text, &quotations);
    text.claims
        .iter()
        .zip(quotations)
        .zip(attributions)
        .map(|((claim, quotations), attributions)| Facets {
            figures: figures::figures(claim, &[]),
            quotations,
            attributions,
        })
        .collect()
}
