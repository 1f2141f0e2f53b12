//! Finds which claims of several articles report the same thing.

mod candidates;
mod features;
mod groups;
mod model;
mod profiles;

use crate::{
    Settings,
    text::{ClaimIx, StoryText},
};
use candidates::Neighbours;
use features::Measure;
pub use features::{FEATURES, Features};
pub(crate) use groups::groups;
use model::Model;
use profiles::Profiles;
use rayon::prelude::*;
use std::collections::BTreeMap;
use story::{GroupId, Link};

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
    fn of(claims: &[usize], scores: &BTreeMap<(usize, usize), f64>, threshold: f64) -> Self {
        let pairs = claims.iter().flat_map(|&a| claims.iter().map(move |&b| (a, b)).filter(|(a, b)| a < b));
        let links = pairs
            .filter_map(|(a, b)| scores.get(&(a, b)).map(|&score| (ClaimIx(a), ClaimIx(b), score)))
            .filter(|&(.., score)| score >= threshold)
            .collect();
        Self { claims: claims.iter().copied().map(ClaimIx).collect(), links }
    }

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
    let model = Model::shipped();
    let scores: BTreeMap<(usize, usize), f64> =
        measure(story).into_par_iter().map(|(a, b, features)| ((a, b), model.probability(&features))).collect();
    let groups = groups(&scores, settings.link_threshold, |claim| story.claim(ClaimIx(claim)).article)
        .into_iter()
        .map(|claims| Group::of(&claims, &scores, settings.link_threshold))
        .collect();
    let scores = scores.into_iter().map(|((a, b), score)| ((ClaimIx(a), ClaimIx(b)), score)).collect();
    Alignment { groups, scores }
}

/// The pairs of claims worth comparing, the smaller first, in order, and what is measured on them.
pub(crate) fn measure(story: &StoryText) -> Vec<(usize, usize, Features)> {
    let profiles = Profiles::of(story);
    let neighbours = Neighbours::of(story, &profiles);
    let measure = Measure::new(story, &profiles, &neighbours);
    neighbours.pairs().into_par_iter().map(|(a, b)| (a, b, measure.features(a, b))).collect()
}

/// The name of the weights in use.
pub(crate) fn model_name() -> String {
    Model::shipped().name.clone()
}
