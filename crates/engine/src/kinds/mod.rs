//! Compares the readings within a claim group.
//!
//! One kind of divergence is one file with its tests and one line of [`KINDS`]. It lists its *rivals*: two mentions
//! of one thing by two outlets, and what it measures on them. [`rivals`] measures what all kinds have in common,
//! [`model`] tells how probable it is that a careful reader would note a divergence, [`readings`] joins what passes
//! into findings.

mod actor;
mod certainty;
pub(crate) mod figure;
mod model;
mod pairs;
mod place;
mod polarity;
pub(crate) mod quote;
mod readings;
mod rivals;
mod scene;
mod source;
#[cfg(test)]
mod test_group;
pub(crate) mod time;
mod wording;

use crate::{
    Settings,
    align::{Alignment, Group},
    text::{ClaimIx, StoryText},
};
pub use model::Model;
pub(crate) use model::features;
use rayon::prelude::*;
use readings::Judged;
use rivals::{Measure, Rivals, Verdict};
use scene::{Scene, Told};
use std::collections::BTreeSet;
use story::{Divergence, DivergenceId, Evidence, GroupId, Kind, LookAlike, Reading, Relation, Span};

/// How one kind compares a group.
struct Judge {
    kind: Kind,
    /// Names of what it measures on its rivals.
    measured: &'static [&'static str],
    rivals: fn(&Scene) -> Rivals,
    joins: Joins,
    /// Says in a sentence what its readings are to each other.
    why: fn(&StoryText, &[FoundReading], Relation) -> String,
}

/// What of a claim, or of an outlet, may stand in one finding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joins {
    /// A thing is told once: two values of one claim, or of an outlet that does not repeat itself, are of two things.
    OneOfAClaim,
    /// There are as many answers as a claim names.
    AllOfAClaim,
}

const KINDS: [Judge; 9] = [
    figure::JUDGE,
    time::JUDGE,
    place::JUDGE,
    actor::JUDGE,
    source::JUDGE,
    certainty::JUDGE,
    polarity::JUDGE,
    quote::JUDGE,
    wording::JUDGE,
];

/// What one kind, or all of them, found in a group.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) divergences: Vec<Finding>,
    pub(crate) look_alikes: Vec<Finding>,
}

/// A divergence or a look-alike before it has an id.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) kind: Kind,
    /// Not used by look-alikes.
    pub(crate) relation: Relation,
    /// 0 to 1.
    pub(crate) score: f64,
    pub(crate) why: String,
    /// Two or more, unequal in value.
    pub(crate) readings: Vec<FoundReading>,
}

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct FoundReading {
    pub(crate) value: String,
    /// The claim and the bytes of its article's body; an empty span for an absence.
    pub(crate) evidence: Vec<(ClaimIx, Span)>,
}

/// Everything that all kinds find, by group.
pub(crate) fn diverge(story: &StoryText, alignment: &Alignment, model: &Model, settings: &Settings) -> Vec<Findings> {
    let told = Told::of(story);
    let of = |group| {
        let scene = Scene { story, alignment, group, told: &told };
        let found = KINDS.iter().map(|judge| judge.findings(scene, model, settings));
        found.fold(Findings::default(), |mut all, found| {
            all.divergences.extend(found.divergences);
            all.look_alikes.extend(found.look_alikes);
            all
        })
    };
    alignment.groups.par_iter().map(of).collect()
}

/// Two rivals as training sees them: the claim that each belongs to, where it stands, and what is measured.
pub(crate) type Example = (Kind, [(ClaimIx, Span); 2], Vec<f64>);

/// Every two mentions that the kinds hold against each other, with what is measured on them.
pub(crate) fn examples(story: &StoryText, alignment: &Alignment) -> Vec<Example> {
    let told = Told::of(story);
    let of = |group| {
        let scene = Scene { story, alignment, group, told: &told };
        KINDS.iter().flat_map(|judge| judge.examples(scene)).collect::<Vec<_>>()
    };
    alignment.groups.par_iter().flat_map_iter(of).collect()
}

impl Judge {
    fn rivals(&self, scene: &Scene) -> Rivals {
        let mut rivals = (self.rivals)(scene);
        let claim = |mention: usize| rivals.mentions[mention].claim;
        rivals.pairs.retain(|pair| {
            !matches!(pair.verdict, Verdict::Differ(_)) || !scene.is_told_twice(claim(pair.a), claim(pair.b))
        });
        rivals
    }

    fn findings(&self, scene: Scene, model: &Model, settings: &Settings) -> Findings {
        let rivals = self.rivals(&scene);
        let mut measure = Measure::new(scene, &rivals);
        let mut probability =
            |rival: &rivals::Rival| model.probability(self.kind, &measure.features(rival)).max(rival.least);
        let judged = rivals.pairs.iter().map(|rival| {
            let (verdict, p) = match rival.verdict {
                Verdict::Same | Verdict::LooksOther(_) => (rival.verdict, 1.0),
                Verdict::Differ(_) => (rival.verdict, probability(rival)),
            };
            (rival.a, rival.b, verdict, p)
        });
        let judged: Vec<Judged> = judged.collect();
        readings::join(scene.story, self, &rivals.mentions, &judged, settings.divergence_threshold)
    }

    fn examples(&self, scene: Scene) -> Vec<Example> {
        let rivals = self.rivals(&scene);
        let mut measure = Measure::new(scene, &rivals);
        let differ = rivals.pairs.iter().filter(|rival| matches!(rival.verdict, Verdict::Differ(_)));
        let told = differ.map(|rival| {
            let sides = [rival.a, rival.b].map(|at| rivals.mentions[at].at);
            (self.kind, sides, measure.features(rival))
        });
        told.collect()
    }
}

/// Gives findings their ids and puts them into order: by group, kind, score, id.
pub(crate) fn collect(
    story: &StoryText,
    groups: &[Group],
    findings: Vec<Findings>,
) -> (Vec<Divergence>, Vec<LookAlike>) {
    let (mut divergences, mut look_alikes): (Vec<Divergence>, Vec<LookAlike>) = (Vec::new(), Vec::new());
    for (group, found) in groups.iter().zip(findings) {
        let id = group.id(story);
        let mut here: Vec<Divergence> =
            found.divergences.into_iter().map(|finding| finding.into_divergence(story, id.clone())).collect();
        here.sort_by(|a, b| a.kind.cmp(&b.kind).then(b.score.total_cmp(&a.score)).then(a.id.cmp(&b.id)));
        divergences.extend(here);
        look_alikes.extend(found.look_alikes.into_iter().map(|finding| LookAlike {
            group: id.clone(),
            kind: finding.kind,
            why: finding.why,
            readings: readings(story, finding.readings),
        }));
    }
    (once(divergences), look_alikes)
}

/// What is found in several groups by the same evidence is told in the one where it is surest.
fn once(mut divergences: Vec<Divergence>) -> Vec<Divergence> {
    let mut surest: Vec<&Divergence> = divergences.iter().collect();
    surest.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut seen: BTreeSet<&DivergenceId> = BTreeSet::new();
    let told: BTreeSet<(GroupId, DivergenceId)> =
        surest.into_iter().filter(|one| seen.insert(&one.id)).map(|one| (one.group.clone(), one.id.clone())).collect();
    divergences.retain(|one| told.contains(&(one.group.clone(), one.id.clone())));
    divergences
}

impl Finding {
    fn into_divergence(self, story: &StoryText, group: GroupId) -> Divergence {
        let readings = readings(story, self.readings);
        Divergence {
            id: DivergenceId::of(self.kind, &readings),
            group,
            kind: self.kind,
            relation: self.relation,
            score: (self.score * 1000.0).round() / 1000.0,
            weight: 0.0,
            why: self.why,
            readings,
        }
    }
}

fn readings(story: &StoryText, found: Vec<FoundReading>) -> Vec<Reading> {
    found
        .into_iter()
        .map(|reading| {
            let mut outlets: Vec<String> =
                reading.evidence.iter().map(|&(claim, _)| story.outlet_of(claim).to_owned()).collect();
            outlets.sort();
            outlets.dedup();
            let evidence = reading
                .evidence
                .into_iter()
                .map(|(claim, span)| Evidence {
                    claim: story.claim(claim).id.clone(),
                    article: story.article_of(claim).id.clone(),
                    span,
                    text: span.of(&story.article_of(claim).body).to_owned(),
                })
                .collect();
            Reading { value: reading.value, outlets, evidence }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Settings, facets::test_text::article};
    use std::ops::ControlFlow;

    #[test]
    fn a_reprint_does_not_diverge_from_its_original() {
        let text = "The ferry sank off Lund with 40 people, police said. At least 12 people died when the ferry sank, \
                    Mayor Ana Ruiz said. The ferry may have sunk off Lund on Tuesday.";
        let [original, reprint] = ["A", "B"].map(|outlet| article(outlet, text));
        let go_on = |_| ControlFlow::Continue(());
        let comparison = crate::compare(&[original, reprint], &Settings::default(), &go_on).expect("nobody cancels");
        assert!(comparison.groups.len() > 1 && comparison.divergences.is_empty(), "{:?}", comparison.divergences);
    }
}
