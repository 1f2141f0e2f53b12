//! What one outlet affirms and another denies; opposite outcomes and directions.

use super::{
    Findings,
    pairs::{self, Contrast, Side},
};
use crate::{align::Group, slots::Slots, text::StoryText};
use rust_stemmers::{Algorithm, Stemmer};
use std::{collections::BTreeSet, sync::LazyLock};
use story::{Kind, Relation, Span};

/// Claims with this many words in common are about one thing.
const ALIKE: usize = 4;

pub(crate) fn compare(story: &StoryText, group: &Group) -> Findings {
    pairs::compare(story, group, Kind::Polarity, |a, b, slots| {
        let mut found = opposed(a, b, slots);
        if found.is_empty() {
            found.extend(denied(a, b, slots));
            found.extend(denied(b, a, &slots.turned()).into_iter().map(Contrast::turned));
        }
        found
    })
}

/// What `a` denies and `b` affirms: `b` has the words denied, and denies nothing itself.
fn denied(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    if slots.joined() < ALIKE || !b.facets.negations.is_empty() {
        return Vec::new();
    }
    let negations = a.facets.negations.iter();
    negations
        .filter_map(|negation| {
            let both: Vec<(usize, usize)> =
                negation.reach.iter().filter_map(|&at| Some((at, slots.partner(at)?))).collect();
            if both.len() < 2 || both[0].0 != negation.reach[0] {
                return None;
            }
            let &(last, _) = both.last()?;
            let first = both.iter().map(|&(_, at)| at).min()?;
            let end = both.iter().map(|&(_, at)| at).filter(|&at| at < first + 6).max()?;
            Some(Contrast {
                a: ("denied".to_owned(), Span::new(negation.span.start, a.words[last].span.end.max(negation.span.end))),
                b: ("affirmed".to_owned(), Span::new(b.words[first].span.start, b.words[end].span.end)),
                relation: Relation::Conflict,
                score: 0.2,
            })
        })
        .collect()
}

/// Words of `a` and `b` that reverse each other beside a word that both have.
fn opposed(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let mut found = Vec::new();
    for (i, one) in a.words.iter().enumerate().filter(|&(i, _)| slots.partner(i).is_none()) {
        for (j, other) in b.words.iter().enumerate() {
            let pair = (one.stem.as_str().min(other.stem.as_str()), one.stem.as_str().max(other.stem.as_str()));
            if ANTONYMS.contains(&(pair.0.to_owned(), pair.1.to_owned())) && meet(slots, i, j) {
                found.push(Contrast {
                    a: (one.lower.clone(), one.span),
                    b: (other.lower.clone(), other.span),
                    relation: Relation::Conflict,
                    score: if slots.in_the_slot_of(a.words, b.words, i) == Some(j) { 0.3 } else { 0.2 },
                });
            }
        }
    }
    found
}

/// Whether two words near `i` have their partners near `j`.
fn meet(slots: &Slots, i: usize, j: usize) -> bool {
    const NEAR: usize = 4;
    let near = (i.saturating_sub(NEAR)..=i + NEAR)
        .filter(|&at| slots.partner(at).is_some_and(|partner| partner.abs_diff(j) <= NEAR));
    near.count() >= 2
}

/// Stems, the smaller first.
static ANTONYMS: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    include_str!("../../data/antonyms.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(a, b)| {
            let (a, b) = (stemmer.stem(a).into_owned(), stemmer.stem(b).into_owned());
            if a < b { (a, b) } else { (b, a) }
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(compare, accounts), expected);
    }

    #[test]
    fn a_denial_diverges_from_an_affirmation() {
        check(
            &[
                "The driver of the lorry did not carry a weapon when police stopped him.",
                "When police stopped him, the driver of the lorry carried a weapon.",
            ],
            &["denied “did not carry a weapon” | affirmed “carried a weapon”"],
        );
    }

    #[test]
    fn what_both_deny_is_no_divergence() {
        check(&["The dam did not break on Friday.", "On Friday the dam didn't break."], &[]);
    }

    #[test]
    fn opposite_outcomes_diverge() {
        check(
            &["The council accepted the harbour plan on Friday.", "The council rejected the harbour plan on Friday."],
            &["accepted “accepted” | rejected “rejected”"],
        );
    }
}
