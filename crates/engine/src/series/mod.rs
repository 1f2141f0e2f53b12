//! Finds the quantities and times that several outlets give, each as one series over all groups.
//!
//! - [`figures`] and [`times`] say which mentions may be of one thing,
//! - [`mentions`] pairs them within groups and keeps what several outlets give,
//! - [`threads`] joins them,
//! - [`label`] names what is counted or dated in words of the articles.

mod figures;
mod label;
mod mentions;
mod scale;
#[cfg(test)]
pub(crate) mod test_story;
mod threads;
mod times;

use crate::{
    align::Group,
    text::{ClaimIx, StoryText},
};
use std::collections::{BTreeMap, BTreeSet};
use story::{Dating, Evidence, GroupId, Series, Span};

/// The quantities and the datings of a story, each in the order of the groups in which they stand.
pub(crate) fn find(story: &StoryText, groups: &[Group]) -> (Vec<Series>, Vec<Dating>) {
    let rows = Rows::of(story, groups);
    (figures::find(story, &rows), times::find(story, &rows))
}

/// Which claim stands in which groups.
pub(crate) struct Rows {
    of_claim: BTreeMap<ClaimIx, Vec<usize>>,
    claims: Vec<Vec<ClaimIx>>,
    ids: Vec<GroupId>,
}

impl Rows {
    pub(crate) fn of(story: &StoryText, groups: &[Group]) -> Self {
        let mut of_claim: BTreeMap<ClaimIx, Vec<usize>> = BTreeMap::new();
        for (row, group) in groups.iter().enumerate() {
            group.claims.iter().for_each(|&claim| of_claim.entry(claim).or_default().push(row));
        }
        let claims = groups.iter().map(|group| group.claims.clone()).collect();
        Self { of_claim, claims, ids: groups.iter().map(|group| group.id(story)).collect() }
    }

    /// The claims that stand in any group, in the order of the story.
    pub(crate) fn grouped(&self) -> impl Iterator<Item = ClaimIx> {
        self.of_claim.keys().copied()
    }

    /// The claims of each group.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &[ClaimIx]> {
        self.claims.iter().map(Vec::as_slice)
    }

    /// The rows that hold any of these claims, in order.
    pub(crate) fn holding(&self, claims: impl Iterator<Item = ClaimIx>) -> Vec<usize> {
        let rows: BTreeSet<usize> = claims.filter_map(|claim| self.of_claim.get(&claim)).flatten().copied().collect();
        rows.into_iter().collect()
    }

    pub(crate) fn ids(&self, rows: &[usize]) -> Vec<GroupId> {
        rows.iter().map(|&row| self.ids[row].clone()).collect()
    }
}

/// The words of a claim's article within `span`.
pub(crate) fn evidence(story: &StoryText, claim: ClaimIx, span: Span) -> Evidence {
    let article = story.article_of(claim);
    Evidence {
        claim: story.claim(claim).id.clone(),
        article: article.id.clone(),
        span,
        text: span.of(&article.body).to_owned(),
    }
}

/// Whether claims of at least two outlets are among these.
pub(crate) fn of_several_outlets(story: &StoryText, claims: impl Iterator<Item = ClaimIx>) -> bool {
    claims.map(|claim| story.outlet_of(claim)).collect::<BTreeSet<_>>().len() > 1
}
