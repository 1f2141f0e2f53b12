//! Tells what each word is to the word that it hangs on.

use super::{
    table::{Table, Weight, best, feature},
    tags::{Form, Tag},
};

/// What a word is to its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Root,
    Subject,
    /// Of a passive: whom or what the act concerns.
    PassiveSubject,
    Object,
    Recipient,
    /// "mayor" in "she was elected mayor"
    Predicate,
    Preposition,
    /// "by" of a passive
    Agent,
    /// What a preposition governs.
    Governed,
    Possessor,
    Apposition,
    Compound,
    Modifier,
    Determiner,
    Conjunct,
    Coordinator,
    Auxiliary,
    Negation,
    Adverb,
    AdverbClause,
    RelativeClause,
    /// "to leave" in "she wants to leave"
    OpenClause,
    /// "that he left" in "she said that he left"
    Clause,
    Marker,
    Particle,
    Mark,
    Other,
}

impl Role {
    pub const ALL: [Self; 27] = [
        Self::Root,
        Self::Subject,
        Self::PassiveSubject,
        Self::Object,
        Self::Recipient,
        Self::Predicate,
        Self::Preposition,
        Self::Agent,
        Self::Governed,
        Self::Possessor,
        Self::Apposition,
        Self::Compound,
        Self::Modifier,
        Self::Determiner,
        Self::Conjunct,
        Self::Coordinator,
        Self::Auxiliary,
        Self::Negation,
        Self::Adverb,
        Self::AdverbClause,
        Self::RelativeClause,
        Self::OpenClause,
        Self::Clause,
        Self::Marker,
        Self::Particle,
        Self::Mark,
        Self::Other,
    ];
}

/// What speaks for the role of word `at`, when all heads are known.
pub(super) fn features(forms: &[Form], tags: &[Tag], heads: &[Option<usize>], at: usize) -> Vec<u32> {
    let w = |at: Option<usize>| at.map_or(0, |at| forms[at].word);
    let t = |at: Option<usize>| at.map_or(99, |at| tags[at] as u32);
    let here = Some(at);
    let head = heads[at];
    let above = head.and_then(|head| heads[head]);
    let side = head.map_or(2, |head| u32::from(head < at));
    let apart = head.map_or(0, |head| head.abs_diff(at).min(6) as u32);
    let siblings = |side: bool| {
        let others = (0..heads.len()).filter(move |&i| i != at && heads[i] == head && (i < at) == side);
        others.filter(|&i| tags[i] != Tag::Mark)
    };
    let (before, after) = (siblings(true).next_back(), siblings(false).next());
    let (first, last) = (
        (0..at).find(|&i| heads[i] == here),
        (at + 1..heads.len()).rev().find(|&i| heads[i] == here && tags[i] != Tag::Mark),
    );
    let (left, right) = (at.checked_sub(1), Some(at + 1).filter(|&i| i < forms.len()));
    vec![
        feature(200, &[side]),
        feature(201, &[t(here), t(head), side]),
        feature(202, &[w(here), t(head), side]),
        feature(203, &[t(here), w(head), side]),
        feature(204, &[w(here), w(head)]),
        feature(205, &[t(here), t(head), side, apart]),
        feature(206, &[t(here), t(head), t(above)]),
        feature(207, &[t(here), t(head), t(before), side]),
        feature(208, &[t(here), t(head), t(after), side]),
        feature(209, &[t(here), w(before), t(head), side]),
        feature(210, &[t(here), w(after), t(head), side]),
        feature(211, &[t(here), t(first), t(head), side]),
        feature(212, &[w(first), t(here), side]),
        feature(213, &[t(here), t(last), t(head), side]),
        feature(214, &[t(here), t(left), t(right), side]),
        feature(215, &[w(left), t(here), side]),
        feature(216, &[t(here), w(right), side]),
        feature(217, &[w(here), side, t(first)]),
        feature(218, &[w(head), t(here), t(before), side]),
        feature(219, &[w(first), w(here)]),
        feature(220, &[t(here), t(head), t(before), t(after), side]),
    ]
}

/// The role of each word.
pub(super) fn roles<W: Weight>(
    table: &Table<W, { Role::ALL.len() }>,
    forms: &[Form],
    tags: &[Tag],
    heads: &[Option<usize>],
) -> Vec<Role> {
    let role = |at| Role::ALL[best(&table.scores(&features(forms, tags, heads, at)), |_| true)];
    (0..forms.len()).map(role).collect()
}
