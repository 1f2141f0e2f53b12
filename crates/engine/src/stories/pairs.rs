//! Compares articles two by two: how alike they are.

use super::{near::Likeness, terms::Terms, vectors::Vectors};
use rayon::prelude::*;
use story::Article;

/// How two articles compare.
pub const FEATURES: [&str; 15] = [
    "body",
    "lead",
    "names",
    "numbers",
    "same_year",
    "years_apart",
    "dated",
    "days_apart",
    "dateline",
    "dateline_days_apart",
    "body_margin",
    "lead_margin",
    "names_margin",
    "months",
    "months_known",
];

/// One value for each of [`FEATURES`].
pub type Features = [f64; FEATURES.len()];

/// Days beyond which a gap is just long.
const LONG: i64 = 60;

/// All articles of a pile, ready to be compared.
pub(crate) struct Pile {
    terms: Vec<Terms>,
    body: Vectors,
    lead: Vectors,
    names: Vectors,
    months: Vectors,
    numbers: Vectors,
}

impl Pile {
    pub(crate) fn of(articles: &[&Article]) -> Self {
        let terms: Vec<Terms> = articles.par_iter().map(|article| Terms::of(article)).collect();
        Self {
            lead: Vectors::new(&terms, |terms| &terms.lead),
            names: Vectors::new(&terms, |terms| &terms.names),
            months: Vectors::new(&terms, |terms| &terms.months),
            numbers: Vectors::new(&terms, |terms| &terms.numbers),
            body: Vectors::new(&terms, |terms| &terms.body),
            terms,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    pub(crate) fn body(&self) -> &Vectors {
        &self.body
    }

    pub(crate) fn likenesses(&self, a: usize, b: usize) -> Likeness {
        [self.body.cosine(a, b), self.lead.cosine(a, b), self.names.cosine(a, b)]
    }

    /// How `a` and `b` compare; `margins` says how near `likeness` comes to that of their nearest.
    pub(crate) fn features(&self, a: usize, b: usize, likeness: Likeness, margins: Likeness) -> Features {
        let (first, second) = (&self.terms[a], &self.terms[b]);
        let years = first.year.zip(second.year).map(|(a, b)| (a - b).abs());
        let (dated, days) = gap(first.recorded, second.recorded);
        let (dateline, dateline_days) = if dated > 0.0 { (0.0, 0.0) } else { gap(first.written, second.written) };
        let [body, lead, names] = likeness;
        let [body_margin, lead_margin, names_margin] = margins;
        [
            body,
            lead,
            names,
            self.numbers.cosine(a, b),
            f64::from(years == Some(0)),
            f64::from(years.is_some_and(|years| years > 1)),
            dated,
            days,
            dateline,
            dateline_days,
            body_margin,
            lead_margin,
            names_margin,
            self.months.cosine(a, b),
            f64::from(!first.months.is_empty() && !second.months.is_empty()),
        ]
    }

    /// How alike two bodies are, 0 to 1.
    pub(crate) fn likeness(&self, a: usize, b: usize) -> f64 {
        self.body.cosine(a, b)
    }
}

/// Whether both days are known, and the logarithm of the days between them.
fn gap(a: Option<i64>, b: Option<i64>) -> (f64, f64) {
    a.zip(b).map_or((0.0, 0.0), |(a, b)| (1.0, libm::log1p((a - b).abs().min(LONG) as f64)))
}
