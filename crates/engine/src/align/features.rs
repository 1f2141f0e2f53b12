//! What is measured on a pair of claims before its probability is told.
//!
//! Every feature is symmetric in the two claims.

use super::{
    GoOn,
    candidates::Neighbours,
    meanings::{MEANINGS, Meanings},
    profiles::{Profile, Profiles, Term, shared},
    standings::{Standing, both_ways, standing, standings},
    told::Told,
};
use crate::text::StoryText;
use rayon::prelude::*;
use story::Cancelled;

/// The names of the features, in the order of [`Features`].
pub const FEATURES: [&str; COUNT] = names();

const COUNT: usize = WORDS.len() + MEANINGS.len() + STANDINGS.len();

/// Of words and facets.
const WORDS: [&str; 33] = [
    "cosine",
    "root_cosine",
    "flat_cosine",
    "coverage_more",
    "coverage_less",
    "shared_weight",
    "rarest_shared",
    "letters",
    "names",
    "names_one_way",
    "numbers",
    "numbers_disagree",
    "quoted",
    "quoted_both",
    "quoted_one",
    "bigrams",
    "longest_run",
    "rank_better",
    "rank_worse",
    "margin_better",
    "margin_worse",
    "mutual_best",
    "distance",
    "both_lead",
    "length_shorter",
    "length_ratio",
    "neighbours_along",
    "witness",
    "claims_near",
    "speaker",
    "figure",
    "day",
    "place",
];

/// How the pair stands by the meanings of [`STANDING`], four for each.
const STANDINGS: [&str; 4 * STANDING.len()] = [
    "pieces_held_more_rank_better",
    "pieces_held_more_rank_worse",
    "pieces_held_more_lead_better",
    "pieces_held_more_lead_worse",
    "pieces_held_less_rank_better",
    "pieces_held_less_rank_worse",
    "pieces_held_less_lead_better",
    "pieces_held_less_lead_worse",
    "nearest_clauses_rank_better",
    "nearest_clauses_rank_worse",
    "nearest_clauses_lead_better",
    "nearest_clauses_lead_worse",
    "wholes_rank_better",
    "wholes_rank_worse",
    "wholes_lead_better",
    "wholes_lead_worse",
    "clauses_held_less_rank_better",
    "clauses_held_less_rank_worse",
    "clauses_held_less_lead_better",
    "clauses_held_less_lead_worse",
];

/// The places in [`MEANINGS`] of those by which a pair is set among its rivals.
const STANDING: [usize; 5] = [0, 1, 2, 3, 6];

const fn names() -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < names.len() {
        names[at] = if at < WORDS.len() {
            WORDS[at]
        } else if at < WORDS.len() + MEANINGS.len() {
            MEANINGS[at - WORDS.len()]
        } else {
            STANDINGS[at - WORDS.len() - MEANINGS.len()]
        };
        at += 1;
    }
    names
}

/// One number for each of [`FEATURES`].
pub type Features = [f64; COUNT];

/// One number for each of [`WORDS`].
pub(super) type OfWords = [f64; WORDS.len()];

/// So many claims are measured between two questions whether to go on.
const AT_ONCE: usize = 32;

/// The features of pairs, given in order: the smaller claim first.
pub(super) fn features(
    measure: &Measure,
    meanings: &Meanings,
    pairs: &[(usize, usize)],
    go_on: &impl GoOn,
) -> Result<Vec<Features>, Cancelled> {
    let of_claims: Vec<&[(usize, usize)]> = pairs.chunk_by(|one, next| one.0 == next.0).collect();
    let portions = of_claims.par_chunks(AT_ONCE).map(|of_claims| {
        go_on()?;
        let meant = of_claims.iter().map(|pairs| {
            let others: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
            meanings.with(pairs[0].0, &others)
        });
        Ok(meant.collect::<Vec<_>>().concat())
    });
    let meant = portions.collect::<Result<Vec<Vec<[f64; MEANINGS.len()]>>, Cancelled>>()?.concat();
    let by_meaning = |&which: &usize| {
        let values: Vec<f64> = meant.iter().map(|meant| meant[which]).collect();
        standings(pairs, measure.neighbours.articles(), &values)
    };
    let standing: Vec<Vec<Standing>> = STANDING.iter().map(by_meaning).collect();
    let all = pairs.par_iter().enumerate().map(|(at, &(a, b))| {
        let words = measure.of_words(a, b);
        let mut values = words.iter().chain(&meant[at]).chain(standing.iter().flat_map(|standing| &standing[at]));
        std::array::from_fn(|_| values.next().copied().expect("as many as are named"))
    });
    go_on()?;
    Ok(all.collect())
}

/// All that the features of a story's pairs are read from.
pub(super) struct Measure<'s> {
    pub(super) story: &'s StoryText<'s>,
    pub(super) profiles: &'s Profiles,
    pub(super) neighbours: &'s Neighbours,
    /// By article: its number of claims.
    pub(super) claims_of: Vec<usize>,
}

impl<'s> Measure<'s> {
    pub(super) fn new(story: &'s StoryText<'s>, profiles: &'s Profiles, neighbours: &'s Neighbours) -> Self {
        let mut claims_of = vec![0; story.articles.len()];
        for claim in story.claims() {
            claims_of[claim.article] += 1;
        }
        Self { story, profiles, neighbours, claims_of }
    }

    pub(super) fn of_words(&self, a: usize, b: usize) -> OfWords {
        let (one, other) = (&self.profiles.claims[a], &self.profiles.claims[b]);
        let cosine = self.neighbours.cosine(a, b);
        let flat = flat(&one.content, &other.content);
        let common = self.weigh(shared(&one.content, &other.content));
        let (more, less) = both_ways(common / one.weight.max(1e-9), common / other.weight.max(1e-9));
        let rarest = shared(&one.content, &other.content).map(|term| self.profiles.weight(term)).fold(0.0, f64::max);
        let (names, names_one_way) = self.overlap(&one.names, &other.names);
        let (numbers, _) = self.overlap(&one.numbers, &other.numbers);
        let both_number = !one.numbers.is_empty() && !other.numbers.is_empty();
        let (_, quoted) = self.overlap(&one.quoted, &other.quoted);
        let (forth, back) = (self.neighbours.place(a, b), self.neighbours.place(b, a));
        let [rank_better, rank_worse, margin_better, margin_worse] = standing(forth, back);
        let told = Told::of(self.story.facets(crate::text::ClaimIx(a)), self.story.facets(crate::text::ClaimIx(b)));
        let (lengths_a, lengths_b) = (one.content.len().max(1) as f64, other.content.len().max(1) as f64);
        let (place_a, place_b) = (self.place(a), self.place(b));
        [
            cosine,
            cosine.sqrt(),
            flat,
            more,
            less,
            libm::log1p(common),
            rarest,
            letters(one, other),
            names,
            names_one_way,
            numbers,
            f64::from(both_number && numbers == 0.0),
            quoted,
            f64::from(!one.quoted.is_empty() && !other.quoted.is_empty()),
            f64::from(one.quoted.is_empty() != other.quoted.is_empty()),
            bigrams(one, other),
            libm::log1p(longest_run(&one.sequence, &other.sequence) as f64),
            rank_better,
            rank_worse,
            margin_better,
            margin_worse,
            f64::from(forth.rank == 1 && back.rank == 1),
            (place_a - place_b).abs(),
            f64::from(self.is_lead(a) && self.is_lead(b)),
            libm::log(lengths_a.min(lengths_b)),
            libm::log(lengths_a.max(lengths_b) / lengths_a.min(lengths_b)),
            self.along(a, b),
            self.witness(a, b),
            self.crowd(a).max(self.crowd(b)),
            told.speaker,
            told.figure,
            told.day,
            told.place,
        ]
    }

    fn weigh(&self, terms: impl Iterator<Item = Term>) -> f64 {
        terms.map(|term| self.profiles.weight(term)).sum()
    }

    /// Weighted share of what both have in what either has, and in the smaller of them.
    fn overlap(&self, a: &[Term], b: &[Term]) -> (f64, f64) {
        let common = self.weigh(shared(a, b));
        let (of_a, of_b) = (self.weigh(a.iter().copied()), self.weigh(b.iter().copied()));
        (ratio(common, of_a + of_b - common), ratio(common, of_a.min(of_b)))
    }

    /// 0 for the first claim of its article, 1 for the last.
    fn place(&self, claim: usize) -> f64 {
        let claim = self.story.claim(crate::text::ClaimIx(claim));
        claim.place as f64 / self.claims_of[claim.article].max(2).saturating_sub(1) as f64
    }

    fn is_lead(&self, claim: usize) -> bool {
        self.story.claim(crate::text::ClaimIx(claim)).place < 2
    }

    /// The closer of the cosines of what stands before both and of what stands after both.
    fn along(&self, a: usize, b: usize) -> f64 {
        let before = self.before(a).zip(self.before(b)).map_or(0.0, |(a, b)| self.neighbours.cosine(a, b));
        let after = self.after(a).zip(self.after(b)).map_or(0.0, |(a, b)| self.neighbours.cosine(a, b));
        before.max(after)
    }

    fn before(&self, claim: usize) -> Option<usize> {
        (self.story.claim(crate::text::ClaimIx(claim)).place > 0).then(|| claim - 1)
    }

    fn after(&self, claim: usize) -> Option<usize> {
        let here = self.story.claim(crate::text::ClaimIx(claim));
        (here.place + 1 < self.claims_of[here.article]).then(|| claim + 1)
    }

    /// How near a claim of a third article stands to both.
    fn witness(&self, a: usize, b: usize) -> f64 {
        let (article_a, article_b) = (self.neighbours.article(a), self.neighbours.article(b));
        let (mut of_a, mut of_b) =
            (self.neighbours.near(a).iter().peekable(), self.neighbours.near(b).iter().peekable());
        let mut best = 0.0_f64;
        while let (Some(&&(c, x)), Some(&&(d, y))) = (of_a.peek(), of_b.peek()) {
            if c == d && self.neighbours.article(c) != article_a && self.neighbours.article(c) != article_b {
                best = best.max(x.min(y));
            }
            if c <= d {
                of_a.next();
            }
            if d <= c {
                of_b.next();
            }
        }
        best
    }

    /// Mean cosine of the claim's best partner in each of the other articles.
    fn crowd(&self, claim: usize) -> f64 {
        self.neighbours.crowd(claim) / (self.story.articles.len().max(2) - 1) as f64
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Cosine without weights.
fn flat(a: &[Term], b: &[Term]) -> f64 {
    ratio(shared(a, b).count() as f64, ((a.len() * b.len()) as f64).sqrt())
}

fn bigrams(a: &Profile, b: &Profile) -> f64 {
    let common = shared(&a.bigrams, &b.bigrams).count() as f64;
    ratio(common, a.bigrams.len().min(b.bigrams.len()) as f64)
}

fn letters(a: &Profile, b: &Profile) -> f64 {
    let (mut a, mut b) = (a.grams.iter().peekable(), b.grams.iter().peekable());
    let mut product = 0.0;
    while let (Some(&&(x, weight_x)), Some(&&(y, weight_y))) = (a.peek(), b.peek()) {
        if x == y {
            product += weight_x * weight_y;
        }
        if x <= y {
            a.next();
        }
        if y <= x {
            b.next();
        }
    }
    product
}

/// Terms of the longest stretch that stands in both.
fn longest_run(a: &[Term], b: &[Term]) -> usize {
    let (mut longest, mut above) = (0, vec![0; b.len() + 1]);
    for x in a {
        let mut here = vec![0; b.len() + 1];
        for (at, _) in b.iter().enumerate().filter(|&(_, y)| x == y) {
            here[at + 1] = above[at] + 1;
            longest = longest.max(here[at + 1]);
        }
        above = here;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standings_are_named_by_what_they_stand_by() {
        for (four, &which) in STANDINGS.chunks(4).zip(&STANDING) {
            let told: Vec<Option<&str>> = four.iter().map(|name| name.strip_prefix(MEANINGS[which])).collect();
            assert_eq!(told, [Some("_rank_better"), Some("_rank_worse"), Some("_lead_better"), Some("_lead_worse")]);
        }
    }
}
