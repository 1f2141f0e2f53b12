//! Tells from the features of a pair how probable it is that both claims report the same thing.

use super::features::{FEATURES, Features};
use serde::Deserialize;
use std::sync::LazyLock;

/// A logistic regression: `data/alignment.json`, written by `cargo xtask train alignment`.
#[derive(Debug, Deserialize)]
pub(crate) struct Model {
    pub(crate) name: String,
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
    debug_assert!(model.weights.iter().map(|weight| weight.feature.as_str()).eq(FEATURES));
    model
});

impl Model {
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// 0 to 1.
    pub(super) fn probability(&self, features: &Features) -> f64 {
        let sum = self.weights.iter().zip(features).fold(self.intercept, |sum, (weight, value)| {
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
        let features: Vec<&str> = Model::shipped().weights.iter().map(|weight| weight.feature.as_str()).collect();
        assert_eq!(features, FEATURES);
    }
}
