//! The thresholds of a comparison. They are recorded with it.

use crate::align;
use std::collections::BTreeMap;
use story::Engine;

/// What a user may turn; everything else is part of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Lowest probability at which two claims are linked, 0 to 1.
    pub link_threshold: f64,
    /// Lowest probability at which a divergence is shown, 0 to 1.
    pub divergence_threshold: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { link_threshold: 0.25, divergence_threshold: 0.2 }
    }
}

impl Settings {
    /// What is recorded with every comparison made under these settings, and finds it again.
    pub fn engine(&self) -> Engine {
        Engine { version: crate::VERSION.into(), model: align::model_name(), settings: self.record() }
    }

    fn record(&self) -> BTreeMap<String, f64> {
        BTreeMap::from([
            ("link_threshold".into(), self.link_threshold),
            ("divergence_threshold".into(), self.divergence_threshold),
        ])
    }
}
