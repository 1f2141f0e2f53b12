//! A small transformer encoder (Vaswani et al., 2017), of the shape of BERT (Devlin et al., 2019),
//! distilled from the sentence model all-MiniLM-L6-v2.

use super::{
    WIDTH,
    pieces::{COUNT, FIRST, LAST},
    weights::Reader,
};
use ndarray::{Array1, Array2, ArrayView2, Axis, concatenate};
use std::sync::LazyLock;

/// Numbers in a vector between the layers.
const HIDDEN: usize = 384;
/// The same within a layer's second half.
const WIDE: usize = 768;
const LAYERS: usize = 2;
const HEADS: usize = 12;
/// Pieces that can be told apart by place, the two marks among them.
pub(super) const PLACES: usize = 160;

pub(super) static ENCODER: LazyLock<Encoder> = LazyLock::new(|| Encoder::from(&mut Reader::new()));

pub(super) struct Encoder {
    /// By piece: signed bytes, and what they are multiplied by.
    pieces: (&'static [u8], Array1<f32>),
    /// By place in the text.
    places: Array2<f32>,
    start: Norm,
    layers: Vec<Layer>,
    out: Linear,
}

struct Layer {
    /// Query, key and value.
    seek: Linear,
    gather: Linear,
    gathered: Norm,
    widen: Linear,
    narrow: Linear,
    done: Norm,
}

struct Linear {
    /// By input and output.
    weights: Array2<f32>,
    bias: Array1<f32>,
}

struct Norm {
    scale: Array1<f32>,
    shift: Array1<f32>,
}

impl Encoder {
    fn from(reader: &mut Reader) -> Self {
        Self {
            pieces: reader.table(COUNT, HIDDEN),
            places: reader
                .numbers(PLACES * HIDDEN)
                .into_shape_with_order((PLACES, HIDDEN))
                .expect("as many as asked for"),
            start: Norm::from(reader),
            layers: (0..LAYERS).map(|_| Layer::from(reader)).collect(),
            out: Linear::from(reader, HIDDEN, WIDTH),
        }
    }

    /// For each text, given as pieces, the vectors of its pieces.
    pub(super) fn read(&self, texts: &[Vec<usize>]) -> Vec<Array2<f32>> {
        let bounds = bounds(texts);
        let mut rows = self.start(texts);
        self.start.apply(&mut rows);
        for layer in &self.layers {
            rows = layer.apply(&rows, &bounds);
        }
        let rows = self.out.of(&rows);
        // The marks of beginning and end have done their work.
        bounds.into_iter().map(|(from, to)| rows.slice_axis(Axis(0), (from + 1..to - 1).into()).to_owned()).collect()
    }

    fn start(&self, texts: &[Vec<usize>]) -> Array2<f32> {
        let marked = texts.iter().map(|text| [FIRST].into_iter().chain(text.iter().copied()).chain([LAST]));
        let placed: Vec<(usize, usize)> = marked.flat_map(Iterator::enumerate).collect();
        let (bytes, scales) = &self.pieces;
        Array2::from_shape_fn((placed.len(), HIDDEN), |(row, column)| {
            let (place, piece) = placed[row];
            scales[piece] * f32::from(bytes[piece * HIDDEN + column].cast_signed()) + self.places[[place, column]]
        })
    }
}

/// Where each text's rows begin and end, with its two marks.
fn bounds(texts: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut from = 0;
    let ends = texts.iter().map(|text| {
        let to = from + text.len() + 2;
        (std::mem::replace(&mut from, to), to)
    });
    ends.collect()
}

impl Layer {
    fn from(reader: &mut Reader) -> Self {
        Self {
            seek: Linear::from(reader, HIDDEN, 3 * HIDDEN),
            gather: Linear::from(reader, HIDDEN, HIDDEN),
            gathered: Norm::from(reader),
            widen: Linear::from(reader, HIDDEN, WIDE),
            narrow: Linear::from(reader, WIDE, HIDDEN),
            done: Norm::from(reader),
        }
    }

    fn apply(&self, rows: &Array2<f32>, bounds: &[(usize, usize)]) -> Array2<f32> {
        let sought = self.seek.of(rows);
        let texts: Vec<Array2<f32>> =
            bounds.iter().map(|&(from, to)| attended(&sought.slice_axis(Axis(0), (from..to).into()))).collect();
        let views: Vec<ArrayView2<f32>> = texts.iter().map(|text| text.view()).collect();
        let gathered = concatenate(Axis(0), &views).expect("all of one width");
        let mut rows = rows + self.gather.of(&gathered);
        self.gathered.apply(&mut rows);
        let mut wide = self.widen.of(&rows);
        wide.mapv_inplace(gelu);
        let mut rows = rows + self.narrow.of(&wide);
        self.done.apply(&mut rows);
        rows
    }
}

/// What each piece of one text takes from the others: `sought` holds queries, keys and values side by side.
fn attended(sought: &ArrayView2<f32>) -> Array2<f32> {
    let width = HIDDEN / HEADS;
    let mut taken = Array2::zeros((sought.nrows(), HIDDEN));
    for head in 0..HEADS {
        let columns = |from: usize| (from..from + width).into();
        let part = |which: usize| sought.slice_axis(Axis(1), columns(which * HIDDEN + head * width));
        let mut shares = part(0).dot(&part(1).t());
        shares.mapv_inplace(|share| share / (width as f32).sqrt());
        for mut row in shares.rows_mut() {
            let highest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            row.mapv_inplace(|share| libm::expf(share - highest));
            let sum = row.sum();
            row.mapv_inplace(|share| share / sum);
        }
        taken.slice_axis_mut(Axis(1), columns(head * width)).assign(&shares.dot(&part(2)));
    }
    taken
}

impl Linear {
    fn from(reader: &mut Reader, inputs: usize, outputs: usize) -> Self {
        let weights = reader.matrix(outputs, inputs).reversed_axes().as_standard_layout().into_owned();
        Self { weights, bias: reader.numbers(outputs) }
    }

    fn of(&self, rows: &Array2<f32>) -> Array2<f32> {
        rows.dot(&self.weights) + &self.bias
    }
}

impl Norm {
    fn from(reader: &mut Reader) -> Self {
        Self { scale: reader.numbers(HIDDEN), shift: reader.numbers(HIDDEN) }
    }

    /// Layer normalisation (Ba, Kiros & Hinton, 2016).
    fn apply(&self, rows: &mut Array2<f32>) {
        for mut row in rows.rows_mut() {
            let mean = row.sum() / HIDDEN as f32;
            let variance = row.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / HIDDEN as f32;
            let deviation = (variance + 1e-12).sqrt();
            for ((value, scale), shift) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
                *value = (*value - mean) / deviation * scale + shift;
            }
        }
    }
}

/// The Gaussian error linear unit (Hendrycks & Gimpel, 2016), from a table.
fn gelu(value: f32) -> f32 {
    /// The table runs from -REACH to REACH, in STEPS a unit.
    const REACH: f32 = 6.0;
    const STEPS: f32 = 512.0;
    static TABLE: LazyLock<Vec<f32>> = LazyLock::new(|| {
        let exact = |value: f64| value * 0.5 * (1.0 + libm::erf(value / std::f64::consts::SQRT_2));
        (0..=(2.0 * REACH * STEPS) as usize + 1)
            .map(|step| exact(step as f64 / f64::from(STEPS) - f64::from(REACH)) as f32)
            .collect()
    });
    if value.abs() >= REACH {
        return value.max(0.0);
    }
    let at = (value + REACH) * STEPS;
    let (step, beyond) = (at as usize, at.fract());
    TABLE[step] + (TABLE[step + 1] - TABLE[step]) * beyond
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_curve() {
        for (value, exact) in
            [(-7.0, 0.0), (-1.0, -0.158_655_26), (0.0, 0.0), (0.3, 0.185_373_4), (2.0, 1.954_499_7), (9.0, 9.0)]
        {
            assert!((gelu(value) - exact).abs() < 1e-5, "{value}: {}", gelu(value));
        }
    }

    #[test]
    fn all_weights_are_read() {
        let mut reader = Reader::new();
        Encoder::from(&mut reader);
        assert!(reader.is_done());
    }
}
