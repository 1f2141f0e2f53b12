//! Finds which claims of several articles report the same thing.

mod candidates;
mod context;
mod features;
mod groups;
mod meanings;
mod model;
mod profiles;
mod ruled;
mod standings;
mod told;

use crate::{
    Settings,
    text::{ClaimIx, StoryText},
};
use candidates::Neighbours;
pub(crate) use context::contexts;
pub use context::{CONTEXT, Context};
pub use features::{FEATURES, Features};
use features::{Measure, features};
pub(crate) use groups::groups;
pub(crate) use meanings::{Meanings, Sense, Stretch};
pub use model::{Curve, Model, Regression};
use profiles::Profiles;
use ruled::Pairs;
pub use ruled::Ruled;
use std::collections::BTreeMap;
use story::{Cancelled, GroupId, Link};

/// A pair of claims, the smaller first, and what is measured on it.
pub(crate) type Measured = (usize, usize, Features);

/// Which claims belong together, and how close every candidate pair came.
#[derive(Debug)]
pub(crate) struct Alignment {
    /// In the order of their earliest place in any article.
    pub(crate) groups: Vec<Group>,
    /// Probability that a pair of claims of two articles reports the same thing; the smaller
    /// claim index first. Pairs that share nothing are not in it.
    pub(crate) scores: BTreeMap<(ClaimIx, ClaimIx), f64>,
    pub(crate) meanings: Meanings,
}

impl Alignment {
    /// Probability that two claims report the same thing; 0 where they share nothing.
    pub(crate) fn score(&self, a: ClaimIx, b: ClaimIx) -> f64 {
        self.scores.get(&(a.min(b), a.max(b))).copied().unwrap_or(0.0)
    }
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
    fn of(claims: &[usize], scores: &BTreeMap<(usize, usize), f64>, threshold: f64, ruled: &Pairs) -> Self {
        let pairs = claims.iter().flat_map(|&a| claims.iter().map(move |&b| (a, b)).filter(|(a, b)| a < b));
        let links = pairs
            .map(|pair| (pair, scores.get(&pair).copied().unwrap_or(0.0)))
            .filter(|(pair, score)| *score >= threshold || ruled.pinned.contains(pair))
            .map(|((a, b), score)| (ClaimIx(a), ClaimIx(b), score))
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

/// Asks whether to go on, and is asked often.
pub(crate) trait GoOn: Fn() -> Result<(), Cancelled> + Sync {}

impl<F: Fn() -> Result<(), Cancelled> + Sync> GoOn for F {}

pub(crate) fn align(
    story: &StoryText,
    model: &Model,
    settings: &Settings,
    ruled: &Ruled,
    go_on: &impl GoOn,
) -> Result<Alignment, Cancelled> {
    let articles: Vec<usize> = story.claims().map(|claim| claim.article).collect();
    let meanings = Meanings::of(story);
    go_on()?;
    let estimates = model.estimates(&measure(story, &meanings, go_on)?, &articles);
    go_on()?;
    let scores: BTreeMap<(usize, usize), f64> =
        estimates.into_iter().map(|(a, b, probability)| ((a, b), probability)).collect();
    let article = |claim: usize| articles[claim];
    let pairs = ruled.pairs(story);
    let mut groups: Vec<Group> = ruled::apply(
        groups(&scores, settings.link_threshold, article),
        &pairs,
        &scores,
        settings.link_threshold,
        article,
    )
    .into_iter()
    .map(|claims| Group::of(&claims, &scores, settings.link_threshold, &pairs))
    .collect();
    by_prominence(story, &mut groups);
    let scores = scores.into_iter().map(|((a, b), score)| ((ClaimIx(a), ClaimIx(b)), score)).collect();
    Ok(Alignment { groups, scores, meanings })
}

/// By prominence in the article that puts the group's claim first: `groups` in the order of their
/// earliest place in any article.
fn by_prominence(story: &StoryText, groups: &mut [Group]) {
    groups.sort_by_cached_key(|group| {
        let place = group.claims.iter().map(|&claim| (story.claim(claim).place, claim)).min();
        (place, group.claims.clone())
    });
}

/// The pairs of claims worth comparing, the smaller first, in order, and what is measured on them.
pub(crate) fn measure(story: &StoryText, meanings: &Meanings, go_on: &impl GoOn) -> Result<Vec<Measured>, Cancelled> {
    let profiles = Profiles::of(story);
    let neighbours = Neighbours::of(story, &profiles);
    go_on()?;
    let measure = Measure::new(story, &profiles, &neighbours);
    let pairs = neighbours.pairs(meanings);
    let features = features(&measure, meanings, &pairs, go_on)?;
    Ok(pairs.into_iter().zip(features).map(|((a, b), features)| (a, b, features)).collect())
}

/// The name of the weights in use.
pub(crate) fn model_name() -> String {
    Model::shipped().name.clone()
}
