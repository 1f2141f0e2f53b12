//! Weighs terms: what few articles say counts much, what all say counts little.

use super::{
    background,
    terms::{Bag, Terms},
};
use rayon::prelude::*;

/// Weights by term, sorted by term; the sum of their squares is 1, or there are none.
pub(crate) type Vector = Vec<(u32, f64)>;

/// The vectors of all articles for one bag, and in how many articles each term stands.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    pub(crate) of: Vec<Vector>,
    pub(crate) frequency: Vec<u32>,
}

/// How many articles of general news stand behind those at hand: a small pile, in which every
/// article has the key words of its one story, must not take them for common words.
const BEHIND: f64 = 200.0;

impl Vectors {
    /// TF-IDF with a logarithmic term frequency, over the articles at hand and those behind them.
    pub(crate) fn new(terms: &[Terms], bag: impl Fn(&Terms) -> &Bag + Sync) -> Self {
        let mut all: Vec<u64> = terms.iter().flat_map(&bag).map(|&(term, _)| term).collect();
        all.par_sort_unstable();
        let (known, frequency): (Vec<u64>, Vec<u32>) =
            all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).unzip();
        let total = terms.len() as f64 + BEHIND + 1.0;
        let idf: Vec<f64> = known
            .par_iter()
            .zip(&frequency)
            .map(|(&term, &here)| libm::log(total / (f64::from(here) + BEHIND * background::share(term) + 0.5)))
            .collect();
        let of = terms
            .par_iter()
            .map(|terms| {
                let weight = |&(term, count): &(u64, u32)| {
                    let index = known.binary_search(&term).expect("every term was counted");
                    (index as u32, (1.0 + libm::log(f64::from(count))) * idf[index])
                };
                unit(bag(terms).iter().map(weight).collect())
            })
            .collect();
        Self { of, frequency }
    }

    /// Cosine of two articles, 0 to 1.
    pub(crate) fn cosine(&self, a: usize, b: usize) -> f64 {
        dot(&self.of[a], &self.of[b])
    }
}

fn unit(mut vector: Vector) -> Vector {
    let norm = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if norm > 0.0 {
        vector.iter_mut().for_each(|(_, weight)| *weight /= norm);
    }
    vector
}

fn dot(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(&(x, p)), Some(&(y, q))) = (a.get(i), b.get(j)) {
        if x == y {
            sum += p * q;
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}
