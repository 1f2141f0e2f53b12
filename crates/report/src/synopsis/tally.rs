//! How many findings there are of each kind and relation.

use story::{Divergence, Kind, Relation};

const RELATIONS: [Relation; 3] = [Relation::Conflict, Relation::Differs, Relation::Update];

/// How many findings there are of each kind and relation.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally(Vec<(Kind, Relation)>);

impl Tally {
    /// In the order in which they are shown.
    pub const RELATIONS: [Relation; 3] = RELATIONS;

    pub(super) fn count(&mut self, divergence: &Divergence) {
        self.0.push((divergence.kind, divergence.relation));
    }

    pub fn of(&self, kind: Kind, relation: Relation) -> usize {
        self.0.iter().filter(|&&counted| counted == (kind, relation)).count()
    }

    pub fn of_kind(&self, kind: Kind) -> usize {
        self.0.iter().filter(|(counted, _)| *counted == kind).count()
    }

    pub fn of_relation(&self, relation: Relation) -> usize {
        self.0.iter().filter(|(_, counted)| *counted == relation).count()
    }

    pub fn total(&self) -> usize {
        self.0.len()
    }
}
