//! Judges the divergences of a comparison.
//!
//! Every two readings of a divergence are one finding. It is right where the annotators have a
//! divergence of its kind and, for either reading, some evidence stands in a sentence of their
//! group and points at their words: it shares a telling word with them, and at least a quarter of
//! its own, so that whole sentences do not count. Where their words are empty, the sentence is enough.

use super::{
    alignment::Claims,
    figures::{Tally, place},
};
use ingest::annotated::{Annotated, Annotation, Sentence, words};
use std::collections::BTreeSet;
use story::{Comparison, Divergence, Evidence, Kind, Reading, Relation};

/// What was found and what was sought, and which is which.
#[derive(Debug)]
pub(super) struct Divergences<'a> {
    pub(super) found: Vec<Finding<'a>>,
    pub(super) sought: Vec<Sought<'a>>,
}

/// Two readings of a divergence.
#[derive(Debug)]
pub(super) struct Finding<'a> {
    pub(super) divergence: &'a Divergence,
    pub(super) sides: [&'a Reading; 2],
    /// The annotated divergences that it finds, as indices; none if it is wrong.
    pub(super) right: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct Sought<'a> {
    pub(super) annotation: &'a Annotation,
    pub(super) is_found: bool,
}

impl<'a> Divergences<'a> {
    pub(super) fn of(gold: &'a Annotated, claims: &Claims, comparison: &'a Comparison) -> Self {
        let wanted: Vec<Wanted> = gold.divergences.iter().map(|annotation| Wanted::of(gold, annotation)).collect();
        let told = comparison
            .divergences
            .iter()
            .flat_map(|divergence| pairs_of(&divergence.readings).map(move |sides| (divergence, sides)));
        let found: Vec<Finding> = told
            .map(|(divergence, sides)| {
                let pointers = sides.map(|reading| pointers(claims, reading));
                let hit = |(_, wanted): &(usize, &Wanted)| wanted.is_found_by(divergence.kind, &pointers);
                let right = wanted.iter().enumerate().filter(hit).map(|(at, _)| at).collect();
                Finding { divergence, sides, right }
            })
            .collect();
        let hits: BTreeSet<usize> = found.iter().flat_map(|finding| &finding.right).copied().collect();
        let sought = |(at, annotation)| Sought { annotation, is_found: hits.contains(&at) };
        let sought = gold.divergences.iter().enumerate().map(sought).collect();
        Self { found, sought }
    }

    /// By kind, in the order of [`Kind::ALL`].
    pub(super) fn tallies(&self) -> [Tally; Kind::ALL.len()] {
        let mut tallies = [Tally::default(); Kind::ALL.len()];
        for finding in &self.found {
            let tally = &mut tallies[place(finding.divergence.kind)];
            tally.score.found += 1;
            if !finding.right.is_empty() {
                tally.score.right += 1;
                tally.relation.count(self.has_right_relation(finding));
            }
        }
        for sought in &self.sought {
            let tally = &mut tallies[place(sought.annotation.kind)];
            tally.score.sought += 1;
            tally.score.met += usize::from(sought.is_found);
            if sought.annotation.is_major {
                tally.major.count(sought.is_found);
            }
        }
        tallies
    }

    fn has_right_relation(&self, finding: &Finding) -> bool {
        let told = annotated_as(finding.divergence.relation);
        finding.right.iter().any(|&at| annotated_as(self.sought[at].annotation.relation) == told)
    }
}

/// Annotators know no `update`: two tolls of two days differ.
fn annotated_as(relation: Relation) -> Relation {
    if relation == Relation::Update { Relation::Differs } else { relation }
}

/// By two readings of a divergence: its kind, how probable it was told to be, and whether it is annotated.
pub fn told(gold: &Annotated, comparison: &Comparison) -> Vec<(Kind, f64, bool)> {
    let found = Divergences::of(gold, &Claims::of(gold, comparison), comparison).found;
    found.iter().map(|one| (one.divergence.kind, one.divergence.score, !one.right.is_empty())).collect()
}

/// The annotated divergences, as indices, of this kind between two pieces of evidence, given as the sentences in which
/// they stand and their text.
pub fn annotated(gold: &Annotated, kind: Kind, sides: [(&[Sentence], &str); 2]) -> Vec<usize> {
    let pointers = sides.map(|(sentences, text)| vec![(sentences, words(text))]);
    let meets = |(_, annotation): &(usize, &Annotation)| Wanted::of(gold, annotation).is_found_by(kind, &pointers);
    gold.divergences.iter().enumerate().filter(meets).map(|(at, _)| at).collect()
}

fn pairs_of(readings: &[Reading]) -> impl Iterator<Item = [&Reading; 2]> {
    readings.iter().enumerate().flat_map(|(at, a)| readings[at + 1..].iter().map(move |b| [a, b]))
}

/// The sentences in which evidence stands, and its telling words.
type Pointer<'a> = (&'a [Sentence], BTreeSet<String>);

fn pointers<'a>(claims: &'a Claims, reading: &Reading) -> Vec<Pointer<'a>> {
    let pointer = |evidence: &Evidence| (claims.sentences(&evidence.claim), words(&evidence.text));
    reading.evidence.iter().map(pointer).collect()
}

/// An annotated divergence, ready to be looked for.
struct Wanted<'a> {
    kind: Kind,
    members: &'a BTreeSet<Sentence>,
    /// The telling words of either side; `None` where nothing is said.
    sides: [Option<BTreeSet<String>>; 2],
}

impl<'a> Wanted<'a> {
    fn of(gold: &'a Annotated, annotation: &Annotation) -> Self {
        let [a, b] = &annotation.sides;
        let sides = [a, b].map(|side| (!side.text.trim().is_empty()).then(|| words(&side.text)));
        Self { kind: annotation.kind, members: &gold.groups[annotation.group].members, sides }
    }

    fn is_found_by(&self, kind: Kind, [one, other]: &[Vec<Pointer>; 2]) -> bool {
        let [a, b] = &self.sides;
        let meets = |side, pointers| self.is_met(side, pointers);
        kind == self.kind && (meets(a, one) && meets(b, other) || meets(a, other) && meets(b, one))
    }

    fn is_met(&self, side: &Option<BTreeSet<String>>, pointers: &[Pointer]) -> bool {
        pointers.iter().filter(|(sentences, _)| sentences.iter().any(|s| self.members.contains(s))).any(|(_, told)| {
            side.as_ref().is_none_or(|wanted| {
                let shared = told.intersection(wanted).count();
                shared > 0 && 4 * shared >= told.len()
            })
        })
    }
}
