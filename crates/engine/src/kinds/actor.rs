//! Actors: two outlets call one person by different roles, or name a who or what differently.
//!
//! What fills a slot of two claims is most often another detail and no divergence (of phrases with
//! the same governor one in fifteen is), so only two families are told: roles of one person, and
//! phrases that share most of their words.

use super::{
    Findings,
    readings::{self, Mention, Verdict},
};
use crate::{
    align::Group,
    facets::{closed_class::is_closed, names::Participant},
    text::{ClaimIx, StoryText},
};
use story::{Kind, Relation};

/// Shares of right findings by family: the first two on the gold stories' own groups, the last on
/// groups as aligned, where it stays below what is shown by default.
const ROLE: f64 = 0.26;
const VARIANT: f64 = 0.25;
const PHRASE: f64 = 0.12;

pub(super) fn compare(story: &StoryText, group: &Group) -> Findings {
    let found: Vec<(ClaimIx, &Participant)> = group
        .claims
        .iter()
        .flat_map(|&claim| story.facets(claim).participants.iter().map(move |participant| (claim, participant)))
        .collect();
    let mentions: Vec<Mention> = found
        .iter()
        .map(|&(claim, participant)| Mention {
            claim,
            span: participant.span,
            value: participant.span.of(&story.article_of(claim).body).to_owned(),
        })
        .collect();
    readings::compare(story, Kind::Actor, &mentions, |a, b| {
        let ((i, x), (j, y)) = (found[a], found[b]);
        if x.stems == y.stems {
            return Some((1.0, Verdict::Same));
        }
        let score = differ(x, y, || overlap(story, i, j))?;
        Some((score, Verdict::Differ(Relation::Differs, score)))
    })
}

/// Probability that two phrases are two names for one who or what; `None` where nothing says so.
fn differ(x: &Participant, y: &Participant, overlap: impl Fn() -> f64) -> Option<f64> {
    let within = |a: &Participant, b: &Participant| a.stems.iter().all(|stem| b.stems.contains(stem));
    if x.has_digit || y.has_digit || within(x, y) || within(y, x) {
        return None;
    }
    if let (Some(a), Some(b)) = (&x.role, &y.role)
        && a.person == b.person
        && a.stems != b.stems
    {
        return Some(ROLE);
    }
    if is_variant(x, y) {
        return Some(VARIANT);
    }
    let common = x.stems.iter().filter(|stem| y.stems.contains(stem)).count();
    let union = x.stems.len() + y.stems.len() - common;
    (2 * common >= union && overlap() > 0.3).then_some(PHRASE)
}

/// Two spellings of one name: the given names agree and the last ones nearly do.
fn is_variant(x: &Participant, y: &Participant) -> bool {
    let long = x.head.chars().count().min(y.head.chars().count()) >= 5;
    let given = x.stems.len() > 1 && x.stems.len() == y.stems.len() && x.stems[0] == y.stems[0];
    x.is_name && y.is_name && long && given && x.head != y.head && strsim::jaro_winkler(&x.head, &y.head) >= 0.85
}

/// Share of the shorter claim's open-class stems that the other has too.
fn overlap(story: &StoryText, i: ClaimIx, j: ClaimIx) -> f64 {
    let stems = |claim: ClaimIx| {
        let words = story.claim(claim).words.iter();
        words.filter(|word| word.is_word() && !is_closed(&word.lower)).map(|word| &word.stem).collect::<Vec<_>>()
    };
    let (a, b) = (stems(i), stems(j));
    let common = a.iter().filter(|stem| b.contains(stem)).count();
    common as f64 / a.len().min(b.len()).max(1) as f64
}
