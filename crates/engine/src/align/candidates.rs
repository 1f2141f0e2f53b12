//! Finds which claims are worth comparing, and what stands close to each.

use super::{
    meanings::Meanings,
    profiles::Profiles,
    standings::{Place, place},
};
use crate::text::StoryText;
use rayon::prelude::*;

/// Lower cosines are noise: they share one common word.
const LOWEST: f64 = 0.02;
/// A claim is compared with this many of each other article.
const PER_ARTICLE: usize = 10;
/// And with this many that come nearest in meaning.
const BY_MEANING: usize = 2;

/// For every claim, the claims of other articles that share words with it.
#[derive(Debug)]
pub(super) struct Neighbours {
    /// By claim: (other claim, cosine), in the order of the claims.
    near: Vec<Vec<(usize, f64)>>,
    /// By claim: the article it stands in.
    articles: Vec<usize>,
}

impl Neighbours {
    pub(super) fn of(story: &StoryText, profiles: &Profiles) -> Self {
        let articles: Vec<usize> = story.claims().map(|claim| claim.article).collect();
        let mut carriers: Vec<Vec<usize>> = vec![Vec::new(); profiles.weights.len()];
        for (claim, profile) in profiles.claims.iter().enumerate() {
            for &term in &profile.content {
                carriers[term as usize].push(claim);
            }
        }
        let near =
            (0..articles.len()).into_par_iter().map(|claim| near(claim, profiles, &carriers, &articles)).collect();
        Self { near, articles }
    }

    /// The pairs to compare, the smaller claim first, in order.
    pub(super) fn pairs(&self, meanings: &Meanings) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = (0..self.near.len())
            .into_par_iter()
            .flat_map_iter(|claim| {
                let others = self.best(claim).into_iter().chain(meanings.best(claim, BY_MEANING));
                others.map(move |other| (claim.min(other), claim.max(other)))
            })
            .collect();
        pairs.par_sort_unstable();
        pairs.dedup();
        pairs
    }

    /// All claims of other articles near to `claim`, with their cosines, in order.
    pub(super) fn near(&self, claim: usize) -> &[(usize, f64)] {
        &self.near[claim]
    }

    /// By claim.
    pub(super) fn articles(&self) -> &[usize] {
        &self.articles
    }

    pub(super) fn article(&self, claim: usize) -> usize {
        self.articles[claim]
    }

    /// Sum of the cosines of the claim's best partner in each other article.
    pub(super) fn crowd(&self, claim: usize) -> f64 {
        let of_articles = self.near[claim].chunk_by(|a, b| self.articles[a.0] == self.articles[b.0]);
        of_articles.map(|near| near.iter().map(|&(_, cosine)| cosine).fold(0.0, f64::max)).sum()
    }

    pub(super) fn cosine(&self, a: usize, b: usize) -> f64 {
        let near = &self.near[a];
        near.binary_search_by_key(&b, |&(other, _)| other).map_or(0.0, |at| near[at].1)
    }

    /// How `other` stands among the claims of its article as seen from `claim`.
    pub(super) fn place(&self, claim: usize, other: usize) -> Place {
        let rivals = self.of_article(claim, self.articles[other]).iter().filter(|&&(rival, _)| rival != other);
        place(self.cosine(claim, other), rivals.map(|&(_, cosine)| cosine))
    }

    fn best(&self, claim: usize) -> Vec<usize> {
        let mut best = Vec::new();
        for of_article in self.near[claim].chunk_by(|a, b| self.articles[a.0] == self.articles[b.0]) {
            let mut ranked: Vec<&(usize, f64)> = of_article.iter().collect();
            ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            best.extend(ranked.into_iter().take(PER_ARTICLE).map(|&(other, _)| other));
        }
        best
    }

    fn of_article(&self, claim: usize, article: usize) -> &[(usize, f64)] {
        let near = &self.near[claim];
        let from = near.partition_point(|&(other, _)| self.articles[other] < article);
        let to = near.partition_point(|&(other, _)| self.articles[other] <= article);
        &near[from..to]
    }
}

fn near(claim: usize, profiles: &Profiles, carriers: &[Vec<usize>], articles: &[usize]) -> Vec<(usize, f64)> {
    let profile = &profiles.claims[claim];
    let mut products = vec![0.0; articles.len()];
    for &term in &profile.content {
        let weight = profiles.weight(term).powi(2);
        for &other in &carriers[term as usize] {
            products[other] += weight;
        }
    }
    products
        .into_iter()
        .enumerate()
        .filter(|&(other, product)| product > 0.0 && articles[other] != articles[claim])
        .map(|(other, product)| (other, product / (profile.length * profiles.claims[other].length)))
        .filter(|&(_, cosine)| cosine >= LOWEST)
        .collect()
}
