//! Finds which claims of several articles report the same thing.

use crate::{
    Settings,
    text::{ClaimIx, StoryText},
};
use std::collections::BTreeMap;
use story::{GroupId, Link};

/// The name of the weights in use.
pub(crate) const MODEL: &str = "tf-idf";

/// Which claims belong together, and how close every candidate pair came.
#[derive(Debug)]
pub(crate) struct Alignment {
    /// In the order of their first claims.
    pub(crate) groups: Vec<Group>,
    /// Probability that a pair of claims of two articles reports the same thing; the smaller
    /// claim index first. Pairs that share nothing are not in it.
    pub(crate) scores: BTreeMap<(ClaimIx, ClaimIx), f64>,
}

/// Claims of at least two outlets that report the same thing.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// Sorted. A claim can stand in several groups.
    pub(crate) claims: Vec<ClaimIx>,
    /// The linked pairs within the group, sorted; the smaller index first.
    pub(crate) links: Vec<(ClaimIx, ClaimIx, f64)>,
}

impl Group {
    pub(crate) fn id(&self, story: &StoryText) -> GroupId {
        GroupId::of(self.claims.iter().map(|&claim| &story.claim(claim).id))
    }

    pub(crate) fn links(&self, story: &StoryText) -> Vec<Link> {
        self.links
            .iter()
            .map(|&(a, b, score)| Link { a: story.claim(a).id.clone(), b: story.claim(b).id.clone(), score })
            .collect()
    }
}

pub(crate) fn align(story: &StoryText, settings: &Settings) -> Alignment {
    let vectors = vectors(story);
    let mut scores = BTreeMap::new();
    for a in story.indices() {
        for b in story.indices().filter(|&b| a < b && story.claim(a).article != story.claim(b).article) {
            let cosine: f64 = vectors[a.0].iter().filter_map(|(word, x)| vectors[b.0].get(word).map(|y| x * y)).sum();
            if cosine > 0.1 {
                // 0.28 is the best threshold of plain TF-IDF on the gold; it stands at one half.
                scores.insert(
                    (a, b),
                    if cosine > 0.28 { 0.5 + 0.5 * (cosine - 0.28) / 0.72 } else { 0.5 * cosine / 0.28 },
                );
            }
        }
    }
    let groups = scores
        .iter()
        .filter(|&(_, &score)| score >= settings.link_threshold)
        .map(|(&(a, b), &score)| Group { claims: vec![a, b], links: vec![(a, b, score)] })
        .collect();
    Alignment { groups, scores }
}

fn vectors<'s>(story: &'s StoryText) -> Vec<BTreeMap<&'s str, f64>> {
    let mut frequency: BTreeMap<&str, f64> = BTreeMap::new();
    let stems: Vec<Vec<&str>> = story
        .claims()
        .map(|claim| {
            let mut stems: Vec<&str> = claim.words.iter().filter(|w| w.is_word()).map(|w| w.stem.as_str()).collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        })
        .collect();
    for stem in stems.iter().flatten() {
        *frequency.entry(stem).or_default() += 1.0;
    }
    let total = stems.len() as f64;
    stems
        .iter()
        .map(|stems| {
            let weights: BTreeMap<&str, f64> =
                stems.iter().map(|&stem| (stem, libm::log((1.0 + total) / (1.0 + frequency[stem])))).collect();
            let norm = weights.values().map(|w| w * w).sum::<f64>().sqrt().max(1e-9);
            weights.into_iter().map(|(stem, weight)| (stem, weight / norm)).collect()
        })
        .collect()
}
