//! Tells how probable it is that the two claims of a pair report the same thing.
//!
//! Twice: first from the pair alone, then also from what the first estimates of all pairs say.

use super::{
    context::{CONTEXT, Estimate, contexts},
    features::{FEATURES, Features},
};
use rayon::prelude::*;
use serde::Deserialize;
use std::sync::LazyLock;

/// Two logistic regressions: `data/alignment.json`, written by `cargo xtask train alignment`.
#[derive(Debug, Deserialize)]
pub(crate) struct Model {
    pub(crate) name: String,
    pair: Weights,
    context: Weights,
}

#[derive(Debug, Deserialize)]
struct Weights {
    intercept: f64,
    weights: Vec<Weight>,
}

#[derive(Debug, Deserialize)]
struct Weight {
    feature: String,
    /// What the feature is on average, and how far it strays: the weight is of (value - mean) / deviation.
    mean: f64,
    deviation: f64,
    weight: f64,
}

static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
    let model: Model =
        serde_json::from_str(include_str!("../../data/alignment.json")).expect("a test reads the shipped weights");
    debug_assert!(model.pair.names().eq(FEATURES) && model.context.names().eq(FEATURES.into_iter().chain(CONTEXT)));
    model
});

impl Model {
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The pairs, in their order, with their probabilities.
    pub(super) fn estimates(&self, pairs: &[(usize, usize, Features)], articles: &[usize]) -> Vec<Estimate> {
        let first: Vec<Estimate> =
            pairs.par_iter().map(|(a, b, features)| (*a, *b, self.pair.probability(features.iter()))).collect();
        let contexts = contexts(&first, articles);
        let both = pairs.par_iter().zip(&contexts);
        both.map(|((a, b, features), context)| (*a, *b, self.context.probability(features.iter().chain(context))))
            .collect()
    }
}

impl Weights {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.weights.iter().map(|weight| weight.feature.as_str())
    }

    /// 0 to 1.
    fn probability<'v>(&self, values: impl Iterator<Item = &'v f64>) -> f64 {
        let sum = self.weights.iter().zip(values).fold(self.intercept, |sum, (weight, value)| {
            sum + weight.weight * (value - weight.mean) / weight.deviation
        });
        1.0 / (1.0 + libm::exp(-sum))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_those_of_the_features() {
        assert!(Model::shipped().pair.names().eq(FEATURES));
        assert!(Model::shipped().context.names().eq(FEATURES.into_iter().chain(CONTEXT)));
    }
}
