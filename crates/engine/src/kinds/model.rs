//! Tells how probable it is that a careful reader would note a divergence between two rivals.

use super::{KINDS, rivals::MEASURED};
use crate::align::Regression;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};
use story::Kind;

/// A regression for each kind: `data/divergences.json`, written by `cargo xtask train divergences`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Model {
    pub name: String,
    pub kinds: BTreeMap<Kind, Regression>,
}

static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/divergences.json")).expect("a test reads the shipped weights")
});

impl Model {
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// 0 to 1; of kinds without weights nothing is known.
    pub(super) fn probability(&self, kind: Kind, features: &[f64]) -> f64 {
        self.kinds.get(&kind).map_or(0.5, |fit| fit.probability(features.iter()))
    }
}

/// The names of what is measured on the rivals of each kind, in its order.
pub(crate) fn features(kind: Kind) -> Vec<&'static str> {
    let own = KINDS.iter().filter(|judge| judge.kind == kind).flat_map(|judge| judge.measured);
    MEASURED.iter().chain(own).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_those_of_what_is_measured() {
        for kind in Kind::ALL {
            let fit = &Model::shipped().kinds[&kind];
            assert!(fit.features().eq(features(kind)), "{kind:?}");
        }
    }
}
