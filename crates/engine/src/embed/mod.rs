//! Turns text into vectors whose cosines tell likeness of meaning, by a table with one vector for each word piece.

mod pieces;

use pieces::pieces;

/// Numbers in a vector.
const WIDTH: usize = 256;
/// By piece: its vector, before it is scaled.
const ROWS: &[u8] = include_bytes!("../../data/pieces_i8.bin");
/// By piece: what its vector is multiplied by, little-endian.
const SCALES: &[u8] = include_bytes!("../../data/pieces_scale_f32.bin");
/// Numbers that are summed side by side. The order of a sum is part of its result.
const LANES: usize = 8;

/// Direction of a meaning: of length 1, or 0 where nothing is known of the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Vector(Box<[f32; WIDTH]>);

impl Vector {
    /// The mean of the vectors of the text's pieces.
    pub(crate) fn of(text: &str) -> Self {
        let mut sum = Self::nil();
        for piece in pieces(text) {
            sum.add_piece(piece);
        }
        sum.unit()
    }

    /// The mean of `vectors`, not made unit.
    pub(crate) fn mean<'v>(vectors: impl ExactSizeIterator<Item = &'v Self>) -> Self {
        let count = vectors.len().max(1) as f32;
        let mut mean = Self::nil();
        for vector in vectors {
            for (sum, value) in mean.0.iter_mut().zip(vector.0.iter()) {
                *sum += value / count;
            }
        }
        mean
    }

    /// The direction from `origin` to here.
    pub(crate) fn seen_from(&self, origin: &Self) -> Self {
        let mut seen = self.clone();
        for (value, origin) in seen.0.iter_mut().zip(origin.0.iter()) {
            *value -= origin;
        }
        seen.unit()
    }

    /// -1 to 1, for vectors of length 1.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let mut sums = [0.0_f32; LANES];
        for (a, b) in self.0.as_chunks::<LANES>().0.iter().zip(other.0.as_chunks::<LANES>().0) {
            for lane in 0..LANES {
                sums[lane] += a[lane] * b[lane];
            }
        }
        sums.iter().map(|&sum| f64::from(sum)).sum()
    }

    fn nil() -> Self {
        Self(Box::new([0.0; WIDTH]))
    }

    fn add_piece(&mut self, piece: usize) {
        let (row, scale) = (&ROWS[piece * WIDTH..][..WIDTH], &SCALES[piece * 4..][..4]);
        let scale = f32::from_le_bytes([scale[0], scale[1], scale[2], scale[3]]);
        for (sum, &value) in self.0.iter_mut().zip(row) {
            *sum += scale * f32::from(value.cast_signed());
        }
    }

    fn unit(mut self) -> Self {
        let length = self.cosine(&self).sqrt() as f32;
        if length > 1e-6 {
            for value in self.0.iter_mut() {
                *value /= length;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, nearer: &str, farther: &str) {
        let cosine = |other: &str| Vector::of(text).cosine(&Vector::of(other));
        assert!(cosine(nearer) > cosine(farther), "{} {}", cosine(nearer), cosine(farther));
    }

    #[test]
    fn other_words_for_one_thing_are_near() {
        check("The doctor was sacked.", "A physician has been fired.", "The bridge was painted.");
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(Vector::of("Café"), Vector::of("CAFE"));
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert!(Vector::of("").cosine(&Vector::of("The bridge was painted.")).abs() < 1e-9);
    }

    #[test]
    fn every_piece_has_a_row_and_a_scale() {
        assert_eq!((ROWS.len() / WIDTH, SCALES.len() / 4), (pieces::COUNT, pieces::COUNT));
    }
}
