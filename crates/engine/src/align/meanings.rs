//! How near claims stand in meaning, whatever words they use: by their pieces, by their clauses, and as wholes.

mod acts;
mod clauses;
mod stretches;

use super::{profiles::CLAIMS_BEFORE, standings::both_ways};
use crate::{
    embed::{self, Meant, WIDTH},
    text::{ClaimIx, StoryText, is_function_word},
};
use acts::{Act, by_act};
use clauses::clauses;
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, concatenate};
use rayon::prelude::*;
use std::collections::BTreeMap;
use story::Span;
pub(crate) use stretches::{Sense, Stretch};

/// What is measured on a pair, each the same whichever claim is named first.
pub(super) const MEANINGS: [&str; 15] = [
    "pieces_held_more",
    "pieces_held_less",
    "nearest_clauses",
    "wholes",
    "clause_in_whole",
    "clauses_held_more",
    "clauses_held_less",
    "clauses",
    "acts_nearest",
    "acts_nearest_verb",
    "acts_nearest_who",
    "acts_nearest_what",
    "acts_main",
    "acts_held_more",
    "acts_held_less",
];

/// The meanings of all claims of a story, seen from the mean of its pieces: what each tells beyond the topic.
#[derive(Debug)]
pub(crate) struct Meanings {
    claims: Vec<Meaning>,
    /// By claim and article: the claims that come nearest as wholes, the nearest first.
    nearest: Vec<Vec<Nearest>>,
}

/// The claims of one article that come nearest to a claim, the nearest first, with their cosines.
type Nearest = Vec<(usize, f32)>;

/// Of how many pieces of other news the mean is thought to be made beside the story's own: in a story
/// of two sentences everything but a few words would be seen as the topic.
const PIECES_BEFORE: f32 = 500.0;
/// So many of each article are remembered.
const REMEMBERED: usize = 4;

#[derive(Debug)]
struct Meaning {
    /// By piece, unit vectors.
    pieces: Array2<f32>,
    /// By piece; they add up to 1.
    weights: Vec<f32>,
    /// By clause, and the whole claim last: unit vectors.
    clauses: Array2<f32>,
    /// By clause; they add up to 1.
    shares: Vec<f32>,
    /// By piece: the bytes of its article's body.
    spans: Vec<Span>,
    acts: Vec<Act>,
}

impl Meanings {
    pub(crate) fn of(story: &StoryText) -> Self {
        let texts: Vec<&str> = story.claims().map(|claim| claim.text).collect();
        let meant = embed::read(&texts);
        let (mean, rarity) = (mean(&meant), Rarity::of(&meant));
        let starts: Vec<usize> = story.claims().map(|claim| claim.span.start).collect();
        let read = meant.into_par_iter().zip(starts);
        let mut claims: Vec<Meaning> = read.map(|(meant, start)| Meaning::of(meant, start, &mean, &rarity)).collect();
        claims.par_iter_mut().enumerate().for_each(|(at, meaning)| {
            let claim = ClaimIx(at);
            meaning.acts = acts::read(meaning, &story.claim(claim).words, &story.facets(claim).tree);
        });
        let articles: Vec<usize> = story.claims().map(|claim| claim.article).collect();
        let of = |claim| nearest(claim, &claims, &articles, story.articles.len());
        let nearest = (0..claims.len()).into_par_iter().map(of).collect();
        Self { claims, nearest }
    }

    /// The `count` claims of each other article that come nearest as wholes.
    pub(super) fn best(&self, claim: usize, count: usize) -> impl Iterator<Item = usize> {
        self.nearest[claim].iter().flat_map(move |near| near.iter().take(count).map(|&(other, _)| other))
    }

    /// [`MEANINGS`] of `claim` with each of `others`.
    pub(super) fn with(&self, claim: usize, others: &[usize]) -> Vec<[f64; MEANINGS.len()]> {
        let one = &self.claims[claim];
        let theirs: Vec<ArrayView2<f32>> = others.iter().map(|&other| self.claims[other].pieces.view()).collect();
        let Ok(theirs) = concatenate(Axis(0), &theirs) else { return Vec::new() };
        let alike = one.pieces.dot(&theirs.t());
        let mut from = 0;
        let pairs = others.iter().map(|&other| {
            let other = &self.claims[other];
            let to = from + other.weights.len();
            let held = held(&alike.slice_axis(Axis(1), (from..to).into()), &one.weights, &other.weights);
            from = to;
            [&<[f64; 2]>::from(held)[..], &by_clause(one, other), &by_act(&one.acts, &other.acts)]
                .concat()
                .try_into()
                .expect("as many as named")
        });
        pairs.collect()
    }
}

impl Meaning {
    fn pieces_of(&self, span: Span) -> impl Iterator<Item = usize> {
        (0..self.spans.len()).filter(move |&at| self.spans[at].overlaps(span))
    }

    fn sum(&self, pieces: impl Iterator<Item = usize>) -> Array1<f32> {
        pieces.fold(Array1::zeros(WIDTH), |mut sum, at| {
            sum.scaled_add(self.weights[at], &self.pieces.row(at));
            sum
        })
    }

    fn of(meant: Meant, start: usize, mean: &Array1<f32>, rarity: &Rarity) -> Self {
        let seen = meant.vectors - mean;
        let rarities: Vec<f32> = meant.pieces.iter().map(|&piece| rarity.of_piece(piece) * emphasis(piece)).collect();
        let clauses = clauses(&meant.pieces);
        let spans = clauses.iter().cloned().chain(std::iter::once(0..meant.pieces.len()));
        let mut vectors = Array2::zeros((clauses.len() + 1, WIDTH));
        for (span, mut vector) in spans.zip(vectors.rows_mut()) {
            for at in span {
                vector.scaled_add(rarities[at] + 0.1, &seen.row(at));
            }
            unit(vector.view_mut());
        }
        let shares =
            clauses.iter().map(|span| rarities[span.clone()].iter().map(|rarity| rarity + 0.1).sum()).collect();
        let weights = rarities.iter().map(|rarity| rarity + 1e-6).collect();
        let mut pieces = seen;
        pieces.rows_mut().into_iter().for_each(unit);
        let spans = meant.spans.iter().map(|span| span.shifted(start)).collect();
        Self {
            pieces,
            weights: normalised(weights),
            clauses: vectors,
            shares: normalised(shares),
            spans,
            acts: Vec::new(),
        }
    }

    fn whole(&self) -> ArrayView1<'_, f32> {
        self.clauses.row(self.clauses.nrows() - 1)
    }
}

/// Marks and words of grammar count less, figures do not.
fn emphasis(piece: usize) -> f32 {
    let name = embed::name(piece);
    let is_small = name.len() < 3 && !name.bytes().all(|byte| byte.is_ascii_digit());
    if is_small || is_function_word(name) { 0.3 } else { 1.0 }
}

fn normalised(mut weights: Vec<f32>) -> Vec<f32> {
    let sum = weights.iter().sum::<f32>().max(1e-9);
    weights.iter_mut().for_each(|weight| *weight /= sum);
    weights
}

fn unit(mut vector: ndarray::ArrayViewMut1<f32>) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-9);
    vector.mapv_inplace(|value| value / length);
}

/// The mean over all pieces of the story, in its order, drawn to that of all news, which is 0.
fn mean(meant: &[Meant]) -> Array1<f32> {
    let sums: Vec<Array1<f32>> = meant.par_iter().map(|meant| meant.vectors.sum_axis(Axis(0))).collect();
    let count: usize = meant.iter().map(|meant| meant.pieces.len()).sum();
    sums.iter().fold(Array1::zeros(WIDTH), |sum, one| sum + one) / (count as f32 + PIECES_BEFORE)
}

/// How rare a piece is in the story: ln((claims + 20) / (claims with it + 0.5)).
struct Rarity(BTreeMap<usize, f32>);

impl Rarity {
    fn of(meant: &[Meant]) -> Self {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        for meant in meant {
            let mut pieces = meant.pieces.clone();
            pieces.sort_unstable();
            pieces.dedup();
            for piece in pieces {
                *counts.entry(piece).or_default() += 1.0;
            }
        }
        let claims = meant.len() as f64 + CLAIMS_BEFORE;
        Self(
            counts
                .into_iter()
                .map(|(piece, count)| (piece, libm::log(claims / (count + 0.5)).max(0.0) as f32))
                .collect(),
        )
    }

    fn of_piece(&self, piece: usize) -> f32 {
        self.0.get(&piece).copied().unwrap_or(0.0)
    }
}

/// The weighted mean, over the rows and over the columns, of the best that each meets, the greater first: the late
/// interaction of Khattab & Zaharia (ColBERT, 2020), weighted as by Zhang et al. (BERTScore, 2020).
fn held(alike: &ArrayView2<f32>, rows: &[f32], columns: &[f32]) -> (f64, f64) {
    let mut best = vec![-1.0_f32; columns.len()];
    let mut of_rows = 0.0;
    for (row, weight) in alike.rows().into_iter().zip(rows) {
        let mut of_row = -1.0_f32;
        for (best, &value) in best.iter_mut().zip(row) {
            *best = best.max(value);
            of_row = of_row.max(value);
        }
        of_rows += weight * of_row;
    }
    let of_columns: f32 = best.iter().zip(columns).map(|(best, weight)| best * weight).sum();
    both_ways(f64::from(of_rows), f64::from(of_columns))
}

fn by_clause(one: &Meaning, other: &Meaning) -> [f64; 6] {
    let alike = one.clauses.dot(&other.clauses.t());
    let (rows, columns) = (one.shares.len(), other.shares.len());
    let (of_clauses, of_whole) = alike.view().split_at(Axis(0), rows);
    let (between, in_other) = of_clauses.split_at(Axis(1), columns);
    let (in_one, _) = of_whole.split_at(Axis(1), columns);
    let highest = |values: ArrayView2<f32>| f64::from(values.iter().copied().fold(-1.0, f32::max));
    let in_whole = highest(in_one).max(highest(in_other));
    let (more, less) = held(&between, &one.shares, &other.shares);
    [highest(between), f64::from(alike[[rows, columns]]), in_whole, more, less, (rows + columns) as f64]
}

fn nearest(claim: usize, claims: &[Meaning], articles: &[usize], count: usize) -> Vec<Nearest> {
    let mut nearest: Vec<Nearest> = vec![Nearest::new(); count];
    for (other, meaning) in claims.iter().enumerate().filter(|&(other, _)| articles[other] != articles[claim]) {
        let (near, cosine) = (&mut nearest[articles[other]], claims[claim].whole().dot(&meaning.whole()));
        let at = near.partition_point(|&(_, nearer)| nearer >= cosine);
        if at < REMEMBERED {
            near.truncate(REMEMBERED - 1);
            near.insert(at, (other, cosine));
        }
    }
    nearest
}
