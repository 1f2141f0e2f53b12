//! Which articles are near enough to each other for a closer look, and how near the nearest of each is.

use super::pairs::{Features, Pile};
use rayon::prelude::*;

/// Least likeness of two bodies, 0 to 1, for a closer look.
const LIKE_ENOUGH: f64 = 0.04;

/// A term in more articles than this, and in more than a tenth of all, calls for no closer look.
const RARE: usize = 50;

/// The pairs of a pile that are worth a closer look.
pub(crate) struct Near {
    /// Smaller index first, sorted.
    pairs: Vec<(usize, usize)>,
    likenesses: Vec<Likeness>,
    /// By article: how like it the likest other is. Nothing for one that stands already: which of its
    /// own story are near it was not looked at.
    nearest: Vec<Likeness>,
}

/// How alike two bodies, leads, and sets of names are, 0 to 1 each.
pub(crate) type Likeness = [f64; 3];

impl Near {
    /// Leaves out the pairs of two articles that both `stand` already.
    pub(crate) fn of(pile: &Pile, stands: impl Fn(usize) -> bool + Sync) -> Self {
        let pairs = pairs(pile, &stands);
        let likenesses: Vec<Likeness> = pairs.par_iter().map(|&(a, b)| pile.likenesses(a, b)).collect();
        let mut nearest = vec![Likeness::default(); pile.len()];
        for (&(a, b), likeness) in pairs.iter().zip(&likenesses) {
            for article in [a, b].into_iter().filter(|&article| !stands(article)) {
                nearest[article] = std::array::from_fn(|at| nearest[article][at].max(likeness[at]));
            }
        }
        Self { pairs, likenesses, nearest }
    }

    /// Every pair and how it compares, in order.
    pub(crate) fn compared<'n>(
        &'n self,
        pile: &'n Pile,
    ) -> impl IndexedParallelIterator<Item = (usize, usize, Features)> + 'n {
        self.pairs.par_iter().zip(&self.likenesses).map(|(&(a, b), &likeness)| {
            let margins = std::array::from_fn(|at| margin(likeness[at], self.nearest[a][at], self.nearest[b][at]));
            (a, b, pile.features(a, b, likeness, margins))
        })
    }
}

/// How near a likeness comes to that of the nearest, 0 to 1, for the one of the two articles for
/// which it comes nearer.
fn margin(likeness: f64, nearest_a: f64, nearest_b: f64) -> f64 {
    let known = [nearest_a, nearest_b].into_iter().filter(|&nearest| nearest > 0.0);
    known.fold(0.0, |best, nearest| best.max(likeness / nearest))
}

fn pairs(pile: &Pile, stands: &(impl Fn(usize) -> bool + Sync)) -> Vec<(usize, usize)> {
    let postings = postings(pile);
    let near = |b: usize| {
        let mut likeness = vec![0.0; pile.len()];
        for &(term, weight) in &pile.body().of[b] {
            postings[term as usize].iter().for_each(|&(a, other)| likeness[a as usize] += weight * other);
        }
        // Of two that are both open, the second one tells of the pair.
        let is_told_here = |&a: &usize| if stands(a) { true } else { a < b };
        let near = (0..pile.len()).filter(|&a| likeness[a] > LIKE_ENOUGH).filter(is_told_here);
        near.map(|a| (a.min(b), a.max(b))).collect::<Vec<_>>()
    };
    let open: Vec<usize> = (0..pile.len()).filter(|&article| !stands(article)).collect();
    let mut pairs: Vec<_> = open.into_par_iter().flat_map_iter(near).collect();
    pairs.par_sort_unstable();
    pairs
}

/// The articles of every term that calls for a closer look, in order, with its weight there.
fn postings(pile: &Pile) -> Vec<Vec<(u32, f64)>> {
    let body = pile.body();
    let rare = |count: u32| count as usize <= RARE.max(pile.len() / 10);
    let mut postings = vec![Vec::new(); body.frequency.len()];
    for (article, vector) in body.of.iter().enumerate() {
        for &(term, weight) in vector.iter().filter(|(term, _)| rare(body.frequency[*term as usize])) {
            postings[term as usize].push((article as u32, weight));
        }
    }
    postings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(likeness: f64, nearest_a: f64, nearest_b: f64, expected: f64) {
        assert!((margin(likeness, nearest_a, nearest_b) - expected).abs() < 1e-9);
    }

    #[test]
    fn the_nearest_of_either_has_the_full_margin() {
        check(0.2, 0.2, 0.8, 1.0);
        check(0.2, 0.4, 0.8, 0.5);
    }

    #[test]
    fn an_article_that_stands_has_no_say() {
        check(0.2, 0.0, 0.4, 0.5);
    }

    #[test]
    fn articles_that_share_nothing_have_no_margin() {
        check(0.0, 0.0, 0.0, 0.0);
    }
}
