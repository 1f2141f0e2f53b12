//! What the facets of two claims say about whether they report the same thing.

use crate::facets::{
    Facets,
    figures::{Figure, Measure},
};

/// 1 where a facet of both agrees, -1 where both have it and none agrees, 0 where one lacks it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) speaker: f64,
    pub(super) figure: f64,
    pub(super) day: f64,
    pub(super) place: f64,
}

impl Told {
    pub(super) fn of(a: &Facets, b: &Facets) -> Self {
        let days = |facets: &Facets| facets.times.iter().filter_map(|time| time.days).collect::<Vec<_>>();
        let figures = |facets: &Facets| {
            facets.figures.iter().filter(|one| one.measure != Measure::Bare).cloned().collect::<Vec<_>>()
        };
        Self {
            speaker: agree(&a.attributions, &b.attributions, |one, other| one.speaker.same(&other.speaker)),
            figure: agree(&figures(a), &figures(b), same_figure),
            day: agree(&days(a), &days(b), |one, other| one.first <= other.last && other.first <= one.last),
            place: agree(&a.places, &b.places, |one, other| one.name == other.name),
        }
    }
}

fn agree<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> f64 {
    match (a.is_empty() || b.is_empty(), a.iter().any(|one| b.iter().any(|other| same(one, other)))) {
        (true, _) => 0.0,
        (false, true) => 1.0,
        (false, false) => -1.0,
    }
}

fn same_figure(a: &Figure, b: &Figure) -> bool {
    a.measure == b.measure && a.amount.low <= b.amount.high && b.amount.low <= a.amount.high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &[i32], b: &[i32], expected: f64) {
        assert!((agree(a, b, |one, other| one == other) - expected).abs() < 1e-9);
    }

    #[test]
    fn one_facet_in_common_is_agreement() {
        check(&[1, 2], &[2, 3], 1.0);
    }

    #[test]
    fn facets_of_which_none_agrees_speak_against() {
        check(&[1], &[2, 3], -1.0);
    }

    #[test]
    fn a_facet_that_one_lacks_says_nothing() {
        check(&[1], &[], 0.0);
    }
}
