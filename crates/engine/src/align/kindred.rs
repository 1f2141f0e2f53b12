//! How much of a claim another one holds when words that mean nearly the same count too.

use super::profiles::{Profiles, Term};
use crate::{embed::Vector, text::StoryText};
use rayon::prelude::*;

/// Words less alike than this have nothing to do with each other.
const LOWEST: f64 = 0.4;

/// By claim: its terms and all terms kindred to one of them, in order, each with the likeness to the likest.
#[derive(Debug)]
pub(super) struct Kindred(Vec<Vec<(Term, f64)>>);

impl Kindred {
    pub(super) fn of(story: &StoryText, profiles: &Profiles) -> Self {
        let kindred = kindred(&vectors(story, profiles));
        Self(profiles.claims.par_iter().map(|profile| reach(&profile.content, &kindred)).collect())
    }

    /// The weighted share of `claim` that `other` holds.
    pub(super) fn held(&self, profiles: &Profiles, claim: usize, other: usize) -> f64 {
        let (profile, reach) = (&profiles.claims[claim], &self.0[other]);
        let likeness = |term: Term| reach.binary_search_by_key(&term, |&(term, _)| term).map_or(0.0, |at| reach[at].1);
        let held: f64 = profile.content.iter().map(|&term| profiles.weight(term) * likeness(term)).sum();
        held / profile.weight.max(1e-9)
    }
}

/// By term: the meaning of the first word that has it; `None` for function words and numbers, which are like no other.
fn vectors(story: &StoryText, profiles: &Profiles) -> Vec<Option<Vector>> {
    let mut words: Vec<Option<&str>> = vec![None; profiles.weights.len()];
    for (claim, profile) in story.claims().zip(&profiles.claims) {
        let of_claim = claim.words.iter().filter(|word| word.is_word()).zip(&profile.sequence);
        for (word, &term) in
            of_claim.filter(|(word, term)| !word.has_digit() && profile.content.binary_search(term).is_ok())
        {
            words[term as usize].get_or_insert(&word.lower);
        }
    }
    words.into_par_iter().map(|word| word.map(Vector::of)).collect()
}

/// By term: the terms that mean nearly the same, with the cosines.
fn kindred(vectors: &[Option<Vector>]) -> Vec<Vec<(Term, f64)>> {
    let later = |(term, vector): (usize, &Option<Vector>)| -> Vec<(usize, f64)> {
        let Some(vector) = vector else { return Vec::new() };
        let others = vectors.iter().enumerate().skip(term + 1);
        let alike = others.filter_map(|(other, its)| Some((other, vector.cosine(its.as_ref()?))));
        alike.filter(|&(_, cosine)| cosine >= LOWEST).collect()
    };
    let later: Vec<Vec<(usize, f64)>> = vectors.par_iter().enumerate().map(later).collect();
    let mut kindred: Vec<Vec<(Term, f64)>> = vec![Vec::new(); vectors.len()];
    for (term, others) in later.into_iter().enumerate() {
        for (other, cosine) in others {
            kindred[term].push((other as Term, cosine));
            kindred[other].push((term as Term, cosine));
        }
    }
    kindred
}

fn reach(terms: &[Term], kindred: &[Vec<(Term, f64)>]) -> Vec<(Term, f64)> {
    let others = terms.iter().flat_map(|&term| kindred[term as usize].iter().copied());
    let mut reach: Vec<(Term, f64)> = terms.iter().map(|&term| (term, 1.0)).chain(others).collect();
    reach.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    reach.dedup_by_key(|&mut (term, _)| term);
    reach
}
