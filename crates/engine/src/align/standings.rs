//! How a pair stands among its rivals: the pairs of the same claim with other claims of the same article.

use rayon::prelude::*;

/// 1 / rank and lead over the best rival, from the side where they are better and from the other.
pub(super) type Standing = [f64; 4];

/// How a value stands among its rivals.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// 1 for the best.
    pub(super) rank: usize,
    /// How much better than the best rival, or than 0 without one; negative if it is not the best.
    pub(super) lead: f64,
}

pub(super) fn place(value: f64, rivals: impl Iterator<Item = f64>) -> Place {
    let (rank, best) =
        rivals.fold((1, 0.0_f64), |(rank, best), rival| (rank + usize::from(rival > value), best.max(rival)));
    Place { rank, lead: value - best }
}

/// By pair; `pairs` are in order, the smaller claim first, and the claims of an article follow each other.
pub(super) fn standings(pairs: &[(usize, usize)], articles: &[usize], values: &[f64]) -> Vec<Standing> {
    let forth: Vec<usize> = (0..pairs.len()).collect();
    let mut back = forth.clone();
    back.par_sort_unstable_by_key(|&at| (pairs[at].1, pairs[at].0));
    let forth = seen(&forth, values, |at| (pairs[at].0, articles[pairs[at].1]));
    let back = seen(&back, values, |at| (pairs[at].1, articles[pairs[at].0]));
    let both = forth.into_par_iter().zip(back);
    both.map(|(a, b)| standing(a, b)).collect()
}

pub(super) fn standing(forth: Place, back: Place) -> Standing {
    let ranks = both_ways(1.0 / forth.rank as f64, 1.0 / back.rank as f64);
    let leads = both_ways(forth.lead, back.lead);
    [ranks.0, ranks.1, leads.0, leads.1]
}

/// The greater one and the smaller one: what is measured from both claims must not depend on which is named first.
pub(super) fn both_ways(a: f64, b: f64) -> (f64, f64) {
    (a.max(b), a.min(b))
}

/// By pair; rivals are those that share a `side` and follow each other in `order`.
fn seen(order: &[usize], values: &[f64], side: impl Fn(usize) -> (usize, usize) + Sync) -> Vec<Place> {
    let rivals: Vec<&[usize]> = order.chunk_by(|&a, &b| side(a) == side(b)).collect();
    let of = |rivals: &[usize], at: usize| {
        place(values[at], rivals.iter().filter(|&&rival| rival != at).map(|&rival| values[rival]))
    };
    let told: Vec<Vec<(usize, Place)>> =
        rivals.par_iter().map(|rivals| rivals.iter().map(|&at| (at, of(rivals, at))).collect()).collect();
    let mut seen = vec![Place::default(); values.len()];
    for (at, place) in told.into_iter().flatten() {
        seen[at] = place;
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims 0 to 9 stand in the first article, 10 to 19 in the second, and so on.
    fn check(pairs: &[(usize, usize, f64)], expected: &[Standing]) {
        let articles: Vec<usize> = (0..30).map(|claim| claim / 10).collect();
        let (named, values): (Vec<_>, Vec<_>) = pairs.iter().map(|&(a, b, value)| ((a, b), value)).unzip();
        for (standing, expected) in standings(&named, &articles, &values).iter().zip(expected) {
            assert!(standing.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{standing:?}");
        }
    }

    #[test]
    fn a_claim_without_rivals_is_first_by_all_it_has() {
        check(&[(0, 10, 0.5)], &[[1.0, 1.0, 0.5, 0.5]]);
    }

    #[test]
    fn rivals_are_of_one_article() {
        check(&[(0, 10, 0.5), (0, 20, 0.9)], &[[1.0, 1.0, 0.5, 0.5], [1.0, 1.0, 0.9, 0.9]]);
    }

    #[test]
    fn both_sides_are_told_the_better_first() {
        check(
            &[(0, 10, 0.5), (0, 11, 0.7), (1, 11, 0.9)],
            &[[1.0, 0.5, 0.5, -0.2], [1.0, 0.5, 0.2, -0.2], [1.0, 1.0, 0.9, 0.2]],
        );
    }
}
