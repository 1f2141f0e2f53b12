//! A group with all that its rivals are measured by.

use crate::{
    align::{Alignment, Group, Sense, Stretch},
    facets::{Facets, closed_class::is_open, figures::Figure, times::Days},
    slots::Slots,
    text::{Claim, ClaimIx, StoryText, Word},
};
use std::collections::{BTreeMap, BTreeSet};
use story::Span;

/// Open-class words on each side of a mention that tell what it stands beside.
const NEAR: usize = 5;

/// A group, its claims and how close they came.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s> {
    pub(super) story: &'s StoryText<'s>,
    pub(super) alignment: &'s Alignment,
    pub(super) group: &'s Group,
    pub(super) told: &'s Told<'s>,
}

/// What each article of a story says anywhere.
#[derive(Debug)]
pub(super) struct Told<'s> {
    /// By article: the stems of its words.
    stems: Vec<BTreeSet<&'s str>>,
    /// By claim: the articles that have it word for word.
    word_for_word: Vec<BTreeSet<usize>>,
    /// By article: its figures.
    figures: Vec<Vec<&'s Figure>>,
    /// By article: the days that its times name.
    days: Vec<Vec<Days>>,
}

impl<'s> Told<'s> {
    pub(super) fn of(story: &'s StoryText) -> Self {
        let mut stems = vec![BTreeSet::new(); story.articles.len()];
        let mut articles: BTreeMap<Vec<&str>, BTreeSet<usize>> = BTreeMap::new();
        let words = |claim: &'s Claim| -> Vec<&'s str> {
            claim.words.iter().filter(|word| word.is_word()).map(|word| word.lower.as_str()).collect()
        };
        for claim in story.claims() {
            stems[claim.article].extend(claim.words.iter().map(|word| word.stem.as_str()));
            articles.entry(words(claim)).or_default().insert(claim.article);
        }
        let word_for_word = story.claims().map(|claim| articles[&words(claim)].clone()).collect();
        let (mut figures, mut days) = (vec![Vec::new(); stems.len()], vec![Vec::new(); stems.len()]);
        for claim in story.indices() {
            let (article, facets) = (story.claim(claim).article, story.facets(claim));
            figures[article].extend(&facets.figures);
            days[article].extend(facets.times.iter().filter_map(|time| time.days));
        }
        Self { stems, word_for_word, figures, days }
    }
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

    /// Whether the article of either claim has the other claim word for word: who says both is not of two minds.
    pub(super) fn is_told_twice(&self, a: ClaimIx, b: ClaimIx) -> bool {
        let has = |one: ClaimIx, other: ClaimIx| self.told.word_for_word[one.0].contains(&self.claim(other).article);
        has(a, b) || has(b, a)
    }

    /// The word alignment of two claims.
    pub(super) fn slots(&self, a: ClaimIx, b: ClaimIx) -> Slots {
        Slots::of(self.words(a), self.words(b))
    }

    /// Cosine of two stretches' meanings in their contexts, -1 to 1.
    pub(super) fn alike(&self, a: Stretch, b: Stretch) -> f64 {
        self.within(a).cosine(&self.within(b))
    }

    /// What a stretch means in its context.
    pub(super) fn within(&self, stretch: Stretch) -> Sense {
        self.alignment.meanings.within(stretch)
    }

    /// What stands beside a stretch means.
    pub(super) fn around(&self, stretch: Stretch) -> Sense {
        self.alignment.meanings.around(stretch)
    }

    /// How much of a stretch another claim tells, in whatever words, up to 1.
    pub(super) fn told_in(&self, stretch: Stretch, other: ClaimIx) -> f64 {
        self.alignment.meanings.told_in(stretch, other)
    }

    /// The stems of the article that a claim stands in.
    pub(super) fn stems_of_article(&self, claim: ClaimIx) -> &'s BTreeSet<&'s str> {
        &self.told.stems[self.claim(claim).article]
    }

    /// The figures of the article that a claim stands in.
    pub(super) fn figures_of_article(&self, claim: ClaimIx) -> &'s [&'s Figure] {
        &self.told.figures[self.claim(claim).article]
    }

    /// The days that the times of the article name that a claim stands in.
    pub(super) fn days_of_article(&self, claim: ClaimIx) -> &'s [Days] {
        &self.told.days[self.claim(claim).article]
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
