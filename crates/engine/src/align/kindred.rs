//! Which words of a story mean nearly the same, and how much of a claim another one holds when they count.

use super::profiles::{Profile, Profiles, Term};
use crate::{embed::Vector, text::StoryText};
use rayon::prelude::*;

/// Words less alike than this have nothing to do with each other.
const LOWEST: f64 = 0.4;

/// By term: the terms that mean nearly the same, in order, with the cosines.
#[derive(Debug)]
pub(super) struct Kindred(Vec<Vec<(Term, f64)>>);

impl Kindred {
    pub(super) fn of(story: &StoryText, profiles: &Profiles) -> Self {
        let mut words: Vec<Option<&str>> = vec![None; profiles.weights.len()];
        for (claim, profile) in story.claims().zip(&profiles.claims) {
            for (word, &term) in claim.words.iter().filter(|word| word.is_word()).zip(&profile.sequence) {
                words[term as usize].get_or_insert(&word.lower);
            }
        }
        let mut content = vec![false; words.len()];
        for &term in profiles.claims.iter().flat_map(|profile| &profile.content) {
            content[term as usize] = true;
        }
        let vectors: Vec<Option<Vector>> = words
            .into_par_iter()
            .zip(content)
            .map(|(word, content)| word.filter(|word| content && !word.bytes().any(|byte| byte.is_ascii_digit())))
            .map(|word| word.map(Vector::of))
            .collect();
        let kindred = (0..vectors.len()).into_par_iter().map(|term| kindred(term, &vectors)).collect();
        Self(kindred)
    }

    /// The weighted share of each claim's words that the other holds, counting kindred words by their likeness.
    pub(super) fn coverage(&self, profiles: &Profiles, a: &Profile, b: &Profile) -> (f64, f64) {
        (self.held(profiles, a, b), self.held(profiles, b, a))
    }

    fn held(&self, profiles: &Profiles, claim: &Profile, other: &Profile) -> f64 {
        let held = claim.content.iter().map(|&term| profiles.weight(term) * self.nearest(term, &other.content));
        held.sum::<f64>() / claim.weight.max(1e-9)
    }

    /// 1 where the term itself is among `terms`.
    fn nearest(&self, term: Term, terms: &[Term]) -> f64 {
        if terms.binary_search(&term).is_ok() {
            return 1.0;
        }
        let kindred = self.0[term as usize].iter().filter(|(other, _)| terms.binary_search(other).is_ok());
        kindred.map(|&(_, cosine)| cosine).fold(0.0, f64::max)
    }
}

fn kindred(term: usize, vectors: &[Option<Vector>]) -> Vec<(Term, f64)> {
    let Some(vector) = &vectors[term] else { return Vec::new() };
    let others = vectors.iter().enumerate().filter(|&(other, _)| other != term);
    let alike = others.filter_map(|(other, its)| Some((other as Term, vector.cosine(its.as_ref()?))));
    alike.filter(|&(_, cosine)| cosine >= LOWEST).collect()
}
