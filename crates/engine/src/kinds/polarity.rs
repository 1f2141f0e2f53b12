//! What one outlet affirms and another denies; opposite outcomes and directions.

use super::{
    Joins, Judge,
    pairs::{self, Contrast, Side},
    readings,
    rivals::Rivals,
    scene::Scene,
};
use crate::{facets::closed_class::is_open, slots::Slots};
use rust_stemmers::{Algorithm, Stemmer};
use std::{collections::BTreeSet, sync::LazyLock};
use story::{Kind, Relation, Span};

/// Claims with this many words in common are about one thing.
const ALIKE: usize = 4;

/// Lowest probabilities of a plain denial and of plain opposites.
const DENIED: f64 = 0.35;
const OPPOSED: f64 = 0.3;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Polarity,
    measured: &["denied", "one_slot"],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    pairs::rivals(scene, |a, b, slots| {
        let mut found = opposed(a, b, slots);
        if found.is_empty() {
            found.extend(denied(a, b, slots));
            found.extend(denied(b, a, &slots.turned()).into_iter().map(Contrast::turned));
        }
        found
    })
    // Where the claims are alike, or the words stand in one slot: the gold stories hold too few to learn from.
    .told_at_least(|measured| match measured {
        [denied, alike] if *alike > 0.0 => {
            if *denied > 0.0 {
                DENIED
            } else {
                OPPOSED
            }
        }
        _ => 0.0,
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
            let before = (0..negation.reach[0]).rev().filter(|&at| a.words[at].span.end <= negation.span.start);
            // Of two subjects the one does what the other does not.
            if before.filter_map(|at| slots.partner(at)).next().is_some_and(|subject| subject > first) {
                return None;
            }
            let end = both.iter().map(|&(_, at)| at).filter(|&at| at < first + 6).max()?;
            Some(Contrast {
                a: ("denied".to_owned(), Span::new(negation.span.start, a.words[last].span.end.max(negation.span.end))),
                b: ("affirmed".to_owned(), Span::new(b.words[first].span.start, b.words[end].span.end)),
                relation: Relation::Conflict,
                measured: vec![1.0, f64::from(are_alike(a, b, slots))],
            })
        })
        .collect()
}

/// Whether two claims share so many of their open-class words that what they deny is all that parts
/// them.
fn are_alike(a: Side, b: Side, slots: &Slots) -> bool {
    let open = |side: Side| side.words.iter().filter(|word| is_open(word)).count();
    3 * slots.joined() >= 2 * open(a).min(open(b))
}

/// Words of `a` and `b` that reverse each other beside a word that both have.
fn opposed(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let mut found = Vec::new();
    for (i, one) in a.words.iter().enumerate().filter(|&(i, _)| slots.partner(i).is_none()) {
        for (j, other) in b.words.iter().enumerate() {
            let pair = (one.stem.as_str().min(other.stem.as_str()), one.stem.as_str().max(other.stem.as_str()));
            if ANTONYMS.contains(&(pair.0.to_owned(), pair.1.to_owned())) && slots.meet(i, j) {
                found.push(Contrast {
                    a: (one.lower.clone(), one.span),
                    b: (other.lower.clone(), other.span),
                    relation: Relation::Conflict,
                    measured: vec![0.0, f64::from(slots.in_the_slot_of(a.words, b.words, i) == Some(j))],
                });
            }
        }
    }
    found
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
        assert_eq!(found(&JUDGE, accounts), expected);
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
    fn a_thing_done_and_not_done_diverges() {
        check(
            &[
                "The company received an order to clean the bridge in February, the inspectorate said.",
                "The company did not receive an order to clean the bridge in February, its spokesman said.",
            ],
            &["affirmed “received an order to clean” | denied “did not receive an order to clean”"],
        );
        check(
            &[
                "The spokesman denied that the company paid the inspector of the bridge.",
                "The company paid the inspector of the bridge, a driver said.",
            ],
            &["denied “denied that the company paid the inspector” | affirmed “company paid the inspector”"],
        );
    }

    #[test]
    fn a_denial_of_something_else_is_no_divergence() {
        check(
            &[
                "The company, which did not answer questions about the bridge, received an order on Friday.",
                "On Friday the company received an order to clean the bridge after a long dispute with divers.",
            ],
            &[],
        );
    }

    #[test]
    fn what_another_does_not_do_is_no_divergence() {
        check(
            &[
                "The bridge should stay open, as the order cannot be justified on grounds of safety.",
                "The inspectorate justified on grounds of safety its order that the bridge stay shut.",
            ],
            &[],
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
        check(
            &["The price of barley rose to 40 crowns on Friday.", "The price of barley fell to 40 crowns on Friday."],
            &["rose “rose” | fell “fell”"],
        );
        check(
            &["Ana Ruiz passed the harbour test on Friday.", "Ana Ruiz failed the harbour test on Friday."],
            &["passed “passed” | failed “failed”"],
        );
    }
}
