//! What the first estimates of all pairs say about each pair: rivals, witnesses, neighbours.

use rayon::prelude::*;

/// The names of what is measured, in the order of [`Context`].
pub const CONTEXT: [&str; 10] = [
    "first_estimate",
    "lead_over_rivals_better",
    "lead_over_rivals_worse",
    "best_witness",
    "mean_witness",
    "contrary_witness",
    "neighbours_alike",
    "neighbour_of_one",
    "partners_more",
    "partners_less",
];

/// One number for each of [`CONTEXT`].
pub type Context = [f64; CONTEXT.len()];

/// Pairs of lower estimates are no partners.
const LOWEST: f64 = 0.02;

/// Two claims, the smaller first, and the first estimate of their pair.
pub(crate) type Estimate = (usize, usize, f64);

/// Measures every estimated pair; `articles` tells where each claim stands.
pub(crate) fn contexts(estimates: &[Estimate], articles: &[usize]) -> Vec<Context> {
    let mut partners: Vec<Vec<(usize, f64)>> = vec![Vec::new(); articles.len()];
    for &(a, b, estimate) in estimates.iter().filter(|pair| pair.2 >= LOWEST) {
        partners[a].push((b, estimate));
        partners[b].push((a, estimate));
    }
    for partners in &mut partners {
        partners.sort_by_key(|&(claim, _)| claim);
    }
    let others = articles.last().map_or(1, |&last| last.max(1));
    let estimated = Estimated { partners, articles, others };
    estimates.par_iter().map(|&pair| estimated.context(pair)).collect()
}

struct Estimated<'e> {
    /// By claim, in order.
    partners: Vec<Vec<(usize, f64)>>,
    articles: &'e [usize],
    /// How many articles a claim can have partners in.
    others: usize,
}

impl Estimated<'_> {
    fn context(&self, (a, b, estimate): Estimate) -> Context {
        let leads = (estimate - self.rival(a, b), estimate - self.rival(b, a));
        let witnesses = self.witnesses(a, b);
        let contrary = self.contrary(a, b).max(self.contrary(b, a));
        let partners = (self.expected(a) - estimate, self.expected(b) - estimate);
        [
            libm::log((estimate + 1e-4) / (1.0 - estimate + 1e-4)),
            leads.0.max(leads.1),
            leads.0.min(leads.1),
            witnesses.0.sqrt(),
            witnesses.1.sqrt(),
            contrary,
            self.beside(a, -1, b, -1).max(self.beside(a, 1, b, 1)),
            self.beside(a, -1, b, 0)
                .max(self.beside(a, 1, b, 0))
                .max(self.beside(a, 0, b, -1))
                .max(self.beside(a, 0, b, 1)),
            partners.0.max(partners.1) / self.others as f64,
            partners.0.min(partners.1) / self.others as f64,
        ]
    }

    fn estimate(&self, a: usize, b: usize) -> f64 {
        let partners = &self.partners[a];
        partners.binary_search_by_key(&b, |&(claim, _)| claim).map_or(0.0, |at| partners[at].1)
    }

    /// The best estimate of `claim` with another claim of `other`'s article.
    fn rival(&self, claim: usize, other: usize) -> f64 {
        let rivals = self.partners[claim].iter().filter(|&&(rival, _)| rival != other && self.together(rival, other));
        rivals.map(|&(_, estimate)| estimate).fold(0.0, f64::max)
    }

    /// Of both estimates multiplied, the best claim of each third article: the best of these, and their mean.
    fn witnesses(&self, a: usize, b: usize) -> (f64, f64) {
        let (mut best, mut sum, mut here) = (0.0_f64, 0.0, (usize::MAX, 0.0_f64));
        for (claim, estimate) in self.third(a, b) {
            let both = estimate * self.estimate(b, claim);
            if self.articles[claim] != here.0 {
                sum += here.1;
                here = (self.articles[claim], 0.0);
            }
            here.1 = here.1.max(both);
            best = best.max(both);
        }
        (best, (sum + here.1) / self.others.saturating_sub(1).max(1) as f64)
    }

    /// The surest claim of a third article that is like `a` and unlike `b`.
    fn contrary(&self, a: usize, b: usize) -> f64 {
        self.third(a, b).map(|(claim, estimate)| estimate * (1.0 - self.estimate(b, claim))).fold(0.0, f64::max)
    }

    fn third(&self, a: usize, b: usize) -> impl Iterator<Item = (usize, f64)> {
        self.partners[a].iter().copied().filter(move |&(claim, _)| !self.together(claim, b))
    }

    /// How many partners `claim` is expected to have.
    fn expected(&self, claim: usize) -> f64 {
        self.partners[claim].iter().map(|&(_, estimate)| estimate).sum()
    }

    /// The estimate of two claims that stand so far from `a` and `b` in the same articles.
    fn beside(&self, a: usize, from_a: isize, b: usize, from_b: isize) -> f64 {
        let moved = |claim: usize, by: isize| {
            claim.checked_add_signed(by).filter(|&near| near < self.articles.len() && self.together(near, claim))
        };
        moved(a, from_a).zip(moved(b, from_b)).map_or(0.0, |(a, b)| self.estimate(a, b))
    }

    fn together(&self, a: usize, b: usize) -> bool {
        self.articles[a] == self.articles[b]
    }
}
