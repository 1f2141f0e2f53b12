//! Finds in each claim what can diverge.
//!
//! One facet is one file; [`find`] calls each of them for every claim.

pub(crate) mod attributions;
pub(crate) mod closed_class;
pub(crate) mod figures;
pub(crate) mod hedges;
pub(crate) mod names;
pub(crate) mod negations;
mod outward;
pub(crate) mod places;
pub(crate) mod quotations;
#[cfg(test)]
pub(crate) mod test_text;
pub(crate) mod times;

use crate::{syntax::Tree, text::Text};
use attributions::Attribution;
use figures::Figure;
use hedges::Hedge;
use names::Participant;
use negations::Negation;
pub(crate) use outward::outward;
use places::Place;
use quotations::Quotation;
use story::Span;
use times::Time;

/// What one claim holds of each facet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets {
    pub(crate) figures: Vec<Figure>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) times: Vec<Time>,
    pub(crate) hedges: Vec<Hedge>,
    pub(crate) negations: Vec<Negation>,
    pub(crate) places: Vec<Place>,
    pub(crate) participants: Vec<Participant>,
    /// How its words hang together.
    pub(crate) tree: Tree,
}

/// The facets of every claim of an article, in the order of the claims.
pub(crate) fn find(text: &Text) -> Vec<Facets> {
    let published = times::published(text);
    // Quotations and attributions run over claims; the other facets stand within one.
    let quotations = quotations::find(text);
    let attributions = attributions::find(text, &quotations);
    let mut found: Vec<Facets> = text
        .claims
        .iter()
        .zip(quotations)
        .zip(attributions)
        .map(|((claim, quotations), attributions)| {
            let tree = Tree::of(&claim.words);
            let participants = names::participants(claim, &tree);
            let times = times::times(claim, published);
            // "Three people told the Courier" counts sources, not what is told.
            let sources = attributions.iter().filter(|attribution| attribution.carried == 0).map(|found| found.source);
            let taken: Vec<Span> = times.iter().map(|time| time.span).chain(sources).collect();
            Facets {
                figures: figures::figures(claim, &taken),
                times,
                hedges: hedges::hedges(claim, &quotations),
                negations: negations::negations(claim),
                places: places::places(claim, &participants),
                participants,
                tree,
                quotations,
                attributions,
            }
        })
        .collect();
    names::resolve(&mut found);
    found
}
