//! Walks the pairs of claims that a kind compares word by word.

use super::{
    rivals::{Mention, Rivals},
    scene::Scene,
};
use crate::{
    facets::Facets,
    slots::Slots,
    text::{ClaimIx, Word},
};
use std::collections::BTreeSet;
use story::{Relation, Span};

/// One side of a pair.
#[derive(Clone, Copy)]
pub(super) struct Side<'s> {
    pub(super) words: &'s [Word<'s>],
    pub(super) facets: &'s Facets,
    /// The stems of its article.
    pub(super) article: &'s BTreeSet<&'s str>,
}

/// What a kind found between the two sides of a pair.
#[derive(Debug)]
pub(super) struct Contrast {
    pub(super) a: (String, Span),
    pub(super) b: (String, Span),
    pub(super) relation: Relation,
    /// What the kind measures.
    pub(super) measured: Vec<f64>,
}

impl Contrast {
    /// The same, seen from the other side.
    pub(super) fn turned(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }
}

/// The contrasts between any two claims of the group: equal words of one claim are one mention.
pub(super) fn rivals(scene: &Scene, contrasts: impl Fn(Side, Side, &Slots) -> Vec<Contrast>) -> Rivals {
    let mut rivals = Rivals::default();
    for (a, b) in scene.pairs() {
        for contrast in contrasts(side(scene, a), side(scene, b), &scene.slots(a, b)) {
            let [one, other] =
                [(a, contrast.a), (b, contrast.b)].map(|(claim, (value, span))| Mention::of(claim, span, value));
            rivals.add(one, other, contrast.relation, contrast.measured);
        }
    }
    rivals.with_equal_joined()
}

fn side<'s>(scene: &Scene<'s>, claim: ClaimIx) -> Side<'s> {
    let article = scene.stems_of_article(claim);
    Side { words: scene.words(claim), facets: scene.facets(claim), article }
}
