//! Who vouches for what a claim shares with another one.

use super::Scene;
use crate::{facets::attributions::Attribution, text::ClaimIx};
use std::collections::BTreeSet;
use story::Span;

/// A source, or nobody but the outlet.
#[derive(Clone, Copy)]
pub(super) struct Voice<'s> {
    pub(super) claim: ClaimIx,
    pub(super) attribution: Option<&'s Attribution>,
    /// Share of the words shared with the other claim that the source vouches for.
    pub(super) vouched: f64,
}

impl Voice<'_> {
    /// Whether the two are surely one: "police officials" may be other "officials".
    pub(super) fn is_one_with(&self, other: &Self) -> bool {
        match (self.attribution, other.attribution) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                let (one, other) = (&one.speaker, &other.speaker);
                one.same(other) && (one.is_named() || other.is_named() || one.role == other.role)
            }
            _ => false,
        }
    }
}

/// The voices of two claims that are held against each other. Whom both name, the claims are about: "Ruiz said it
/// would hold" and "Ruiz said so, the Courier reports" differ in the Courier alone.
pub(super) fn against<'s>(scene: &Scene<'s>, a: ClaimIx, b: ClaimIx) -> [Vec<Voice<'s>>; 2] {
    let (ours, theirs) = (vouching(scene, a, b), vouching(scene, b, a));
    let beside = |voices: &[Voice<'s>], others: &[Voice<'s>], claim: ClaimIx| -> Vec<Voice<'s>> {
        let is_shared = |voice: &&Voice<'s>| others.iter().any(|other| voice.is_one_with(other));
        let about_one = voices.iter().any(|voice| voice.attribution.is_some() && is_shared(&voice));
        let is_hearsay = |voice: &&Voice<'s>| voice.attribution.is_some_and(|found| found.speaker.hearsay);
        let left = voices.iter().filter(|voice| !(is_shared(voice) || about_one && is_hearsay(voice)));
        let left: Vec<Voice> = left.copied().collect();
        if left.is_empty() && !voices.is_empty() {
            vec![Voice { claim, attribution: None, vouched: 0.0 }]
        } else {
            left
        }
    };
    [beside(&ours, &theirs, a), beside(&theirs, &ours, b)]
}

/// The sources that vouch for most of what `claim` shares with `other`, or the outlet itself; nobody for a
/// quotation of whom the article does not say in reach.
fn vouching<'s>(scene: &Scene<'s>, claim: ClaimIx, other: ClaimIx) -> Vec<Voice<'s>> {
    let shared = shared_words(scene, claim, other);
    let facets = scene.facets(claim);
    let share = |held: &dyn Fn(Span) -> bool| {
        shared.iter().filter(|&&word| held(word)).count() as f64 / shared.len().max(1) as f64
    };
    let attributed = facets.attributions.iter().filter_map(|attribution| {
        let vouched = share(&|word| attribution.content.iter().any(|piece| piece.contains(word)));
        (attribution.carried != 0 || shared.is_empty() || vouched >= LEAST).then_some(Voice {
            claim,
            attribution: Some(attribution),
            vouched,
        })
    });
    let voices: Vec<Voice> = attributed.collect();
    let quoted = share(&|word| facets.quotations.iter().any(|quotation| quotation.span.contains(word)));
    match voices.is_empty() && quoted == 0.0 {
        true => vec![Voice { claim, attribution: None, vouched: 0.0 }],
        false => voices,
    }
}

/// A source vouches for what two claims share if it does for this much of it.
const LEAST: f64 = 0.5;

/// Spans of the words of `claim` that `other` has too.
fn shared_words(scene: &Scene, claim: ClaimIx, other: ClaimIx) -> Vec<Span> {
    let theirs: BTreeSet<&str> = scene.words(other).iter().map(|word| word.stem.as_str()).collect();
    let words = scene.words(claim).iter().filter(|word| word.is_word() && word.lower.len() > 3);
    words.filter(|word| theirs.contains(word.stem.as_str())).map(|word| word.span).collect()
}
