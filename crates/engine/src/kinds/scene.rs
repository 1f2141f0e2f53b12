//! A group with all that its rivals are measured by.

use crate::{
    align::{Alignment, Group, Stretch},
    facets::{Facets, closed_class::is_closed},
    slots::Slots,
    text::{Claim, ClaimIx, StoryText, Word},
};
use std::collections::BTreeSet;
use story::Span;

/// Open-class words on each side of a mention that tell what it stands beside.
const NEAR: usize = 5;

/// A group, its claims and how close they came.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s> {
    pub(super) story: &'s StoryText<'s>,
    pub(super) alignment: &'s Alignment,
    pub(super) group: &'s Group,
    /// By article: the stems of its words.
    pub(super) stems: &'s [BTreeSet<&'s str>],
}

/// By article: the stems of its words.
pub(super) fn stems<'s>(story: &'s StoryText) -> Vec<BTreeSet<&'s str>> {
    let mut stems = vec![BTreeSet::new(); story.articles.len()];
    for claim in story.claims() {
        stems[claim.article].extend(claim.words.iter().map(|word| word.stem.as_str()));
    }
    stems
}

impl<'s> Scene<'s> {
    pub(super) fn claim(&self, claim: ClaimIx) -> &'s Claim<'s> {
        self.story.claim(claim)
    }

    pub(super) fn facets(&self, claim: ClaimIx) -> &'s Facets {
        self.story.facets(claim)
    }

    pub(super) fn words(&self, claim: ClaimIx) -> &'s [Word<'s>] {
        &self.story.claim(claim).words
    }

    pub(super) fn text(&self, (claim, span): Stretch) -> &'s str {
        span.of(&self.story.article_of(claim).body)
    }

    /// Pairs of the group's claims of two outlets, the smaller first.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (ClaimIx, ClaimIx)> {
        let claims = &self.group.claims;
        let pairs = claims.iter().enumerate().flat_map(|(at, &a)| claims[at + 1..].iter().map(move |&b| (a, b)));
        pairs.filter(|&(a, b)| self.story.outlet_of(a) != self.story.outlet_of(b))
    }

    /// The word alignment of two claims.
    pub(super) fn slots(&self, a: ClaimIx, b: ClaimIx) -> Slots {
        Slots::of(self.words(a), self.words(b))
    }

    /// Cosine of two stretches' meanings in their contexts, -1 to 1.
    pub(super) fn alike(&self, a: Stretch, b: Stretch) -> f64 {
        self.alignment.meanings.alike(a, b)
    }

    /// The same of what they stand beside.
    pub(super) fn beside(&self, a: Stretch, b: Stretch) -> f64 {
        self.alignment.meanings.beside(a, b)
    }

    /// How much of a stretch another claim tells, in whatever words, up to 1.
    pub(super) fn told_in(&self, stretch: Stretch, other: ClaimIx) -> f64 {
        self.alignment.meanings.told_in(stretch, other)
    }

    /// Stems of the open-class words of a stretch.
    pub(super) fn stems_of(&self, (claim, span): Stretch) -> Vec<&'s str> {
        let within = self.words(claim).iter().filter(|word| span.contains(word.span) && is_open(word));
        within.map(|word| word.stem.as_str()).collect()
    }

    /// Stems of the open-class words beside a stretch.
    pub(super) fn stems_beside(&self, (claim, span): Stretch) -> Vec<&'s str> {
        let open = || self.words(claim).iter().filter(|word| is_open(word));
        let mut before: Vec<&Word> = open().filter(|word| word.span.end <= span.start).collect();
        let after = open().filter(|word| word.span.start >= span.end.max(span.start)).take(NEAR);
        let before = before.split_off(before.len().saturating_sub(NEAR));
        before.into_iter().chain(after).map(|word| word.stem.as_str()).collect()
    }
}

pub(super) fn is_open(word: &Word) -> bool {
    word.is_word() && !is_closed(&word.lower)
}

/// Share of the shorter list that the other has too, 0 to 1.
pub(super) fn share(a: &[&str], b: &[&str]) -> f64 {
    let common = a.iter().filter(|stem| b.contains(stem)).count().min(b.iter().filter(|stem| a.contains(stem)).count());
    common as f64 / a.len().min(b.len()).max(1) as f64
}

/// Where nothing stands at the beginning of a claim: what an absence points at.
pub(super) fn nothing_in(story: &StoryText, claim: ClaimIx) -> Span {
    let start = story.claim(claim).span.start;
    Span::new(start, start)
}
