//! The weights that tell whether two articles tell the same event.

use super::pairs::{FEATURES, Features};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// A logistic regression over [`FEATURES`], and the threshold at which stories part.
///
/// `cargo xtask train stories` fits it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Where it comes from, for people.
    pub origin: String,
    /// Closeness of two clusters, in log odds, at which they are one story.
    pub threshold: f64,
    pub bias: f64,
    pub weights: BTreeMap<String, f64>,
}

impl Model {
    /// The weights that ship with the engine.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
            serde_json::from_str(include_str!("../../data/stories.json")).expect("a test reads the shipped file")
        });
        &SHIPPED
    }

    /// Weights and bias in the order of [`FEATURES`]; a feature without a weight does not count.
    pub(crate) fn scorer(&self) -> impl Fn(&Features) -> f64 + Sync + use<> {
        let weights = FEATURES.map(|feature| self.weights.get(feature).copied().unwrap_or(0.0));
        let bias = self.bias;
        move |features| bias + weights.iter().zip(features).map(|(weight, value)| weight * value).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_of_known_features() {
        let known = |name: &String| FEATURES.contains(&name.as_str());
        assert!(Model::shipped().weights.keys().all(known));
    }
}
