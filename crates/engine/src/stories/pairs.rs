//! Compares articles two by two: which are worth it, and how alike they are.

use super::{terms::Terms, vectors::Vectors};
use rayon::prelude::*;
use story::Article;

/// How two articles compare.
pub const FEATURES: [&str; 12] = [
    "body",
    "lead",
    "names",
    "word_pairs",
    "numbers",
    "key_words",
    "same_year",
    "years_apart",
    "dated",
    "days_apart",
    "dateline",
    "dateline_days_apart",
];

/// One value for each of [`FEATURES`].
pub type Features = [f64; FEATURES.len()];

/// Least likeness of two bodies, 0 to 1, for a closer look.
const LIKE_ENOUGH: f64 = 0.04;

/// A term in more articles than this, and in more than a tenth of all, calls for no closer look.
const RARE: usize = 50;

/// Days beyond which a gap is just long.
const LONG: i64 = 60;

/// Heaviest terms that stand for what an article is about.
const KEY_WORDS: usize = 20;

/// All articles of a pile, ready to be compared.
pub(crate) struct Pile {
    terms: Vec<Terms>,
    body: Vectors,
    lead: Vectors,
    names: Vectors,
    numbers: Vectors,
    word_pairs: Vectors,
    key_words: Vectors,
}

impl Pile {
    pub(crate) fn of(articles: &[&Article]) -> Self {
        let terms: Vec<Terms> = articles.par_iter().map(|article| Terms::of(article)).collect();
        let body = Vectors::new(&terms, |terms| &terms.body);
        Self {
            lead: Vectors::new(&terms, |terms| &terms.lead),
            names: Vectors::new(&terms, |terms| &terms.names),
            numbers: Vectors::new(&terms, |terms| &terms.numbers),
            word_pairs: Vectors::new(&terms, |terms| &terms.pairs),
            key_words: body.heaviest(KEY_WORDS),
            body,
            terms,
        }
    }

    /// The pairs worth a closer look, smaller index first, sorted; without those of two that `stand` already.
    pub(crate) fn candidates(&self, stand: impl Fn(usize) -> bool + Sync) -> Vec<(usize, usize)> {
        let postings = self.postings();
        let near = |b: usize| {
            let mut likeness = vec![0.0; self.terms.len()];
            for &(term, weight) in &self.body.of[b] {
                postings[term as usize].iter().for_each(|&(a, other)| likeness[a as usize] += weight * other);
            }
            // Of two that are both open, the second one tells of the pair.
            let is_told_here = |&a: &usize| if stand(a) { true } else { a < b };
            let near = (0..self.terms.len()).filter(|&a| likeness[a] > LIKE_ENOUGH).filter(is_told_here);
            near.map(|a| (a.min(b), a.max(b))).collect::<Vec<_>>()
        };
        let open: Vec<usize> = (0..self.terms.len()).filter(|&article| !stand(article)).collect();
        let mut pairs: Vec<_> = open.into_par_iter().flat_map_iter(near).collect();
        pairs.par_sort_unstable();
        pairs
    }

    /// The articles of every term that calls for a closer look, in order, with its weight there.
    fn postings(&self) -> Vec<Vec<(u32, f64)>> {
        let rare = |count: u32| count as usize <= RARE.max(self.terms.len() / 10);
        let mut postings = vec![Vec::new(); self.body.frequency.len()];
        for (article, vector) in self.body.of.iter().enumerate() {
            for &(term, weight) in vector.iter().filter(|(term, _)| rare(self.body.frequency[*term as usize])) {
                postings[term as usize].push((article as u32, weight));
            }
        }
        postings
    }

    pub(crate) fn features(&self, a: usize, b: usize) -> Features {
        let (first, second) = (&self.terms[a], &self.terms[b]);
        let years = first.year.zip(second.year).map(|(a, b)| (a - b).abs());
        let (dated, days) = gap(first.recorded, second.recorded);
        let (dateline, dateline_days) = if dated > 0.0 { (0.0, 0.0) } else { gap(first.written, second.written) };
        [
            self.body.cosine(a, b),
            self.lead.cosine(a, b),
            self.names.cosine(a, b),
            self.word_pairs.cosine(a, b).sqrt(),
            self.numbers.cosine(a, b),
            self.key_words.cosine(a, b),
            f64::from(u8::from(years == Some(0))),
            f64::from(u8::from(years.is_some_and(|years| years > 1))),
            dated,
            days,
            dateline,
            dateline_days,
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
