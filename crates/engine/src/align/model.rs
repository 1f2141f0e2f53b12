//! Tells how probable it is that the two claims of a pair report the same thing.
//!
//! Twice: first from the pair alone, then also from what the first estimates of all pairs say.

use super::{
    context::{CONTEXT, Estimate, contexts},
    features::{FEATURES, Features},
};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Two regressions: `data/alignment.json`, written by `cargo xtask train alignment`.
#[derive(Debug, Clone, Deserialize)]
pub struct Model {
    pub name: String,
    pub pair: Regression,
    pub context: Regression,
}

/// A logistic regression in which each feature counts by a curve: a generalised additive model
/// (Hastie & Tibshirani, 1986).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Regression {
    pub intercept: f64,
    pub curves: Vec<Curve>,
}

/// What one feature adds to the log odds: straight lines between the points, and level beyond them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Curve {
    pub feature: String,
    /// Value of the feature and what it adds; at least one, by rising values.
    pub points: Vec<(f64, f64)>,
}

static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
    let model: Model =
        serde_json::from_str(include_str!("../../data/alignment.json")).expect("a test reads the shipped weights");
    debug_assert!(
        model.pair.features().eq(FEATURES) && model.context.features().eq(FEATURES.into_iter().chain(CONTEXT))
    );
    model
});

impl Model {
    pub fn shipped() -> &'static Self {
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

impl Regression {
    /// The names of the features, in the order in which [`Self::probability`] takes their values.
    pub fn features(&self) -> impl Iterator<Item = &str> {
        self.curves.iter().map(|curve| curve.feature.as_str())
    }

    /// 0 to 1.
    pub fn probability<'v>(&self, values: impl Iterator<Item = &'v f64>) -> f64 {
        let odds = self.curves.iter().zip(values).fold(self.intercept, |sum, (curve, &value)| sum + curve.at(value));
        1.0 / (1.0 + libm::exp(-odds))
    }
}

impl Curve {
    fn at(&self, value: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= value);
        let (Some(&left), Some(&right)) = (self.points.get(after.wrapping_sub(1)), self.points.get(after)) else {
            return self.points[after.min(self.points.len() - 1)].1;
        };
        left.1 + (right.1 - left.1) * (value - left.0) / (right.0 - left.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(points: &[(f64, f64)], value: f64, expected: f64) {
        let curve = Curve { feature: "cosine".into(), points: points.to_vec() };
        assert!((curve.at(value) - expected).abs() < 1e-9, "{}", curve.at(value));
    }

    #[test]
    fn between_two_points_runs_a_straight_line() {
        check(&[(0.0, 1.0), (2.0, 3.0), (4.0, 0.0)], 0.5, 1.5);
        check(&[(0.0, 1.0), (2.0, 3.0), (4.0, 0.0)], 3.0, 1.5);
    }

    #[test]
    fn beyond_what_was_seen_it_stays_level() {
        check(&[(0.0, 1.0), (2.0, 3.0)], -5.0, 1.0);
        check(&[(0.0, 1.0), (2.0, 3.0)], 2.0, 3.0);
        check(&[(0.0, 1.0)], 7.0, 1.0);
    }

    #[test]
    fn the_shipped_weights_are_those_of_the_features() {
        assert!(Model::shipped().pair.features().eq(FEATURES));
        assert!(Model::shipped().context.features().eq(FEATURES.into_iter().chain(CONTEXT)));
    }
}
