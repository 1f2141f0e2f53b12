//! Fits a logistic regression of curves: every feature is bent at some of its quantiles, and a
//! ridge keeps the steps small. A curve that must not fall does not, however few the examples at its
//! ends. All sums run in a fixed order, so that the same examples always give the same curves, on any
//! number of threads.

use engine::training::{Curve, Regression};
use rayon::prelude::*;

/// One example: its features and whether it is true.
pub(crate) type Example<'e> = (&'e [f64], bool);

/// Curves may bend at these quantiles of their feature.
const QUANTILES: [f64; 9] = [0.0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99, 1.0];
/// Examples that are summed by one thread at a time.
const AT_ONCE: usize = 2_048;
const ITERATIONS: usize = 300;
/// Steps that the curvature is told from.
const REMEMBERED: usize = 8;

/// Fits `examples` with a penalty of `ridge` / 2 on the squared length of the standardised weights. The curves of
/// features that are not `free` never fall.
pub(crate) fn fit(names: &[&str], free: &[&str], examples: &[Example], ridge: f64) -> Regression {
    let bases: Vec<Basis> = (0..names.len()).map(|at| Basis::of(examples, at)).collect();
    let columns: usize = bases.iter().map(Basis::columns).sum();
    let rows: Vec<f32> = examples.par_iter().flat_map_iter(|(features, _)| row(&bases, features)).collect();
    let rises: Vec<bool> = names
        .iter()
        .zip(&bases)
        .flat_map(|(name, basis)| std::iter::repeat_n(!free.contains(name), basis.columns()))
        .collect();
    let problem = Problem { rows: &rows, columns, rises: &rises, examples, ridge };
    let weights = problem.solved();
    let (mut intercept, mut curves, mut from) = (weights[columns], Vec::new(), 0);
    for (name, basis) in names.iter().zip(&bases) {
        let (level, curve) = basis.curve(name, &weights[from..from + basis.columns()]);
        intercept += level;
        curves.push(curve);
        from += basis.columns();
    }
    Regression { intercept: rounded(intercept), curves }
}

/// One feature's columns: how far it has come from each knot to the next, 0 to 1; all standardised.
struct Basis {
    at: usize,
    /// Rising.
    knots: Vec<f64>,
    means: Vec<f64>,
    deviations: Vec<f64>,
}

impl Basis {
    fn of(examples: &[Example], at: usize) -> Self {
        let mut values: Vec<f64> = examples.iter().map(|(features, _)| features[at]).collect();
        values.sort_by(f64::total_cmp);
        let last = values.len().saturating_sub(1);
        let mut knots: Vec<f64> =
            QUANTILES.iter().filter_map(|share| values.get((share * last as f64) as usize).copied()).collect();
        knots.dedup();
        let mut basis = Self { at, knots, means: Vec::new(), deviations: Vec::new() };
        let total = examples.len().max(1) as f64;
        for column in 0..basis.columns() {
            let values = || examples.iter().map(|(features, _)| basis.value(column, features[at]));
            let mean = values().sum::<f64>() / total;
            let variance = values().map(|value| (value - mean).powi(2)).sum::<f64>() / total;
            basis.means.push(mean);
            basis.deviations.push(variance.sqrt().max(1e-6));
        }
        basis
    }

    fn columns(&self) -> usize {
        self.knots.len().saturating_sub(1).max(1)
    }

    fn value(&self, column: usize, value: f64) -> f64 {
        match self.knots.get(column..column + 2) {
            Some(&[from, to]) => ((value - from) / (to - from)).clamp(0.0, 1.0),
            _ => 0.0,
        }
    }

    fn standardised(&self, column: usize, value: f64) -> f64 {
        (self.value(column, value) - self.means[column]) / self.deviations[column]
    }

    /// What the weights add at each knot, told from the mean of the outermost two, and that mean.
    fn curve(&self, name: &str, weights: &[f64]) -> (f64, Curve) {
        let adds =
            |value: f64| (0..self.columns()).map(|column| weights[column] * self.standardised(column, value)).sum();
        let points: Vec<(f64, f64)> = self.knots.iter().map(|&knot| (knot, adds(knot))).collect();
        let level = points.first().zip(points.last()).map_or(0.0, |(first, last)| f64::midpoint(first.1, last.1));
        let points = points.into_iter().map(|(value, adds)| (rounded(value), rounded(adds - level))).collect();
        (level, Curve { feature: name.to_owned(), points })
    }
}

fn row(bases: &[Basis], features: &[f64]) -> impl Iterator<Item = f32> {
    bases.iter().flat_map(|basis| {
        let value = features[basis.at];
        (0..basis.columns()).map(move |column| basis.standardised(column, value) as f32)
    })
}

fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// Sum of the log losses, with the ridge, to be made small.
struct Problem<'p> {
    /// By example and column.
    rows: &'p [f32],
    columns: usize,
    /// By column: whether its weight may not be negative.
    rises: &'p [bool],
    examples: &'p [Example<'p>],
    ridge: f64,
}

impl Problem<'_> {
    /// Weights by column, the intercept last: the limited-memory method of Broyden, Fletcher,
    /// Goldfarb and Shanno (Nocedal & Wright, Numerical Optimization, algorithm 7.5).
    fn solved(&self) -> Vec<f64> {
        // A weight that may not be negative is the square of what is looked for.
        let mut weights: Vec<f64> = self.rises.iter().map(|&rises| if rises { 0.1 } else { 0.0 }).collect();
        weights.push(0.0);
        let (mut loss, mut slope) = self.loss(&weights);
        let mut past: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
        for _ in 0..ITERATIONS {
            let direction = descent(&slope, &past);
            let Some((next, next_loss, next_slope)) = self.step(&weights, loss, &slope, &direction) else { break };
            let moved: Vec<f64> = next.iter().zip(&weights).map(|(new, old)| new - old).collect();
            let turned: Vec<f64> = next_slope.iter().zip(&slope).map(|(new, old)| new - old).collect();
            let gain = loss - next_loss;
            (weights, loss, slope) = (next, next_loss, next_slope);
            if gain < 1e-7 * loss.abs() {
                break;
            }
            if dot(&moved, &turned) > 1e-12 {
                past.push((moved, turned));
                if past.len() > REMEMBERED {
                    past.remove(0);
                }
            }
        }
        self.weights(&weights)
    }

    fn weights(&self, sought: &[f64]) -> Vec<f64> {
        let weight =
            |(at, &value): (usize, &f64)| if self.rises.get(at) == Some(&true) { value * value } else { value };
        sought.iter().enumerate().map(weight).collect()
    }

    /// The farthest of ever shorter steps that goes down enough; `None` at the bottom.
    fn step(&self, from: &[f64], loss: f64, slope: &[f64], direction: &[f64]) -> Option<(Vec<f64>, f64, Vec<f64>)> {
        let fall = dot(slope, direction);
        let mut length = 1.0;
        for _ in 0..30 {
            let to: Vec<f64> = from.iter().zip(direction).map(|(at, way)| at + length * way).collect();
            let (there, slope) = self.loss(&to);
            if there <= loss + 1e-4 * length * fall {
                return Some((to, there, slope));
            }
            length /= 2.0;
        }
        None
    }

    /// The loss at what is looked for, and its slope.
    fn loss(&self, sought: &[f64]) -> (f64, Vec<f64>) {
        let weights = self.weights(sought);
        let (loss, mut slope) = self.loss_of(&weights);
        for ((slope, &rises), value) in slope.iter_mut().zip(self.rises).zip(sought) {
            if rises {
                *slope *= 2.0 * value;
            }
        }
        (loss, slope)
    }

    /// The loss at `weights`, and its slope.
    fn loss_of(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let narrow: Vec<f32> = weights[..self.columns].iter().map(|&weight| weight as f32).collect();
        let parts: Vec<(f64, Vec<f64>)> = self
            .rows
            .par_chunks(AT_ONCE * self.columns)
            .zip(self.examples.par_chunks(AT_ONCE))
            .map(|(rows, examples)| self.part(rows, examples, &narrow, weights[self.columns]))
            .collect();
        let mut slope: Vec<f64> = weights.iter().map(|weight| self.ridge * weight).collect();
        slope[self.columns] = 0.0;
        let mut loss = self.ridge / 2.0 * weights[..self.columns].iter().map(|weight| weight * weight).sum::<f64>();
        for (part, its_slope) in parts {
            loss += part;
            for (sum, value) in slope.iter_mut().zip(its_slope) {
                *sum += value;
            }
        }
        (loss, slope)
    }

    fn part(&self, rows: &[f32], examples: &[Example], weights: &[f32], intercept: f64) -> (f64, Vec<f64>) {
        let (mut loss, mut slope) = (0.0, vec![0.0_f32; self.columns]);
        let mut of_intercept = 0.0;
        for (row, &(_, truth)) in rows.chunks(self.columns).zip(examples) {
            let odds = intercept + f64::from(narrow_dot(row, weights));
            let signed = if truth { -odds } else { odds };
            loss += signed.max(0.0) + (-signed.abs()).exp().ln_1p();
            let error = 1.0 / (1.0 + (-odds).exp()) - f64::from(truth);
            of_intercept += error;
            for (sum, value) in slope.iter_mut().zip(row) {
                *sum += error as f32 * value;
            }
        }
        let slope = slope.into_iter().map(f64::from).chain(std::iter::once(of_intercept)).collect();
        (loss, slope)
    }
}

/// The way down from where the slope is, bent by the curvature that past steps met.
fn descent(slope: &[f64], past: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|value| -value).collect();
    let mut shares = Vec::new();
    for (moved, turned) in past.iter().rev() {
        let share = dot(moved, &way) / dot(moved, turned);
        add(&mut way, turned, -share);
        shares.push(share);
    }
    let scale = past.last().map_or(1e-4, |(moved, turned)| dot(moved, turned) / dot(turned, turned));
    for value in &mut way {
        *value *= scale;
    }
    for ((moved, turned), share) in past.iter().zip(shares.into_iter().rev()) {
        let back = dot(turned, &way) / dot(moved, turned);
        add(&mut way, moved, share - back);
    }
    way
}

fn add(sum: &mut [f64], other: &[f64], times: f64) {
    for (sum, value) in sum.iter_mut().zip(other) {
        *sum += times * value;
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn narrow_dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    let (a, b) = (a.as_chunks::<16>(), b.as_chunks::<16>());
    for (a, b) in a.0.iter().zip(b.0) {
        for lane in 0..16 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f32>() + a.1.iter().zip(b.1).map(|(a, b)| a * b).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(regression: &Regression, value: f64) -> f64 {
        regression.probability([value].iter())
    }

    #[test]
    fn probabilities_are_the_shares_seen() {
        let (no, yes) = ([0.0], [1.0]);
        let examples: Vec<Example> =
            (0..40).map(|n| (&no[..], n % 4 == 0)).chain((0..40).map(|n| (&yes[..], n % 4 != 0))).collect();
        let fit = fit(&["one"], &["one"], &examples, 1e-6);
        assert!((told(&fit, 0.0) - 0.25).abs() < 1e-2 && (told(&fit, 1.0) - 0.75).abs() < 1e-2);
    }

    #[test]
    fn what_counts_only_in_the_middle_is_found() {
        let values: Vec<[f64; 1]> = (0..200).map(|n| [f64::from(n) / 200.0]).collect();
        let examples: Vec<Example> = values.iter().map(|value| (&value[..], (0.3..0.7).contains(&value[0]))).collect();
        let fit = fit(&["one"], &["one"], &examples, 0.01);
        assert!(told(&fit, 0.5) > 0.8 && told(&fit, 0.05) < 0.2 && told(&fit, 0.95) < 0.2);
    }

    #[test]
    fn a_curve_that_must_not_fall_is_level_instead() {
        let values: Vec<[f64; 1]> = (0..200).map(|n| [f64::from(n) / 200.0]).collect();
        let examples: Vec<Example> = values.iter().map(|value| (&value[..], (0.3..0.7).contains(&value[0]))).collect();
        let points = &fit(&["one"], &[], &examples, 0.01).curves[0].points;
        assert!(points.windows(2).all(|two| two[0].1 <= two[1].1) && points[0].1 < points[points.len() - 1].1 - 1.0);
    }

    #[test]
    fn what_does_not_tell_is_a_level_line() {
        let values = [[0.0, 1.0], [0.0, 2.0], [1.0, 1.0], [1.0, 2.0]];
        let examples: Vec<Example> = values.iter().map(|value| (&value[..], value[0] > 0.5)).collect();
        let fit = fit(&["tells", "not"], &["not"], &examples, 0.1);
        assert!(fit.curves[1].points.iter().all(|point| point.1.abs() < 1e-3), "{:?}", fit.curves[1]);
    }
}
