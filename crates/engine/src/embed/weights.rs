//! The encoder's numbers, as they lie in `data/`: see the README there.

use ndarray::{Array1, Array2};

/// All matrices, one after the other, by output and input: signed bytes.
const BYTES: &[u8] = include_bytes!("../../data/encoder_i8.bin");
/// What each row of a matrix is multiplied by, and all else: little-endian, of 32 bits.
const FLOATS: &[u8] = include_bytes!("../../data/encoder_f32.bin");

/// Reads both files from their beginnings, in the order in which they were written.
pub(super) struct Reader {
    bytes: &'static [u8],
    floats: &'static [u8],
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { bytes: BYTES, floats: FLOATS }
    }

    /// A matrix of `rows` × `columns`.
    pub(super) fn matrix(&mut self, rows: usize, columns: usize) -> Array2<f32> {
        let (bytes, scales) = self.table(rows, columns);
        Array2::from_shape_fn((rows, columns), |(row, column)| {
            scales[row] * f32::from(bytes[row * columns + column].cast_signed())
        })
    }

    /// A matrix of `rows` × `columns` that stays in bytes, and the scales of its rows.
    pub(super) fn table(&mut self, rows: usize, columns: usize) -> (&'static [u8], Array1<f32>) {
        let scales = self.numbers(rows);
        let (bytes, rest) = self.bytes.split_at(rows * columns);
        self.bytes = rest;
        (bytes, scales)
    }

    pub(super) fn numbers(&mut self, count: usize) -> Array1<f32> {
        let (floats, rest) = self.floats.split_at(count * 4);
        self.floats = rest;
        floats.as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect()
    }

    /// Whether everything has been read.
    #[cfg(test)]
    pub(super) fn is_done(&self) -> bool {
        self.bytes.is_empty() && self.floats.is_empty()
    }
}
