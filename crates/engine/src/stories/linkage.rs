//! Joins articles into clusters by average linkage that minds how large they are.
//!
//! Sokal and Michener 1958, on a sparse graph: a pair that shares too little to be compared
//! counts as [`FLOOR`]. Two stories of many articles each are seldom one; an article that is
//! somewhat like all of a large story often belongs to it, since some tell it from afar.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BinaryHeap},
};

/// Log odds further out than this say no more; a pair without a score counts as `-FLOOR`.
const FLOOR: f64 = 6.0;

/// What a mean loses for each e-fold of the smaller cluster, in log odds.
const RIVALS: f64 = 0.5;

/// What a mean gains for each e-fold of the larger cluster, in log odds.
const MANY: f64 = 0.25;

/// Log odds that two articles tell the same event; the smaller index first.
pub(crate) type Scored = (usize, usize, f64);

/// Joins the closest clusters until the [`closeness`] of any two falls below `threshold`.
///
/// Articles of the same seed are together from the start, and those of two seeds never meet.
/// Returns the members of each cluster, sorted, in the order of their first members.
pub(crate) fn join(seeds: &[Option<usize>], scored: &[Scored], threshold: f64) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(seeds);
    for &(a, b, score) in scored {
        clusters.add(a, b, score.clamp(-FLOOR, FLOOR) + FLOOR);
    }
    let mut open = BinaryHeap::new();
    for a in 0..seeds.len() {
        clusters.offer(a, |a, b| a < b, threshold, &mut open);
    }
    while let Some(best) = open.pop() {
        if clusters.is_current(&best) {
            clusters.merge(best.a, best.b);
            clusters.offer(best.a, |_, _| true, threshold, &mut open);
        }
    }
    clusters.members.into_iter().filter(|members| !members.is_empty()).map(sorted).collect()
}

struct Clusters {
    /// By first member; empty where a cluster went into another.
    members: Vec<Vec<usize>>,
    seed: Vec<Option<usize>>,
    /// Where the cluster stands of which an article was the first member.
    home: Vec<usize>,
    /// For each cluster, the clusters that it shares scored pairs with, and their sum.
    sums: Vec<BTreeMap<usize, f64>>,
}

/// Two clusters that could be joined. Out of date once either has grown.
#[derive(Debug, PartialEq)]
struct Offer {
    closeness: f64,
    a: usize,
    b: usize,
    sizes: (usize, usize),
}

impl Clusters {
    fn new(seeds: &[Option<usize>]) -> Self {
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        let mut members = vec![Vec::new(); seeds.len()];
        let mut home = Vec::with_capacity(seeds.len());
        for (article, seed) in seeds.iter().enumerate() {
            let at = seed.map_or(article, |seed| *first.entry(seed).or_insert(article));
            members[at].push(article);
            home.push(at);
        }
        Self { members, seed: seeds.to_vec(), home, sums: vec![BTreeMap::new(); seeds.len()] }
    }

    fn add(&mut self, a: usize, b: usize, score: f64) {
        let (a, b) = (self.home[a], self.home[b]);
        if a != b {
            *self.sums[a].entry(b).or_default() += score;
            *self.sums[b].entry(a).or_default() += score;
        }
    }

    fn offer(&self, a: usize, which: fn(usize, usize) -> bool, threshold: f64, open: &mut BinaryHeap<Offer>) {
        for (&b, &sum) in &self.sums[a] {
            let (first, second) = (a.min(b), a.max(b));
            let sizes = (self.members[first].len(), self.members[second].len());
            let closeness = closeness(sum / (sizes.0 * sizes.1) as f64 - FLOOR, sizes);
            if which(a, b) && closeness >= threshold && !(self.seed[a].is_some() && self.seed[b].is_some()) {
                open.push(Offer { closeness, a: first, b: second, sizes });
            }
        }
    }

    fn is_current(&self, offer: &Offer) -> bool {
        (self.members[offer.a].len(), self.members[offer.b].len()) == offer.sizes
    }

    /// Puts `b` into `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        self.seed[a] = self.seed[a].or(self.seed[b]);
        self.sums[a].remove(&b);
        for (near, sum) in std::mem::take(&mut self.sums[b]) {
            self.sums[near].remove(&b);
            if near != a {
                *self.sums[a].entry(near).or_default() += sum;
                *self.sums[near].entry(a).or_default() += sum;
            }
        }
    }
}

impl Eq for Offer {}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.closeness.total_cmp(&other.closeness);
        order.then_with(|| (other.a, other.b, other.sizes).cmp(&(self.a, self.b, self.sizes)))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Of two clusters whose articles have these `mean` log odds.
fn closeness(mean: f64, sizes: (usize, usize)) -> f64 {
    let e_folds = |size: usize| libm::log(size as f64);
    mean - RIVALS * e_folds(sizes.0.min(sizes.1)) + MANY * e_folds(sizes.0.max(sizes.1))
}

fn sorted(mut members: Vec<usize>) -> Vec<usize> {
    members.sort_unstable();
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seeds: &[Option<usize>], scored: &[Scored], expected: &[&[usize]]) {
        assert_eq!(join(seeds, scored, 0.0), expected);
    }

    #[test]
    fn likely_pairs_join_and_unlikely_ones_do_not() {
        check(&[None; 4], &[(0, 1, 3.0), (1, 2, -1.0), (2, 3, 0.5)], &[&[0, 1], &[2, 3]]);
    }

    #[test]
    fn one_likely_pair_does_not_chain_two_clusters() {
        check(&[None; 4], &[(0, 1, 5.0), (2, 3, 5.0), (1, 2, 4.0)], &[&[0, 1], &[2, 3]]);
    }

    #[test]
    fn one_more_joins_many_more_easily_than_many_do() {
        assert!(closeness(-0.4, (1, 10)) > 0.0 && closeness(-0.4, (1, 1)) < 0.0);
        assert!(closeness(0.5, (10, 10)) < 0.0 && closeness(0.5, (1, 1)) > 0.0);
    }

    #[test]
    fn seeds_hold_together_whatever_the_scores() {
        check(&[Some(7), None, Some(7)], &[(0, 2, -5.0), (1, 2, -5.0)], &[&[0, 2], &[1]]);
    }

    #[test]
    fn two_seeds_never_meet() {
        check(&[Some(1), Some(2), None], &[(0, 1, 6.0), (0, 2, 1.0), (1, 2, 2.0)], &[&[0], &[1, 2]]);
    }
}
