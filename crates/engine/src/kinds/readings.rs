//! Makes findings of judged pairs: what was judged the same is one reading, what hangs together
//! through any judgement is one finding.

use super::{Finding, Findings, FoundReading};
use crate::text::{ClaimIx, StoryText};
use story::{Kind, Relation, Span};

/// A value where it stands in a claim.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) claim: ClaimIx,
    /// Bytes of the article's body.
    pub(super) span: Span,
    /// As it is shown.
    pub(super) value: String,
}

/// What two mentions of one thing are to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verdict {
    /// The same in the same words, or nearly.
    Same,
    /// They look different and are the same.
    LooksOther(&'static str),
    Differ(Relation, f64),
}

/// The findings that these judgements on pairs of `mentions` make, in the order of the text.
pub(super) fn findings(
    story: &StoryText,
    kind: Kind,
    mentions: &[Mention],
    judged: &[(usize, usize, Verdict)],
) -> Findings {
    let hangs = roots(mentions.len(), judged, |_| true);
    let same = roots(mentions.len(), judged, |verdict| !matches!(verdict, Verdict::Differ(..)));
    let mut found = Findings::default();
    for root in (0..mentions.len()).filter(|&i| hangs[i] == i) {
        let members: Vec<usize> = (0..mentions.len()).filter(|&i| hangs[i] == root).collect();
        let verdicts: Vec<Verdict> = judged.iter().filter(|(a, ..)| hangs[*a] == root).map(|&(.., v)| v).collect();
        let readings = readings(mentions, &members, &same);
        match strongest(&verdicts) {
            Some((relation, score)) if readings.len() > 1 => {
                let why = why(story, &readings, relation);
                found.divergences.push(Finding { kind, relation, score, why, readings });
            }
            _ => found.look_alikes.extend(look_alike(kind, mentions, &members, &verdicts)),
        }
    }
    found
}

/// For each mention the first one that it is joined to by judgements that pass `joins`.
fn roots(count: usize, judged: &[(usize, usize, Verdict)], joins: impl Fn(&Verdict) -> bool) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..count).collect();
    for (a, b, _) in judged.iter().filter(|(.., verdict)| joins(verdict)) {
        let (keep, drop) = (roots[*a].min(roots[*b]), roots[*a].max(roots[*b]));
        roots.iter_mut().filter(|root| **root == drop).for_each(|root| *root = keep);
    }
    roots
}

/// One reading for each class of equal mentions; of each claim the first mention is its evidence.
fn readings(mentions: &[Mention], members: &[usize], same: &[usize]) -> Vec<FoundReading> {
    let mut classes: Vec<(usize, FoundReading)> = Vec::new();
    for &member in members {
        let mention = &mentions[member];
        let at = classes.iter().position(|(root, _)| *root == same[member]).unwrap_or_else(|| {
            classes.push((same[member], FoundReading { value: mention.value.clone(), evidence: Vec::new() }));
            classes.len() - 1
        });
        classes[at].1.evidence.push((mention.claim, mention.span));
    }
    classes.into_iter().map(|(_, reading)| reading).collect()
}

fn strongest(verdicts: &[Verdict]) -> Option<(Relation, f64)> {
    let differing = verdicts.iter().filter_map(|verdict| match verdict {
        Verdict::Differ(relation, score) => Some((*relation, *score)),
        _ => None,
    });
    differing.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

fn look_alike(kind: Kind, mentions: &[Mention], members: &[usize], verdicts: &[Verdict]) -> Option<Finding> {
    let reason = verdicts.iter().find_map(|verdict| match verdict {
        Verdict::LooksOther(reason) => Some(*reason),
        _ => None,
    })?;
    let readings = members
        .iter()
        .map(|&i| FoundReading {
            value: mentions[i].value.clone(),
            evidence: vec![(mentions[i].claim, mentions[i].span)],
        })
        .collect();
    Some(Finding { kind, relation: Relation::Differs, score: 0.0, why: reason.to_owned(), readings })
}

/// "Wire gives “3 dead”, Post “22 dead”; the later account replaces the earlier."
fn why(story: &StoryText, readings: &[FoundReading], relation: Relation) -> String {
    let parts: Vec<String> = readings
        .iter()
        .filter_map(|reading| {
            let (claim, span) = *reading.evidence.first()?;
            Some(format!("{} has “{}”", story.outlet_of(claim), span.of(&story.article_of(claim).body)))
        })
        .collect();
    let end = match relation {
        Relation::Conflict => "both cannot hold as stated",
        Relation::Differs => "both can hold",
        Relation::Update => "the later account may replace the earlier",
    };
    format!("{}; {end}.", parts.join(", "))
}
