//! The units in which quantities are shown.

use crate::facets::figures::Dimension;

/// The unit, and how many base units it holds, in which the smallest of the quantities reads well.
pub(super) fn unit(dimension: Dimension, smallest: f64) -> (&'static str, f64) {
    let ladder: &[(&str, f64)] = match dimension {
        Dimension::Length => &[("km", 1000.0), ("m", 1.0), ("cm", 0.01), ("mm", 0.001)],
        Dimension::Area => &[("km²", 1e6), ("ha", 1e4), ("m²", 1.0)],
        Dimension::Mass => &[("t", 1000.0), ("kg", 1.0), ("g", 0.001)],
        Dimension::Volume => &[("l", 1.0)],
        Dimension::Speed => &[("km/h", 1.0 / 3.6)],
        Dimension::Duration => &[
            ("years", 31_556_952.0),
            ("months", 2_629_746.0),
            ("days", 86_400.0),
            ("hours", 3600.0),
            ("minutes", 60.0),
            ("seconds", 1.0),
        ],
        Dimension::Temperature => return ("°C", 1.0),
        Dimension::Power => &[("MW", 1e6), ("W", 1.0)],
        Dimension::Times => &[("times", 1.0)],
        Dimension::Share => &[("%", 0.01)],
        Dimension::Points => &[("percentage points", 1.0)],
        Dimension::Money(currency) => return (currency, 1.0),
    };
    let fitting = ladder.iter().find(|(_, factor)| smallest >= factor * 0.999);
    *fitting.unwrap_or(&ladder[ladder.len() - 1])
}

/// Without the noise of the conversion: six significant digits where that is all but the same.
pub(super) fn clean(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 10_f64.powi(5 - libm::floor(libm::log10(value.abs())) as i32);
    let rounded = (value * digits).round() / digits;
    if (rounded - value).abs() <= 1e-9 * value.abs() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_quantity_chooses_the_unit() {
        assert_eq!(unit(Dimension::Length, 16_093.44), ("km", 1000.0));
        assert_eq!(unit(Dimension::Duration, 1_209_600.0), ("days", 86_400.0));
        assert_eq!(unit(Dimension::Mass, 0.0), ("g", 0.001));
    }

    #[test]
    fn conversion_leaves_no_noise() {
        assert_eq!(clean(0.35 / 0.01).to_string(), "35");
        assert_eq!(clean(16.09344).to_string(), "16.09344");
    }
}
