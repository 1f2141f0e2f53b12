//! The same utterance in other words within quotation marks: words changed, cut or added.

use super::{
    Joins, Judge,
    pairs::{self, Contrast, Side},
    readings,
    rivals::Rivals,
    scene::Scene,
};
use crate::{
    facets::{
        closed_class::{is_closed, is_open},
        quotations::uttered,
    },
    text::Word,
};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use story::{Kind, Relation, Span};

/// Quotations up to this many words are shown whole.
const WHOLE: usize = 10;
/// Words shown on each side of the words that differ in longer ones.
const FLANK: usize = 3;
/// Words shown of a part that the other side cut.
const EDGE: usize = 6;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Quote,
    measured: &[
        "kept_of_shorter",
        "kept_of_longer",
        "telling_words",
        "stretches",
        "whole_sentences",
        "lost_words",
        "lost_on_both_sides",
        "lost_told_in_claim",
        "lost_told_in_article",
        "changed_spelling_only",
    ],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    pairs::rivals(scene, |a, b, _| {
        let pairs =
            a.facets.quotations.iter().flat_map(|one| b.facets.quotations.iter().map(move |other| (one, other)));
        let (whole_a, whole_b) = (whole(a), whole(b));
        pairs
            .map(|(one, other)| (uttered(a.words, one.span), uttered(b.words, other.span)))
            .filter(|(one, other)| !same_words(one, &whole_b) && !same_words(&whole_a, other))
            .filter_map(|(one, other)| contrast((a, &one), (b, &other)))
            .collect()
    })
}

/// All that a claim quotes: "she said" may interrupt an utterance.
fn whole<'s>(side: Side<'s>) -> Vec<&'s Word<'s>> {
    side.facets.quotations.iter().flat_map(|quotation| uttered(side.words, quotation.span)).collect()
}

fn same_words(a: &[&Word], b: &[&Word]) -> bool {
    a.iter().map(|word| &word.lower).eq(b.iter().map(|word| &word.lower))
}

fn contrast((side_a, a): (Side, &[&Word]), (side_b, b): (Side, &[&Word])) -> Option<Contrast> {
    let kept = stretches(a, b);
    let mut measured = measured(a, b, &kept)?;
    let old = lost(a, &kept.iter().map(|(old, _)| old));
    let new = lost(b, &kept.iter().map(|(_, new)| new));
    measured.extend(of_lost(&old, &new, [side_a, side_b]));
    let cuts = Cuts::of(a, b, &kept);
    Some(Contrast {
        a: shown(a, kept.iter().map(|(old, _)| old.clone()), cuts),
        b: shown(b, kept.iter().map(|(_, new)| new.clone()), cuts),
        relation: Relation::Differs,
        measured,
    })
}

/// The words outside the stretches that both have.
fn lost<'w>(words: &[&'w Word<'w>], kept: &(impl Iterator<Item = &'w Range<usize>> + Clone)) -> Vec<&'w Word<'w>> {
    let is_kept = |at: usize| kept.clone().any(|range| range.contains(&at));
    words.iter().enumerate().filter(|(at, _)| !is_kept(*at)).map(|(_, word)| *word).collect()
}

/// What each side lost of the other: how many telling words, and whether its claim or article tells them all the same.
fn of_lost(old: &[&Word], new: &[&Word], [a, b]: [Side; 2]) -> [f64; 5] {
    let telling = |words: &[&Word]| words.iter().filter(|word| is_open(word)).map(|word| word.stem.clone()).collect();
    let (gone_from_b, gone_from_a): (Vec<String>, Vec<String>) = (telling(old), telling(new));
    let lost = (gone_from_a.len() + gone_from_b.len()) as f64;
    let in_claim = |stems: &[String], side: Side| {
        stems.iter().filter(|stem| side.words.iter().any(|word| word.stem == **stem)).count() as f64
    };
    let in_article =
        |stems: &[String], side: Side| stems.iter().filter(|stem| side.article.contains(stem.as_str())).count() as f64;
    let share = |told: f64| if lost > 0.0 { told / lost } else { 1.0 };
    let letters = |words: &[&Word]| {
        words.iter().flat_map(|word| word.lower.chars()).filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    [
        lost.min(20.0),
        f64::from(!gone_from_a.is_empty() && !gone_from_b.is_empty()),
        share(in_claim(&gone_from_b, b) + in_claim(&gone_from_a, a)),
        share(in_article(&gone_from_b, b) + in_article(&gone_from_a, a)),
        f64::from(letters(old) == letters(new)),
    ]
}

/// The stretches of words that both have, in order.
pub(crate) fn stretches(a: &[&Word], b: &[&Word]) -> Vec<(Range<usize>, Range<usize>)> {
    let lower = |words: &[&Word]| words.iter().map(|word| word.lower.clone()).collect::<Vec<String>>();
    capture_diff_slices(Algorithm::Patience, &lower(a), &lower(b))
        .iter()
        .filter_map(|op| match *op {
            DiffOp::Equal { old_index: old, new_index: new, len } => Some((old..old + len, new..new + len)),
            _ => None,
        })
        .collect()
}

/// `None` if the two are the same in the same words, or two utterances.
fn measured(a: &[&Word], b: &[&Word], kept: &[(Range<usize>, Range<usize>)]) -> Option<Vec<f64>> {
    let telling = kept.iter().flat_map(|(old, _)| &a[old.clone()]).filter(|word| !is_closed(&word.lower)).count();
    let shared: usize = kept.iter().map(|(old, _)| old.len()).sum();
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    if shared == longer || telling == 0 || 2 * shared < shorter && telling < 2 {
        return None;
    }
    let whole_sentences =
        kept.len() == 1 && cut_between_sentences(a, &kept[0].0) && cut_between_sentences(b, &kept[0].1);
    Some(vec![
        shared as f64 / shorter as f64,
        shared as f64 / longer as f64,
        telling.min(12) as f64,
        kept.len().min(5) as f64,
        f64::from(whole_sentences),
    ])
}

/// Whether what was left out around `kept` is whole sentences.
fn cut_between_sentences(words: &[&Word], kept: &Range<usize>) -> bool {
    let begins = kept.start == 0
        || words[kept.start].is_capitalised() && words[kept.start].span.start > words[kept.start - 1].span.end + 1;
    let ends = kept.end == words.len()
        || words[kept.end].is_capitalised() && words[kept.end].span.start > words[kept.end - 1].span.end + 1;
    begins && ends
}

/// The quotation if it is short, else the words that differ with some of those that both have.
fn shown(words: &[&Word], equal: impl Iterator<Item = Range<usize>>, cuts: Cuts) -> (String, Span) {
    let equal: Vec<Range<usize>> = equal.collect();
    let range = match (equal.first(), equal.last()) {
        (Some(first), Some(last)) if words.len() > WHOLE => window(words.len(), first, last, equal.len(), cuts),
        _ => 0..words.len(),
    };
    let line: Vec<&str> = words[range.clone()].iter().map(|word| word.lower.as_str()).collect();
    (line.join(" "), Span::new(words[range.start].span.start, words[range.end - 1].span.end))
}

/// A change inside: from just before the first difference to just after the last. A cut at one edge: what was cut as
/// far as it is near, and the first words of what was kept beside it. Cuts at both edges: all from the one to the other.
fn window(len: usize, first: &Range<usize>, last: &Range<usize>, stretches: usize, cuts: Cuts) -> Range<usize> {
    let (from, to) = (first.start.saturating_sub(EDGE), (last.end + EDGE).min(len));
    match (cuts.before, cuts.after) {
        (false, false) if stretches > 1 => first.end.saturating_sub(FLANK)..(last.start + FLANK).min(len),
        (true, false) if stretches == 1 => from..(first.start + FLANK).min(len),
        (false, true) if stretches == 1 => last.end.saturating_sub(FLANK)..to,
        (true, false) => from..(last.start + FLANK).min(len),
        (false, true) => first.end.saturating_sub(FLANK)..to,
        _ => from..to,
    }
}

/// Whether the one or the other says words before, or after, all that both say.
#[derive(Debug, Clone, Copy)]
struct Cuts {
    before: bool,
    after: bool,
}

impl Cuts {
    fn of(a: &[&Word], b: &[&Word], kept: &[(Range<usize>, Range<usize>)]) -> Self {
        let (first, last) = (kept.first(), kept.last());
        Self {
            before: first.is_some_and(|(old, new)| old.start > 0 || new.start > 0),
            after: last.is_some_and(|(old, new)| old.end < a.len() || new.end < b.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(&JUDGE, accounts), expected);
    }

    #[test]
    fn an_utterance_that_she_said_interrupts_is_whole() {
        check(
            &[
                "\"We will find the fault, and we will mend the dam,\" Ana Ruiz said on Monday.",
                "“We will find the fault,” Ana Ruiz said on Monday, “and we will mend the dam.”",
            ],
            &[],
        );
    }

    #[test]
    fn a_word_changed_in_a_quotation_is_a_divergence() {
        check(
            &["“We reject his plan,” she said.", "\"We reject his message,\" she said."],
            &["we reject his plan “We reject his plan” | we reject his message “We reject his message”"],
        );
    }

    #[test]
    fn words_cut_from_a_quotation_are_a_divergence() {
        check(
            &["He called it \"a silly idea.\"", "He called it \"a silly idea dressed up as a plan.\""],
            &["a silly idea “a silly idea” | a silly idea dressed up as a plan “a silly idea dressed up as a plan”"],
        );
    }

    #[test]
    fn marks_and_bracketed_inserts_are_no_divergence() {
        check(&["“It [the dam] held,” she said.", "\"It held,\" said the mayor."], &[]);
    }

    #[test]
    fn other_utterances_are_not_compared() {
        check(&["“We ran to the hills,” he said.", "“The council sleeps,” he said."], &[]);
    }
}
