//! Walks the pairs of claims that a kind compares word by word.

use super::{
    Findings,
    readings::{self, Mention, Verdict},
};
use crate::{
    align::Group,
    facets::Facets,
    slots::Slots,
    text::{ClaimIx, StoryText, Word},
};
use story::{Kind, Relation, Span};

/// One side of a pair.
#[derive(Clone, Copy)]
pub(super) struct Side<'s> {
    pub(super) claim: ClaimIx,
    pub(super) words: &'s [Word<'s>],
    pub(super) facets: &'s Facets,
}

/// What a kind found between the two sides of a pair.
#[derive(Debug)]
pub(super) struct Contrast {
    pub(super) a: (String, Span),
    pub(super) b: (String, Span),
    pub(super) relation: Relation,
    pub(super) score: f64,
}

impl Contrast {
    /// The same, seen from the other side.
    pub(super) fn turned(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }
}

/// Compares every linked pair of claims and joins what was found into findings: equal words of one
/// claim are one mention.
pub(super) fn compare(
    story: &StoryText,
    group: &Group,
    kind: Kind,
    contrasts: impl Fn(Side, Side, &Slots) -> Vec<Contrast>,
) -> Findings {
    let (mut mentions, mut judged): (Vec<Mention>, Vec<(usize, usize, Verdict)>) = (Vec::new(), Vec::new());
    for &(a, b, _) in &group.links {
        let (a, b) = (side(story, a), side(story, b));
        let slots = Slots::of(a.words, b.words);
        for contrast in contrasts(a, b, &slots) {
            let first = mention(&mut mentions, a.claim, contrast.a);
            let second = mention(&mut mentions, b.claim, contrast.b);
            judged.push((first, second, Verdict::Differ(contrast.relation, contrast.score)));
        }
    }
    join_equal(&mentions, &mut judged);
    readings::findings(story, kind, &mentions, &judged)
}

fn side<'s>(story: &'s StoryText, claim: ClaimIx) -> Side<'s> {
    Side { claim, words: &story.claim(claim).words, facets: story.facets(claim) }
}

fn mention(mentions: &mut Vec<Mention>, claim: ClaimIx, (value, span): (String, Span)) -> usize {
    let known = mentions.iter().position(|mention| mention.claim == claim && mention.span == span);
    known.unwrap_or_else(|| {
        mentions.push(Mention { claim, span, value });
        mentions.len() - 1
    })
}

/// Mentions of one value that hang together through a contrast are one reading.
fn join_equal(mentions: &[Mention], judged: &mut Vec<(usize, usize, Verdict)>) {
    let contrasts = judged.clone();
    for &(a, b, _) in &contrasts {
        for &(c, d, _) in &contrasts {
            for (x, y) in [(a, c), (a, d), (b, c), (b, d)] {
                let meet = [a, b].iter().any(|one| [c, d].contains(one));
                if x < y && meet && mentions[x].value == mentions[y].value {
                    judged.push((x, y, Verdict::Same));
                }
            }
        }
    }
}
