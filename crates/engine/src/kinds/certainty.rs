//! What one outlet asserts and another hedges, alleges, plans or puts in scare quotes.

use super::{
    Joins, Judge,
    pairs::{self, Contrast, Side},
    readings,
    rivals::Rivals,
    scene::Scene,
};
use crate::{
    facets::{
        closed_class::is_open,
        hedges::{Hedge, Level},
    },
    slots::Slots,
    text::Word,
};
use story::{Kind, Relation, Span};

const ASSERTED: &str = "asserted";

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Certainty,
    measured: &["alleged", "probable", "possible", "planned", "attempted", "scare_quoted", "same_word"],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    pairs::rivals(scene, |a, b, slots| {
        let turned = slots.turned();
        let mut found = contrasts(a, b, slots);
        found.extend(contrasts(b, a, &turned).into_iter().map(Contrast::turned));
        found
    })
}

/// Hedges of `a` whose word `b` asserts or hedges otherwise.
fn contrasts(a: Side, b: Side, slots: &Slots) -> Vec<Contrast> {
    let hedges = a.facets.hedges.iter();
    hedges
        .filter_map(|hedge| {
            let (at, joint) = counterpart(a, b, slots, hedge)?;
            let other = b.facets.hedges.iter().find(|other| other.head == at || (other.cue..=other.head).contains(&at));
            if other.is_some() || quoted(b, at) || (hedge.level == Level::ScareQuoted && is_spoken(a, hedge)) {
                return None;
            }
            Some(Contrast {
                a: (hedge.level.shown().to_owned(), hedge.span),
                b: (ASSERTED.to_owned(), asserted(b.words, at)),
                relation: Relation::Differs,
                measured: measured(hedge.level, joint),
            })
        })
        .collect()
}

/// Where `b` has the hedged word, or, for what is alleged, another verb before the same object.
fn counterpart(a: Side, b: Side, slots: &Slots, hedge: &Hedge) -> Option<(usize, Joint)> {
    if let Some(at) = slots.partner(hedge.head) {
        return Some((at, Joint::Word));
    }
    if !matches!(hedge.level, Level::Alleged | Level::Probable) {
        return None;
    }
    let object = (hedge.head + 1..a.words.len().min(hedge.head + 5)).find_map(|at| slots.partner(at))?;
    let open = |at: &usize| is_open(&b.words[*at]);
    let verb = (object.saturating_sub(4)..object).rev().find(open)?;
    slots.turned().partner(verb).is_none().then_some((verb, Joint::Object))
}

/// By which of its words the other claim says the same.
#[derive(Clone, Copy)]
enum Joint {
    Word,
    Object,
}

fn measured(level: Level, joint: Joint) -> Vec<f64> {
    const LEVELS: [Level; 6] =
        [Level::Alleged, Level::Probable, Level::Possible, Level::Planned, Level::Attempted, Level::ScareQuoted];
    let levels = LEVELS.iter().map(|&one| f64::from(one == level));
    levels.chain([f64::from(matches!(joint, Joint::Word))]).collect()
}

/// Whether the quoted words are a named speaker's.
fn is_spoken(side: Side, hedge: &Hedge) -> bool {
    let attributions = side.facets.attributions.iter();
    attributions.flat_map(|attribution| &attribution.content).any(|content| content.contains(hedge.span))
}

fn quoted(side: Side, at: usize) -> bool {
    side.facets.quotations.iter().any(|quotation| quotation.span.contains(side.words[at].span))
}

/// The word with the auxiliaries right before it.
fn asserted(words: &[Word], at: usize) -> Span {
    let mut start = at;
    while start > 0 && at - start < 3 && is_verbal(&words[start - 1].lower) {
        start -= 1;
    }
    Span::new(words[start].span.start, words[at].span.end)
}

fn is_verbal(lower: &str) -> bool {
    crate::facets::hedges::is_be(lower) || matches!(lower, "has" | "have" | "had" | "will" | "did" | "does" | "do")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(&JUDGE, accounts), expected);
    }

    #[test]
    fn a_hedge_diverges_from_an_assertion() {
        check(
            &["The ferry was reportedly damaged by ice.", "The ferry was damaged by ice."],
            &["alleged “reportedly damaged” | asserted “was damaged”"],
        );
        check(
            &["The mayor is expected to sign the bill.", "The mayor signed the bill on Friday."],
            &["probable “is expected to sign” | asserted “signed”"],
        );
    }

    #[test]
    fn what_both_hedge_is_no_divergence() {
        check(&["The ferry was reportedly damaged.", "The ferry was allegedly damaged."], &[]);
    }

    #[test]
    fn a_month_is_no_hedge() {
        check(&["The vote of 3 May decided it.", "The vote decided it."], &[]);
    }
}
