//! What was missed or wrong, by name, for who wants to know why.

use super::{
    alignment::{Alignment, Claims, Pair},
    divergences::{Divergences, Finding},
};
use ingest::annotated::{Annotated, Annotation, Sentence};
use story::{Evidence, Kind, Reading, Relation};

#[derive(Debug, Default)]
pub struct Misses {
    /// Pairs of sentences that the annotators join and the comparison does not.
    pub unlinked: Vec<[Quoted; 2]>,
    /// Pairs that the comparison joins and the annotators do not.
    pub overlinked: Vec<[Quoted; 2]>,
    /// Divergences that were annotated and not found.
    pub missed: Vec<Missed>,
    /// Divergences that were found and not annotated.
    pub wrong: Vec<Wrong>,
}

/// Words, and the sentence in which they stand as `outlet:place`; the outlet alone for words in
/// none of the sentences.
#[derive(Debug, PartialEq, Eq)]
pub struct Quoted {
    pub sentence: String,
    /// Empty where the divergence is that nothing is said.
    pub text: String,
}

#[derive(Debug)]
pub struct Missed {
    pub kind: Kind,
    pub relation: Relation,
    pub is_major: bool,
    pub sides: [Quoted; 2],
}

#[derive(Debug)]
pub struct Wrong {
    pub kind: Kind,
    pub relation: Relation,
    pub score: f64,
    /// The evidence of either reading.
    pub sides: [Vec<Quoted>; 2],
}

impl Misses {
    pub(super) fn of(gold: &Annotated, claims: &Claims, alignment: &Alignment, divergences: &Divergences) -> Self {
        let sentence = |sentence| Quoted { sentence: gold.name(sentence), text: gold.text(sentence).to_owned() };
        let pair = |&(a, b): &Pair| [sentence(a), sentence(b)];
        Self {
            unlinked: alignment.sought.difference(&alignment.found).map(pair).collect(),
            overlinked: alignment.found.difference(&alignment.sought).map(pair).collect(),
            missed: divergences.sought.iter().filter(|s| !s.is_found).map(|s| missed(gold, s.annotation)).collect(),
            wrong: divergences.found.iter().filter(|f| f.right.is_empty()).map(|f| wrong(gold, claims, f)).collect(),
        }
    }
}

fn missed(gold: &Annotated, annotation: &Annotation) -> Missed {
    let [a, b] = &annotation.sides;
    let sides = [a, b].map(|side| Quoted { sentence: gold.name(side.sentence), text: side.text.clone() });
    Missed { kind: annotation.kind, relation: annotation.relation, is_major: annotation.is_major, sides }
}

fn wrong(gold: &Annotated, claims: &Claims, finding: &Finding) -> Wrong {
    let name = |sentence: &Sentence| gold.name(*sentence);
    let quoted = |evidence: &Evidence| {
        let claim = claims.get(&evidence.claim);
        let names: Vec<String> = claim.iter().flat_map(|claim| &claim.sentences).map(name).collect();
        let outlet = || claim.map_or(String::new(), |claim| claim.outlet.to_owned());
        let sentence = if names.is_empty() { outlet() } else { names.join("+") };
        Quoted { sentence, text: evidence.text.clone() }
    };
    let sides = finding.sides.map(|reading: &Reading| reading.evidence.iter().map(quoted).collect());
    let divergence = finding.divergence;
    Wrong { kind: divergence.kind, relation: divergence.relation, score: divergence.score, sides }
}
