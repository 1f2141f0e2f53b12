//! Compares the readings within a claim group.
//!
//! One kind of divergence is one file with its tests and one line of [`KINDS`].

mod actor;
mod certainty;
pub(crate) mod figure;
mod pairs;
mod place;
mod polarity;
pub(crate) mod quote;
mod readings;
mod source;
#[cfg(test)]
mod test_group;
pub(crate) mod time;
mod wording;

use crate::{
    Settings,
    align::Group,
    text::{ClaimIx, StoryText},
};
use story::{Divergence, DivergenceId, Evidence, GroupId, Kind, LookAlike, Reading, Relation, Span};

/// What compares one facet of a group.
type Compare = fn(&StoryText, &Group) -> Findings;

#[rustfmt::skip]
const KINDS: &[(Kind, Compare)] = &[
    (Kind::Figure, figure::compare),
    (Kind::Time, time::compare),
    (Kind::Place, place::compare),
    (Kind::Actor, actor::compare),
    (Kind::Source, source::compare),
    (Kind::Certainty, certainty::compare),
    (Kind::Polarity, polarity::compare),
    (Kind::Quote, quote::compare),
    (Kind::Wording, wording::compare),
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

/// Everything that all kinds find in one group.
pub(crate) fn diverge(story: &StoryText, group: &Group, settings: &Settings) -> Findings {
    let mut all = Findings::default();
    for (_, compare) in KINDS {
        let found = compare(story, group);
        all.divergences
            .extend(found.divergences.into_iter().filter(|finding| finding.score >= settings.divergence_threshold));
        all.look_alikes.extend(found.look_alikes);
    }
    all
}

/// Gives findings their ids and puts them into order: by group, kind, score, id.
pub(crate) fn collect(
    story: &StoryText,
    groups: &[Group],
    findings: Vec<Findings>,
) -> (Vec<Divergence>, Vec<LookAlike>) {
    let (mut divergences, mut look_alikes) = (Vec::new(), Vec::new());
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
    (divergences, look_alikes)
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
