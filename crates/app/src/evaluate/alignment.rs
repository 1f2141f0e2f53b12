//! Judges which claims a comparison joins: by pairs of sentences of two outlets that the annotators
//! put into one group.

use super::figures::{Score, Share};
use ingest::annotated::{Annotated, Sentence};
use std::collections::{BTreeMap, BTreeSet};
use story::{Article, ArticleId, Claim, ClaimId, Comparison, Link, Positions};

/// Probability from which a link is shown as certain.
pub const CERTAIN: f64 = 0.8;

/// Two sentences of two outlets, the smaller first.
pub type Pair = (Sentence, Sentence);

/// The annotated sentences that each claim of a comparison covers.
#[derive(Debug)]
pub struct Claims<'a>(BTreeMap<&'a ClaimId, Located<'a>>);

/// A claim, its outlet, and the sentences that it covers.
#[derive(Debug)]
pub struct Located<'a> {
    pub outlet: &'a str,
    pub text: &'a str,
    pub sentences: Vec<Sentence>,
}

impl<'a> Claims<'a> {
    pub fn of(gold: &'a Annotated, comparison: &'a Comparison) -> Self {
        let articles: BTreeMap<&ArticleId, (&Article, Positions)> =
            gold.articles.iter().map(|article| (&article.id, (article, Positions::new(&article.body)))).collect();
        let located = |claim: &'a Claim| {
            let (article, positions) = articles.get(&claim.article)?;
            let sentences = gold.locate(&article.outlet, &claim.text, positions.chars(claim.span.start));
            Some((&claim.id, Located { outlet: &article.outlet, text: &claim.text, sentences }))
        };
        Self(comparison.claims.iter().filter_map(located).collect())
    }

    pub fn get(&self, claim: &ClaimId) -> Option<&Located<'a>> {
        self.0.get(claim)
    }

    pub(super) fn sentences(&self, claim: &ClaimId) -> &[Sentence] {
        self.get(claim).map(|located| located.sentences.as_slice()).unwrap_or_default()
    }

    /// Whether the annotators join any of the sentences that the two claims cover.
    pub(super) fn are_joined(&self, sought: &BTreeSet<Pair>, link: &Link) -> bool {
        joined(sought, self.sentences(&link.a), self.sentences(&link.b))
    }
}

/// What is joined, and what should be.
#[derive(Debug)]
pub struct Alignment {
    pub found: BTreeSet<Pair>,
    pub sought: BTreeSet<Pair>,
}

impl Alignment {
    pub(super) fn of(gold: &Annotated, claims: &Claims, comparison: &Comparison) -> Self {
        let groups = comparison.groups.iter();
        let members =
            |claims_of: &[ClaimId]| claims_of.iter().flat_map(|claim| claims.sentences(claim)).copied().collect();
        Self { found: groups.flat_map(|group| pairs(&members(&group.claims))).collect(), sought: sought(gold) }
    }

    pub(super) fn score(&self) -> Score {
        score(&self.found, &self.sought)
    }
}

/// The pairs that the annotators join.
pub fn sought(gold: &Annotated) -> BTreeSet<Pair> {
    gold.groups.iter().flat_map(|group| pairs(&group.members)).collect()
}

/// The pairs of sentences of two outlets within a group.
pub fn pairs(members: &BTreeSet<Sentence>) -> Vec<Pair> {
    let after = |a: Sentence| members.range(a..).filter(move |b| b.account != a.account);
    members.iter().flat_map(|&a| after(a).map(move |&b| (a, b))).collect()
}

/// Whether any sentence of the one claim and any of the other make a pair that is sought.
pub fn joined(sought: &BTreeSet<Pair>, one: &[Sentence], other: &[Sentence]) -> bool {
    one.iter().any(|&a| other.iter().any(|&b| sought.contains(&(a.min(b), a.max(b)))))
}

pub fn score(found: &BTreeSet<Pair>, sought: &BTreeSet<Pair>) -> Score {
    let right = found.intersection(sought).count();
    Score { found: found.len(), right, sought: sought.len(), met: right }
}

/// How many links are shown as certain, each once however many groups it holds together, and how many are right.
pub(super) fn certain(sought: &BTreeSet<Pair>, claims: &Claims, comparison: &Comparison) -> Share {
    let links = comparison.groups.iter().flat_map(|group| &group.links).filter(|link| link.score >= CERTAIN);
    let once: BTreeMap<(&ClaimId, &ClaimId), &Link> = links.map(|link| ((&link.a, &link.b), link)).collect();
    let mut certain = Share::default();
    once.values().for_each(|link| certain.count(claims.are_joined(sought, link)));
    certain
}
