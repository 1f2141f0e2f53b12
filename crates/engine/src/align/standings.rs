//! How a pair stands among its rivals: the pairs of the same claim with other claims of the same article.

use rayon::prelude::*;

/// 1 / rank and lead over the best rival, from the side where they are better and from the other.
pub(super) type Standing = [f64; 4];

/// By pair; `pairs` are in order, the smaller claim first, and the claims of an article follow each other.
pub(super) fn standings(pairs: &[(usize, usize)], articles: &[usize], values: &[f64]) -> Vec<Standing> {
    let forth: Vec<usize> = (0..pairs.len()).collect();
    let mut back = forth.clone();
    back.par_sort_unstable_by_key(|&at| (pairs[at].1, pairs[at].0));
    let forth = seen(&forth, values, |at| (pairs[at].0, articles[pairs[at].1]));
    let back = seen(&back, values, |at| (pairs[at].1, articles[pairs[at].0]));
    let both = forth.into_par_iter().zip(back);
    both.map(|(a, b)| [a.0.max(b.0), a.0.min(b.0), a.1.max(b.1), a.1.min(b.1)]).collect()
}

/// By pair: 1 / rank and lead over the best rival; rivals are those that share a `side` and follow each other in `order`.
fn seen(order: &[usize], values: &[f64], side: impl Fn(usize) -> (usize, usize) + Sync) -> Vec<(f64, f64)> {
    let rivals: Vec<&[usize]> = order.chunk_by(|&a, &b| side(a) == side(b)).collect();
    let told: Vec<Vec<(usize, (f64, f64))>> =
        rivals.par_iter().map(|rivals| rivals.iter().map(|&at| (at, among(at, rivals, values))).collect()).collect();
    let mut seen = vec![(0.0, 0.0); values.len()];
    for (at, standing) in told.into_iter().flatten() {
        seen[at] = standing;
    }
    seen
}

fn among(at: usize, rivals: &[usize], values: &[f64]) -> (f64, f64) {
    let others = || rivals.iter().filter(|&&rival| rival != at).map(|&rival| values[rival]);
    let rank = 1 + others().filter(|&value| value > values[at]).count();
    (1.0 / rank as f64, values[at] - others().fold(0.0, f64::max))
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
