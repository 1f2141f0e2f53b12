//! How near stretches of claims stand in meaning.

use super::Meanings;
use crate::text::ClaimIx;
use ndarray::Array1;
use story::Span;

/// A stretch of a claim: bytes of its article's body.
pub(crate) type Stretch = (ClaimIx, Span);

/// Pieces on each side of a stretch that tell what it stands beside.
const BESIDE: usize = 8;

impl Meanings {
    /// Cosine of two stretches' meanings, -1 to 1; 0 where one is empty or beyond what was read.
    pub(crate) fn alike(&self, a: Stretch, b: Stretch) -> f64 {
        cosine(&self.within(a), &self.within(b))
    }

    /// The same of what stands beside them.
    pub(crate) fn beside(&self, a: Stretch, b: Stretch) -> f64 {
        cosine(&self.around(a), &self.around(b))
    }

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

    fn within(&self, (claim, span): Stretch) -> Array1<f32> {
        let meaning = &self.claims[claim.0];
        meaning.sum(meaning.pieces_of(span))
    }

    fn around(&self, (claim, span): Stretch) -> Array1<f32> {
        let meaning = &self.claims[claim.0];
        let (start, end) = (
            meaning.spans.partition_point(|piece| piece.end <= span.start),
            meaning.spans.partition_point(|piece| piece.start < span.end),
        );
        let before = start.saturating_sub(BESIDE)..start;
        let after = end.max(start)..meaning.spans.len().min(end.max(start) + BESIDE);
        meaning.sum(before.chain(after))
    }
}

fn cosine(a: &Array1<f32>, b: &Array1<f32>) -> f64 {
    f64::from(a.dot(b) / (a.dot(a) * b.dot(b)).sqrt().max(1e-9))
}
