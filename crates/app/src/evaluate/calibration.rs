//! How far probabilities can be trusted: of the pairs told 0.8, eight of ten should be right.

use std::ops::Add;

/// Pairs by the probability told of them, in ten bins of equal width.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Calibration {
    pub bins: [Bin; 10],
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    pub count: usize,
    /// The probabilities told, summed.
    pub told: f64,
    /// How many of the pairs are truly joined.
    pub right: usize,
}

impl Calibration {
    /// Of the probability told of each pair, and whether it is truly joined.
    pub fn of(pairs: impl IntoIterator<Item = (f64, bool)>) -> Self {
        let mut calibration = Self::default();
        for (told, is_right) in pairs {
            let bin = &mut calibration.bins[((told * 10.0) as usize).min(9)];
            *bin = Bin { count: bin.count + 1, told: bin.told + told, right: bin.right + usize::from(is_right) };
        }
        calibration
    }

    /// The expected calibration error: how far what is told and what is true lie apart on average,
    /// each bin by its number of pairs (Naeini, Cooper and Hauskrecht 2015). 0 to 1.
    pub fn error(&self) -> f64 {
        let pairs: usize = self.bins.iter().map(|bin| bin.count).sum();
        let apart: f64 = self.bins.iter().map(|bin| (bin.told - bin.right as f64).abs()).sum();
        apart / pairs.max(1) as f64
    }

    /// The bins that hold pairs.
    pub fn held(&self) -> impl Iterator<Item = &Bin> {
        self.bins.iter().filter(|bin| bin.count > 0)
    }
}

impl Bin {
    /// The mean of what was told.
    pub fn mean(&self) -> f64 {
        self.told / self.count.max(1) as f64
    }

    /// The share that is truly joined.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.count.max(1) as f64
    }
}

impl Add<&Calibration> for Calibration {
    type Output = Calibration;

    fn add(mut self, other: &Calibration) -> Calibration {
        for (bin, other) in self.bins.iter_mut().zip(&other.bins) {
            *bin = Bin { count: bin.count + other.count, told: bin.told + other.told, right: bin.right + other.right };
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_what_was_told_against_what_is_true() {
        let calibration = Calibration::of([(0.05, false), (0.15, false), (0.85, true), (0.85, false), (1.0, true)]);
        assert_eq!(calibration.held().map(|bin| bin.count).collect::<Vec<_>>(), [1, 1, 2, 1]);
        // |0.05 - 0| + |0.15 - 0| + |1.7 - 1| + |1 - 1| of five pairs
        assert!((calibration.error() - 0.18).abs() < 1e-12, "{}", calibration.error());
        assert!((Calibration::default().error()).abs() < 1e-12, "nothing told, nothing wrong");
    }

    #[test]
    fn stories_are_pooled_by_their_pairs() {
        let (one, other) = ([(0.31, true), (0.39, false)], [(0.92, true)]);
        let both = Calibration::of(one) + &Calibration::of(other);
        assert_eq!(both, Calibration::of(one.into_iter().chain(other)));
    }
}
