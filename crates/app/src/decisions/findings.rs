//! Finds in a new comparison the divergence that a decision is about.

use std::{cmp::Reverse, collections::BTreeSet};
use story::{Divergence, Evidence, FindingDecision, Reading};

/// Readings and evidence in common, the decision and the divergence.
type Candidate = (Reverse<(usize, usize)>, usize, usize);

/// For each decision the index of the divergence that supports it: the one of that name, else the one of its kind
/// that sets most of the same passages against each other. A divergence supports one decision.
pub(super) fn supported(decisions: &[FindingDecision], divergences: &[Divergence]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = decisions
        .iter()
        .map(|decision| divergences.iter().position(|divergence| divergence.id == decision.divergence))
        .collect();
    let taken: BTreeSet<usize> = found.iter().flatten().copied().collect();
    let lost = (0..decisions.len()).filter(|&at| found[at].is_none());
    let free = || (0..divergences.len()).filter(|at| !taken.contains(at));
    let mut likely: Vec<Candidate> = lost
        .flat_map(|decision| free().map(move |divergence| (decision, divergence)))
        .filter_map(|(decision, divergence)| {
            let likeness = likeness(&decisions[decision], &divergences[divergence])?;
            Some((Reverse(likeness), decision, divergence))
        })
        .collect();
    likely.sort_unstable();
    let mut taken = taken;
    for (_, decision, divergence) in likely {
        if found[decision].is_none() && taken.insert(divergence) {
            found[decision] = Some(divergence);
        }
    }
    found
}

/// How many readings the two have in common, and how much evidence; `None` where not two readings still stand
/// against each other.
fn likeness(decision: &FindingDecision, divergence: &Divergence) -> Option<(usize, usize)> {
    if decision.kind != divergence.kind {
        return None;
    }
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, then) in decision.readings.iter().enumerate() {
        let shared = divergence.readings.iter().enumerate().map(|(j, now)| (shared(then, now), i, j));
        pairs.extend(shared.filter(|pair| pair.0 > 0));
    }
    pairs.sort_unstable_by_key(|&(shared, i, j)| (Reverse(shared), i, j));
    let (mut then, mut now, mut evidence) = (BTreeSet::new(), BTreeSet::new(), 0);
    for (shared, i, j) in pairs {
        if !then.contains(&i) && !now.contains(&j) {
            then.insert(i);
            now.insert(j);
            evidence += shared;
        }
    }
    (then.len() > 1).then_some((then.len(), evidence))
}

/// How many passages of the one reading are passages of the other.
fn shared(then: &Reading, now: &Reading) -> usize {
    then.evidence.iter().filter(|one| now.evidence.iter().any(|other| is_same_place(one, other))).count()
}

fn is_same_place(a: &Evidence, b: &Evidence) -> bool {
    let is_absence = a.span.is_empty() && b.span.is_empty();
    a.article == b.article && (a.span.overlaps(b.span) || (is_absence && a.span == b.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{ArticleId, ClaimId, DivergenceId, GroupId, Kind, Relation, Span, Timestamp};

    /// `a0-9 b0-4 | c5-9`: places of evidence, readings parted by bars.
    fn readings(text: &str) -> Vec<Reading> {
        let evidence = |place: &str| {
            let (article, span) = place.split_at(1);
            let (start, end) = span.split_once('-').expect("from and to");
            let number = |text: &str| text.parse().expect("a number");
            Evidence {
                claim: ClaimId(format!("{article}-0")),
                article: ArticleId(article.into()),
                span: Span::new(number(start), number(end)),
                text: place.into(),
            }
        };
        let reading = |part: &str| Reading {
            value: part.trim().into(),
            outlets: vec![],
            evidence: part.split_whitespace().map(evidence).collect(),
        };
        text.split('|').map(reading).collect()
    }

    fn check(decided: &[&str], found: &[&str], expected: &[Option<usize>]) {
        let decision = |text: &&str| FindingDecision {
            divergence: DivergenceId((*text).into()),
            kind: Kind::Figure,
            readings: readings(text),
            verdict: None,
            note: "so".into(),
            at: Timestamp::parse("2031-05-03").expect("a day"),
        };
        let divergence = |text: &&str| Divergence {
            id: DivergenceId((*text).into()),
            group: GroupId("g".into()),
            kind: Kind::Figure,
            relation: Relation::Differs,
            score: 0.5,
            weight: 0.5,
            why: String::new(),
            readings: readings(text),
        };
        let decisions: Vec<FindingDecision> = decided.iter().map(decision).collect();
        let divergences: Vec<Divergence> = found.iter().map(divergence).collect();
        assert_eq!(supported(&decisions, &divergences), expected);
    }

    #[test]
    fn a_divergence_of_the_same_name_is_the_one() {
        check(&["a0-9 | b0-4"], &["a0-9 c1-2 | b0-4", "a0-9 | b0-4"], &[Some(1)]);
    }

    #[test]
    fn more_evidence_or_another_cut_leaves_it_the_same() {
        check(&["a0-9 | b0-4"], &["a2-9 c1-2 | b0-6 | d1-2"], &[Some(0)]);
        check(&["a5-5 | b0-4"], &["a5-5 | b0-4 d0-1"], &[Some(0)]);
    }

    #[test]
    fn what_no_longer_stands_against_each_other_is_not_it() {
        check(&["a0-9 | b0-4"], &["a0-9 b0-4 | c0-4"], &[None]);
        check(&["a0-9 | b0-4"], &["a0-9 | c0-4"], &[None]);
    }

    #[test]
    fn a_divergence_supports_the_decision_that_is_closest() {
        check(&["a0-9 | b0-4", "a0-9 c1-3 | b0-4"], &["a0-9 c1-3 | b0-4 d0-1"], &[None, Some(0)]);
    }
}
