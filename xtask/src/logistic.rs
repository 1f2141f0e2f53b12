//! Fits a logistic regression: Newton's method on standardised features with a ridge, all sums in
//! a fixed order, so that the same examples always give the same weights.

/// What tells a probability from features.
pub(crate) struct Fit {
    pub(crate) intercept: f64,
    pub(crate) terms: Vec<Term>,
}

/// One feature's part: weight × (value − mean) / deviation.
pub(crate) struct Term {
    pub(crate) mean: f64,
    pub(crate) deviation: f64,
    pub(crate) weight: f64,
}

/// One example: its features and whether it is true.
pub(crate) type Example<'e> = (&'e [f64], bool);

const STEPS: usize = 25;

/// Fits `examples` with a penalty of `ridge` / 2 on the squared length of the weights.
pub(crate) fn fit(examples: &[Example], ridge: f64) -> Fit {
    let width = examples.first().map_or(0, |(features, _)| features.len());
    let mut terms: Vec<Term> = (0..width).map(|at| standard(examples, at)).collect();
    let rows: Vec<Vec<f64>> = examples
        .iter()
        .map(|(features, _)| {
            let standardised = features.iter().zip(&terms).map(|(value, term)| (value - term.mean) / term.deviation);
            std::iter::once(1.0).chain(standardised).collect()
        })
        .collect();
    let mut weights = vec![0.0; width + 1];
    for _ in 0..STEPS {
        let step = newton_step(&rows, examples, &weights, ridge);
        let longest = step.iter().fold(0.0_f64, |longest, change| longest.max(change.abs()));
        for (weight, change) in weights.iter_mut().zip(step) {
            *weight += change;
        }
        if longest < 1e-9 {
            break;
        }
    }
    for (term, weight) in terms.iter_mut().zip(&weights[1..]) {
        term.weight = *weight;
    }
    Fit { intercept: weights[0], terms }
}

fn sigmoid(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

fn standard(examples: &[Example], at: usize) -> Term {
    let total = examples.len().max(1) as f64;
    let mean = examples.iter().map(|(features, _)| features[at]).sum::<f64>() / total;
    let variance = examples.iter().map(|(features, _)| (features[at] - mean).powi(2)).sum::<f64>() / total;
    Term { mean, deviation: variance.sqrt().max(1e-6), weight: 0.0 }
}

fn newton_step(rows: &[Vec<f64>], examples: &[Example], weights: &[f64], ridge: f64) -> Vec<f64> {
    let width = weights.len();
    let mut slope: Vec<f64> = weights.iter().map(|weight| -ridge * weight).collect();
    slope[0] = 0.0;
    let mut curve = vec![vec![0.0; width]; width];
    for (at, row) in curve.iter_mut().enumerate() {
        row[at] = if at == 0 { 1e-9 } else { ridge };
    }
    for (row, &(_, truth)) in rows.iter().zip(examples) {
        let probability = sigmoid(row.iter().zip(weights).map(|(value, weight)| value * weight).sum());
        let (error, spread) = (f64::from(truth) - probability, probability * (1.0 - probability));
        for i in 0..width {
            slope[i] += error * row[i];
            let scaled = spread * row[i];
            for j in 0..=i {
                curve[i][j] += scaled * row[j];
            }
        }
    }
    solved(curve, slope)
}

/// Solves the symmetric positive system whose lower half is `curve`, by Cholesky's method.
fn solved(mut curve: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let width = right.len();
    for i in 0..width {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| curve[i][k] * curve[j][k]).sum();
            curve[i][j] =
                if i == j { (curve[i][i] - known).max(1e-12).sqrt() } else { (curve[i][j] - known) / curve[j][j] };
        }
    }
    for i in 0..width {
        let known: f64 = (0..i).map(|k| curve[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / curve[i][i];
    }
    for i in (0..width).rev() {
        let known: f64 = (i + 1..width).map(|k| curve[k][i] * right[k]).sum();
        right[i] = (right[i] - known) / curve[i][i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(fit: &Fit, features: &[f64]) -> f64 {
        let odds = |(term, value): (&Term, &f64)| term.weight * (value - term.mean) / term.deviation;
        sigmoid(fit.intercept + fit.terms.iter().zip(features).map(odds).sum::<f64>())
    }

    #[test]
    fn probabilities_are_the_shares_seen() {
        let (no, yes) = ([0.0], [1.0]);
        let examples: Vec<Example> =
            (0..40).map(|n| (&no[..], n % 4 == 0)).chain((0..40).map(|n| (&yes[..], n % 4 != 0))).collect();
        let fit = fit(&examples, 1e-6);
        assert!((told(&fit, &no) - 0.25).abs() < 1e-3 && (told(&fit, &yes) - 0.75).abs() < 1e-3);
    }

    #[test]
    fn what_does_not_tell_gets_no_weight() {
        let values = [[0.0, 1.0], [0.0, 2.0], [1.0, 1.0], [1.0, 2.0]];
        let examples: Vec<Example> = values.iter().map(|value| (&value[..], value[0] > 0.5)).collect();
        let fit = fit(&examples, 0.1);
        assert!(fit.terms[1].weight.abs() < 1e-6 && fit.terms[0].weight > 1.0);
    }
}
