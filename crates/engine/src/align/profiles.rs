//! What of each claim is compared: its terms, numbers, names, quoted words and letters.

use crate::stories::{background, hash};
use crate::text::{Claim, StoryText, Word, is_function_word};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A term's number within one story; numbers follow the order of the alphabet.
pub(super) type Term = u32;

/// The profiles of all claims of a story, with what each term weighs in it.
#[derive(Debug)]
pub(super) struct Profiles {
    /// One for each claim, in the order of the story.
    pub(super) claims: Vec<Profile>,
    /// By term: ln((20 + claims) / (0.5 + claims with the term)); 0 for function words.
    pub(super) weights: Vec<f64>,
}

/// What of one claim is compared. All lists but `sequence` are sorted, each item once.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Terms without function words.
    pub(super) content: Vec<Term>,
    /// Euclidean length of the content's weights.
    pub(super) length: f64,
    /// Sum of the content's weights.
    pub(super) weight: f64,
    /// Terms that are capitalised within a sentence.
    pub(super) names: Vec<Term>,
    /// Terms with a digit, and number words.
    pub(super) numbers: Vec<Term>,
    /// Content terms within quotation marks.
    pub(super) quoted: Vec<Term>,
    /// All terms, as they follow each other.
    pub(super) sequence: Vec<Term>,
    /// Neighbouring terms.
    pub(super) bigrams: Vec<(Term, Term)>,
    /// Four letters in a row, over word boundaries, with their weights, which make a unit vector.
    pub(super) grams: Vec<(u32, f64)>,
}

impl Profiles {
    pub(super) fn of(story: &StoryText) -> Self {
        let claims: Vec<&Claim> = story.claims().collect();
        let terms = numbered(claims.iter().flat_map(|claim| terms_of(claim)).collect());
        let mut profiles: Vec<Profile> = claims.par_iter().map(|claim| profile(claim, &terms)).collect();
        let mut weights = rarity(terms.len(), profiles.iter().map(|profile| &profile.content));
        for (term, &number) in &terms {
            let common = if is_function_word(term) { 1.0 } else { background::share(hash(term)) };
            weights[number as usize] *= 1.0 - common;
        }
        for profile in &mut profiles {
            profile.weight = profile.content.iter().map(|&term| weights[term as usize]).sum();
            profile.length = profile.content.iter().map(|&term| weights[term as usize].powi(2)).sum::<f64>().sqrt();
        }
        add_grams(&claims, &mut profiles);
        Self { claims: profiles, weights }
    }

    pub(super) fn weight(&self, term: Term) -> f64 {
        self.weights[term as usize]
    }
}

/// What two sorted lists have in common.
pub(super) fn shared<'l, T: Ord + Copy>(a: &'l [T], b: &'l [T]) -> impl Iterator<Item = T> + 'l {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    std::iter::from_fn(move || {
        loop {
            match a.peek()?.cmp(b.peek()?) {
                std::cmp::Ordering::Less => a.next(),
                std::cmp::Ordering::Greater => b.next(),
                std::cmp::Ordering::Equal => {
                    b.next();
                    return a.next().copied();
                }
            };
        }
    })
}

fn terms_of<'c>(claim: &'c Claim) -> impl Iterator<Item = &'c str> {
    claim.words.iter().filter(|word| word.is_word()).map(|word| word.stem.as_str())
}

fn numbered<T: Ord>(mut items: Vec<T>) -> BTreeMap<T, u32> {
    items.sort_unstable();
    items.dedup();
    items.into_iter().zip(0..).collect()
}

/// As many claims of other news are thought to lie beside the story's own: in a story of two sentences
/// no word would be rare.
pub(super) const CLAIMS_BEFORE: f64 = 20.0;

/// ln((20 + lists) / (0.5 + lists with the item)) for each item below `items`.
fn rarity<'l>(items: usize, lists: impl ExactSizeIterator<Item = &'l Vec<Term>>) -> Vec<f64> {
    let total = CLAIMS_BEFORE + lists.len() as f64;
    let mut counts = vec![0.5; items];
    for &item in lists.flatten() {
        counts[item as usize] += 1.0;
    }
    counts.into_iter().map(|count| libm::log(total / count).max(0.0)).collect()
}

fn profile(claim: &Claim, terms: &BTreeMap<&str, Term>) -> Profile {
    let words: Vec<(&Word, Term)> = claim
        .words
        .iter()
        .filter(|word| word.is_word())
        .filter_map(|word| terms.get(word.stem.as_str()).map(|&term| (word, term)))
        .collect();
    let content = |word: &Word| !is_function_word(&word.lower) && !is_function_word(&word.stem);
    let sequence: Vec<Term> = words.iter().map(|&(_, term)| term).collect();
    let quotes = quoted_words(claim);
    Profile {
        content: sorted(words.iter().filter(|(word, _)| content(word)).map(|&(_, term)| term)),
        names: sorted(
            words.iter().skip(1).filter(|(word, _)| word.is_capitalised() && content(word)).map(|&(_, term)| term),
        ),
        numbers: sorted(words.iter().filter(|(word, _)| is_number(word)).map(|&(_, term)| term)),
        quoted: sorted(
            words
                .iter()
                .filter(|(word, _)| {
                    content(word) && quotes.iter().any(|&(from, to)| from < word.span.start && word.span.end < to)
                })
                .map(|&(_, term)| term),
        ),
        bigrams: sorted(sequence.windows(2).map(|pair| (pair[0], pair[1]))),
        sequence,
        ..Profile::default()
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// Stretches of the body between double quotation marks; one that is not closed runs to the end.
fn quoted_words(claim: &Claim) -> Vec<(usize, usize)> {
    let (mut stretches, mut open) = (Vec::new(), None);
    for word in &claim.words {
        match (word.text, open) {
            ("\u{201c}" | "\u{201e}" | "\u{ab}" | "\"" | "``", None) => open = Some(word.span.start),
            ("\u{201d}" | "\u{bb}" | "\"" | "''", Some(start)) => {
                stretches.push((start, word.span.end));
                open = None;
            }
            // A quotation begun in a sentence before.
            ("\u{201d}" | "\u{bb}", None) if stretches.is_empty() => stretches.push((claim.span.start, word.span.end)),
            _ => {}
        }
    }
    stretches.extend(open.map(|start| (start, claim.span.end + 1)));
    stretches
}

fn is_number(word: &Word) -> bool {
    word.has_digit()
        || matches!(
            word.lower.as_str(),
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "dozen"
                | "dozens"
                | "hundred"
                | "hundreds"
                | "thousand"
                | "thousands"
                | "million"
                | "billion"
        )
}

fn add_grams(claims: &[&Claim], profiles: &mut [Profile]) {
    let texts: Vec<Vec<String>> = claims.par_iter().map(|claim| grams(claim)).collect();
    let numbers = numbered(texts.iter().flatten().map(String::as_str).collect());
    let lists: Vec<Vec<u32>> =
        texts.par_iter().map(|grams| grams.iter().map(|gram| numbers[gram.as_str()]).collect()).collect();
    let weights = rarity(numbers.len(), lists.iter());
    profiles.par_iter_mut().zip(lists).for_each(|(profile, list)| {
        let length = list.iter().map(|&gram| weights[gram as usize].powi(2)).sum::<f64>().sqrt().max(1e-9);
        profile.grams = list.into_iter().map(|gram| (gram, weights[gram as usize] / length)).collect();
    });
}

fn grams(claim: &Claim) -> Vec<String> {
    let words: Vec<&str> = claim.words.iter().filter(|word| word.is_word()).map(|word| word.lower.as_str()).collect();
    let letters: Vec<char> = format!(" {} ", words.join(" ")).chars().collect();
    sorted(letters.windows(4).map(|gram| gram.iter().collect()))
}
