//! How near stretches of claims stand in meaning.

use super::Meanings;
use crate::text::ClaimIx;
use ndarray::Array1;
use story::Span;

/// A stretch of a claim: bytes of its article's body.
pub(crate) type Stretch = (ClaimIx, Span);

/// What some words mean; nothing where there are none, or they lie beyond what was read.
#[derive(Debug)]
pub(crate) struct Sense(Array1<f32>);

impl Sense {
    /// -1 to 1; 0 with nothing.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let (a, b) = (&self.0, &other.0);
        f64::from(a.dot(b) / (a.dot(a) * b.dot(b)).sqrt().max(1e-9))
    }
}

/// Pieces on each side of a stretch that tell what it stands beside.
const BESIDE: usize = 8;

impl Meanings {
    /// Cosine of two claims as wholes.
    pub(crate) fn wholes(&self, a: ClaimIx, b: ClaimIx) -> f64 {
        f64::from(self.claims[a.0].whole().dot(&self.claims[b.0].whole()))
    }

    /// How much of a stretch another claim tells, in whatever words: the weighted mean, over its pieces, of the best
    /// cosine with a piece of that claim.
    pub(crate) fn told_in(&self, (claim, span): Stretch, other: ClaimIx) -> f64 {
        let (one, other) = (&self.claims[claim.0], &self.claims[other.0]);
        let (mut told, mut all) = (0.0, 0.0);
        for at in one.pieces_of(span) {
            let alike = other.pieces.dot(&one.pieces.row(at));
            told += one.weights[at] * alike.iter().copied().fold(-1.0, f32::max);
            all += one.weights[at];
        }
        f64::from(told / all.max(1e-9))
    }

    /// What a stretch means in its context.
    pub(crate) fn within(&self, (claim, span): Stretch) -> Sense {
        let meaning = &self.claims[claim.0];
        Sense(meaning.sum(meaning.pieces_of(span)))
    }

    /// What stands beside it means.
    pub(crate) fn around(&self, (claim, span): Stretch) -> Sense {
        let meaning = &self.claims[claim.0];
        let (start, end) = (
            meaning.spans.partition_point(|piece| piece.end <= span.start),
            meaning.spans.partition_point(|piece| piece.start < span.end),
        );
        let before = start.saturating_sub(BESIDE)..start;
        let after = end.max(start)..meaning.spans.len().min(end.max(start) + BESIDE);
        Sense(meaning.sum(before.chain(after)))
    }
}
