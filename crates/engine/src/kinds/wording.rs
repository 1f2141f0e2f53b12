//! The same act or referent under evaluatively different names.

use super::{
    Joins, Judge,
    pairs::{self, Contrast, Side},
    readings,
    rivals::Rivals,
    scene::Scene,
};
use crate::{
    facets::attributions::{Attribution, is_loaded},
    slots::Slots,
    text::Word,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use story::{Kind, Relation, Span};

/// Least difference in valence, on the lexicon's scale from -4 to 4, that a reader notices.
const NOTICEABLE: f64 = 1.5;

/// Utterances with this many words in common are one.
const SAME_UTTERANCE: usize = 3;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Wording,
    measured: &["spoken", "called", "valences_apart"],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    pairs::rivals(scene, |a, b, slots| {
        let mut found = spoken(a, b, slots);
        found.extend(named(a, b, slots));
        found.extend(called(a, b, slots));
        found.extend(called(b, a, &slots.turned()).into_iter().map(Contrast::turned));
        found
    })
}

/// One speaker's utterance told with a plain verb and with a loaded one.
fn spoken(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let mut found = Vec::new();
    for one in a.facets.attributions.iter().filter(|one| one.carried == 0) {
        for other in b.facets.attributions.iter().filter(|other| other.carried == 0 && other.speaker.same(&one.speaker))
        {
            if let (Some(x), Some(y)) = (one.verb, other.verb)
                && x != y
                && is_loaded(x) != is_loaded(y)
                && shared(a, one, slots) >= SAME_UTTERANCE
            {
                found.push(Contrast {
                    a: (x.to_owned(), one.cue),
                    b: (y.to_owned(), other.cue),
                    relation: Relation::Differs,
                    measured: vec![1.0, 0.0, 0.0],
                });
            }
        }
    }
    found
}

/// How many words of what `attribution` vouches for have a partner.
fn shared(a: Side, attribution: &Attribution, slots: &Slots) -> usize {
    let within = |span: Span| attribution.content.iter().any(|content| content.contains(span));
    a.words.iter().enumerate().filter(|(at, word)| slots.partner(*at).is_some() && within(word.span)).count()
}

/// Words in one slot of which a reader feels one better than the other.
fn named(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let words = a.words.iter().enumerate();
    words
        .filter_map(|(at, one)| {
            let other = &b.words[slots.in_the_slot_of(a.words, b.words, at)?];
            let (x, y) = (valence(&one.lower), valence(&other.lower));
            let noticed = x.is_some() || y.is_some();
            let differ = (x.unwrap_or(0.0) - y.unwrap_or(0.0)).abs() >= NOTICEABLE;
            (noticed && differ && ending(one) == ending(other)).then(|| Contrast {
                a: (one.lower.clone(), one.span),
                b: (other.lower.clone(), other.span),
                relation: Relation::Differs,
                measured: vec![0.0, 0.0, (x.unwrap_or(0.0) - y.unwrap_or(0.0)).abs()],
            })
        })
        .collect()
}

/// Words of one grammatical form end alike.
fn ending(word: &Word) -> &'static str {
    const ENDINGS: &[&str] = &["ing", "ed", "ly", "s"];
    ENDINGS.iter().find(|ending| word.lower.ends_with(*ending)).copied().unwrap_or("")
}

/// A plain name of `a` where `b` has a loaded one for the same people or power.
fn called(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let turned = slots.turned();
    let mut found = Vec::new();
    for (i, one) in a.words.iter().enumerate().filter(|&(i, _)| slots.partner(i).is_none()) {
        let loaded = b.words.iter().enumerate().find(|&(j, other)| {
            turned.partner(j).is_none()
                && LOADED.contains(&(one.lower.as_str(), other.lower.as_str()))
                && slots.meet(i, j)
        });
        found.extend(loaded.map(|(_, other)| Contrast {
            a: (one.lower.clone(), one.span),
            b: (other.lower.clone(), other.span),
            relation: Relation::Differs,
            measured: vec![0.0, 1.0, 0.0],
        }));
    }
    found
}

/// A plain name and a loaded one.
static LOADED: LazyLock<BTreeSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../data/loaded_names.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).collect()
});

/// How people feel about a word, from -4 to 4; `None` if nothing is known.
fn valence(lower: &str) -> Option<f64> {
    VALENCE.get(lower).copied()
}

static VALENCE: LazyLock<BTreeMap<&'static str, f64>> = LazyLock::new(|| {
    let lines = include_str!("../../data/valence.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, valence)| Some((word, valence.parse().ok()?)))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(&JUDGE, accounts), expected);
    }

    #[test]
    fn a_loaded_verb_beside_a_plain_one_is_a_divergence() {
        check(
            &[
                "Mayor Ana Ruiz said the harbour dam would hold until Friday.",
                "The harbour dam would hold until Friday, Mayor Ana Ruiz insisted.",
            ],
            &["say “said” | insist “insisted”"],
        );
    }

    #[test]
    fn a_loaded_name_beside_a_plain_one_is_a_divergence() {
        check(
            &[
                "A crowd gathered in front of the office in Lund and broke a window.",
                "A mob gathered in front of the office in Lund and broke a window.",
            ],
            &["crowd “crowd” | mob “mob”"],
        );
        check(
            &[
                "A crowd of protesters gathered in front of the office in Lund and broke a window.",
                "A mob of rioters gathered in front of the office in Lund and broke a window.",
            ],
            &["protesters “protesters” | rioters “rioters”"],
        );
    }

    #[test]
    fn plain_synonyms_are_no_divergence() {
        check(
            &["Ana Ruiz said the dam would hold until Friday.", "Ana Ruiz stated the dam would hold until Friday."],
            &[],
        );
    }
}
