//! How much a divergence matters to who reads both accounts.
//!
//! Its probability, times how much its kind and its relation weigh, times how well its readings are backed. The
//! weights of the kinds follow the share that careful readers called major in the gold stories, by its square root
//! against the highest: polarity 0.96, figure 0.38, actor 0.27, time 0.25, certainty 0.24, place 0.22, wording 0.14,
//! source 0.10, quote 0.07; wording is put last, since readers agree on it least.

use crate::origins;
use crate::text::{ClaimIx, StoryText};
use std::collections::{BTreeMap, BTreeSet};
use story::{ClaimId, Divergence, Kind, Origin, Reading, Relation};

/// Weighs every divergence.
pub(crate) fn weigh(story: &StoryText, origins: &[Origin], divergences: &mut [Divergence]) {
    let claims: BTreeMap<&ClaimId, ClaimIx> = story.indices().map(|claim| (&story.claim(claim).id, claim)).collect();
    for divergence in divergences {
        let backing = divergence.readings.iter().map(|reading| backing(story, &claims, origins, reading)).min();
        let weight = divergence.score * of_kind(divergence.kind) * of_relation(divergence.relation);
        divergence.weight = (weight * backed(backing.unwrap_or(1)) * 1000.0).round() / 1000.0;
    }
}

fn of_kind(kind: Kind) -> f64 {
    match kind {
        Kind::Polarity => 1.0,
        Kind::Figure => 0.65,
        Kind::Actor => 0.55,
        Kind::Time | Kind::Place | Kind::Certainty => 0.5,
        Kind::Source => 0.35,
        Kind::Quote => 0.3,
        Kind::Wording => 0.25,
    }
}

fn of_relation(relation: Relation) -> f64 {
    match relation {
        Relation::Conflict => 1.0,
        Relation::Update => 0.8,
        Relation::Differs => 0.6,
    }
}

/// 0.8 where the weakest reading has one origin, 0.9 where two, up to 1.
fn backed(origins: usize) -> f64 {
    1.0 - 0.2 / origins.max(1) as f64
}

/// How many text ancestors stand behind a reading.
fn backing(story: &StoryText, claims: &BTreeMap<&ClaimId, ClaimIx>, known: &[Origin], reading: &Reading) -> usize {
    let told: BTreeSet<ClaimIx> =
        reading.evidence.iter().filter_map(|evidence| claims.get(&evidence.claim).copied()).collect();
    origins::count(story, known, &told.into_iter().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_both_hold_weighs_more() {
        assert!(of_relation(Relation::Conflict) > of_relation(Relation::Differs));
    }

    #[test]
    fn every_fact_weighs_more_than_wording() {
        let facts = Kind::ALL.into_iter().filter(|&kind| kind != Kind::Wording);
        assert!(facts.into_iter().all(|kind| of_kind(kind) > of_kind(Kind::Wording)));
    }

    #[test]
    fn readings_that_more_origins_tell_weigh_more() {
        assert!(backed(1) < backed(2) && backed(2) < backed(5) && backed(50) < 1.0);
    }
}
