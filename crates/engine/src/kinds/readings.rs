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
    /// They look different and are the same, and why.
    LooksOther(&'static str),
    /// With the probability that it is one.
    Differ(Relation, f64),
}

type Judged = (usize, usize, Verdict);

/// The findings of one kind in a group whose claims hold these `mentions`.
///
/// `judge` answers how likely two mentions speak of the same thing, and what they then are to each
/// other; `None` if they cannot. An outlet does not diverge from itself: of two of its own mentions
/// only that they are the same counts.
pub(super) fn compare(
    story: &StoryText,
    kind: Kind,
    mentions: &[Mention],
    judge: impl Fn(usize, usize) -> Option<(f64, Verdict)>,
) -> Findings {
    let (mut candidates, mut repeated): (Vec<(f64, Judged)>, Vec<Judged>) = (Vec::new(), Vec::new());
    for a in 0..mentions.len() {
        for b in a + 1..mentions.len() {
            let Some((likely, verdict)) = judge(a, b) else { continue };
            let is_same = !matches!(verdict, Verdict::Differ(..));
            if story.outlet_of(mentions[a].claim) != story.outlet_of(mentions[b].claim) {
                candidates.push((likely + f64::from(u8::from(is_same)), (a, b, verdict)));
            } else if is_same {
                repeated.push((a, b, verdict));
            }
        }
    }
    candidates.sort_by(|p, q| q.0.total_cmp(&p.0).then((p.1.0, p.1.1).cmp(&(q.1.0, q.1.1))));
    let outlets: Vec<&str> = mentions.iter().map(|mention| story.outlet_of(mention.claim)).collect();
    findings(story, kind, mentions, &joined(mentions, &outlets, &candidates, &repeated))
}

/// The judgements that hold, the likeliest first: a thing is spoken of once in a claim, so none may
/// bring together two mentions of one claim; and an outlet that gives two values without being judged
/// to repeat itself speaks of two things. What an outlet repeats brings nothing together that the
/// others do not.
fn joined(mentions: &[Mention], outlets: &[&str], candidates: &[(f64, Judged)], repeated: &[Judged]) -> Vec<Judged> {
    let repeats = |i: usize, j: usize| repeated.iter().any(|&(a, b, _)| (a, b) == (i.min(j), i.max(j)));
    let two_things =
        |i: usize, j: usize| mentions[i].claim == mentions[j].claim || (outlets[i] == outlets[j] && !repeats(i, j));
    let mut things: Vec<usize> = (0..mentions.len()).collect();
    let mut held = Vec::new();
    for &(_, (a, b, verdict)) in candidates {
        let members = |thing: usize| things.iter().enumerate().filter(move |(_, t)| **t == thing).map(|(i, _)| i);
        let (x, y) = (things[a], things[b]);
        let clash = x != y && members(x).any(|i| members(y).any(|j| two_things(i, j)));
        if !clash {
            things.iter_mut().filter(|thing| **thing == y).for_each(|thing| *thing = x);
            held.push((a, b, verdict));
        }
    }
    held.extend(repeated.iter().filter(|(a, b, _)| things[*a] == things[*b]));
    held
}

/// What hangs together through any judgement is one finding.
pub(super) fn findings(story: &StoryText, kind: Kind, mentions: &[Mention], judged: &[Judged]) -> Findings {
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
fn roots(count: usize, judged: &[Judged], joins: impl Fn(&Verdict) -> bool) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{align::Group, kinds::test_group::told};

    /// Compares the words in capitals: equal ones are the same, other ones conflict where they
    /// begin alike.
    fn capitals(story: &StoryText, group: &Group) -> Findings {
        let words =
            group.claims.iter().flat_map(|&claim| story.claim(claim).words.iter().map(move |word| (claim, word)));
        let mentions: Vec<Mention> = words
            .filter(|(_, word)| word.text.len() > 1 && word.text.chars().all(char::is_uppercase))
            .map(|(claim, word)| Mention { claim, span: word.span, value: word.text.to_owned() })
            .collect();
        compare(story, Kind::Figure, &mentions, |a, b| {
            let (x, y) = (&mentions[a].value, &mentions[b].value);
            let verdict = if x == y { Verdict::Same } else { Verdict::Differ(Relation::Conflict, 0.9) };
            (x.chars().next() == y.chars().next()).then_some((0.9, verdict))
        })
    }

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told(capitals, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn equal_mentions_are_one_reading_of_all_their_outlets() {
        check(&["The ship is BIG.", "The ship is BLUE.", "The ship is BIG."], &["conflict: BIG A, C | BLUE B"]);
    }

    #[test]
    fn three_values_are_three_readings() {
        check(
            &["The ship is BIG.", "The ship is BLUE.", "The ship is BRASS."],
            &["conflict: BIG A | BLUE B | BRASS C"],
        );
    }

    #[test]
    fn an_outlet_does_not_diverge_from_itself() {
        check(&["The ship is BIG. The ship is BLUE.", "The ship sank."], &[]);
    }

    #[test]
    fn what_an_outlet_says_twice_is_one_reading() {
        check(&["The ship is BIG. Yes, it is BIG.", "The ship is BLUE."], &["conflict: BIG A, A | BLUE B"]);
    }

    #[test]
    fn two_things_of_one_claim_are_not_brought_together() {
        check(&["One ship is BIG and one is BLUE.", "One ship is BLUE and one is BIG."], &[]);
    }

    #[test]
    fn what_is_the_same_everywhere_is_no_finding() {
        check(&["The ship is BIG.", "The ship is BIG."], &[]);
    }
}
